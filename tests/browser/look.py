"""Opening a page of the dashboard, and waiting until it is complete."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from playwright.sync_api import Page

VIEWPORTS = {"desktop": (1280, 900), "phone": (400, 860)}
PATIENCE = 60_000  # milliseconds

# Connected, script run over, no placeholder left, laid out for this width, and every figure drawn.
COMPLETE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testConnectionState !== 'CONNECTED') return false;
  if (app.dataset.testScriptState !== 'notRunning') return false;
  if (document.querySelector('[data-testid="stStatusWidget"], [data-testid="stSkeleton"], [data-stale="true"]'))
    return false;
  if (document.querySelector('[data-testid="stMain"]').dataset.laidOut !== 'yes') return false;
  return [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .every((chart) => chart.getClientRects().length === 0 || chart.querySelector('.main-svg'));
}"""

_OVERFLOW = """() => {
  const ends = [document.scrollingElement, document.querySelector('[data-testid="stMain"]'),
    document.querySelector('[data-testid="stMainBlockContainer"]')].filter(Boolean);
  return Math.max(...ends.map((element) => element.scrollWidth - element.clientWidth));
}"""
_WIDER = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
  .map((e) => e.tagName + '.' + e.className + ' to ' + Math.round(e.getBoundingClientRect().right))"""


def open_page(page: Page, path: str = "", **query: object) -> Page:
    """Go to a page of the dashboard ("" or "trends") with a query, and wait until it is complete; return it.

    A list as a value of `query` comes into the address once for each item.
    """
    address = "/" + path.strip("/")
    page.goto(address + ("?" + urlencode(query, doseq=True) if query else ""))
    wait_until_complete(page)
    return page


def wait_until_complete(page: Page) -> None:
    """Wait until the script run that a click or a key has started is over and everything is drawn.

    A run begins a moment after the click that causes it: complete means twice complete, a moment apart.
    AssertionError, with its text, where the page shows an error instead.
    """
    page.wait_for_function(COMPLETE, timeout=PATIENCE, polling=50)
    page.wait_for_timeout(250)
    page.wait_for_function(COMPLETE, timeout=PATIENCE, polling=50)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    failed = page.locator('[data-testid="stException"]')
    assert failed.count() == 0, f"{page.url} shows an error:\n{failed.first.inner_text()}"


def wider(page: Page) -> list[str]:
    """By how many pixels the page is wider than the window, and what reaches there; nothing where it is not."""
    over = page.evaluate(_OVERFLOW)
    return [f"{over} pixels", *page.evaluate(_WIDER)] if over > 1 else []


def at_each_width(page: Page) -> Iterator[str]:
    """Make the window as wide as each of VIEWPORTS in turn; the page is laid out anew. So is a first visit: it begins
    with the layout of a wide window, until the page has told its own."""
    for name, (width, height) in VIEWPORTS.items():
        page.set_viewport_size({"width": width, "height": height})
        wait_until_complete(page)
        yield name
