"""A scan from upload to the review: its picture stands beside the text, at every width, and is described."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import system
from tests.browser.look import VIEWPORTS, open_page, wait_until_complete
from tests.browser.server import Server, of_its_own
from tests.data.reading import made
from tests.data.reading.scanned import scan

NAMES = ["Albania", "Chile", "Equatorial Guinea", "Guinea", "Norway", "Peru", "Tunisia"]


@pytest.fixture(scope="module")
def dashboard(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard of its own, with an empty user's folder."""
    folder = tmp_path_factory.mktemp("scan")
    database = Path(shutil.copy(built_database, folder / "record.duckdb"))
    with of_its_own(database, folder) as server:
        yield server


@pytest.mark.parametrize("viewport", list(VIEWPORTS), indirect=True)
def test_the_picture_of_a_scan_stands_beside_what_was_read(page: Page, tmp_path: Path) -> None:
    system.require("tesseract")
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(made.pdf([made.council_draft(NAMES, set(), "A/HRC/52/L.1")]), 0.8, 0.005))
    open_page(page, "add")
    page.locator('input[type="file"]').first.set_input_files(path)
    expect(page.get_by_text("Read by OCR from page 1: letters may be wrong")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    expect(page.get_by_text("· read by OCR")).to_be_visible()
    picture = page.get_by_alt_text("Page 1 of the document, as scanned")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box["width"] > 250
    assert box["x"] >= 0
    picture.scroll_into_view_if_needed()
    assert (
        page.evaluate("""() => {
      const main = document.querySelector('[data-testid="stMain"]')
      return main.scrollWidth - main.clientWidth
    }""")
        <= 1
    )
