"""A page printed by the browser (Ctrl-P): what it says, whole, and nothing of what one gets about with."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.actions import answer
from tests.browser.exports.readers import plain
from tests.browser.look import open_page

_OVER = """(most) => [...document.querySelectorAll('[data-testid="stMain"] .main-svg, [data-testid="stMain"] h1')]
  .map((element) => element.getBoundingClientRect()).filter((box) => box.width && box.right > most).length"""
ACROSS = 1047  # pixels of a sheet of A4, on its side, between its margins


@pytest.mark.parametrize("path", ["", "trends", "states"])
def test_a_printed_page(page: Page, path: str) -> None:
    open_page(page, path)
    title = plain(answer(page))
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    box = sheets.pages[0].mediabox
    assert box.width > box.height
    words = plain(" ".join(sheet.extract_text() for sheet in sheets.pages))
    assert title[:40] in words
    assert words.count("data version") == 1, "the foot of the page, once, so the page is there to its end"
    menu = plain(page.get_by_test_id("stSidebarNav").inner_text())
    assert "targets" in menu
    assert menu[-40:] not in words
    page.set_viewport_size({"width": ACROSS, "height": 700})
    page.emulate_media(media="print")
    assert page.evaluate(_OVER, ACROSS) == 0


def test_a_picture_taller_than_a_sheet_is_whole_on_one(page: Page) -> None:
    open_page(page, "votes", of="HRC")
    sheets = [plain(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    first, last = plain("A/HRC/25/L.47"), plain("A/HRC/58/L.37")
    assert [sheet for sheet in sheets if first in sheet and last in sheet]
    assert all((first in sheet) == (last in sheet) for sheet in sheets)
    assert not page.locator('[class*="st-key-card-"][style*="zoom"]').count(), "as it was, once it is printed"
