from __future__ import annotations

import pandas as pd
import pytest

from analytics.measures import Measures
from charts.frame.colors import DARK, LIGHT
from charts.frame.legend import colour
from charts.kinds.states.ladder import ladder_painting, times_painting
from charts.kinds.states.paint import LOOKS, change_painting, status_painting
from charts.kinds.states.worldmap import map_looks
from data.words import CELLS, STANDINGS
from tests import made

TEXT = {year: pd.Series({"resolution": f"GA {year}", "year": year, "body": "GA"}) for year in (2017, 2019)}


def looks(painting):
    return dict(zip(painting.states["iso3"], painting.states["look"], strict=True))


def test_each_value_has_its_own_look():
    painting = status_painting(made.cells("2019\nAAA S\nBBB n\nCCC ?\nDDD -\nEEE n", withdrew=[("EEE", 2019)]))
    assert looks(painting) == {
        "AAA": "sponsor",
        "BBB": "not_sponsor",
        "CCC": "unknown",
        "DDD": "not_member",
        "EEE": "not a sponsor, withdrew",
    }
    assert painting.head("African Group") == "1 of 4, 1 not known"
    assert painting.left_open()


def test_who_is_not_named_on_a_draft_is_not_known_unless_drafts_are_asked_for():
    picture, lists = "2014\nAAA S\nBBB t\nCCC t\nDDD ?", {2014: ("suspected gap", "tabled")}
    end = status_painting(made.cells(picture, lists=lists))
    assert looks(end) == {"AAA": "sponsor", "BBB": "not_when_tabled", "CCC": "not_when_tabled", "DDD": "unknown"}
    assert end.head("African Group") == "1 of 4, 3 not known"
    tabled = status_painting(made.cells(picture, lists=lists, asked="tabled"))
    assert tabled.head("African Group") == "1 of 4 as tabled, 1 not known"
    sentences = dict(zip(end.states["iso3"], end.states["sentence"], strict=True))
    assert sentences["BBB"] == "GA 2014 (2014): not named when tabled; whether it joined later is not known"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("on_map", [False, True], ids=["assembly", "map"])
def test_no_two_values_look_alike(palette, on_map: bool):
    """On tiles by fill, line, hatching, dots and weight; on the map, which has neither of the last, by the others."""
    looks = map_looks(LOOKS) if on_map else LOOKS
    assert {*CELLS} < set(looks)
    drawn = [
        (colour(palette, look.fill), look.hatch and colour(palette, look.line))
        if on_map
        else (colour(palette, look.fill), colour(palette, look.line), look.hatch, look.dotted, look.heavy)
        for look in looks.values()
    ]
    assert len(set(drawn)) == len(looks)
    assert len({look.label for look in looks.values()}) == len(looks)


def test_a_group_of_which_nothing_is_known_has_no_number_of_sponsors():
    painting = status_painting(made.cells("2019\nAAA ?\nBBB ?\nCCC -", lists={2019: ("", "")}))
    assert painting.head("African Group") == "2, not known"


def test_only_one_text_can_be_painted():
    with pytest.raises(ValueError):
        status_painting(made.cells("2017 2019\nAAA S S"))


def test_a_change_is_told_apart_from_what_cannot_be_told():
    table = made.drawn(
        "2015 2017 2019\nAAA n S S\nBBB n n S\nCCC n S n\nDDD S n n\nEEE n n n\nFFF n ? S\nGGG n S ?\nHHH n ? n",
        lists={2017: ("suspected gap", "final"), 2019: ("suspected gap", "final")},
    )
    painting = change_painting(Measures(table).changes("GA 2017", "GA 2019"), TEXT[2017], TEXT[2019])
    assert looks(painting) == {
        "AAA": "stayed",
        "BBB": "joined",
        "CCC": "left",
        "DDD": "named",
        "EEE": "neither",
        "FFF": "sponsor_unclear",
        "GGG": "unknown",
        "HHH": "no_unclear",
    }
    # A, B and F sponsored in 2019; G is not known; H is known not to have
    assert painting.head("African Group") == "3 of 8, 1 not known"


def test_times_are_counts_of_what_is_known():
    table = made.drawn("2001 2003 2005 2007\nAAA S S S S\nBBB S n n ?\nCCC n n n n\nDDD ? ? ? ?")
    painting = times_painting(Measures(table).ladder("GA"), "GA")
    made_of = looks(painting)
    assert made_of["CCC"] == "none"
    assert made_of["DDD"] == "unknown"
    assert made_of["AAA"] != made_of["BBB"]
    sentences = dict(zip(painting.states["iso3"], painting.states["sentence"], strict=True))
    assert sentences["BBB"] == "sponsor of 1 of 3 known opportunities"
    assert painting.head("African Group") == "2 of 4 on the lists that tell, 1 not known"


