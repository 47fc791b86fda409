"""The numbers and words behind each chart, on its Table tab, against the second reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from charts import catalog
from tests.oracle.cells import body_stage, standing, took_back
from tests.oracle.changes import change
from tests.oracle.record import read
from tests.oracle.reported import claims, told
from tests.oracle.said.sentences import AT_STAGE, NAMES, Ask, same
from tests.oracle.said.test_over_time import political, regional
from tests.oracle.said.texts import SHORT
from tests.oracle.sweep import pairs, series

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"
HOW = {"complete": "complete", "gap": "has a gap", "partial": "read in part", "count only": "number reported only"}
WORDS = {
    "sponsor": "sponsor",
    "not_sponsor": "not a sponsor",
    "not_when_tabled": "not named when tabled",
    "unknown": "not known",
    "not_member": "not yet a Member",
}
LISTED = ("complete", "gap", "partial")


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


@pytest.fixture(scope="module")
def asks(second):
    return [replace(ask, more={"claims": claims(SOURCES)}) for ask in series(second)]


def rows_of(chart) -> list[dict]:
    """The rows of a chart's table; what is empty is None."""
    table = chart.table.astype(object)
    return table.where(table.notna(), None).to_dict("records")


def word(ask: Ask, text, state) -> str:
    value = ask.value(text, state)
    back = value == "not_sponsor" and took_back(ask.record, text, state.iso3)
    return "not a sponsor, withdrew" if back else WORDS[value]


def test_sponsors_of_each_text(record, asks):
    for ask in asks:
        rows = rows_of(catalog.build("columns", record, body=ask.body, stage=ask.stage))
        same([row["Resolution"] for row in rows], [text.symbol for text in ask.texts])
        for text, row in zip(ask.texts, rows, strict=True):
            number = told(ask, text)
            members = Counter(SHORT[state.group] for state in ask.named(text, ask.members(text)))
            there = [s for s in ask.record.states.values() if standing(s, text) == "observer"]
            listed = number.how in LISTED
            expected = {short: members[short] if listed else None for short in SHORT.values()}
            expected |= {
                "Observers": len(ask.named(text, there)) if listed else None,
                "Sponsors": number.text or "not known",
                "Number": number.least,
                "List": HOW.get(number.how, "not held"),
            }
            same({key: row[key] for key in expected}, expected)


@pytest.mark.parametrize(("name", "groups"), [("regions", regional), ("political", political)])
def test_groups_text_by_text(record, asks, name, groups):
    for ask in asks:
        rows = rows_of(catalog.build(name, record, bodies=ask.body, stage=ask.stage))
        found = {(row["Resolution"], row["Group"]): row for row in rows}
        for text in ask.texts:
            how = told(ask, text).how
            for group, states in groups(ask, text).items():
                row = found.pop((text.symbol, group))
                named, dark = len(ask.named(text, states)), len(ask.dark(text, states))
                listed = how in LISTED
                said = row["Sponsors named"], row["Not known"], row["Members"]
                same((group, *said), (group, named if listed else None, dark if listed else None, len(states)))
                share = round(named / len(states), 4) if how in ("complete", "gap") else None
                same((text.symbol, group, row["Share"]), (text.symbol, group, share))
        same(found, {})


def test_states_by_text(record, asks):
    for ask in asks:
        table = catalog.build("matrix", record, bodies=ask.body, stage=ask.stage).table.set_index("Code")
        for text in ask.texts:
            right = {code: word(ask, text, state) for code, state in ask.record.states.items()}
            head = text.symbol + AT_STAGE[ask.stage]
            same((head, table[head].to_dict()), (head, right))


def test_who_joined_and_who_left(record, second):
    said = {
        "new": "joined for the first time on the lists held",
        "returned": "returned: on an earlier list",
        "between": "joined on a text between the two",
        "stayed": "stayed",
        "left": "sponsored the earlier text only",
        "unknown": "cannot be told",
        "neither": "on neither list",
        "not_member": "not yet a Member",
    }
    for n, ask in enumerate(pairs(second)):
        if n % 5:
            continue
        chart = catalog.build("changes", record, text=ask.text.symbol, since=ask.before.symbol, stage=ask.stage)
        right = {}
        for code, state in second.states.items():
            right[code] = said[change(second, ask.before, ask.text, state, ask.stage).outcome]
        found = chart.table.set_index("Code")["Change"].to_dict()
        same({code: change for code, change in found.items() if right[code] != change}, {})


def test_one_state_through_all_texts(record, second):
    own = {body: Ask(second, body, body_stage(second, body)) for body in NAMES}
    for code, state in list(second.states.items())[::4]:
        table = catalog.build("timeline", record, state=code).table
        right = []
        for text in second.texts:
            value = word(own[text.body], text, state).replace("a Member", "a Member State")
            right.append((NAMES[text.body], text.symbol, text.year, value))
        found = list(table[["Body", "Resolution", "Year", "Record"]].itertuples(index=False, name=None))
        same((code, set(found) ^ set(right)), (code, set()))
    assert pd.Index(table["Year"]).is_monotonic_increasing
