"""Briefing: the empty one, the collected one, and the templates."""

from __future__ import annotations

import pytest

from briefing.document import templates
from tests.pages.visit import answer, button, gone_to, opened, sound, words


def test_empty_says_what_to_do_next(desk_of_own):
    at = opened("briefing")
    assert answer(at) == "Nothing collected yet."
    assert "use “Add to briefing” on any card, or start from a template" in words(at)


def test_items_in_their_order_moved_and_taken_out(desk_of_own):
    held = desk_of_own.briefing
    held.add("chart", {"chart": "assembly-status", "params": {"text": "A/RES/74/146"}}, "First", "")
    held.add("text", {}, "Second", "Our own words.")
    at = opened("briefing")
    assert answer(at).startswith("2 items")
    item = held.items()[0]
    at.button(key=f"item-down-{item.id}").click()
    sound(at.run())
    assert [i.title for i in held.items()] == ["Second", "First"]
    said = words(at)
    assert said.index("**1.** Second") < said.index("**2.** First")
    at.button(key=f"item-out-{item.id}").click()
    sound(at.run())
    assert [i.title for i in held.items()] == ["Second"]


def test_what_is_taken_out_can_be_brought_back_with_its_words_to_its_place(desk_of_own):
    held = desk_of_own.briefing
    for title in ("First", "Second", "Third"):
        held.add("text", {"notes": "Slowly."}, title, f"Words of {title}.")
    at = opened("briefing")
    for item in held.items()[:2]:
        at.button(key=f"item-out-{item.id}").click()
        sound(at.run())
    for title in ("Second", "First"):
        button(at, f"Bring {title} back").click()
        sound(at.run())
    assert [(i.title, i.text, i.spec) for i in held.items()] == [
        (title, f"Words of {title}.", {"notes": "Slowly."}) for title in ("First", "Second", "Third")
    ]
    assert not [one for one in at.button if one.key == "item-back"]


def test_what_nothing_can_be_made_of_is_told_and_left_out(desk_of_own):
    """As a list of no States, which an earlier version kept, or what a colleague's later version knows."""
    held = desk_of_own.briefing
    held.add("targets", {"targets": []})
    held.add("text", {}, "Second", "Our own words.")
    held.add("state", {"State": "KEN"})
    at = opened("briefing")
    assert answer(at).startswith("1 item, ")
    assert words(at).count("Left out of what is made") == 2
    at.button(key=f"item-out-{held.items()[0].id}").click()
    assert words(sound(at.run())).count("Left out of what is made") == 1


def test_a_link_opens_a_briefing_by_its_name_and_one_that_is_not_there_is_told(desk_of_own):
    desk_of_own.briefing.add("text", {}, "For Nairobi", "Other words.", "Nairobi")
    at = opened("briefing", briefing="Nairobi")
    assert answer(at).startswith("1 item, ")
    assert at.query_params["briefing"] == "Nairobi"
    at = opened("briefing", briefing="Quito")
    assert "Briefing: the link asks for “Quito”, which is not known here." in words(at)
    assert answer(at) == "Nothing collected yet."


def test_a_link_of_a_deck_to_states_that_are_not_known_says_so(desk_of_own):
    at = opened("briefing", start="campaign-update", picked=["XXX", "KEN"])
    assert "No State is known here by XXX, which the link asks for." in words(at)


def test_an_item_that_is_there_already_is_noticed(desk_of_own):
    held = desk_of_own.briefing
    held.add("chart", {"chart": "assembly-status", "params": {"text": "A/RES/74/146"}})
    held.add("text", {}, "The ask", "Our own words.")
    held.add("chart", {"chart": "assembly-status", "params": {"text": "A/RES/74/146"}, "notes": "Slowly."})
    held.add("text", {}, "The ask", "Other words.")
    said = words(opened("briefing"))
    assert said.count("The same as item") == 1
    assert "The same as item 1." in said


