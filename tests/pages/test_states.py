"""States: one State across bodies, with what is known, what is not, and where that comes from."""

from __future__ import annotations

import pytest

from data.words import CELLS
from tests.pages.opening import answer, frame_with, opened, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_one_state_across_bodies():
    at = opened("states", state="ZAF")
    assert answer(at).startswith("South Africa: Lapsed in the General Assembly (sponsored 7 of 12 known texts)")
    assert "7 of 12 known texts in the General Assembly" in titles(at)[0]
    past = frame_with(at, "As written").set_index("Resolution")
    assert len(past) == 38
    assert past.loc["A/RES/74/146", "On it"] == "sponsor"
    assert past.loc["A/RES/60/161", "On it"] == "not known"


def test_not_known_and_not_yet_a_member_are_said():
    united_kingdom = frame_with(opened("states", state="GBR"), "As written").set_index("Resolution")
    assert united_kingdom.loc["A/HRC/RES/31/32", "On it"] == "not known"
    south_sudan = frame_with(opened("states", state="SSD"), "As written").set_index("Resolution")
    before = south_sudan[south_sudan["Year"] < 2011]
    assert len(before) > 10
    assert set(before["On it"]) == {CELLS["not_member"]}


@pytest.mark.parametrize("state", ["PSE", "VAT"])
def test_an_observer_is_shown_and_called_one(state):
    at = opened("states", state=state)
    assert "Observer, outside the 193 Member States." in words(at)
    assert "Observers belong to no regional group." in words(at)


def test_a_code_that_no_state_has_opens_the_first_one_offered_and_leaves_the_address():
    at = opened("states", state="XXX")
    assert answer(at).startswith("South Africa:")
    assert "state" not in at.query_params
