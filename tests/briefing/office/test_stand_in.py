"""Slides on a machine without our family: the widest that may stand in runs over nothing."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from briefing.document.forms import deck
from briefing.office import pptx_master as master
from briefing.office import slides
from briefing.office.heights import pages
from charts import catalog
from tests.briefing.briefings import PICTURE, each_kind
from tests.one_font import dejavu_only
from tests.system import require

WIDE = 20
"""Points that two texts must share: turned labels of an axis are told as boxes around single letters."""


def over_another(file: Path) -> list[tuple[int, str, str]]:
    """Page and texts of what lies over another text, or outside its page."""
    found = []
    for number, page in enumerate(pdfium.PdfDocument(file), start=1):
        text = page.get_textpage()
        boxes = [text.get_rect(n) for n in range(text.count_rects())]
        for n, (left, low, right, high) in enumerate(boxes):
            if min(left, low) < 0 or right > page.get_width() or high > page.get_height():
                found.append((number, text.get_text_bounded(left, low, right, high), "outside"))
            for other in boxes[n + 1 :]:
                wide = min(right, other[2]) - max(left, other[0])
                deep = min(high, other[3]) - max(low, other[1])
                if wide > WIDE and deep > 0.25 * min(high - low, other[3] - other[1]):
                    found.append((number, text.get_text_bounded(left, low, right, high), text.get_text_bounded(*other)))
    return found


@pytest.mark.system
def test_no_text_lies_over_another_where_dejavu_stands_in(record, chart_of, printed, tmp_path, monkeypatch) -> None:
    require("dejavu")
    monkeypatch.setattr("briefing.picture.picture_only.png", lambda *asked: PICTURE)  # pictures bring their font along
    charts = master.new_deck()
    for name in catalog.names():
        more = {"state": "AUT"} if "state" in catalog.CHARTS[name].params else {}
        slides.add_chart(charts, chart_of(name, **more), "A sentence of our own under the words of the chart. " * 3)
    files = {"each-kind.pptx": deck.deck(each_kind(), record), "each-chart.pptx": slides.saved(charts)}
    for name, file in printed(files, dejavu_only(tmp_path)).items():
        assert over_another(file) == [], name


def test_pages_are_as_few_as_can_be_and_about_equally_full() -> None:
    made = pages(list(range(25)), lambda number: 1.0, 12.0)
    assert [len(page) for page in made] == [9, 9, 7]
    assert [number for page in made for number in page] == list(range(25))
    assert pages([], lambda number: 1.0, 12.0) == []
    assert pages(["too high for any page"], lambda text: 20.0, 12.0) == [["too high for any page"]]