@pytest.mark.parametrize("way", list(templates.TEMPLATES))
def test_each_template_is_listed_and_can_be_copied(desk_of_own, way):
    at = opened("briefing")
    at.button_group(key="start").set_value(way)
    sound(at.run())
    title, _, number = answer(at).rpartition(": ")
    assert (title[:1], title[-1:]) == ("“", "”"), "its title, told apart from what is said of it"
    assert number.endswith(" items, ready to leave.")
    button(at, "Copy into my briefing").click()
    sound(at.run())
    items = desk_of_own.briefing.items()
    assert len(items) >= 3
    assert f"{len(items)} items added to “Briefing”" in words(at)


def test_what_is_added_goes_into_the_briefing_that_is_worked_on(desk_of_own):
    desk_of_own.briefing.add("text", {}, "First", "Our own words.")
    desk_of_own.briefing.add("text", {}, "For Nairobi", "Other words.", "Nairobi")
    at = opened("briefing")
    at.selectbox(key="briefing").set_value("Nairobi")
    sound(at.run())
    assert answer(at).startswith("1 item, ")
    assert at.text_input(key="title-Nairobi").value == "Nairobi"
    sound(gone_to(at, "states"))
    button(at, "Add to briefing").click()
    sound(at.run())
    assert "“Nairobi” now has 2 items" in words(at)
    assert "Open the briefing" in [link.proto.label for link in at.get("page_link")]
    at = sound(gone_to(at, "briefing"))
    assert answer(at).startswith("2 items, ")
    at.button_group(key="start").set_value("donor-page")
    sound(at.run())
    button(at, "Copy into my briefing").click()
    sound(at.run())
    assert len(desk_of_own.briefing.items("Nairobi")) > 3
    assert [item.title for item in desk_of_own.briefing.items()] == ["First"], "the other one stays as it was"


def test_what_was_made_is_not_offered_for_other_items_and_the_title_stays(desk_of_own):
    held = desk_of_own.briefing
    held.add("text", {}, "First", "Our own words.")
    at = opened("briefing")
    at.text_input(key="title-Briefing").input("For Nairobi")
    sound(at.run())
    at.button(key="make-deck").click()
    sound(at.run())
    assert "data version" in words(at)
    sound(gone_to(at, "letter"))
    sound(gone_to(at, "briefing"))
    assert at.text_input(key="title-Briefing").value == "For Nairobi"
    assert at.session_state["made"][3].startswith("for-nairobi_")
    held.change(held.items()[0].id, held.items()[0].version, title="Second")
    sound(at.run())
    assert "MB, data version" not in words(at)


def test_what_a_chart_was_asked_for_is_said_in_words(desk_of_own):
    held = desk_of_own.briefing
    held.add("chart", {"chart": "counts", "params": {"bodies": ["GA", "HRC"], "years": [2001, 2023]}}, "", "")
    held.add("chart", {"chart": "assembly-coalition", "params": {"body": "GA", "picked": "KEN,GHA"}}, "", "")
    said = words(opened("briefing"))
    assert "bodies side by side (GA, HRC, 2001 to 2023)" in said
    assert "a projected list (GA, 2 States asked)" in said


def test_the_language_of_a_briefing_is_kept_with_it_and_what_is_in_english_only_is_said_first(desk_of_own) -> None:
    desk_of_own.briefing.add("chart", {"chart": "counts", "params": {}})
    item = desk_of_own.briefing.add("chart", {"chart": "columns", "params": {"body": "CHR", "years": [2010, 2012]}})
    at = opened("briefing")
    chooser = next(group for group in at.button_group if group.label == "Language")
    at = sound(chooser.set_value("fr").run())
    assert "Item 2: Why an item could not be made is in English only" in at.warning[0].value
    assert all(button.disabled for button in at.button if (button.key or "").startswith("make-"))
    assert "Appui aux défenseurs et défenseuses des droits humains" in [field.value for field in at.text_input]
    desk_of_own.briefing.remove(item.id, item.version)
    at = opened("briefing")
    assert next(group for group in at.button_group if group.label == "Language").value == "fr"
    assert not at.warning
    disabled = {button.key: button.disabled for button in at.button if (button.key or "").startswith("make-")}
    assert not disabled["make-deck"]
    assert disabled["make-zip"]
