"""Shortlist: from the empty workspace to a board with its history, and when somebody else was faster."""

from __future__ import annotations

from datetime import date

import pytest

from pages.shared.campaign import workspace as desk
from pages.shared.record import record as tables
from pages.shortlist import board
from tests.pages.visit import answer, box, button, opened, sound, source_line, words
from workspace.shortlist import table as files


def test_empty_says_what_to_do_next(desk_of_own):
    at = opened("shortlist")
    assert answer(at) == "No campaign yet: start one, then add States from Targets."
    assert "Data version" in source_line(at), "though the page stops early"
    next(f for f in at.text_input if f.label == "Name of the campaign").input("Assembly 2026")
    button(at, "Start the campaign").click()
    sound(at.run())
    assert answer(at) == "Assembly 2026: no State on the shortlist yet."


def test_an_example_goes_in_one_press_and_comes_back_as_it_was(desk_of_own):
    at = opened("shortlist")
    button(at, "Show me an example").click()
    sound(at.run())
    assert answer(sound(at.run())) == "Example: 5 States, 5 to contact."
    coming = tables.coming().iloc[0]
    first = list(tables.prospects(coming["body"], coming["year"])["iso3"][:5])
    (campaign,) = desk_of_own.campaigns.all()
    assert [entry.iso3 for entry in desk_of_own.shortlist.entries(campaign.id)] == first
    button(at, "Take the example away").click()
    sound(at.run())
    assert desk_of_own.campaigns.all() == []
    assert answer(sound(at.run())) == "No campaign yet: start one, then add States from Targets."
    button(at, "Show me an example").click()
    sound(at.run())
    assert [one.id for one in desk_of_own.campaigns.all()] == [campaign.id]


def test_a_campaign_of_ones_own_is_no_example(desk_of_own):
    desk_of_own.campaigns.create("Assembly 2026", "GA", 2026, "")
    assert not [b for b in opened("shortlist").button if b.label == "Take the example away"]


