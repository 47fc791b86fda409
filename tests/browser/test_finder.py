"""The field that finds everything, by the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.actions import arrive, find
from tests.browser.look import open_page, wait_until_complete


@pytest.mark.parametrize("viewport", ["desktop", "phone"], indirect=True)
def test_a_misspelt_state_and_then_an_action(page: Page, viewport: tuple[int, int]) -> None:
    open_page(page, "trends")
    find(page, "kenyaa")
    arrive(page, "Kenya sponsored")
    assert "state=KEN" in page.url
    if viewport[0] < 500:  # the side bar that was opened for the field lies over the page no more
        page.get_by_test_id("stExpandSidebarButton").wait_for()
    find(page, "export trends")
    page.wait_for_url("**/trends*")
    wait_until_complete(page)
    assert page.get_by_role("tab", name="Export", selected=True).count() == 1
    assert page.get_by_role("tab", name="Chart", selected=True).count() > 1


def test_what_was_typed_is_asked_no_more_once_it_is_found_and_arrows_choose(page: Page) -> None:
    sent: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framesent", lambda data: sent.append(data if isinstance(data, bytes) else b"")),
    )
    open_page(page, "trends")
    find(page, "kenyaa")
    arrive(page, "Kenya sponsored")
    assert any(b"kenyaa" in data for data in sent)
    sent.clear()
    page.get_by_role("link", name="Where", exact=True).click()
    wait_until_complete(page)
    assert sent
    assert not any(b"kenyaa" in data for data in sent)

    # arrows choose, and Escape leaves
    page.keyboard.press("Control+k")
    page.keyboard.type("zambia")
    found = page.get_by_role("listbox", name="Found").get_by_role("option")
    found.first.wait_for()
    assert found.nth(0).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    assert found.nth(1).get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert not page.get_by_role("listbox", name="Found").is_visible()
    page.keyboard.press("Control+k")
    page.keyboard.type("nothing of that kind")
    page.get_by_text("Nothing is found by these words.").wait_for()
