"""A campaign from the call list to the shortlist, and a coalition from a suggestion to a scenario and a link."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from openpyxl import load_workbook
from playwright.sync_api import Page

from tests.browser.actions import answer, arrive, choose_row, take
from tests.browser.look import PATIENCE, open_page, wait_until_complete


def sign(page: Page) -> None:
    """Say who signs, where it is asked: before the first change."""
    for field in page.get_by_label("Your name, to sign your changes").all():
        field.fill("Ana Ruiz")


def test_from_the_call_list_to_the_shortlist_and_out_of_the_house(page: Page, tmp_path: Path) -> None:
    open_page(page, "targets", category=["left"], region=["African Group"], sort="category")
    assert "11 States sponsored in 2019 and not in 2023" in answer(page)

    choose_row(page, "The call list", 0)
    choose_row(page, "The call list", 1)
    panel = page.get_by_test_id("stMain").inner_text()
    assert "Stands as:" in panel, "the reasons of the State chosen last"
    page.get_by_text("Evidence: ").first.click()
    wait_until_complete(page)
    page.get_by_label("Name of the new campaign").fill("Assembly <2026>")
    sign(page)
    page.get_by_role("button", name="Add 2 States to the shortlist").click()
    wait_until_complete(page)
    said = page.get_by_test_id("stAlertContentSuccess").inner_text()
    assert "On the shortlist of Assembly <2026>:" in said
    states = said.split(": ", 1)[1].rstrip(".").split(", ")
    assert len(states) == 2

    page.get_by_role("link", name="Next: Shortlist").click()
    arrive(page, "Assembly <2026>: 2 States, 2 to contact.")
    page.get_by_role("radio", name="Board").click()
    wait_until_complete(page)
    # The popover lies in the card of the State.
    entry = page.locator('[class*="st-key-entry-"]').filter(has_text=states[0])
    entry.get_by_role("button", name=f"Change {states[0]}").click()
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="committed").click()
    page.get_by_label("Who calls", exact=True).locator("visible=true").fill("=Ana")
    page.get_by_role("button", name=f"Save {states[0]}").click()
    arrive(page, "Assembly <2026>: 2 States, 1 committed, 1 to contact.")
    assert page.get_by_role("button", name=f"Save {states[0]}").count() == 0, "saved, the popover closes"
    page.get_by_text("History of changes").click()
    history = page.get_by_test_id("stExpander").filter(has_text="History of changes").inner_text()
    assert "committed" in history
    assert states[0] in history or "=Ana" in history

    wait_until_complete(page)  # what opened above it has moved it
    page.get_by_text("Take it away, or bring one in").click()
    book = load_workbook(take(page, page.get_by_role("button", name="Excel, to be brought back in"), tmp_path))
    rows = [row for sheet in book for row in sheet.values]
    assert any(states[0] in row and "committed" in row for row in rows)
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    raw = take(page, page.get_by_role("button", name="CSV, to be brought back in"), tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert {row["State"] for row in table} == set(states)
    assert {row["Status"] for row in table} == {"committed", "to contact"}
    assert not [value for row in table for value in row.values() if value.startswith("=")]

    page.get_by_role("link", name="Letters", exact=True).click()
    page.get_by_role("button", name="Download 1 letter in ").wait_for(timeout=PATIENCE)  # who has committed gets none


def test_what_is_ticked_stays_ticked_whatever_is_shown(page: Page) -> None:
    open_page(page, "targets", category=["left"])
    choose_row(page, "The call list", 1)
    page.get_by_text("Chosen: Mali.").wait_for(timeout=PATIENCE)
    page.get_by_text("Members of the Human Rights Council now").click()
    page.get_by_text("2 States, of").wait_for(timeout=PATIENCE)
    wait_until_complete(page)
    assert page.get_by_text("Chosen: Mali.").is_visible(), "the second row is another State now"
    choose_row(page, "The call list", 1)
    page.get_by_text("Chosen: Mali, DR Congo.").wait_for(timeout=PATIENCE)
    wait_until_complete(page)  # the address is written at the end of a run
    assert parse_qs(urlsplit(page.url).query)["why"] == ["COD"]
    page.goto(page.url)
    wait_until_complete(page)
    assert page.get_by_role("heading", name="DR Congo").is_visible(), "a link opens the reasons of a State"


def test_a_coalition_from_a_suggestion_to_a_scenario_and_a_link(page: Page) -> None:
    open_page(page, "coalition")
    page.get_by_text("Suggest a list").click()
    page.get_by_role("button", name="Take this list").click()
    arrive(page, "86 sponsors if the")
    picked = parse_qs(urlsplit(page.url).query)["picked"]
    assert len(picked) >= 1

    page.get_by_label("Save this list as a scenario").fill("One above the record")
    sign(page)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved: One above the record.").wait_for(timeout=PATIENCE)

    first = answer(page)
    page.goto(page.url)
    wait_until_complete(page)
    assert answer(page) == first
    assert parse_qs(urlsplit(page.url).query)["picked"] == picked

    open_page(page, "coalition")
    assert answer(page) != first
    page.get_by_role("button", name="Open One above the record").click()
    arrive(page, "86 sponsors if the")
    assert sorted(parse_qs(urlsplit(page.url).query)["picked"]) == sorted(picked)
