"""The sentences on top of pages: true in any scope, and silent where nothing is known."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.measures import Measures
from charts.words.answers import compare, overview, resolution, state, trends, withdrawals
from tests import made


def test_a_text_with_withdrawals_is_told_apart_from_the_range():
    table = Measures(made.drawn("2001 2003 2005\nAAA S S S\nBBB S n S\nCCC n n S")).counts()
    assert trends(table, {"GA 2003"}) == (
        "General Assembly, 2001–2005: 2 to 3 sponsors where the number is known, but 1 in 2003 after withdrawals."
    )
    only = table[table["resolution"] == "GA 2003"]
    assert trends(only, {"GA 2003"}) == "General Assembly: 1 sponsor in 2003, after withdrawals."
    council = Measures(made.drawn("2007\nAAA S", body="HRC")).counts()
    assert trends(pd.concat([table, council]), {"GA 2003"}) == (
        "Known numbers of sponsors: General Assembly 2 to 3, but 1 in 2003 after withdrawals; "
        "Human Rights Council 1 in 2007."
    )
    assert trends(pd.concat([only, council]), {"GA 2003"}).startswith(
        "Known numbers of sponsors: General Assembly 1 in 2003 after withdrawals; "
    )


def test_bodies_stand_in_their_order_and_say_that_no_number_is_known():
    dark = {2001: ("", ""), 2003: ("", "")}
    bodies = {"GA": "2005\nAAA ?", "HRC": "2001 2003\nAAA ? ?"}
    assert trends(Measures(made.drawn(bodies, lists={**dark, 2005: ("", "")})).counts()) == (
        "Known numbers of sponsors: General Assembly no whole number; Human Rights Council no whole number."
    )


def test_a_matrix_of_which_nothing_is_known_counts_no_sponsorships():
    dark = made.drawn("2001\nAAA ?\nBBB ?", lists={2001: ("", "")})
    assert compare(Measures(dark).reach()) == "Who sponsored is not known for any text in view."


def test_a_state_with_what_is_not_known_reads_as_one_sentence():
    table = made.drawn("2001 2003 2005 2007\nAAA S S S ?", lists={2007: ("suspected gap", "final")})
    standing = Measures(table).ladder("GA").set_index("iso3").loc["AAA"]
    commission = made.drawn("2001\nAAA ?", body="CHR", lists={2001: ("", "")})
    dark = Measures(commission).ladder("CHR").set_index("iso3").loc["AAA"]
    assert state("Aaa", {"GA": standing, "CHR": dark}) == (
        "Aaa sponsored 3 of 3 known texts in the General Assembly; nothing is known in the Commission."
    )


def test_bodies_are_answered_for_one_by_one_each_at_its_stage():
    bodies = {"GA": "2001 2003\nAAA S n\nBBB n ?", "CHR": "2002\nAAA S\nBBB t"}
    record = made.drawn(bodies, lists={2003: ("suspected gap", "final"), 2002: ("complete", "tabled")})
    assert compare(Measures(record).reach()) == (
        "Member States that sponsored: General Assembly at least 1 of 2 (75 % known), "
        "Commission 1 of 2 as tabled (100 % known)."
    )


def test_only_members_of_the_days_are_counted():
    table = made.drawn("2001 2003\nAAA S n\nBBB n n\nCCC - n\nDDD - -")
    assert compare(Measures(table).reach()).startswith("1 of 3 Member States sponsored a text or more")
    standing = Measures(table).ladder("GA").set_index("iso3").loc["DDD"]
    assert state("Ddd", {"GA": standing}) == "Ddd: not yet a Member State at any text of the General Assembly."


def test_a_text_from_which_states_withdrew_says_how_many():
    table = Measures(made.drawn("2013\nAAA S\nBBB n\nCCC n", withdrew=[("BBB", 2013)])).counts()
    text = pd.Series({"resolution": "GA 2013", "adoption": "without a vote"})
    assert resolution(table, text) == "GA 2013, adopted without a vote: 1 sponsor; 1 State withdrew."


@pytest.mark.parametrize(
    ("picture", "lists", "said"),
    [
        ("2013\nAAA ?", {2013: ("", "")}, "its sponsors are not known: no list is held."),
        (
            "2011 2013\nAAA S ?",
            {2011: ("complete", "tabled"), 2013: ("", "")},
            "its sponsors as tabled are not known: no list as tabled is held.",
        ),
        (
            "2013\nAAA S\nBBB ?",
            {2013: ("partial", "statement")},
            "its sponsors are not known: only single names out of statements are held, no list.",
        ),
        (
            "2011 2013\nAAA S S\nBBB n t",
            {2013: ("complete", "tabled")},
            "its sponsors are not known: only a list of another stage is held (as tabled).",
        ),
    ],
)
def test_what_is_held_of_a_text_whose_sponsors_are_not_known_is_said(picture, lists, said):
    table = Measures(made.drawn(picture, lists=lists)).counts()
    text = pd.Series({"resolution": "GA 2013", "adoption": "without a vote"})
    assert resolution(table, text) == f"GA 2013, adopted without a vote: {said}"


def test_who_withdrew_is_named_by_region():
    groups = {"BBB": "Eastern European Group", "CCC": "Eastern European Group"}
    table = made.cells("2013\nAAA S\nCCC n\nBBB n\nDDD n", groups=groups, withdrew=[("BBB", 2013), ("CCC", 2013)])
    assert withdrawals(table) == ["Withdrew, Eastern European (2): Bbb, Ccc."]
    assert withdrawals(table[table["iso3"] == "DDD"]) == []


def test_the_latest_list_that_has_a_gap_is_not_called_whole():
    lists = {2019: ("suspected gap", "final"), 2021: ("", "")}
    said = overview(Measures(made.drawn("2019 2021\nAAA S ?\nBBB ? ?", body="HRC", lists=lists)).counts())
    assert said == (
        "no General Assembly text is in the record; Council: not known for 2021, at least 1 sponsor on the last list "
        "held, which has a gap (2019)."
    )


def test_a_record_with_one_unknown_cell_is_not_all_known():
    rows = [f"{letter}{n} S" for letter in "ABC" for n in range(10, 99)]
    record = made.drawn("\n".join(["2001", *rows, "DDD ?"]))
    assert compare(Measures(record).reach()) == (
        "At least 267 of 268 Member States sponsored a text or more (over 99 % of the record known)."
    )
