"""The sentences that every export of a chart carries, and the name of its file."""

from briefing.citation import citation
from charts.frame.chart import Chart, sentences
from charts.frame.sources import BOUNDARIES_CREDIT, UN_BOUNDARIES
from data.tongues.speech import say, to_say
from files.names import slug

USUAL_TITLE = to_say("Support for human rights defenders")
"""What a briefing is called until its user gives it a title."""
PRODUCER = to_say("UN co-sponsorship record on human rights defenders")


def made_by(version: str) -> str:
    """Who made a document, and the version of the record: for its small print."""
    return f"{say(PRODUCER)}, {say('data version {version}', version=version)}"


def producer(chart: Chart) -> str:
    """The same for an export of a chart, for its properties too."""
    return made_by(chart.data_version)


def note_lines(chart: Chart) -> list[str]:
    """What is missing, one sentence a line; for a map also the UN sentence on boundaries. [] if nothing is missing."""
    lines = [line.strip() for line in chart.note.split("\n") if line.strip()]
    if chart.is_map and not any((boundaries := say(UN_BOUNDARIES)) in text for text in (*lines, chart.source)):
        lines.append(boundaries)
    if chart.is_map and not any("UN Geodata" in text for text in (*lines, chart.source)):
        lines.append(f"{say(BOUNDARIES_CREDIT)}.")
    return lines


def about(chart: Chart) -> list[tuple[str, str]]:
    """Heading and text of all that is said of a chart: Title, Subtitle, What is missing, Source, Data version."""
    missing = note_lines(chart) or [say("No gap in the lists is noted for this chart.")]
    return [
        (say("Title"), chart.title),
        (say("Subtitle"), chart.subtitle),
        *[(say("What is missing") if n == 0 else "", line) for n, line in enumerate(missing)],
        (say("Source"), chart.source),
        (say("Data version"), chart.data_version),
        (say("How to cite"), citation(chart.data_version)),
    ]


def digest(chart: Chart) -> str:
    """What a chart says, to be put into an e-mail: its finding, the figures behind it with what is missing, the source,
    and the version of the record; a paragraph each."""
    figures = sentences(chart.subtitle, chart.figures, chart.note)
    return "\n\n".join(
        filter(None, (sentences(chart.title), figures, sentences(chart.source), sentences(producer(chart))))
    )


def short(title: str, most: int = 40) -> str:
    """A title as a piece of a file name, cut at a word: "briefing" where no sign of it can stand in one. Windows opens
    no path of more than 260 signs, and a ZIP is unpacked into a folder of its own name."""
    made = slug(title)
    if len(made) > most:
        made = made[: most + 1].rpartition("-")[0] or made[:most]
    return made or "briefing"
