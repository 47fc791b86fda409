"""Every page of the snapshot by its address, and what makes it."""

from collections.abc import Callable
from functools import partial

from analytics.english import capital
from analytics.measures import Measures
from analytics.scope import BODIES, BODY_NAMES
from analytics.texts.coverage import HEADS, LIST_HEADS, totals
from briefing.citation import bibtex, citation
from briefing.snapshot import overviews
from briefing.snapshot.markup import Html, answer, listed, table, tag, to
from briefing.snapshot.pack import Packs
from briefing.snapshot.states import state_page
from briefing.snapshot.texts import text_page
from charts.words import answers
from data.names import Names
from data.store import Record
from data.words import CELLS, COVERAGE, MEANING, STAGES, STANDINGS
from files.paths import SOURCES

MENU = {
    "overview": "Overview",
    "where=GA": "Where",
    "trends=GA": "Trends",
    "texts": "Texts",
    "states": "States",
    "compare=GA": "Compare",
    "sources": "Sources & methods",
}
"""The menu: address and label."""
OF_BODIES = {"where": overviews.where, "trends": overviews.trends, "compare": overviews.compare}
"""Pages that there are one of for each body."""


def views(record: Record, packs: Packs) -> dict[str, Callable[[], Html]]:
    """What makes each page, by its address (such as state=KEN); the pictures go into `packs`."""
    documents = record.rows("lists").set_index("list_id")
    made: dict[str, Callable[[], Html]] = {"overview": partial(overviews.overview, record, packs)}
    for view, page in OF_BODIES.items():
        made |= {f"{view}={body}": partial(_of_body, view, body, partial(page, record, body, packs)) for body in BODIES}
    made["texts"], made["states"] = partial(_texts, record), partial(_states, record)
    for _, text in record.resolutions.iterrows():
        made[f"text={text['resolution']}"] = partial(text_page, record, text, packs)
    ladders = {body: Measures(record).ladder(body).set_index("iso3") for body in BODIES}
    for _, state in record.states.iterrows():
        made[f"state={state['iso3']}"] = partial(state_page, record, state, documents, ladders, packs)
    made["sources"] = partial(_sources, record)
    return made


def entries(record: Record) -> list[list[str]]:
    """What the search finds: label, address, and all other names that a State is known by."""
    names = Names.from_files(SOURCES)
    states = record.states.sort_values("short_name")
    found = [
        [f"{row.short_name} ({row.iso3})", f"state={row.iso3}", " · ".join({row.name, *names.known(row.iso3)})]
        for row in states[["short_name", "iso3", "name"]].itertuples(index=False)
    ]
    texts = record.resolutions.iloc[::-1]
    found += [
        [f"{row.resolution} ({row.year}) {row.short_title}", f"text={row.resolution}", row.title]
        for row in texts.itertuples()
    ]
    return found


def _of_body(view: str, body: str, page: Callable[[], Html]) -> Html:
    return Html(overviews.choices(view, body) + page())


def _texts(record: Record) -> Html:
    rows = record.resolutions.iloc[::-1].itertuples()
    items = (tag("li", to("text", row.resolution, row.resolution), f" ({row.year}) {row.short_title}") for row in rows)
    return Html(answer("One text", "Every text on human rights defenders, the latest first.") + tag("ul", *items))


def _states(record: Record) -> Html:
    rows = record.states.sort_values("short_name").itertuples()
    items = (tag("li", to("state", row.iso3, row.short_name)) for row in rows)
    return Html(
        answer("One State across bodies", "Every Member State and observer.") + tag("ul", *items, class_="wide")
    )


def _sources(record: Record) -> Html:
    """What is held of each text, every list, the rules of cells, stages and words; it holds no picture."""
    coverage = Measures(record).coverage()
    return Html(
        answer("What we know, and how", answers.sources(coverage))
        + _totals(record)
        + tag("h2", "Every text")
        + listed("What is held of every text", coverage.iloc[::-1], HEADS)
        + tag("h2", "Every list and its document")
        + listed("Every list held", record.rows("lists"), LIST_HEADS)
        + tag("h2", "Rules")
        + _rules(record)
        + tag("h2", "How to cite")
        + tag("p", citation(record.version, record.built_on))
        + tag("pre", bibtex(record.version, record.built_on))
    )


def _totals(record: Record) -> Html:
    held = totals(Measures(record).coverage())
    heads = ("Body", *(capital(kind) for kind in COVERAGE), "Texts")
    rows = ([BODY_NAMES[body], *numbers] for body, *numbers in held.itertuples(index=False, name=None))
    return table("Coverage by body", heads, rows)


def _rules(record: Record) -> Html:
    series = "; ".join(f"{BODY_NAMES[body]}: {STAGES[stage]}" for body, stage in record.series.items())
    cells = (tag("li", tag("b", capital(called)), f": {MEANING[value]}.") for value, called in CELLS.items())
    words = (tag("li", tag("b", word), f": {rule}.") for word, rule in STANDINGS.items())
    held = (tag("li", tag("b", capital(kind)), f": {means}.") for kind, means in COVERAGE.items())
    return Html(
        tag("p", "A cell, what is known of a State on a text, is exactly one of:")
        + tag("ul", *cells)
        + tag(
            "p",
            "Unknown is never counted as “no”. Shares are of the Member States of the day; observers stand apart. Each "
            f"body is shown at the stage at which most of its texts have whole lists ({series}); lists of different "
            "stages are not compared, and bodies are not added up.",
        )
        + tag("h3", "What is held of a text")
        + tag("ul", *held)
        + tag("h3", "Words for where a State stands")
        + tag("ul", *words)
    )
