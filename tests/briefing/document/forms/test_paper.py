"""The briefing paper, read with python-docx and an XML parser, and converted by LibreOffice."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from docx import Document

from briefing.document.forms import paper
from tests.briefing.briefings import each_kind
from tests.system import require

pytestmark = pytest.mark.system
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def content(record) -> bytes:
    require("chromium")
    return paper.paper(each_kind(), record)


@pytest.fixture(scope="module")
def opened(content: bytes):
    return Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def parts(content: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return {name: ElementTree.fromstring(archive.read(name)) for name in names}


def test_headings_are_headings_and_the_contents_lead_to_each(opened, parts) -> None:
    headings = [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
    assert headings[1] == "Our own title"
    assert headings[-1] == "The ask"
    assert len(headings) == 7
    body = parts["word/document.xml"]
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    assert len(links) == 7
    assert set(links) <= marks
    contents = [p.text for p in opened.paragraphs if p.style.name == "toc 1"]
    assert contents == headings
    fields = [text.text.strip() for text in body.iter(f"{W}instrText")]
    assert sum(field.startswith("TOC ") for field in fields) == 1


def test_figures_are_numbered_described_and_captioned(opened, parts, record) -> None:
    captions = [p.text for p in opened.paragraphs if p.style.name == "Caption"]
    figures = [text for text in captions if text.startswith("Figure")]
    assert [text.split(".")[0] for text in figures] == ["Figure 1", "Figure 2", "Figure 3"]
    body = parts["word/document.xml"]
    drawn = [e for e in body.iter() if e.tag.endswith("}docPr")]
    assert len(drawn) == 3
    assert all(len(e.get("descr") or "") > 50 for e in drawn)
    small = [p.text for p in opened.paragraphs if p.style.name == "Small"]
    assert sum(text.startswith("Source: ") for text in small) == 3
    assert record.version in opened.sections[0].footer.paragraphs[0].text


def test_tables_repeat_their_header_row(opened) -> None:
    assert len(opened.tables) == 4
    for table in opened.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    austria = next(t for t in opened.tables if t.rows[0].cells[0].text == "Year")
    record_of = {row.cells[2].text: row.cells[3].text for row in austria.rows}
    assert record_of["A/RES/78/216"] == "not known"


def test_footnotes_are_real_and_name_un_documents(parts) -> None:
    notes = parts["word/footnotes.xml"]
    texts = ["".join(t.text or "" for t in note.iter(f"{W}t")) for note in notes if note.get(f"{W}type") is None]
    references = list(parts["word/document.xml"].iter(f"{W}footnoteReference"))
    assert len(references) == len(texts) >= 4
    assert "A/RES/74/146" in texts[0]
    assert "documents in note 1" in texts[1], "what was named before is not named again"


def test_language_title_and_version(opened, parts, record) -> None:
    assert opened.core_properties.title == "Defenders at the General Assembly"
    assert opened.core_properties.language == "en-GB"
    assert record.version in opened.core_properties.keywords
    assert any(lang.get(f"{W}val") == "en-GB" for lang in parts["word/styles.xml"].iter(f"{W}lang"))
    assert opened.paragraphs[0].style.name == "Title"


def test_nothing_is_left_of_the_empty_file_that_it_starts_from(content: bytes, opened) -> None:
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if "thumbnail" in name or "WithEffects" in name]
    assert opened.core_properties.created.year >= 2026
    assert opened.core_properties.last_modified_by == opened.core_properties.author


def test_words_stay_on_the_page_of_their_picture(opened) -> None:
    before = {}
    for one, following in pairwise(opened.paragraphs):
        if following._p.xpath(".//pic:pic"):
            before[one.text[:40]] = one.paragraph_format.keep_with_next or one.style.paragraph_format.keep_with_next
    assert len(before) >= 3
    assert all(before.values())


def test_libreoffice_opens_it(content: bytes, through_libreoffice, record) -> None:
    pages = through_libreoffice({"paper.docx": content})["paper.docx"]
    assert 4 <= len(pages) <= 12
    whole = "".join(" ".join(pages).split())
    told = ("Defenders at the General Assembly", "Our own words.", "co-sponsor the text", "Figure 3", record.version)
    for said in told:
        assert "".join(said.split()) in whole


def test_without_a_browser_tables_stand_in_for_pictures(record, without_browser) -> None:
    made = Document(io.BytesIO(paper.paper(each_kind(), record)))
    captions = [p.text for p in made.paragraphs if p.style.name == "Caption"]
    assert not [text for text in captions if text.startswith("Figure")]
    assert "40 of 195 rows" in "".join(captions)
