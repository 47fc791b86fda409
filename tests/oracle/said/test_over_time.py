"""Each sentence on numbers over time, for each body and stage and a sweep of periods, against the second reading."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from charts import catalog
from tests.oracle.record import read, rows
from tests.oracle.reported import claims
from tests.oracle.said import groups, over_time
from tests.oracle.said.sentences import nothing_false
from tests.oracle.said.texts import SHORT
from tests.oracle.sweep import periods

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"
KINDS = {
    "columns": (over_time.columns, over_time.column_notes),
    "regions": (groups.shares, groups.share_notes),
    "political": (groups.shares, groups.share_notes),
    "breadth": (groups.breadth, groups.breadth),
    "from-best": (groups.best, groups.best_notes),
}


@pytest.fixture(scope="module")
def asks():
    """Every period of every series, with what was reported and from which texts sponsors withdrew."""
    events = list(rows(SOURCES, "events"))
    withdrawals = [row["resolution"] for row in events if row["kind"] == "withdrawal"]
    more = {
        "claims": claims(SOURCES),
        "withdrawals": withdrawals,
        "told": {f"{row['date'][:4]}: {row['text']}." for row in events},
        "groups": regional,
    }
    return [replace(ask, more=more) for ask in periods(read(SOURCES), 5)]


def regional(ask, text):
    groups = defaultdict(list)
    for state in ask.members(text):
        groups[SHORT[state.group]].append(state)
    return groups


def political(ask, text):
    groups = defaultdict(list)
    there = {state.iso3: state for state in ask.members(text)}
    for row in rows(SOURCES, "group_members"):
        begun = row["member_from"] <= text.day
        ended = row["member_to"] and row["member_to"] < text.day
        if row["iso3"] in there and begun and not ended:
            groups[row["group_id"]].append(there[row["iso3"]])
    return groups


@pytest.mark.parametrize("name", KINDS)
def test_over_time(record, asks, name):
    titles, notes = KINDS[name]
    wrong = []
    for ask in asks:
        if name == "political":
            ask = replace(ask, more={**ask.more, "groups": political})
        if name == "from-best" and not groups.texts_that_tell(ask):
            continue
        chart = catalog.build(name, record, bodies=ask.body, years=f"{ask.since}-{ask.until}", stage=ask.stage)
        lines = [line for line in chart.note.split("\n") if line and line not in ask.more["told"]]
        wrong += [titles.false(chart.title, ask), *(notes.false(line, ask) for line in lines)]
    nothing_false(wrong)
