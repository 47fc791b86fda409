"""What a person does on a page of the dashboard: open a card's tab, choose in a field, click a State, take a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from tests.browser.look import PATIENCE, wait_until_complete

PAGES = {
    "": "Overview",
    "where": "Where",
    "trends": "Trends",
    "resolutions": "Resolutions",
    "states": "States",
    "compare": "Compare",
    "together": "Together",
    "votes": "Votes",
    "topics": "Topics",
    "sources": "Sources & methods",
    "targets": "Targets",
    "coalition": "Coalition",
    "shortlist": "Shortlist",
    "briefing": "Briefing",
    "letter": "Letter",
}
"""The pages of these tests by address, with their names in the menu. "Add a list" has tests of its own."""

# The middle of the mark of a State: a tile or marker by its number among the points, a country by its code.
_MARK = """([state, trace]) => {
  const chart = document.querySelector('.js-plotly-plot');
  const inside = (element) => {
    const box = element.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  for (const country of chart.querySelectorAll('path.choroplethlocation'))
    if (country.__data__.loc === state) return inside(country);
  for (const group of chart.querySelectorAll('g.trace')) {
    const drawn = group.__data__?.[0]?.trace;
    if (!drawn || (trace && drawn.name !== trace)) continue;
    for (const point of group.querySelectorAll('.point')) {
      const said = drawn.customdata?.[point.__data__.i];
      if ((Array.isArray(said) ? said[0] : said) === state) return inside(point);
    }
  }
  return null;
}"""


def answer(page: Page) -> str:
    """The answer that the page opens with."""
    return page.locator("h1").first.inner_text()


def arrive(page: Page, words: str) -> None:
    """Wait until the answer of the page holds these words, and the page is complete."""
    page.locator("h1").filter(has_text=words).first.wait_for(timeout=PATIENCE)
    wait_until_complete(page)


def card(page: Page, key: str) -> Locator:
    """The chart card with that key."""
    return page.locator(f".st-key-card-{key}")


def open_tab(page: Page, key: str, name: str) -> Locator:
    """Open a tab of a card and return the card."""
    shown = card(page, key)
    shown.get_by_role("tab", name=name, exact=True).click()
    wait_until_complete(page)
    return shown


def click_state(page: Page, state: str, trace: str = "") -> None:
    """Click the tile, marker, country or cell of a State in the first chart; `trace`: in which series."""
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    where = page.evaluate(_MARK, [state, trace])
    assert where, f"no mark of {state} is drawn"
    page.mouse.move(*where)
    page.mouse.click(*where)


def choose_row(page: Page, heading: str, row: int) -> None:
    """Tick a row (0 = first) of the table below that heading. Tables are drawn on a canvas: rows of 35 pixels."""
    below = page.locator(f'h2:has-text("{heading}"), h3:has-text("{heading}")').first
    table = below.locator('xpath=following::div[@data-testid="stDataFrame"][1]')
    table.scroll_into_view_if_needed()
    table.click(position={"x": 16, "y": 35 * (row + 1) + 17})
    wait_until_complete(page)


def choose(page: Page, field: str, words: str, within: Locator | None = None) -> None:
    """Type into a select box and take the first option that is left."""
    box = (within or page).get_by_role("combobox", name=field).first
    box.click()
    box.fill(words)
    page.get_by_role("option").filter(has_text=words).first.click()
    wait_until_complete(page)


def find(page: Page, words: str) -> None:
    """Type words into the field that finds everything, from wherever one is, and take the first hit."""
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Find")).to_be_focused()  # the side bar may have to come in first
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def take(page: Page, button: Locator, folder: Path) -> Path:
    """Click a download button and return the file that comes, under the name that it was given."""
    button.scroll_into_view_if_needed()
    with page.expect_download(timeout=PATIENCE * 2) as waiting:
        button.click()
    assert waiting.value.failure() is None
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def menu(page: Page, title: str) -> None:
    """Go to another page by the menu at the side."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title).click()
    wait_until_complete(page)


def move(page: Page, path: str, **query: str) -> None:
    """Go to a page with a query within the visit, as Back and Forward do: nothing of it is loaded anew."""
    address = f"/{path}" + ("?" + urlencode(query) if query else "")
    page.evaluate("to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }", address)
    wait_until_complete(page)
