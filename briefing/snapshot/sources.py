"""Sources and rules in the snapshot: what is held of each text, every list, the rules of cells, stages and words."""

from __future__ import annotations

from analytics.english import capital
from analytics.measures import Measures
from analytics.scope import BODY_NAMES
from analytics.texts.coverage import HEADS, LIST_HEADS, totals
from briefing.citation import bibtex, citation
from briefing.snapshot.markup import Html, answer, listed, table, tag
from charts.words import answers
from data.store import Record
from data.words import CELLS, COVERAGE, MEANING, STAGES, STANDINGS


def sources(record: Record) -> Html:
    """The page of sources and rules; it holds no picture."""
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