def test_the_ladder_has_a_look_for_every_word():
    table = made.drawn("2001 2003 2005\nAAA S S S\nBBB n n n\nCCC S S n\nDDD ? ? S")
    painting = ladder_painting(Measures(table).ladder("GA"), "GA")
    assert looks(painting) == {"AAA": "Core", "BBB": "Never", "CCC": "Lapsed", "DDD": "Too little known"}
    assert {*STANDINGS, "open on", "open off", "not_member"} == set(painting.looks)
    assert painting.head("African Group") == "2 of 4 on the 2005 text", "too little is known for a word, not of 2005"


def test_a_head_of_the_ladder_speaks_of_its_text_alone():
    """B is not known on it, whatever a later list that names some says of B."""
    table = made.drawn(
        "2001 2003 2005 2007\nAAA S S S ?\nBBB S S ? S\nCCC n n n ?",
        lists={2005: ("suspected gap", "final"), 2007: ("partial", "final")},
    )
    painting = ladder_painting(Measures(table).ladder("GA"), "GA")
    assert painting.head("African Group") == "1 of 3 on the 2005 text, 1 not known"


def test_who_was_no_member_yet_is_neither_unknown_nor_counted():
    """Montenegro and South Sudan in the time of the Commission."""
    standing = Measures(made.drawn("2001 2003 2005\nAAA S S S\nBBB n n n\nNEW - - -")).ladder("GA")
    for painting in (ladder_painting(standing, "GA"), times_painting(standing, "GA")):
        assert looks(painting)["NEW"] == "not_member"
        assert painting.head("African Group").startswith("1 of 2")
        sentences = dict(zip(painting.states["iso3"], painting.states["sentence"], strict=True))
        assert sentences["NEW"] == "not yet a Member on any of these texts"


def test_who_is_open_is_hatched_and_counted_apart():
    """B, C and D are not known on the latest list: none of them is on it, and none is off it."""
    table = made.drawn(
        "2001 2003 2005 2007\nAAA S S S S\nBBB S S S ?\nCCC n n n ?\nDDD ? ? ? ?\nEEE n n n n",
        lists={2007: ("suspected gap", "final")},
    )
    painting = ladder_painting(Measures(table).ladder("GA"), "GA")
    assert looks(painting) == {
        "AAA": "Core",
        "BBB": "open on",
        "CCC": "open off",
        "DDD": "Too little known",
        "EEE": "Never",
    }
    assert all(painting.looks[key].hatch for key in ("open on", "open off", "Too little known"))
    assert not any(painting.looks[key].hatch for key in STANDINGS if key != "Too little known")
    assert painting.head("African Group") == "1 of 5 on the 2007 text, 3 not known"
    sentences = dict(zip(painting.states["iso3"], painting.states["sentence"], strict=True))
    assert sentences["BBB"] == "Core to 2005; 2007 not known"


def test_who_was_no_member_on_any_text_is_neither_known_nor_unknown():
    table = Measures(made.drawn("2001 2003 2005\nAAA S S S\nBBB - - -")).ladder("GA")
    for painting in (ladder_painting(table, "GA"), times_painting(table, "GA")):
        assert looks(painting)["BBB"] == "not_member"
        assert painting.head("African Group").startswith("1 of 1 ")
        sentences = dict(zip(painting.states["iso3"], painting.states["sentence"], strict=True))
        assert sentences["BBB"] == "not yet a Member on any of these texts"
    assert not ladder_painting(table, "GA").left_open()


def test_the_heads_of_the_real_ladder_count_who_is_on_the_list(gallery):
    """A/RES/78/216: 73 names, 22 States in doubt; recounted from the list itself."""
    painting = ladder_painting(gallery.measures.ladder("GA"), "GA")
    record = gallery.record
    lists = record.rows("lists").set_index("list_id")
    named = set(record.rows("sponsors").loc[record.rows("sponsors")["list_id"] == "A/RES/78/216#final", "iso3"])
    doubt = set(lists.at["A/RES/78/216#final", "unknown_states"].split(";")) - named
    for group, rows in record.states[record.states["un_group"] != ""].groupby("un_group"):
        members = set(rows["iso3"])
        said = f"{len(members & named)} of {len(members)} on the 2023 text"
        said += f", {len(members & doubt)} not known" if members & doubt else ""
        assert painting.head(group) == said
    assert len(named) == 73
