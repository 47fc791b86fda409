"""Findings over time: only known numbers are compared, bounds are worded as bounds."""

from __future__ import annotations

import pandas as pd

from analytics.measures import Measures
from analytics.scope import Scope
from charts.frame.chart import Event
from charts.words.findings import (
    AT_ADOPTION,
    BOUND,
    LIST,
    REPORTED,
    count_notes,
    counted,
    counted_side_by_side,
    sureness,
)
from charts.words.groups import share_notes, shared, short_of_best, spread_out
from tests import made


def numbers(picture: str, **more):
    return Measures(made.drawn(picture, **more)).counts()


def shares(picture: str, **more):
    return Measures(made.drawn(picture, **more)).by_group()


def broad(picture: str, **more):
    return Measures(made.drawn(picture, **more)).breadth()


def best(picture: str, **more):
    return Measures(made.drawn(picture, **more)).from_best()


def test_a_range_of_exact_numbers():
    table = numbers("2001 2003 2005\nAAA S S S\nBBB n S S\nCCC n n S")
    assert counted(table) == "General Assembly, 2001–2005: 1 to 3 sponsors where the number is known"


def test_withdrawals_are_told_apart():
    table = numbers("2001 2003 2005\nAAA S S S\nBBB n S S\nCCC n S S")
    said = counted(table, {"GA 2001"})
    assert said == "General Assembly, 2003–2005: 3 sponsors where the number is known, but 1 in 2001 after withdrawals"


def test_a_known_number_after_withdrawals_is_not_passed_over():
    table = numbers("2001 2003\nAAA S S\nBBB S n")
    assert counted(table, {"GA 2003"}) == (
        "General Assembly: 2 sponsors of the 2001 text, but 1 in 2003 after withdrawals"
    )
    alone = table[table["resolution"] == "GA 2003"]
    assert counted(alone, {"GA 2003"}) == "General Assembly: 1 sponsor in 2003, after withdrawals"


def test_one_text_is_worded_as_one():
    dark = numbers("2001\nAAA ?", lists={2001: ("", "")})
    assert counted(dark) == "General Assembly: the number of sponsors is not known for the 2001 text"
    assert counted(numbers("2001\nAAA S")) == "General Assembly: 1 sponsor of the 2001 text"


def test_a_gapped_list_is_no_exact_number():
    table = numbers("2001 2003\nAAA S S\nBBB S ?", lists={2003: ("suspected gap", "final")})
    assert counted(table) == (
        "General Assembly: 2 sponsors of the 2001 text, the only one whose number is known exactly"
    )
    only = numbers("2003\nAAA S\nBBB ?", lists={2003: ("suspected gap", "final")})
    assert counted(only) == "General Assembly: at least 1 sponsor in 2003"


def test_nothing_known_gives_a_neutral_title():
    dark = {2001: ("", ""), 2003: ("", "")}
    table = numbers("2001 2003\nAAA ? ?\nBBB ? ?", lists=dark)
    assert counted(table) == "General Assembly: the number of sponsors is not known for either of the two texts"
    assert counted_side_by_side(table) == "The number of sponsors is not known for any text in this period"
    assert counted(table.iloc[0:0]) == "No text in this period"
    assert count_notes(table) == "No list and no number is held for 2001 and 2003."


def test_notes_say_how_sure_each_number_is():
    lists = {2001: ("suspected gap", "final"), 2003: ("partial", "final"), 2005: ("", ""), 2007: ("", "")}
    table = numbers(
        "2001 2003 2005 2007\nAAA S S ? ?\nBBB ? ? ? ?", claims=[("GA 2005", 40, "exact", "final")], lists=lists
    )
    note = count_notes(table)
    for said in ("Dashed top", "(2001)", "Hatched colour", "(2003)", "number reported", "(2005)", "held for 2007"):
        assert said in note


def test_shares_of_the_latest_complete_list():
    groups = {"AAA": "African Group", "BBB": "African Group", "CCC": "Eastern European Group"}
    table = shares("2001 2003\nAAA S S\nBBB S n\nCCC n S", groups=groups)
    said = shared(table)
    assert said == "From all of the Eastern European States to 50 % of the African States: " + (
        "who sponsored the General Assembly's 2003 text"
    )


