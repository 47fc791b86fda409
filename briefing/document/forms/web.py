"""The briefing as one web page: for reading on a screen, offline, and as the source of the PDF."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from briefing.document.documents import Document
from briefing.document.markup import HEADING, POINT, Line, Run
from briefing.document.sections import Progress, Section, built_on, sections
from briefing.document.spec import Briefing
from briefing.picture import html
from briefing.picture import picture_only as bare
from briefing.picture.worker import NoBrowser
from briefing.words import made_by, note_lines
from charts.frame.chart import Chart
from data.store import Record
from data.tongues.speech import say, say_many, to_count
from files.names import slug
from files.xml import escape

_ROWS = 40
_NOTES = to_count("UN documents: note {marks}", "UN documents: notes {marks}")


def page(briefing: Briefing, record: Record, progress: Progress | None = None) -> bytes:
    """The briefing as one self-contained HTML file with charts that answer to the mouse. Needs no browser to make."""
    made = sections(briefing, record)
    charts = {f"chart{n}": chart for n, chart in enumerate(_charts(made))}
    keys = iter(charts)
    body = _Article(briefing, record, lambda chart: html.figure(chart, next(keys))).body(made)
    if progress:
        progress(1.0, "done")
    # Title, notes and source stand beside each picture as text.
    pictures = {key: bare.wordless(chart) for key, chart in charts.items()}
    return html.document(
        html.Page(briefing.title, body, pictures, html.style("web.css"), description=briefing.subtitle)
    )


def for_print(briefing: Briefing, record: Record, progress: Progress | None = None) -> bytes:
    """The same with still vector pictures, set for A4. Raises NoBrowser, ImageError."""
    made = sections(briefing, record)
    all_charts = _charts(made)
    done = iter(range(1, len(all_charts) + 1))

    def still(chart: Chart) -> str:
        if progress:
            progress(next(done) / (len(all_charts) + 1), chart.title)
        return _still(chart)

    body = _Article(briefing, record, still).body(made)
    footer = f"{briefing.title[:80]} · {say('data version {version}', version=record.version)}"
    footer = re.sub(r"[<>\n]", " ", footer.replace("\\", "").replace('"', "”"))
    sheet = "size: A4; margin: 2cm 2cm 2.2cm"
    style = html.style("web.css") + html.style("print.css", sheet=sheet, footer=footer)
    return html.document(html.Page(briefing.title, body, style=style, description=briefing.subtitle))


class _Article:
    """`draw`: how a chart is put into the page, as a <figure> or its like."""

    def __init__(self, briefing: Briefing, record: Record, draw: Callable[[Chart], str]) -> None:
        self._briefing, self._record, self._draw = briefing, record, draw
        self._notes: dict[tuple[str, str], tuple[int, Document]] = {}
        self._figures = 0

    def body(self, made: Sequence[Section]) -> str:
        briefing, record = self._briefing, self._record
        parts = "".join(self._section(number, part) for number, part in enumerate(made))
        links = "".join(
            f'<li><a href="#{_anchor(n, part)}">{escape(part.title)}</a></li>' for n, part in enumerate(made)
        )
        subtitle = f"<p>{escape(briefing.subtitle)}</p>" if briefing.subtitle else ""
        return (
            f"<main><header><h1>{escape(briefing.title)}</h1>{subtitle}<p class='small'>{built_on(record)}. "
            f"{escape(made_by(record.version))}.</p></header>"
            f"<nav aria-label='{say('Contents')}'><h2>{say('Contents')}</h2><ol>{links}</ol></nav>"
            f"{parts}{self._footnotes()}</main>"
        )

    def _section(self, number: int, part: Section) -> str:
        mark = self._cite(part.documents)
        said = paragraphs(part.words)
        charts = ""
        for chart in part.charts:
            self._figures += 1
            caption = chart.subtitle if part.kind == "chart" else f"{chart.title}. {chart.subtitle}"
            charts += (
                f"<div class='figure'>{self._draw(chart)}<p class='small'><b>{say('Figure')} {self._figures}.</b> "
            )
            charts += f"{escape(caption)}</p>"
            charts += "".join(f"<p class='small'>{escape(line)}</p>" for line in (*note_lines(chart), chart.source))
            charts += "</div>"
        tables = "".join(html.table(table.frame, table.caption) for table in part.tables)
        heading = f'<h2 id="{_anchor(number, part)}">{escape(part.title)}</h2>'
        return f"<section>{heading}{said}{charts}{tables}{mark}</section>"

    def _cite(self, found: Sequence[Document]) -> str:
        """A line with the numbers of the documents, below what rests on them: each is listed once, at the end."""
        numbers = sorted(self._number(document) for document in found)
        marks = ", ".join(_mark(first, last) for first, last in runs(numbers))
        return f"<p class='small cited'>{say_many(*_NOTES, len(numbers), marks=marks)}</p>" if marks else ""

    def _number(self, document: Document) -> int:
        key = (document.symbol, document.what)
        return self._notes.setdefault(key, (len(self._notes) + 1, document))[0]

    def _footnotes(self) -> str:
        if not self._notes:
            return ""
        lines = "".join(f'<li id="note-{number}">{_linked(document)}</li>' for number, document in self._notes.values())
        return f"<section class='notes'><h2>{say('UN documents')}</h2><ol>{lines}</ol></section>"


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Sorted whole numbers as first and last of each run: 1, 2, 3, 7 -> (1, 3), (7, 7)."""
    made: list[tuple[int, int]] = []
    for number in numbers:
        if made and number == made[-1][1] + 1:
            made[-1] = (made[-1][0], number)
        else:
            made.append((number, number))
    return made


def _mark(first: int, last: int) -> str:
    said, label = str(first), say("Note {first}", first=first)
    if first < last:
        said, label = f"{first}–{last}", say("Notes {first} to {last}", first=first, last=last)
    return f'<a href="#note-{first}" aria-label="{label}">{said}</a>'


def _still(chart: Chart) -> str:
    """A <figure> with the chart as vectors, or its table where no browser can draw it."""
    try:
        drawn = bare.svg(chart, "half", bare.page_size(chart)).decode("utf-8")
    except NoBrowser:
        return html.table(chart.told.head(_ROWS), chart.title)
    head, _, rest = drawn.partition(">")
    label = f' role="img" lang="{chart.language}" aria-label="{escape(chart.alt)}"'
    return f"<figure>{head}{label}>{rest}</figure>"


def _charts(made: Sequence[Section]) -> list[Chart]:
    return [chart for part in made for chart in part.charts]


def paragraphs(said: Sequence[Line]) -> str:
    """Headings, paragraphs and lists: consecutive points are one list."""
    out = ""
    for kind, group in groupby(said, lambda line: line.kind):
        tag = {HEADING: "h3", POINT: "li"}.get(kind, "p")
        made = "".join(f"<{tag}>{''.join(map(_run, line.runs))}</{tag}>" for line in group)
        out += f"<ul>{made}</ul>" if kind == POINT else made
    return out


def _run(run: Run) -> str:
    text = escape(run.text)
    text = f"<em>{text}</em>" if run.italic else text
    return f"<strong>{text}</strong>" if run.bold else text


def _linked(document: Document) -> str:
    text = escape(document.line)
    if not document.url.startswith(("http://", "https://")):
        return text
    return f'<a href="{escape(document.url)}" rel="noreferrer">{text}</a>'


def _anchor(number: int, part: Section) -> str:
    return f"part-{number + 1}-{slug(part.title)[:40]}"
