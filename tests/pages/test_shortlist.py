"""Shortlist: from the empty workspace to a board with its history, and when somebody else was faster."""

from __future__ import annotations

from datetime import date

from tests.pages.opening import answer, box, button, opened, sound, source_line, words


def test_empty_says_what_to_do_next(desk_of_own):
    at = opened("shortlist")
    assert answer(at) == "No campaign yet: start one, then add States from Targets."
    assert "Data version" in source_line(at), "though the page stops early"
    next(f for f in at.text_input if f.label == "Name of the campaign").input("Assembly 2026")
    button(at, "Start the campaign").click()
    sound(at.run())
    assert answer(at) == "Assembly 2026: no State on the shortlist yet."


def test_the_board_the_change_of_a_status_and_its_history(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly 2026", "GA", 2026, "90 sponsors")
    for iso3 in ("ZAF", "MLI"):
        desk_of_own.shortlist.add(campaign.id, iso3, owner="Ana")
    at = opened("shortlist")
    assert answer(at) == "Assembly 2026: 2 States, 2 to contact."
    assert "Aim: 90 sponsors" in words(at)
    entry = next(e for e in desk_of_own.shortlist.entries(campaign.id) if e.iso3 == "ZAF")
    at.selectbox(key=f"status-{entry.id}-{entry.version}").select("committed")
    next(b for b in at.button if b.label == "Save" and f"{entry.id}-{entry.version}" in b.form_id).click()
    sound(at.run())
    assert answer(sound(at.run())) == "Assembly 2026: 2 States, 1 committed, 1 to contact."
    history = [line.value.replace("\\", "") for line in at.markdown if line.value.startswith("- ")]
    assert "South Africa: status from “to contact” to “committed”" in history[0]
    assert str(date.today().year) in history[0]


def test_the_second_of_two_is_told_and_nothing_is_overwritten(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly 2026", "GA", 2026)
    entry = desk_of_own.shortlist.add(campaign.id, "KEN")
    at = opened("shortlist")
    desk_of_own.signed("Bo").shortlist.change(entry.id, entry.version, status="declined")
    at.selectbox(key=f"status-{entry.id}-{entry.version}").select("committed")
    next(b for b in at.button if b.label == "Save" and f"{entry.id}-{entry.version}" in b.form_id).click()
    sound(at.run())
    assert desk_of_own.shortlist.entries(campaign.id)[0].status == "declined"
    assert "Nothing of yours was saved" in words(at)


def test_a_state_is_added_here(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly 2026", "GA", 2026)
    at = opened("shortlist")
    box(at, "State").select("FJI")
    button(at, "Add").click()
    sound(at.run())
    assert [e.iso3 for e in desk_of_own.shortlist.entries(campaign.id)] == ["FJI"]
