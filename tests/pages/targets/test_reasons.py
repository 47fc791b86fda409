"""Which States the filters of the call list leave, and in which order."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.targets.targets import ORDER
from pages.targets.reasons import Filters, chosen

AFRICA, WEST = "African Group", "Western European and Others Group"


@pytest.fixture
def table() -> pd.DataFrame:
    """Four States: two targets in Africa (one of them with a warning), one in the West, and one that opposes."""
    rows = [
        ("AAA", "left", AFRICA, True, False, False, "fr", ("AU",)),
        ("BBB", "lapsed", AFRICA, True, False, True, "en, fr", ("AU", "OIC")),
        ("CCC", "left", WEST, True, True, False, "en", ("EU",)),
        ("DDD", "opposed", WEST, False, False, True, "en", ()),
    ]
    heads = ["iso3", "category", "un_group", "target", "council", "warning", "language", "groups"]
    made = pd.DataFrame(rows, columns=heads)
    for place, (name, _, _) in enumerate(ORDER):
        if name not in made:
            made[name] = [(row * 7 + place) % 4 for row in range(4)]
    return made


def left(table: pd.DataFrame, first: str = "", **asked: object) -> list[str]:
    return list(chosen(table, Filters(**asked), first or ORDER[0][0])["iso3"])


@pytest.mark.parametrize(
    ("asked", "states"),
    [
        ({}, {"AAA", "BBB", "CCC"}),
        ({"kinds": ["opposed"]}, {"DDD"}),
        ({"kinds": ["left", "opposed"]}, {"AAA", "CCC", "DDD"}),
        ({"groups": [AFRICA]}, {"AAA", "BBB"}),
        ({"politics": ["OIC", "EU"]}, {"BBB", "CCC"}),
        ({"spoken": ["fr"]}, {"AAA", "BBB"}),
        ({"council": True}, {"CCC"}),
        ({"calm": True}, {"AAA", "CCC"}),
        ({"groups": [AFRICA], "spoken": ["en"], "calm": True}, set()),
    ],
)
def test_what_the_filters_leave(table: pd.DataFrame, asked: dict, states: set[str]):
    assert set(left(table, **asked)) == states


@pytest.mark.parametrize("first", [name for name, _, _ in ORDER])
def test_the_evidence_chosen_comes_first_and_nobody_is_lost(table: pd.DataFrame, first: str):
    order = left(table, first)
    upwards = next(up for name, up, _ in ORDER if name == first)
    values = table.set_index("iso3").loc[order, first].tolist()
    assert values == sorted(values, reverse=not upwards)
    assert sorted(order) == ["AAA", "BBB", "CCC"]


def test_a_language_that_is_not_known_is_no_other_language_and_can_be_asked_for(table: pd.DataFrame):
    table.loc[table["iso3"] == "CCC", "language"] = ""
    assert set(left(table, spoken=["en"])) == {"BBB"}
    assert set(left(table, spoken=["en", "not known"])) == {"BBB", "CCC"}


def test_the_table_given_is_not_changed(table: pd.DataFrame):
    before = table.copy(deep=True)
    left(table, kinds=["left"], council=True)
    pd.testing.assert_frame_equal(table, before)
