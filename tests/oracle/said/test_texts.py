"""Each sentence about a text, or about two of them, at each stage, is read back and held against the second reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from charts import catalog
from tests.oracle.record import read, rows
from tests.oracle.said import texts as said
from tests.oracle.said.sentences import nothing_false
from tests.oracle.sweep import pairs, texts

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


def false_of(chart, ask, events) -> list[str]:
    lines = [line for line in chart.note.split("\n") if line and line not in events]
    found = [said.titles.false(chart.title, ask), *(said.notes.false(line, ask) for line in lines)]
    return [why for why in found if why]


@pytest.fixture(scope="module")
def events():
    """Events that a note may tell, word for word."""
    return {f"{row['date'][:4]}: {row['text']}." for row in rows(SOURCES, "events")}


def test_who_sponsored_each_text(record, second, events):
    wrong = []
    for ask in texts(second):
        chart = catalog.build("assembly-status", record, text=ask.text.symbol, stage=ask.stage)
        subtitle = chart.subtitle.removeprefix("Each tile is one Member State. ")
        wrong += [*false_of(chart, ask, events), *filter(None, [said.subtitles.false(subtitle, ask)])]
    nothing_false(wrong)


@pytest.mark.parametrize("name", ["assembly-change", "changes"])
def test_what_changed_between_each_two_texts(record, second, events, name):
    wrong = []
    for ask in pairs(second):
        chart = catalog.build(name, record, text=ask.text.symbol, since=ask.before.symbol, stage=ask.stage)
        wrong += false_of(chart, ask, events)
    nothing_false(wrong)
