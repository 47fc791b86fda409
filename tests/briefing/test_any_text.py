"""Whatever people type or paste, every file that leaves the house is made and opens."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pandas as pd
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from openpyxl import load_workbook
from pptx import Presentation

from analytics.measures import Measures
from briefing import formats
from briefing.document.forms import bundle, web
from briefing.document.forms.deck import deck
from briefing.document.forms.paper import paper
from briefing.document.forms.present import presentation
from briefing.document.spec import Briefing, text_item
from briefing.letter.facts import facts
from briefing.letter.merge import index
from briefing.letter.parts import Dispatch, Signatory
from briefing.letter.screen import letter_page, letter_text
from briefing.letter.text import compose
from briefing.letter.word import letter_docx
from briefing.office import tables
from briefing.onepager.onepager import onepager_docx, onepager_html
from briefing.picture import images
from files.harmless import original
from files.xml import PROPERTY, safe_xml
from tests.files.test_xml import ANY, BAD

TEXTS = st.one_of(ANY, st.sampled_from(["=1+1", "\uff1d1", "#N/A", "<b>&", "- "])).map(lambda text: f"{text}{BAD}x")
few = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def cells(record):
    return Measures(record).cells()


def sound(content: bytes) -> zipfile.ZipFile:
    """An Office file of which each part is XML."""
    parts = zipfile.ZipFile(io.BytesIO(content))
    for name in parts.namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(parts.read(name))
    return parts


@few
@given(TEXTS)
def test_a_letter(record, cells, text):
    who = Signatory(f"Org {text}", f"Ana {text}", text)
    made = compose(record, facts(record, "KEN", "mandate"), "en", Dispatch([who], text, date(2026, 11, 23)))
    notes = tuple((*note, replace(note[0], text=text, url=f"https://example.org/{text}")) for note in made.footnotes)
    made = replace(made, title=f"{made.title} {text}", footnotes=notes, warnings=(text,))
    sound(letter_docx(made))
    said = [paragraph.text for paragraph in Document(io.BytesIO(letter_docx(made))).paragraphs]
    assert any(line.startswith("Ana ") and line.endswith("x") for line in said)
    assert html.document_fromstring(letter_page(made)) is not None
    assert not set(letter_page(made)) & set(BAD)
    plain = compose(record, facts(record, "KEN", "mandate"), "en", Dispatch([who], text, date(2026, 11, 23)))
    assert letter_text(plain).encode()
    sound(index([made]))
    row = [cell for cell in load_workbook(io.BytesIO(index([made])))["Letters"][2] if cell.value]
    assert {cell.data_type for cell in row} == {"s"}


@few
@given(TEXTS)
def test_a_briefing(record, without_browser, text):
    told = Briefing(f"Title {text}", text, (text_item(f"Part {text}", f"{text}\n- {text}"),))
    sound(paper(told, record))
    assert Document(io.BytesIO(paper(told, record))).paragraphs[0].text.startswith("Title")
    sound(deck(told, record))
    assert Presentation(io.BytesIO(deck(told, record))).slides[0].shapes.title.text.startswith("Title")
    both = zipfile.ZipFile(io.BytesIO(bundle.everything(told, record)))
    assert any("Title" in both.read(name).decode() for name in both.namelist() if name.endswith("README.txt"))
    for page in (web.page(told, record), presentation(told, record)):
        assert not set(page.decode()) & set(BAD[:4] + BAD[-2:])


@few
@given(TEXTS)
def test_a_page_on_a_state(record, cells, text):
    sound(onepager_docx(record, "KEN", [text]))
    assert not set(onepager_html(record, "KEN", [text])) & set(BAD)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_table(text):
    head = safe_xml(text)  # pandas itself holds no lone surrogate in a heading
    frame = pd.DataFrame({head: pd.Series([text], dtype=object)})
    made = tables.workbook([("Data", frame)], [(text, text)], text)
    sound(made)
    for sheet in load_workbook(io.BytesIO(made)):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s"}
    rows = csv.reader(io.StringIO(tables.csv_bytes(frame).decode("utf-8-sig"), newline=""))
    assert [original(cell, True) for row in rows for cell in row] == [safe_xml(text)] * 2


def test_a_title_of_any_length(record, cells, without_browser, chart_of):
    """Office takes 255 characters of it as a property of the document; in the document it is whole."""
    long = " ".join(["General Assembly: of 193 States, 16 sponsored every text known for them, 75 none;"] * 6)
    chart = replace(chart_of("columns"), title=long, subtitle=long)
    told = Briefing(long, long, (text_item(long, long),))
    slides = formats.make(chart, "pptx"), deck(told, record)
    for slide in map(Presentation, map(io.BytesIO, slides)):
        assert slide.slides[0].shapes.title.text == long
        assert PROPERTY - 10 < len(slide.core_properties.title) <= PROPERTY
    assert Document(io.BytesIO(paper(told, record))).paragraphs[0].text == long
    who = Signatory(long, long, long)
    letter = compose(record, facts(record, "KEN", "mandate"), "en", Dispatch([who], long, date(2026, 11, 23)))
    sound(letter_docx(replace(letter, title=long)))
    sound(onepager_docx(record, "KEN", [long]))
    read = load_workbook(io.BytesIO(formats.make(chart, "xlsx")))
    assert long.startswith(read.properties.title.removesuffix("…"))
    assert long in {cell.value for row in read["Read me"] for cell in row}


def test_a_drawing_and_its_words(chart_of, monkeypatch):
    chart = chart_of("columns")
    said = replace(chart.context, source=BAD)
    chart = replace(chart, title=f"Title {BAD}", figures=BAD, context=said, subtitle=BAD, note=BAD)
    drawn = {"svg": f"<svg xmlns='http://www.w3.org/2000/svg'><text>{chr(0xFFFF)}</text></svg>".encode()}
    drawn["png"] = images._PNG_START + images._chunk(b"IHDR", bytes(13))
    monkeypatch.setattr(images, "_render", lambda _, form, size, clear=False: drawn[form])
    assert ElementTree.fromstring(images.svg(chart))[0].text == "Title "
    assert b"Title " in images.png(chart)
