"""Where: the assembly and the map, for any text, since another, over the years, by standing."""

from __future__ import annotations

import json

import pytest

from tests.pages.visit import answer, opened, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")
NO_TEXT = "No text of these bodies"


def test_84_sponsors_of_the_text_of_2019_and_who_joined_and_left():
    at = opened("where", text="A/RES/74/146", since="A/RES/72/247")
    assert titles(at) == [
        "84 States from all five groups sponsored the 2019 text: 13 joined since 2017, 4 sponsors of 2017 did not "
        "sponsor it"
    ]
    assert answer(at) == f"{titles(at)[0]}.", "the page and its picture speak of the same"
    assert at.session_state["text"] == "A/RES/74/146"


@pytest.mark.parametrize("show", ["status", "times", "ladder"])
def test_the_map_asks_no_other_server_for_boundaries(show):
    at = opened("where", picture="map", show=show, text="A/RES/74/146")
    chart = at.get("plotly_chart")[0].proto
    assert json.loads(chart.config)["topojsonURL"] == "app/static/geo/"
    if show == "status":
        assert titles(at) == ["84 States from all five groups sponsored the 2019 text"]
    assert chart.alt


def test_the_commission_stands_as_tabled():
    at = opened("where", body="CHR", show="ladder")
    assert answer(at) == f"{titles(at)[0]}."
    assert titles(at)[0].startswith("As of the latest list that tells (2005): 37 States are core sponsors")


def test_the_founders_today():
    at = opened("where", show="founders", body="GA")
    assert titles(at) == [
        "Of the 52 States that tabled the resolution that created the mandate in 2000, 41 sponsored the Assembly text "
        "of 2023 and 6 did not; of 5 it is not known"
    ]
    other = opened("where", show="founders", founding="A/RES/53/144", body="GA")
    assert "known to have sponsored the Declaration in 1998" in titles(other)[0]


def test_who_tabled_can_be_asked_of_the_assembly():
    at = opened("where", show="status", text="A/RES/57/209", stage="tabled")
    assert titles(at) == ["59 States from all five groups sponsored the 2002 text as tabled"]


def test_the_first_text_has_none_to_be_held_against():
    at = opened("where", text="A/RES/53/144", show="change")
    assert "No earlier list of the same body and stage is held, so A/RES/53/144 cannot be compared." in words(at)
    assert "1998" in titles(at)[0]


def test_a_text_without_a_list_is_not_said_to_lack_earlier_ones():
    said = words(opened("where", text="A/HRC/RES/43/16", show="change"))
    assert "No list of sponsors of A/HRC/RES/43/16 is held, so it cannot be compared." in said
    assert "No earlier list" not in said


def test_years_without_a_text_fall_back_to_the_latest_one():
    at = opened("where", years="2024-2024", body="GA")
    assert "2023 text" in titles(at)[0]
    assert "No text of the bodies and years at the side" in words(at)


def test_times_sponsored_are_those_of_the_years_at_the_side_and_standing_is_not():
    assert titles(opened("where", show="times", years="2001-2001", body="GA"))[0].startswith("83 States have")
    at = opened("where", show="ladder", years="2001-2001", body="GA")
    assert "rests on all texts of the body, whatever the years" in words(at)
    assert "54 States are core sponsors" in titles(at)[0]
