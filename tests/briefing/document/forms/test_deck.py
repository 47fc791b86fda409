"""The deck, read with python-pptx and converted by LibreOffice."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from briefing.document.forms import deck
from briefing.document.spec import Briefing, Item, text_item
from briefing.office import pptx_master as master
from briefing.words import PRODUCER
from charts.frame.text import height, wrap
from tests.briefing.briefings import each_kind
from tests.system import require

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def content(record) -> bytes:
    require("chromium")
    return deck.deck(each_kind(), record)


@pytest.fixture(scope="module")
def opened(content: bytes):
    return Presentation(io.BytesIO(content))


def said(slide) -> str:
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def test_title_agenda_items_sources_in_order(opened, record) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in opened.slides]
    assert titles[0] == "Defenders at the General Assembly"
    assert titles[1] == "In this briefing"
    assert titles[3] == "Our own title"
    assert titles[-1].startswith("Sources")
    assert "The ask" in titles
    assert f"data version {record.version}" in said(opened.slides[0])
    agenda = said(opened.slides[1])
    assert "Our own title" in agenda
    assert "The ask" in agenda


def test_each_slide_has_a_real_title_one_chart_at_most_and_described_pictures(opened) -> None:
    for slide in opened.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text.strip()
        assert sum(1 for shape in slide.shapes if shape.name == "Chart") <= 1
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


def test_every_chart_slide_names_source_version_and_has_notes(opened, record) -> None:
    chart_slides = [slide for slide in opened.slides if slide.slide_layout.name == "Chart"]
    assert len(chart_slides) == 3
    for slide in chart_slides:
        assert "Source: " in said(slide)
        assert record.version not in said(slide), "the version is small print, not a source"
        assert slide.has_notes_slide
        assert "Source: " in slide.notes_slide.notes_text_frame.text
        assert record.version in slide.notes_slide.notes_text_frame.text
    assert "Our own words." in said(chart_slides[1])


def test_points_are_bullets_and_links_lead_to_the_un(opened) -> None:
    ask = next(s for s in opened.slides if s.shapes.title.text_frame.text == "The ask")
    points = [p for p in ask.placeholders[1].text_frame.paragraphs if p._p.xpath("./a:pPr/a:buChar")]
    assert [p.text for p in points] == ["co-sponsor the text", "say so early"]
    links = [
        run.hyperlink.address
        for slide in opened.slides
        if slide.slide_layout.name == "Sources"
        for paragraph in slide.placeholders[1].text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert any(link and "undocs.org" in link for link in links)


def test_what_could_not_be_made_is_said_on_its_slide(opened) -> None:
    assert any("no chart 'no-such-chart'" in said(slide) for slide in opened.slides)


def test_a_long_table_goes_on_over_slides_and_says_what_it_leaves_out(opened) -> None:
    pages = [
        s
        for s in opened.slides
        if "every text on human rights defenders" in s.shapes.title.text_frame.text
        or s.shapes.title.text_frame.text.startswith("Austria: its record")
    ]
    texts = {row.cells[2].text for s in pages for shape in s.shapes if shape.has_table for row in shape.table.rows}
    assert "A/RES/78/216" in texts
    assert len(texts) > 30


def test_slide_numbers_and_properties(opened, record) -> None:
    for slide in list(opened.slides)[1:]:
        assert any("SLIDE_NUMBER" in str(shape.placeholder_format.type) for shape in slide.placeholders)
    assert opened.core_properties.title == "Defenders at the General Assembly"
    assert record.version in opened.core_properties.keywords


def test_nothing_is_left_of_the_empty_file_that_it_starts_from(content: bytes, opened) -> None:
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
    about = opened.core_properties
    assert about.last_modified_by == about.author == PRODUCER
    assert about.comments == ""
    assert about.created.date() == about.modified.date() >= date.today() - timedelta(days=1)
    assert b"4:3" not in zipfile.ZipFile(io.BytesIO(content)).read("docProps/app.xml")


def test_a_long_title_leaves_the_mark_above_it_free(record) -> None:
    title = "What we take to the capitals when the Assembly meets in its eighty-first session, and afterwards: " * 2
    slide = Presentation(io.BytesIO(deck.deck(Briefing(title, "", (text_item("A", "b"),)), record))).slides[0]
    shape = slide.shapes.title
    size = shape.text_frame.paragraphs[0].runs[0].font.size.pt
    lines = wrap(title, size * 96 / 72, shape.width / 914400 * 96 * 0.97, True)
    assert size < 40
    assert height(lines, size * 96 / 72) / 96 <= shape.height / 914400


def test_the_last_slide_of_a_table_has_more_than_a_row_or_two(record) -> None:
    codes = list(record.states["iso3"][:23])
    why = "Because it once did so, and has not since."
    item = Item("targets", "Our list", "", {"targets": [{"iso3": code, "why": why} for code in codes]})
    slides = Presentation(io.BytesIO(deck.deck(Briefing("B", "", (item,)), record))).slides
    rows = [len(shape.table.rows) - 1 for slide in slides for shape in slide.shapes if shape.has_table]
    assert sum(rows) == len(codes)
    assert len(rows) > 1
    assert min(rows) >= 4


@given(st.lists(st.text("abc de", max_size=400), min_size=1, max_size=60))
def test_no_row_of_a_table_is_lost_whatever_stands_in_it(reasons: list[str]) -> None:
    frame = pd.DataFrame({"State": [f"State {n}" for n in range(len(reasons))], "Why": reasons})
    made = master.new_deck()
    deck._table(made, "States to talk to", frame)
    tables = [shape.table for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert [row.cells[0].text for table in tables for row in list(table.rows)[1:]] == list(frame["State"])
    assert len({tuple(column.width for column in table.columns) for table in tables}) == 1
    bottoms = [shape.top + shape.height for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert max(bottoms) <= made.slide_height


def test_progress_goes_from_nothing_to_all(record, without_browser) -> None:
    told: list[float] = []
    deck.deck(each_kind(), record, lambda done, what: told.append(done))
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)


def test_libreoffice_opens_it_with_every_slide(content: bytes, opened, through_libreoffice, record) -> None:
    pages = through_libreoffice({"deck.pptx": content})["deck.pptx"]
    assert len(pages) == len(opened.slides)
    assert "Defenders at the General Assembly" in pages[0]
    for slide, page in zip(opened.slides, pages, strict=True):
        title = "".join(slide.shapes.title.text_frame.text.split())
        assert title in "".join(page.split())
    assert record.version in pages[0]
    assert record.version in pages[-1]
