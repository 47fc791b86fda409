"""The PDF of the paper, read with pypdf."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from briefing.document import templates
from briefing.document.forms import pdf as printing
from briefing.picture.worker import ImageError, NoBrowser
from tests.briefing.briefings import each_kind
from tests.system import require

pytestmark = pytest.mark.system


@pytest.mark.parametrize("name", ["side-event", "donor-page", "campaign-update"])
def test_no_page_but_the_last_is_half_empty(record, name: str) -> None:
    require("chromium")
    made = pdfium.PdfDocument(printing.pdf(templates.make(name, record), record))
    *filled, _ = map(_filled, made)
    assert filled
    assert [round(part, 2) for part in filled if part < 0.55] == []


def _filled(page: pdfium.PdfPage) -> float:
    """How far down words stand on a page, the footer left out: 0 to 1."""
    words, high = page.get_textpage(), page.get_height()
    below = (1 - words.get_rect(number)[1] / high for number in range(words.count_rects()))
    return max(part for part in below if part < 0.91)


def test_a_tagged_pdf_with_bookmarks_language_and_the_words(record) -> None:
    require("chromium")
    made = PdfReader(io.BytesIO(printing.pdf(each_kind(), record)))
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata.title == "Defenders at the General Assembly"
    assert record.version in made.metadata.keywords
    titles = [entry.title for entry in _flat(made.outline)]
    assert "The ask" in titles
    page = made.pages[0]
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
    text = "".join("".join(page.extract_text() for page in made.pages).split())
    for said in ("Our own words.", "Figure 3", "co-sponsor the text", "UN documents", f"data version {record.version}"):
        assert "".join(said.split()) in text
    assert not any(page.images for page in made.pages), "figures are vectors"


def test_without_a_browser_it_says_what_to_install(record, without_browser) -> None:
    with pytest.raises(NoBrowser, match="[Ii]nstall"):
        printing.pdf(each_kind(), record)


def test_a_browser_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.picture.worker.find_browser", lambda: "/bin/false")
    with pytest.raises(ImageError, match="could not print"):
        printing.printed(b"<p>x</p>", "x")


def _flat(outline: list) -> list:
    return [entry for part in outline for entry in (_flat(part) if isinstance(part, list) else [part])]
