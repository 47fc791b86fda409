"""A number that can be cited: the data version in the address and on Sources, what changed since another one, and a
finding to paste into an e-mail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from briefing.citation import citation
from data.versions.version import of_record, packed
from tests.browser.actions import card, open_tab
from tests.browser.look import PATIENCE, open_page, wait_until_complete


def test_a_version_that_was_taken_away_is_held_against_this_one(page: Page, record, tmp_path: Path) -> None:
    own = of_record(record)
    fewer = [row for row in own.sponsors if (row["list_id"], row["iso3"]) != ("A/RES/74/146#final", "FRA")]
    brought = tmp_path / "older.zip"
    brought.write_bytes(packed(replace(own, name="0123456789", sponsors=fewer)))
    open_page(page, "sources")
    assert page.get_by_text(citation(record.version, record.built_on)).is_visible()
    page.get_by_text("What changed since another version").click()
    page.get_by_test_id("stFileUploaderDropzoneInput").last.set_input_files(brought)
    told = f"From data version 0123456789 to {record.version}: 1 text or list"
    page.get_by_text(told).wait_for(timeout=PATIENCE)


def test_an_address_keeps_the_data_version(page: Page, record) -> None:
    open_page(page, "states", state="KEN", data="0123456789")
    assert page.get_by_text("The link was made with data version 0123456789").is_visible()
    page.get_by_role("link", name="permanent address of this view").click()
    wait_until_complete(page)
    assert f"data={record.version}" in page.url
    assert "state=KEN" in page.url
    assert not page.get_by_text("The link was made with data version").is_visible()


def test_a_finding_is_copied_with_its_figures_and_source(page: Page) -> None:
    open_page(page, "states", state="KEN")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    title = card(page, "state").evaluate("element => element.querySelector('.js-plotly-plot').layout.meta[0].title")
    exports = open_tab(page, "state", "Export")
    exports.get_by_role("button", name="Copy the finding").click()
    exports.get_by_text("Copied.").wait_for(timeout=PATIENCE)
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith(f"{title}.")
    for part in ("2011 not known", "Source: ", "data version"):
        assert part in copied
    assert "127.0.0.1" not in copied, "an address that opens on this computer alone"
