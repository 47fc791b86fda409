"""The tour: offered at the first visit, of five stops, never again unless asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pages.shared.tour import STOPS
from tests.browser.look import open_page, wait_until_complete
from tests.browser.server import Server


@pytest.fixture(scope="module")
def context(browser: Browser, dashboard: Server) -> Iterator[BrowserContext]:
    """A profile whose first page stays open, so that the scripts of the dashboard are compiled once."""
    context = browser.new_context(base_url=dashboard.url)
    context.new_page().goto("/_stcore/health")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty page of somebody who has not been here before."""
    context.pages[0].evaluate("() => localStorage.clear()")
    page = context.new_page()
    yield page
    page.close()


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
    assert not offered(open_page(page, "trends"))
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
