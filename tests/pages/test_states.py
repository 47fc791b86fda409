"""States: one State across bodies, with what is known, what is not, and where that comes from."""

from __future__ import annotations

import pytest

from data.words import CELLS
from tests.pages.visit import answer, button, frame_with, opened, sound, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_one_state_across_bodies():
    at = opened("states", state="ZAF")
    assert answer(at) == (
        "South Africa sponsored 9 of 15 known texts in the General Assembly, 8 of 8 in the Commission as tabled and "
        "0 of 3 in the Council."
    )
    assert "9 of 15 known texts in the General Assembly" in titles(at)[0]
    past = frame_with(at, "As written").set_index("Resolution")
    assert len(past) == 38
    assert past.loc["A/RES/74/146", "On it"] == "sponsor"
    assert past.loc["A/RES/60/161", "On it"] == "not a sponsor"
    assert past.loc["A/HRC/RES/43/16", "On it"] == "not known"
    assert past.loc["CHR 2000/61", "On it"] == "sponsor"


def test_a_withdrawal_is_called_one(record):
    at = opened("states", state="ESP")
    past = frame_with(at, "As written").set_index("Resolution")
    assert past.loc["A/RES/68/181", "On it"] == "not a sponsor, withdrew"
    assert "A/RES/68/181 (withdrew)" in words(at)
    assert "Of these, another list names it on: " in words(at)
    other = frame_with(opened("states", state="KEN"), "As written").set_index("Resolution")
    assert other.loc["A/RES/68/181", "On it"] == "not a sponsor"
    assert other.loc["A/HRC/RES/25/18", "On it"] == "not named when tabled"


def test_switzerland_was_an_observer_in_the_commission():
    past = frame_with(opened("states", state="CHE"), "As written").set_index("Resolution")
    assert past.loc["CHR 2000/61", "On it"] == "sponsor"
    assert past.loc["A/RES/55/98", "On it"] == "not yet a Member State"


def test_another_stage_is_said_and_stands_in_the_words():
    at = opened("states", state="ZAF", stage="tabled")
    assert answer(at).count("as tabled") == 1, "of all bodies alike, so it is said once"
    assert "In the General Assembly, as tabled, South Africa co-sponsored " in words(at)


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


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("states", {"state": "XXX"}),
        ("letter", {"state": "XXX"}),
        ("together", {"state": "XXX"}),
        ("compare", {"view": "states", "two": "XXX"}),
        ("resolutions", {"text": "A/RES/1/1"}),
        ("where", {"text": "A/RES/1/1"}),
    ],
)
def test_a_link_to_what_is_not_known_shows_nothing_in_its_place_until_a_choice_is_made(page, asked):
    at = opened(page, **asked)
    assert answer(at) == "Nothing is shown: what the link asks for is not known here."
    assert f"the link asks for “{list(asked.values())[-1]}”, which is not known here." in words(at)
    assert not titles(at)
    assert "South Africa sponsored" not in words(at)
    (key,) = asked.keys() - {"view"}
    assert at.query_params[key] == list(asked.values())[-1], "loaded again, it says the same"
    at.selectbox(key=key).set_value("A/RES/74/146" if key == "text" else "KEN")
    assert "is not known here" not in words(sound(at.run()))


def test_before_a_meeting_the_page_says_what_to_say_why_call_and_who_calls(desk_of_own):
    campaign = desk_of_own.campaigns.create("Autumn", "GA", 2026)
    desk_of_own.shortlist.add(campaign.id, "MLI", owner="Bo", next_step="Ring the mission")
    at = opened("states", state="MLI")
    said = words(at)
    assert (
        "In the General Assembly Mali co-sponsored 5 times on 15 texts known, last known in 2019; it abstained in "
        "2015; 2011 and 2021 are not known." in said
    )
    assert (
        "Why call for the General Assembly text of 2026: Sponsored the text before: on the whole list before the latest"
        in said
    )
    assert "Who calls: Bo for Autumn (to contact; Ring the mission)." in said
    letter = next(link for link in at.get("page_link") if link.proto.label == "Letter to Mali")
    assert "state=MLI" in letter.proto.query_string
    assert "tongue=fr" in letter.proto.query_string
    assert "no call is needed" in words(opened("states", state="FRA"))
    button(at, "Add Mali to the shortlist").click()
    assert "Already there: Mali." in words(at.run())


def test_the_form_that_puts_a_state_on_a_shortlist_closes_when_it_has_saved_and_stays_where_it_refuses(desk_of_own):
    at = opened("states", state="MLI")
    for closed, told in ((1, ["On the shortlist of GA 2026: Mali."]), (1, [])):
        button(at, "Add Mali to the shortlist").click()
        sound(at.run())
        assert at.session_state["put-on-shortlists"] == closed, "another popover, which is closed"
        assert [toast.value for toast in at.toast] == told
    assert "Already there: Mali." in words(at)
    assert [entry.iso3 for entry in desk_of_own.shortlist.entries(1)] == ["MLI"]
