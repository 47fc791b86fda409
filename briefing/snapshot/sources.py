"""Sources and rules in the snapshot: what is held of each text, every list, the rules of cells, stages and words."""

from __future__ import annotations

from analytics.english import capital
from analytics.measures import Measures
from analytics.scope import BODY_NAMES
from analytics.texts.coverage import totals
from briefing.citation import bibtex, citation
from briefing.snapshot.markup import Html, answer, out, table, tag, to
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
        + _texts(record)
        + tag("h2", "Every list and its document")
        + _lists(record)
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


def _texts(record: Record) -> Html:
    heads = (
        "Year",
        "Text",
        "List",
        "Names",
        "Not known",
        "Not named when tabled",
        "Reported",
        "Would settle it",
        "Means",
    )
    rows = (
        (row.year, to("text", row.resolution, row.resolution), row.coverage, row.names, row.unknown)
        + (row.not_when_tabled, row.reported, row.wanted, row.meaning)
        for row in Measures(record).coverage().iloc[::-1].itertuples()
    )
    return table("What is held of every text", heads, rows)


def _lists(record: Record) -> Html:
    heads = ("List", "Stage", "Used", "Is", "Names", "Document", "Read in", "Note", "")
    rows = (
        (row.list_id, row.stage, row.used_for_analysis, row.completeness, row.n_states)
        + (
            out(row.official_url, row.document_symbol),
            row.source_title,
            row.note,
            out(row.read_at, "where it was read"),
        )
        for row in record.rows("lists").itertuples()
    )
    return table("Every list held", heads, rows)


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
