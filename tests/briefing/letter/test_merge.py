"""Letters for a shortlist: the ZIP, its files and its index."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from briefing.letter.merge import INDEX, index, letters_zip
from briefing.letter.parts import Dispatch, Signatory
from briefing.letter.text import compose

TODAY = date(2026, 11, 23)
CHOSEN = ["KEN", "NOR", "CIV", "KEN", "TUR", "SSD", "ZAF"]


@pytest.fixture(scope="module")
def archive(record):
    going = Dispatch([Signatory("=HYPERLINK(1)")], "M. Yao Koffi", TODAY)
    made = letters_zip(record, CHOSEN, "assembly", "fr", going)
    return zipfile.ZipFile(BytesIO(made))


def test_one_file_a_state_and_an_index(archive):
    names = archive.namelist()
    assert names[-1] == INDEX
    assert len(names) == 7
    assert "letter_assembly_CIV_Cote-d-Ivoire_fr.docx" in names
    assert "letter_assembly_TUR_Turkiye_fr.docx" in names
    assert all(name.isascii() for name in names)


def test_each_file_is_the_letter_of_its_state_in_its_language(archive):
    document = Document(BytesIO(archive.read("letter_assembly_CIV_Cote-d-Ivoire_fr.docx")))
    assert "de la Côte d’Ivoire" in document.core_properties.title
    assert document.core_properties.language == "fr-FR"
    assert all("Koffi" not in paragraph.text for paragraph in document.paragraphs), "it is no letter to all by name"


def test_the_index_says_which_sentence_and_why(archive):
    sheet = load_workbook(BytesIO(archive.read(INDEX)))["Letters"]
    heads, *rows = sheet.iter_rows(values_only=True)
    table = {row[1]: dict(zip(heads, row, strict=True)) for row in rows}
    assert list(table) == ["KEN", "NOR", "CIV", "TUR", "SSD", "ZAF"]
    assert table["KEN"]["Sentence"] == "earlier support recalled"
    assert table["KEN"]["Texts it names"] == "A/RES/60/161, CHR 2004/68"
    assert "in Committee" in table["KEN"]["To mind"]
    assert table["NOR"]["Sentence"] == "thanks, as main sponsor"
    assert table["SSD"]["Sentence"] == "thanks for a vote in favour"
    assert table["ZAF"]["Texts it names"] == "A/RES/74/146, A/RES/62/152"
    assert "but not of A/RES/78/216" in table["ZAF"]["Why"]
    assert {row["File"] for row in table.values()} <= set(archive.namelist())
    assert sheet.freeze_panes == "B2"


def test_the_read_me_says_what_request_and_what_data(record, archive):
    sheet = load_workbook(BytesIO(archive.read(INDEX)))["Read me"]
    said = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert said["Data version"] == record.version
    assert "2026 (expected)" in said["Next occasion"]


def test_no_cell_can_become_a_formula(record):
    from dataclasses import replace

    from briefing.letter.facts import facts

    letter = compose(record, facts(record, "PER", "mandate"), "es", Dispatch(on=TODAY))
    evil = replace(letter, facts=replace(letter.facts, why="=1+1"), warnings=("@SUM(A1)", "+1"))
    for sheet in load_workbook(BytesIO(index([evil]))):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type == "s" or cell.value is None, cell.coordinate
    sheet = load_workbook(BytesIO(index([evil])))["Letters"]
    assert sheet["G2"].value == "'=1+1"
    assert (sheet["G2"].data_type, sheet["G2"].quotePrefix) == ("s", True)


def test_what_cannot_be_made_is_refused_before_anything_is(record):
    with pytest.raises(ValueError, match="No State"):
        letters_zip(record, [], "mandate")
    with pytest.raises(ValueError, match="assembly, thematic, mandate"):
        letters_zip(record, ["KEN"], "budget")
    with pytest.raises(ValueError, match="en, fr, es"):
        letters_zip(record, ["KEN"], "mandate", "de")
    with pytest.raises(KeyError, match="XXX"):
        letters_zip(record, ["KEN", "XXX"], "mandate")
