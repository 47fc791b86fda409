"""Cohesion: the index by known values, on drawn grids and in made votes; what is not known stays out of it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.agreement.cohesion import agreement_index, in_votes, on_lists, rolls
from analytics.agreement.pairs import ENOUGH
from analytics.scope import POLITICAL, Scope
from tests import made

GA = Scope(("GA",))
STATES = [f"A{letter}A" for letter in "ABCDEFG"]


@pytest.mark.parametrize(
    ("answers", "index"),
    [
        ((10, 0, 0), 1.0),
        ((4, 4, 4), 0.0),
        ((5, 5, 0), 0.25),
        ((6, 3, 1), (6 - 0.5 * 4) / 10),
        ((7, 0), 1.0),
        ((5, 5), 0.0),
        ((8, 2), 0.6),
    ],
)
def test_the_index_by_hand(answers, index):
    """Three answers: (max - (sum - max) / 2) / sum, as published; two: |a - b| / (a + b)."""
    assert agreement_index(answers) == pytest.approx(index)


def test_nobody_answered_and_no_choice():
    assert math.isnan(agreement_index((0, 0, 0)))
    with pytest.raises(ValueError, match="two answers"):
        agreement_index((3,))


@given(st.lists(st.integers(0, 200), min_size=2, max_size=4).filter(any))
def test_between_split_and_one_voice(answers):
    index = agreement_index(answers)
    assert -1e-12 <= index <= 1
    assert (index == 1) == (sum(answers) == max(answers))
    assert agreement_index(sorted(answers)) == index


@settings(max_examples=20)
@given(st.lists(st.text("Sn?", min_size=7, max_size=7), min_size=1, max_size=4))
def test_any_drawn_grid(columns):
    grid = "\n".join(
        [
            " ".join(str(2001 + at) for at in range(len(columns))),
            *(f"{code} {' '.join(column[n] for column in columns)}" for n, code in enumerate(STATES)),
        ]
    )
    dark = {2001 + at: column for at, column in enumerate(columns)}
    held = {
        year: ("", "") if set(column) == {"?"} else ("suspected gap" if "?" in column else "complete", "final")
        for year, column in dark.items()
    }
    table = on_lists(made.drawn(grid, lists=held), GA).set_index("year")
    assert set(table.index) == {year for year, (kind, _) in held.items() if kind}
    for year, row in table.iterrows():
        yes, no, unknown = (dark[year].count(letter) for letter in "Sn?")
        assert (row["sponsors"], row["others"], row["unknown"], row["members"]) == (yes, no, unknown, 7)
        if yes + no < ENOUGH:
            assert math.isnan(row["index"])
        else:
            assert row["index"] == pytest.approx(abs(yes - no) / (yes + no))
        assert row["led"] == ("sponsored" if yes > no else "did not" if no > yes else "even")


def test_of_part_of_a_list_nothing_is_told():
    grid = "2001\n" + "\n".join(f"{code} {letter}" for code, letter in zip(STATES, "SSSSSS?", strict=True))
    assert on_lists(made.drawn(grid, lists={2001: ("partial", "final")}), GA).empty


def test_votes_of_a_group_and_seats_without_one():
    """Six of seven with a seat voted on the text; the other body's rule of seats: its members of the year."""
    states = [made.state(code) for code in STATES]
    texts = [made.text("GA 2001", "2001-12-01"), made.text("HRC 2008", "2008-03-01", body="HRC")]
    cast = ["yes", "yes", "yes", "no", "abstain", "yes"]
    votes = [made.vote("GA 2001", code, vote) for code, vote in zip(STATES, cast, strict=False)]
    votes += [made.vote("HRC 2008", code, "no", "amendment A/HRC/7/L.1") for code in STATES[:5]]
    seats = [
        {"body": "HRC", "at": "year", "key": "2008", "state_as_written": code, "iso3": code, "source": "-"}
        for code in STATES[:6]
    ]
    record = made.record(states, texts, votes=votes, body_members=seats)
    table = in_votes(record, Scope(("GA", "HRC"))).set_index("body")
    assembly, council = table.loc["GA"], table.loc["HRC"]
    assert list(assembly[["yes", "no", "abstain", "silent", "members"]]) == [4, 1, 1, 1, 7]
    assert assembly["index"] == pytest.approx((4 - 0.5 * 2) / 6)
    assert list(council[["yes", "no", "abstain", "silent", "members"]]) == [0, 5, 0, 1, 6]
    assert (council["index"], council["led"], council["kind"]) == (1, "no", "amendment")


def test_the_roll_calls_of_the_record_add_up(record):
    """Every roll call whose names are held has as many seats as the body; the Assembly's that of its Members."""
    table = rolls(record, Scope(("GA", "CHR", "HRC")))
    total = table.groupby(["resolution", "stage"], sort=False)[["yes", "no", "abstain", "silent", "members"]].sum()
    assert total.loc[("A/RES/70/161", "plenary")].tolist() == [127, 14, 41, 11, 193]
    assert total.loc[("CHR 2000/61", "CHR plenary")].tolist() == [50, 0, 3, 0, 53]
    assert set(total["members"]) == {193, 53, 47}
    assert (total[["yes", "no", "abstain", "silent"]].sum(axis=1) == total["members"]).all()
    assert "committee" not in set(table["stage"])
    cast = record.rows("votes")
    assert len(cast[cast["stage"] != "committee"]) == int(total[["yes", "no", "abstain"]].sum().sum())


def test_political_groups_are_those_of_the_day(record):
    table = on_lists(record, Scope(("GA",), grouping=POLITICAL)).set_index(["year", "group"])
    assert table.loc[(2017, "EU"), "members"] == 28
    assert table.loc[(2023, "EU"), "members"] == 27
