from __future__ import annotations

import pandas as pd
import pytest

from analytics.changes import changes
from analytics.ladder import ladder
from charts.painting import change_painting, ladder_painting, status_painting, times_painting
from tests import made

TEXT = {year: pd.Series({"resolution": f"GA {year}", "year": year, "body": "GA"}) for year in (2017, 2019)}


def looks(painting):
    return dict(zip(painting.states["iso3"], painting.states["look"], strict=True))


def test_each_value_has_its_own_look():
    painting = status_painting(made.cells("2019\nAAA S\nBBB n\nCCC ?\nDDD -"))
    assert looks(painting) == {"AAA": "sponsor", "BBB": "not_sponsor", "CCC": "unknown", "DDD": "not_member"}
    assert painting.head("African Group") == "1 of 3, 1 not known"


def test_a_group_of_which_nothing_is_known_has_no_number_of_sponsors():
    painting = status_painting(made.cells("2019\nAAA ?\nBBB ?\nCCC -", lists={2019: ("", "")}))
    assert painting.head("African Group") == "2, not known"


def test_only_one_text_can_be_painted():
    with pytest.raises(ValueError):
        status_painting(made.cells("2017 2019\nAAA S S"))


def test_a_change_is_told_apart_from_what_cannot_be_told():
    table = made.cells(
        "2015 2017 2019\nAAA n S S\nBBB n n S\nCCC n S n\nDDD S n n\nEEE n n n\nFFF n ? S\nGGG n S ?\nHHH n ? n",
        lists={2017: ("suspected gap", "final"), 2019: ("suspected gap", "final")},
    )
    painting = change_painting(changes(table, "GA 2017", "GA 2019"), TEXT[2017], TEXT[2019], {"DDD"})
    assert looks(painting) == {
        "AAA": "stayed",
        "BBB": "joined",
        "CCC": "left",
        "DDD": "earlier",
        "EEE": "neither",
        "FFF": "sponsor_unclear",
        "GGG": "unknown",
        "HHH": "no_unclear",
    }
    # A, B and F sponsored in 2019; G is not known; H is known not to have
    assert painting.head("African Group") == "3 of 8, 1 not known"


def test_times_are_counts_of_what_is_known():
    table = made.cells("2001 2003 2005 2007\nAAA S S S S\nBBB S n n ?\nCCC n n n n\nDDD ? ? ? ?")
    painting = times_painting(ladder(table, "GA"), "GA")
    made_of = looks(painting)
    assert made_of["CCC"] == "none"
    assert made_of["DDD"] == "unknown"
    assert made_of["AAA"] != made_of["BBB"]
    sentences = dict(zip(painting.states["iso3"], painting.states["sentence"], strict=True))
    assert sentences["BBB"] == "sponsor of 1 of 3 known opportunities"
    assert painting.head("African Group") == "2 of 4 ever, 1 not known"


def test_the_ladder_has_a_look_for_every_word():
    table = made.cells("2001 2003 2005\nAAA S S S\nBBB n n n\nCCC S S n\nDDD ? ? S")
    painting = ladder_painting(ladder(table, "GA"), "GA")
    assert looks(painting) == {"AAA": "Core", "BBB": "Never", "CCC": "Lapsed", "DDD": "Too little known"}
    from analytics.ladder import WORDS

    assert set(WORDS) == set(painting.looks)
