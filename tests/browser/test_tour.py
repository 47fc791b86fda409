"""The tour: offered at the first visit, of five stops, never again unless asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from pages.shared.tour import STOPS
from tests.browser.look import open_page, wait_until_complete


@pytest.fixture
def page(page: Page) -> Page:
    """An empty page of somebody who has not been here before."""
    page.goto("/_stcore/health")
    page.evaluate("() => { localStorage.clear(); sessionStorage.setItem('new', 'yes') }")
    return page


@pytest.mark.parametrize("width", [1280, 400])
def test_five_stops_once(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page)
    page.get_by_role("button", name="Show me").click()
    for number, (_, head, says) in enumerate(STOPS, 1):
        bubble = page.get_by_role("dialog", name=head)
        assert f"{number} of 5" in bubble.inner_text()
        assert says in bubble.inner_text()
        page.wait_for_timeout(100)
        assert page.locator(".ring").is_visible(), f"nothing is shown of {head}"
        bubble.get_by_role("button", name="Done" if number == 5 else "Next").click()
    assert not page.get_by_role("dialog").is_visible()
    assert not offered(open_page(page, "letter"))
    assert not offered(open_page(page))
    page.get_by_role("button", name="Show the tour").click()
    page.get_by_role("dialog", name=STOPS[0][1]).wait_for()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()


def test_who_does_not_want_it_is_not_asked_again(page: Page) -> None:
    open_page(page)
    page.get_by_role("button", name="No, thanks").click()
    assert not offered(open_page(page))
    open_page(page, tour="yes")
    page.get_by_role("dialog", name=STOPS[0][1]).wait_for()
    page.get_by_role("button", name="Skip the rest").click()
    wait_until_complete(page)
    assert "tour" not in page.url


def offered(page: Page) -> bool:
    page.wait_for_timeout(300)
    return page.get_by_text("New here?").is_visible()
