"""Targets: the computed headline, who is a target and who is not, filters, and the way to the shortlist."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from data.words import CATEGORIES
from tests.pages.visit import answer, box, button, frame_with, opened, sound, titles, words

LEFT = {
    "Central African Republic",
    "DR Congo",
    "Guinea",
    "Haiti",
    "Jordan",
    "Liberia",
    "Maldives",
    "Mali",
    "Sao Tome and Principe",
    "Seychelles",
    "South Africa",
}
NOT_KNOWN = {"Afghanistan", "Andorra", "Australia", "Austria", "Belgium", "Bosnia and Herzegovina", "Brazil"}


def call_list(at) -> dict[str, str]:
    """Category by State, as the table shows it."""
    shown = frame_with(at, "Missed in a row")
    return dict(zip(shown["State"], shown["Category"], strict=True))


def test_the_headline_and_who_is_on_the_call_list(desk_of_own):
    at = opened("targets")
    headline = "11 States sponsored in 2019 and not in 2023, 8 of them African; of 7 more it cannot be told"
    assert answer(at) == f"{headline}."
    assert titles(at) == [headline]
    called = call_list(at)
    assert {state for state, kind in called.items() if kind == CATEGORIES["left"][0]} == LEFT
    assert not NOT_KNOWN & set(called), "not known is no reason to be called lapsed"
    assert not {"Norway", "China", "Russia"} & set(called)
    assert button(at, "Start the shortlist")


def test_those_to_confirm_and_those_who_oppose_are_asked_for_by_name(desk_of_own):
    at = opened("targets", category=["confirm", "opposed"])
    called = call_list(at)
    assert {state for state, kind in called.items() if kind == CATEGORIES["confirm"][0]} == NOT_KNOWN
    assert {"China", "Russia"} <= {state for state, kind in called.items() if kind == CATEGORIES["opposed"][0]}


def test_a_link_to_a_filtered_view(desk_of_own):
    at = opened("targets", **{"for": "GA-2026", "category": "left", "region": "African Group", "calm": "yes"})
    assert len(call_list(at)) <= 8
    assert set(frame_with(at, "Missed in a row")["Region"]) == {"African"}
    assert at.query_params["region"] == "African Group"


def test_a_list_of_no_state_is_not_offered_for_a_briefing(desk_of_own):
    def offered(group: list[str]) -> list[str]:
        at = opened("targets", category="lapsed", group_id=group)
        return [one.label for one in at.button if one.label == "Add to briefing"]

    assert offered([]) == ["Add to briefing"]
    assert offered(["EU"]) == []


def test_nonsense_in_the_address_opens_the_plain_view(desk_of_own):
    at = opened("targets", **{"category": "nonsense", "sort": "x", "council": "perhaps"})
    assert box(at, "For which text").value == "GA-2026"
    assert not {"category", "sort", "council"} & set(at.query_params)


@pytest.mark.parametrize("page", ["targets", "coalition"])
def test_a_link_to_a_text_that_is_not_expected_shows_no_other(desk_of_own, page):
    at = opened(page, **{"for": "XX-1"})
    assert answer(at) == "Nothing is shown: what the link asks for is not known here."
    assert "For which text: the link asks for “XX-1”, which is not known here." in words(at)
    box(at, "For which text").set_value("GA-2026")
    assert "Nothing is shown" not in words(sound(at.run()))


def test_ticks_of_a_link_that_are_no_states_are_told(desk_of_own):
    at = opened("targets", **{"ticked-GA-2026": ["MLI", "XXX"]})
    assert "Chosen: the link asks for “XXX”, which is not known here." in words(at)
    assert "Chosen: Mali." in words(at)


def test_a_campaign_can_be_started_here(desk_of_own):
    at = opened("targets")
    button(at, "Start the shortlist").click()
    sound(at.run())
    campaign = desk_of_own.campaigns.all()[0]
    assert (campaign.body, campaign.year) == ("GA", 2026)
    assert button(sound(at.run()), "Choose States first").disabled


def test_ticks_of_a_link_or_a_reload_go_to_the_shortlist_and_on_along_the_chain(desk_of_own):
    at = opened("targets", **{"ticked-GA-2026": ["MLI", "GIN", "NOBODY"]})
    assert "Chosen: Mali, Guinea." in words(at)
    assert at.query_params["ticked-GA-2026"] == ["MLI", "GIN"]
    button(at, "Add 2 States to the shortlist").click()
    sound(at.run())
    (campaign,) = desk_of_own.campaigns.all()
    assert [entry.iso3 for entry in desk_of_own.shortlist.entries(campaign.id)] == ["MLI", "GIN"]
    assert "On the shortlist of GA 2026: Mali, Guinea." in words(at)
    query = {link.proto.label: parse_qs(link.proto.query_string) for link in at.get("page_link")}
    assert query["Next: Shortlist"] == {"campaign": [str(campaign.id)]}
    assert query["Coalition"]["picked"] == ["MLI", "GIN"]
    assert query["Letters"] == {"to": ["shortlist"], "campaign": ["1"], "ask": ["assembly"], "tongue": ["fr"]}
    assert query["Campaign deck"] == {"start": ["campaign-update"], "campaign": ["1"]}
    button(at, "Add 2 States to the shortlist").click()
    assert "Already there: Mali, Guinea." in words(sound(at.run()))


def test_who_signs_is_asked_before_the_first_change_and_never_again(desk_of_own):
    desk_of_own.settings.set("who", "")
    at = opened("targets", **{"ticked-GA-2026": ["MLI"]})
    button(at, "Add Mali to the shortlist").click()
    assert "Nothing was saved yet: say your name first" in words(sound(at.run()))
    assert desk_of_own.campaigns.all() == []
    field = next(f for f in at.text_input if f.label.startswith("Your name"))
    field.input("Bo Lind")
    button(at, "Add Mali to the shortlist").click()
    sound(at.run())
    assert desk_of_own.campaigns.all()[0].updated_by == "Bo Lind"
    assert not [f for f in opened("targets").text_input if f.label.startswith("Your name")]


def test_the_call_list_says_why_and_what_is_not_known_in_words(desk_of_own):
    shown = frame_with(opened("targets"), "Why").set_index("State")
    assert shown.loc["Mali", "Why"].startswith("Sponsored A/RES/74/146 (2019) and is not on the list of A/RES/78/216")
    assert shown.loc["Benin", "Human Rights Council"] == "member now"
    assert shown.loc["Mali", "Human Rights Council"] == "no member now"
    assert shown["Why"].str.len().min() > 20


def test_the_forecast_comes_only_when_asked_for_and_says_how_good_it_is(desk_of_own):
    at = opened("targets", forecast="yes")
    assert "How good is this?" in words(at)
    assert len(frame_with(at, "Same as last time"))


def test_the_forecast_is_of_the_states_on_the_list_in_their_order(desk_of_own):
    at = opened("targets", forecast="yes", category="left")
    shown = frame_with(at, "In words")
    assert set(shown["State"]) == LEFT
    assert list(shown["State"]) == list(frame_with(at, "Missed in a row")["State"])
    south_africa = shown.set_index("State").loc["South Africa"]
    assert south_africa["Sponsored"] == "9 of 15 texts"
    assert (south_africa["Chance"], south_africa["Interval"]) == ("59 %", "43 % to 75 %")


def test_the_reasons_of_a_state_open_by_a_link(desk_of_own):
    at = opened("targets", why="MLI")
    assert box(at, "Reasons for").value == "MLI"
    assert "Sponsored A/RES/74/146 (2019) and is not on the list of A/RES/78/216 (2023)." in words(at)
    assert box(opened("targets", why="XXX"), "Reasons for").value == ""
    assert box(opened("targets", why="FRA"), "Reasons for").value == "", "a core sponsor is no target"
    assert "Leads the text" in words(opened("targets", why="NOR"))
    said = words(opened("targets", why="CHN"))
    assert "It has voted against a text or for a hostile amendment" in said


def test_who_may_not_sponsor_is_on_no_call_list(desk_of_own):
    assembly, council = (set(call_list(opened("targets", **{"for": one}))) for one in ("GA-2026", "HRC-2028"))
    assert "Holy See" not in assembly
    assert "Holy See" in council
    assert "State of Palestine" in assembly, "it may since 2024; in the Council it is on the latest list that tells"
    assert not {"Norway"} & (assembly | council)


def test_where_no_text_is_ahead_the_page_says_so(desk_of_own, monkeypatch):
    monkeypatch.setattr("analytics.texts.occasions.coming", lambda record, today: record.coming.iloc[0:0])
    for page in ("targets", "coalition"):
        assert "No coming text is expected" in answer(opened(page))


def test_observers_are_said_beside_the_states(desk_of_own):
    assert "98 States (1 observer among them), of 140 that may sponsor and are not sure to." in words(opened("targets"))
