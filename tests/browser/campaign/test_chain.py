"""The campaign's chain on one list: five African francophone States, from Targets to a call sheet and letters. And an
example of it, for who is new."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page

from tests.browser.actions import answer, arrive, choose_row, take
from tests.browser.look import PATIENCE, open_page, wait_until_complete
from tests.browser.server import Server, of_its_own

MOST = 12
STATES = ["Mali", "Central African Republic", "DR Congo", "Guinea", "Benin"]


@pytest.fixture(scope="module")
def dashboard(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard with a workspace that is empty, whatever other tests have put into theirs."""
    folder = tmp_path_factory.mktemp("chain")
    with of_its_own(built_database, folder) as server:
        yield server


class Hand:
    """Presses things and counts. What is typed into a field that is there already is no press."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def press(self, what: Locator) -> None:
        """One press, and what comes of it."""
        self.presses += 1
        what.click()
        wait_until_complete(self.page)

    def tick(self, row: int) -> None:
        """One press: the box of a row of the call list."""
        self.presses += 1
        choose_row(self.page, "The call list", row)

    def take(self, button: Locator, folder: Path) -> Path:
        """One press: a file."""
        self.presses += 1
        return take(self.page, button, folder)


def test_an_example_of_a_campaign_comes_and_goes(page: Page) -> None:
    open_page(page, "shortlist")
    assert answer(page).startswith("No campaign yet")
    page.get_by_role("button", name="Show me an example").click()
    arrive(page, "Example: 5 States")
    page.get_by_role("button", name="Take the example away").click()
    arrive(page, "No campaign yet")
    wait_until_complete(page)


def test_five_states_from_targets_to_a_french_letter_set_and_a_call_sheet(page: Page, tmp_path: Path) -> None:
    hand = Hand(open_page(page, "targets"))
    card = page.get_by_role("group", name="11 States sponsored in 2019 and not in 2023")
    assert card.get_by_role("tablist", name="11 States sponsored in 2019").get_by_role("tab").count() == 4
    hand.press(page.get_by_role("button", name="African", exact=True))
    hand.press(page.get_by_role("button", name="French", exact=True))
    for row in range(5):
        hand.tick(row)
    chosen = page.get_by_text("Chosen: ")
    assert chosen.inner_text() == f"Chosen: {', '.join(STATES)}."
    page.reload()
    wait_until_complete(page)
    assert chosen.inner_text() == f"Chosen: {', '.join(STATES)}.", "ticks survive a reload"
    page.get_by_label("Your name, to sign your changes").fill("Ana Ruiz")
    hand.press(page.get_by_role("button", name="Add 5 States to the shortlist"))
    assert "On the shortlist of GA 2026: Mali, " in page.get_by_test_id("stAlertContentSuccess").inner_text()

    hand.press(page.get_by_role("link", name="Next: Shortlist"))
    arrive(page, "GA 2026: 5 States, 5 to contact.")
    sheet = Document(hand.take(page.get_by_role("button", name="Call sheet (Word)"), tmp_path))
    rows = [[cell.text for cell in row.cells] for row in sheet.tables[0].rows]
    assert [row[0].partition(" (")[0] for row in rows[1:]] == STATES
    assert {row[2] for row in rows[1:]} == {"French"}
    assert all("A/RES/" in row[3] for row in rows[1:]), "why it is called, with the text"

    hand.press(page.get_by_role("link", name="Letters", exact=True))
    letters = page.get_by_role("button", name="Download 5 letters in French (ZIP)")
    with zipfile.ZipFile(hand.take(letters, tmp_path)) as made:
        names = [name for name in made.namelist() if name.endswith("_fr.docx")]
        assert len(names) == 5
        index = load_workbook(io.BytesIO(made.read("index.xlsx"))).worksheets[0]
        assert {row[2] for row in index.iter_rows(min_row=2, values_only=True)} == {"French"}
        first = "\n".join(p.text for p in Document(io.BytesIO(made.read(names[0]))).paragraphs)
    assert "Représentant permanent" in first
    assert hand.presses <= MOST

    # Back, and two edits: press a cell and type, then one button for all rows that were changed.
    page.get_by_role("link", name="Shortlist", exact=True).last.click()
    arrive(page, "GA 2026: 5 States, 5 to contact.")
    before = hand.presses
    edit(hand, 0, "Bo", "1 row")
    edit(hand, 3, "Cleo", "2 rows")
    hand.press(page.get_by_role("button", name="Save 2 rows"))
    page.get_by_text("Saved: Mali, Guinea.").wait_for(timeout=PATIENCE)
    assert hand.presses - before <= 2 * 2
    assert page.get_by_role("button", name="Save (nothing is changed yet)").is_disabled()

    page.get_by_role("link", name="Next: Coalition").click()
    arrive(page, "85 sponsors if the 5 States asked agree")
    assert len(parse_qs(urlsplit(page.url).query)["picked"]) == 5
    page.get_by_role("link", name="Campaign deck").click()
    arrive(page, "Whom to ask for the General Assembly text of 2026")
    assert page.get_by_text("5 States to ask").is_visible()


def edit(hand: Hand, row: int, owner: str, changed: str) -> None:
    """Who calls, typed into its cell as fast as a person types: Tick 70 and State 150 pixels wide, then Status 110."""
    table = hand.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    hand.presses += 1
    table.click(position={"x": 70 + 150 + 110 + 50, "y": 35 * (row + 1) + 17})
    # Drawn on a canvas: what stands in it is in a table inside, that nobody sees.
    table.locator(f'[role="row"][aria-rowindex="{row + 2}"] [aria-selected="true"]').first.wait_for(state="attached")
    hand.page.wait_for_timeout(200)
    hand.page.keyboard.type(owner, delay=120)
    hand.page.wait_for_timeout(200)
    hand.page.keyboard.press("Enter")
    hand.page.get_by_role("button", name=f"Save {changed}").wait_for(timeout=PATIENCE)
    wait_until_complete(hand.page)
