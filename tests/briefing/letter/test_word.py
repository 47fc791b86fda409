"""The Word file of every State in every language, read back with independent readers."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from analytics.measures import Measures
from briefing.letter.facts import facts, shared
from briefing.letter.parts import Dispatch, Signatory
from briefing.letter.text import compose
from briefing.letter.word import letter_docx
from briefing.office.docx_footnotes import CONTENT_TYPE
from briefing.office.docx_style import new_document
from charts.frame.font import FAMILY
from data.tongues import state_names

TODAY = date(2026, 11, 23)
SIGNED = (Signatory("Defenders & <Friends>", "Ana Ruiz"),)
LANGUAGES = tuple(state_names.LANGUAGES)


@pytest.fixture(scope="module")
def cells(record):
    return Measures(record).cells()


@pytest.fixture(scope="module")
def common(record, cells):
    return shared(record, "mandate", TODAY)


def parts(made):
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_for_every_state(record, cells, common, language):
    for iso3 in state_names.codes():
        letter = compose(record, facts(record, iso3, "mandate", common), language, Dispatch(SIGNED, on=TODAY))
        files = parts(letter_docx(letter))
        document = parse_xml(files["word/document.xml"])
        notes = parse_xml(files["word/footnotes.xml"])
        marks = [mark.get(qn("w:id")) for mark in document.iter(qn("w:footnoteReference"))]
        entries = [note for note in notes if note.get(qn("w:type")) is None]
        assert marks == [note.get(qn("w:id")) for note in entries]
        assert marks == [str(n) for n in range(1, len(letter.footnotes) + 1)]
        written = ["".join(text.text for text in p.iter(qn("w:t"))) for p in document.iter(qn("w:p"))]
        assert [text for text in written if text] == [paragraph.text for paragraph in letter.paragraphs]
        said = ["".join(text.text for text in note.iter(qn("w:t"))).strip() for note in entries]
        assert said == ["".join(span.text for span in note) for note in letter.footnotes]


@pytest.fixture(scope="module", params=[("KEN", "en"), ("NLD", "fr"), ("ZAF", "es")])
def made(request, record, cells, common):
    iso3, language = request.param
    letter = compose(record, facts(record, iso3, "mandate", common), language, Dispatch(SIGNED, on=TODAY))
    return letter, letter_docx(letter)


def test_title_language_and_heading_are_set(made):
    letter, content = made
    document = Document(BytesIO(content))
    locale = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}[letter.language]
    assert document.core_properties.title == letter.title
    assert document.core_properties.language == locale
    lang = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang"))
    assert lang.get(qn("w:val")) == locale
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [paragraph.text for paragraph in letter.paragraphs if paragraph.kind == "subject"]
    assert letter.data_version in document.core_properties.comments


def test_why_the_letter_says_what_it_says_does_not_travel_with_it(made):
    letter, content = made
    for name, part in parts(content).items():
        assert b"claimed" not in part, name
        assert letter.facts.why.encode() not in part, name


def test_the_page_is_a4(made):
    section = Document(BytesIO(made[1])).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_the_footnotes_part_is_declared_and_its_links_lead_to_documents(made):
    files = parts(made[1])
    assert CONTENT_TYPE.encode() in files["[Content_Types].xml"]
    assert b"relationships/footnotes" in files["word/_rels/document.xml.rels"]
    links = re.findall(rb'Target="([^"]+)" TargetMode="External"', files["word/_rels/footnotes.xml.rels"])
    assert len(links) >= 4
    assert all(link.startswith(b"https://undocs.org/") for link in links)
    used = re.findall(rb'<w:hyperlink [^>]*r:id="([^"]+)"', files["word/footnotes.xml"])
    known = re.findall(rb'Id="([^"]+)"', files["word/_rels/footnotes.xml.rels"])
    assert used
    assert set(used) <= set(known)


def test_separators_and_settings_are_as_word_expects(made):
    files = parts(made[1])
    kinds = [note.get(qn("w:type")) for note in parse_xml(files["word/footnotes.xml"])][:2]
    assert kinds == ["separator", "continuationSeparator"]
    settings = [child.tag for child in parse_xml(files["word/settings.xml"])]
    assert settings.index(qn("w:footnotePr")) < settings.index(qn("w:compat"))


def test_every_style_that_is_used_is_there(made):
    files = parts(made[1])
    known = set(re.findall(rb'w:styleId="([^"]+)"', files["word/styles.xml"]))
    for part in ("word/document.xml", "word/footnotes.xml"):
        used = set(re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', files[part]))
        assert used <= known
    assert {b"FootnoteText", b"FootnoteReference"} <= known


def test_a_saved_file_opens_again_with_its_footnotes(made):
    document = Document(BytesIO(made[1]))
    document.add_paragraph("One more line.")
    again = BytesIO()
    document.save(again)
    before, after = parts(made[1]), parts(again.getvalue())
    assert after["word/footnotes.xml"] == before["word/footnotes.xml"]


def test_another_language_is_refused():
    from briefing.office.docx_style import new_document

    with pytest.raises(ValueError, match="en, fr, es"):
        new_document("de", "Brief")


def test_the_font_is_named_with_what_stands_in_for_it_and_no_sign_needs_another() -> None:
    document = new_document("en", "Title")
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE).blob.decode()
    assert f'w:name="{FAMILY}"><w:altName w:val="Calibri"/>' in table
    assert document.styles["Normal"].font.name == FAMILY
    bullets = list(document.part.numbering_part.element.iter(qn("w:lvlText")))
    assert "•" in {level.get(qn("w:val")) for level in bullets}
    assert "\uf0b7" not in {level.get(qn("w:val")) for level in bullets}
