"""Each sentence on how often States sponsored and where they stand, against the second reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from charts import catalog
from tests.oracle.cells import body_stage
from tests.oracle.record import read, rows
from tests.oracle.said import states as said
from tests.oracle.said.sentences import Ask, nothing_false
from tests.oracle.sweep import BODIES, periods, series

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"
EVENTS = {f"{row['date'][:4]}: {row['text']}." for row in rows(SOURCES, "events")}
PERIODS = ((1998, 2026, 1), (2001, 2009, 3), (2011, 2013, 4), (2021, 2026, 4))
"""First and last year, and of how many States one is asked about."""


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


def lines(chart) -> list[str]:
    return [line for line in chart.note.split("\n") if line and line not in EVENTS]


@pytest.mark.parametrize(
    ("name", "titles", "notes"), [("assembly-times", said.times, said.notes), ("matrix", said.matrix, said.matrix)]
)
def test_how_often_in_each_period(record, second, name, titles, notes):
    wrong = []
    for ask in periods(second, 5):
        chart = catalog.build(name, record, bodies=ask.body, years=f"{ask.since}-{ask.until}", stage=ask.stage)
        wrong += [titles.false(chart.title, ask), *(notes.false(line, ask) for line in lines(chart))]
    nothing_false(wrong)


def test_where_states_stand(record, second):
    wrong = []
    for ask in series(second):
        chart = catalog.build("assembly-ladder", record, body=ask.body, stage=ask.stage)
        wrong += [said.ladder.false(chart.title, ask), *(said.notes.false(line, ask) for line in lines(chart))]
    nothing_false(wrong)


@pytest.mark.parametrize(("since", "until", "each"), PERIODS)
def test_one_state_through_all_texts(record, second, since, until, each):
    asks = [Ask(second, body, body_stage(second, body), since=since, until=until) for body in BODIES]
    asks = [ask for ask in asks if ask.texts]
    bodies = ",".join(ask.body for ask in asks)
    for state in list(second.states.values())[::each]:
        chart = catalog.build("timeline", record, state=state.iso3, bodies=bodies, years=f"{since}-{until}")
        said.timeline(chart.title, [replace(ask, state=state) for ask in asks], state.name)