def test_shares_of_a_gapped_list_are_lower_bounds():
    table = shares("2003\nAAA S\nBBB ?", lists={2003: ("suspected gap", "final")})
    assert shared(table) == "African: at least 1 of 2 States sponsored in 2003"
    assert "Hollow" in share_notes(table)
    dark = shares("2003\nAAA ?\nBBB ?", lists={2003: ("", "")})
    assert "not known" in shared(dark)
    assert "No share can be told" in share_notes(dark)


def test_breadth():
    groups = {"AAA": "African Group", "BBB": "African Group", "CCC": "Eastern European Group"}
    table = broad("2001\nAAA S\nBBB S\nCCC S", groups=groups)
    assert spread_out(table) == (
        "33 % of the sponsors of the General Assembly's 2001 text are from outside the largest group; "
        "two groups took part"
    )
    gap = broad("2001\nAAA S\nBBB ?", lists={2001: ("suspected gap", "final")})
    assert spread_out(gap) == (
        "0 % of the names held for the General Assembly's 2001 text are from outside the largest group; "
        "one group took part"
    )
    dark = broad("2001\nAAA ?", lists={2001: ("", "")})
    assert "not known" in spread_out(dark)


def test_distance_from_the_best():
    table = best("2001 2003\nAAA S S\nBBB S n")
    assert short_of_best(table) == (
        "The African Group is 1 sponsor short of its best on the lists held of 2001 to 2003, General Assembly: 2 in "
        "2001"
    )
    gap = best("2001 2003\nAAA S S\nBBB S ?", lists={2003: ("suspected gap", "final")})
    assert short_of_best(gap).startswith("The African Group is up to 1 sponsor short of its best")
    equal = best("2001 2003\nAAA S S")
    assert short_of_best(equal) == (
        "Every group is at its own best on the latest text of the General Assembly whose list allows it"
    )


def test_whose_groups_are_at_their_best_is_said():
    equal = best("2001 2003\nAAA S S")
    council = best("2002 2004\nAAA S S", body="HRC")
    lone = best("2004\nAAA S", body="HRC")
    assert short_of_best(pd.concat([equal, lone], ignore_index=True)) == short_of_best(equal), "one is no best"
    assert short_of_best(pd.concat([equal, council], ignore_index=True)) == (
        "Every group is at its own best on the latest texts of the General Assembly and the Human Rights Council whose "
        "lists allow it"
    )


def test_one_text_is_nobodys_best():
    table = best("2001 2003\nAAA ? n\nBBB ? S", lists={2001: ("", "")})
    assert short_of_best(table) == (
        "How far each group is from its own best cannot be told: in this period only the General Assembly's 2003 "
        "text has a list that allows it"
    )


def test_an_event_is_shortened_to_its_first_clause():
    event = Event("A/RES/68/181", 2013, "More than 30 States withdraw, after a paragraph goes; 35 remain")
    assert event.short == "More than 30 States withdraw"
    assert event.sentence == "2013: More than 30 States withdraw, after a paragraph goes; 35 remain."


def test_how_sure_a_number_is_is_what_its_words_say(record):
    for stage in ("", "tabled"):
        table = Measures(record).counts(Scope.whole(stage=stage))
        for row, sure in zip(table.itertuples(), sureness(table), strict=True):
            words = row.shown_text
            assert (sure == "") == (words == "not known")
            assert (sure == BOUND) == words.startswith("at least")
            assert (sure in (LIST, REPORTED)) == words.isdigit()
            assert (sure == LIST) == (row.status == "complete")
            assert (sure == AT_ADOPTION) == (words.endswith("at adoption") and words[:1].isdigit())


def test_the_real_record(gallery):
    _, table, _ = gallery.trend(Scope(("GA",)))
    assert counted(table, {"A/RES/68/181"}) == (
        "General Assembly, 1999–2021: 59 to 85 sponsors where the number is known, but 35 in 2013 after withdrawals"
    )