def test_the_board_the_change_of_a_status_and_its_history(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly 2026", "GA", 2026, "90 sponsors")
    for iso3 in ("ZAF", "MLI"):
        desk_of_own.shortlist.add(campaign.id, iso3, owner="Ana")
    at = opened("shortlist", view="board")
    assert answer(at) == "Assembly 2026: 2 States, 2 to contact."
    assert "Aim: 90 sponsors" in words(at)
    why = "Sponsored A/RES/74/146 (2019) and is not on the list of A/RES/78/216 (2023)."
    assert words(at).count(why) == 2, "why each is asked"
    links = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    assert "for=GA-2026" in links["Back to Targets"]
    assert f"campaign={campaign.id}" in links["Letters"]
    assert "ask=assembly" in links["Letters"]
    assert "picked=ZAF&picked=MLI" in links["Next: Coalition"]
    entry = next(e for e in desk_of_own.shortlist.entries(campaign.id) if e.iso3 == "ZAF")
    at.selectbox(key=f"status-{entry.id}-{entry.version}").select("committed")
    button(at, "Save South Africa").click()
    sound(at.run())
    assert answer(sound(at.run())) == "Assembly 2026: 2 States, 1 committed, 1 to contact."
    history = [line.value.replace("\\", "") for line in at.markdown if line.value.startswith("- ")]
    assert "South Africa: status from “to contact” to “committed”" in history[0]
    assert str(date.today().year) in history[0]


def test_a_board_of_any_year_and_of_a_sure_sponsor(desk_of_own):
    campaign = desk_of_own.campaigns.create("Later", "HRC", 2100)
    desk_of_own.shortlist.add(campaign.id, "CHE")
    assert "Stands as: Core to 2019; 2026 not known." in words(opened("shortlist", view="board"))
    desk_of_own.shortlist.add(campaign.id, "NOR")
    assert "it leads." in words(opened("shortlist", view="board")), "nobody asks Norway"


def test_the_second_of_two_is_told_and_nothing_is_overwritten(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly 2026", "GA", 2026)
    entry = desk_of_own.shortlist.add(campaign.id, "KEN")
    at = opened("shortlist", view="board")
    desk_of_own.signed("Bo").shortlist.change(entry.id, entry.version, status="declined")
    at.selectbox(key=f"status-{entry.id}-{entry.version}").select("committed")
    button(at, "Save Kenya").click()
    sound(at.run())
    assert desk_of_own.shortlist.entries(campaign.id)[0].status == "declined"
    said = words(at)
    assert "Kenya was changed by Bo on" in said
    assert said.count("Nothing of yours was saved") == 1
    assert "Status: you wanted “committed”, saved is “declined”." in said
    assert "Owner: you wanted" not in said, "only what differs"


def test_a_state_is_added_here(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly 2026", "GA", 2026)
    at = opened("shortlist")
    box(at, "State").select("FJI")
    button(at, "Add").click()
    sound(at.run())
    assert [e.iso3 for e in desk_of_own.shortlist.entries(campaign.id)] == ["FJI"]


def field(at, label: str):
    """The text field with that label, in the form shown last."""
    return [one for one in at.text_input if one.label == label][-1]


def test_a_campaign_is_renamed_put_away_and_taken_up_again(desk_of_own):
    desk_of_own.campaigns.create("Assembly", "GA", 2026)
    second = desk_of_own.campaigns.create("Council", "HRC", 2028)
    at = opened("shortlist", campaign=str(second.id))
    assert answer(at) == "Council: no State on the shortlist yet.", "a link opens one campaign"
    field(at, "Name").input("Geneva 2028")
    button(at, "Save the campaign").click()
    assert answer(sound(sound(at.run()).run())) == "Geneva 2028: no State on the shortlist yet."
    assert "Council: name from “Council” to “Geneva 2028”" in words(at)
    button(at, "Archive Geneva 2028").click()
    assert answer(sound(sound(at.run()).run())) == "Assembly: no State on the shortlist yet."
    assert "Geneva 2028 · Human Rights Council 2028" in words(at)
    button(at, "Bring back Geneva 2028").click()
    assert answer(sound(sound(at.run()).run())) == "Geneva 2028: no State on the shortlist yet."
    assert "brought back Geneva 2028" in words(at)


def test_the_second_to_rename_a_campaign_is_told(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly", "GA", 2026)
    at = opened("shortlist")
    desk_of_own.signed("Bo").campaigns.change(campaign.id, campaign.version, name="Third Committee")
    field(at, "Name").input("New York")
    button(at, "Save the campaign").click()
    sound(at.run())
    assert desk_of_own.campaigns.get(campaign.id).name == "Third Committee"
    assert "Nothing of yours was saved" in words(at)


def test_what_somebody_else_wrote_is_shown_as_written(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly", "GA", 2026)
    at = opened("shortlist")
    desk_of_own.signed("Bo").campaigns.change(campaign.id, campaign.version, aim="*all* of [them](http://a.b)")
    field(at, "Aim").input("half of them")
    button(at, "Save the campaign").click()
    sound(at.run())
    assert "\\*all\\*" in at.error[0].value
    assert "](" not in at.error[0].value


def test_a_new_campaign_is_shown_at_once_beside_others(desk_of_own):
    desk_of_own.campaigns.create("Assembly", "GA", 2026)
    at = opened("shortlist")
    field(at, "Name of the campaign").input("Zzz")
    button(at, "Start the campaign").click()
    assert answer(sound(sound(at.run()).run())).startswith("Zzz:")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_the_dashboard_wrote_it_reads_back(desk_of_own, record, kind):
    campaign = desk_of_own.campaigns.create("Assembly", "GA", 2026)
    for iso3, note in (("CIV", "=1+1"), ("KOR", "+41 22"), ("TUR", "@Ana"), ("VAT", "-")):
        desk_of_own.shortlist.add(campaign.id, iso3, note=note)
    names = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    entries = desk_of_own.shortlist.entries(campaign.id)
    written = (files.csv_bytes if kind == "csv" else files.xlsx_bytes)(entries, names)
    other = desk_of_own.campaigns.create("Copy", "GA", 2026)
    opened("shortlist")  # the pages' tables are of this record from here on
    for each in (campaign, other):
        rows, ignored = files.read(written)
        done = desk_of_own.import_shortlist(each.id, rows, board.resolver())
        assert ignored == []
    assert len(done.added) == 4
    assert {e.iso3: e.note for e in desk_of_own.shortlist.entries(other.id)} == {e.iso3: e.note for e in entries}


def test_names_and_codes_of_a_file(desk_of_own):
    opened("shortlist")
    resolve = board.resolver()
    assert [resolve(said) for said in ("MLI", " mli ", "Mali", "Turkey", "Holy See")] == ["MLI"] * 3 + ["TUR", "VAT"]
    assert resolve("XXX") is None
    assert resolve("European Union") is None


def test_a_server_that_is_down_is_told_and_the_rest_of_the_dashboard_works(desk_of_own, monkeypatch, tmp_path):
    monkeypatch.setenv("COSPONSOR_WORKSPACE_URL", f"postgresql://anna:secret@/db?host={tmp_path}")
    desk._opened.clear()
    at = opened("shortlist")
    assert answer(at) == "The workspace cannot be opened now."
    assert "Check that the server runs" in words(at)
    assert "secret" not in words(at)
    assert button(at, "Try again")
    assert "Data version" in source_line(at)
    at = opened("targets")
    assert answer(at).startswith("11 States")
    assert "Check that the server runs" in words(at)
    assert answer(opened("coalition")).startswith("80 sponsors")
    for page in ("overview", "states"):
        opened(page)
    at = opened("letter", state="KEN")
    assert answer(at).startswith("Kenya: ")
    assert "Check that the server runs" in words(at)
    assert answer(opened("letter", to="states", letters="KEN")) == "1 letter in English, to Kenya."
    assert answer(opened("briefing", start="campaign-update")).endswith("items, ready to leave.")
    at = opened("briefing")
    assert answer(at) == "Your briefing cannot be opened now; the ready-made ones can."
    at.button_group(key="start").set_value("side-event")
    sound(at.run())
    assert answer(at).endswith("items, ready to leave.")
    assert at.button(key="make-deck")


def test_a_state_that_somebody_else_took_off_is_told_until_it_is_seen(desk_of_own):
    campaign = desk_of_own.campaigns.create("Assembly 2026", "GA", 2026)
    kenya, mali = (desk_of_own.shortlist.add(campaign.id, iso3, note="Ask in May") for iso3 in ("KEN", "MLI"))
    at = opened("shortlist", view="board")
    desk_of_own.signed("Bo").shortlist.remove(kenya.id, kenya.version)
    said = "Bo has taken Kenya off the shortlist of Assembly 2026. "
    assert said in words(sound(at.run()))
    assert "note: Ask in May" in words(at)
    assert said in words(sound(at.run())), "until it is seen"
    button(at, "I have seen it").click()
    assert said not in words(sound(at.run()))
    button(at, "Take Mali off").click()
    sound(at.run())
    assert "has taken Mali off" not in words(at), "who did it knows"
