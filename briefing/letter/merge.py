"""The letters for a whole shortlist: a ZIP with a Word file a State and an index that says why each reads so."""

import re
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from briefing.citation import citation
from briefing.letter import facts as letter_facts
from briefing.letter.parts import UNSIGNED, Dispatch, Letter
from briefing.letter.text import compose
from briefing.letter.word import letter_docx
from data.store import Record
from data.tongues import state_names
from files.harmless import put

INDEX = "index.xlsx"
_HEADS = ("State", "Code", "Language", "File", "Sentence", "Texts it names", "Why", "The sentence", "To mind")
_WIDTHS = (28, 7, 10, 44, 14, 30, 60, 70, 40)
KIND_WORDS = {
    "main_sponsor": "thanks, as main sponsor",
    "signed": "thanks for putting its name to the draft",
    "cosponsor": "thanks for co-sponsorship",
    "earlier": "earlier support recalled",
    "recalled": "earlier sponsorship recalled without thanks: opposed since",
    "vote": "thanks for a vote in favour",
    "invitation": "invitation, says nothing of its record",
}


def letters_zip(
    record: Record, states: Sequence[str], request: str, language: str = "en", going: Dispatch = UNSIGNED
) -> bytes:
    """A ZIP: a .docx for each State in `states` (codes, each once), addressed to nobody by name, and index.xlsx. Raises
    ValueError for no State, an unknown request or language, KeyError for an unknown code; nothing is made then."""
    codes = list(dict.fromkeys(states))
    if not codes:
        raise ValueError("No State is chosen.")
    going = replace(going, addressee="")
    common = letter_facts.shared(record, request, going.on, codes)
    facts = [letter_facts.facts(record, iso3, request, common) for iso3 in codes]
    letters = [compose(record, each, language, going) for each in facts]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for letter in letters:
            archive.writestr(file_name(letter), letter_docx(letter))
        archive.writestr(INDEX, index(letters))
    return out.getvalue()


def file_name(letter: Letter) -> str:
    """A name that says what is in it, in letters that every system can read: "letter_mandate_KEN_Kenya_en.docx"."""
    plain = unicodedata.normalize("NFKD", state_names.name(letter.iso3, "en")).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z]+", "-", plain.split("(")[0]).strip("-")
    return f"letter_{letter.facts.request.key}_{letter.iso3}_{plain}_{letter.language}.docx"


def index(letters: Sequence[Letter]) -> bytes:
    """An .xlsx with one row a letter: which sentence it got and why. No cell can become a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Letters"
    rows = [_HEADS, *(_row(letter) for letter in letters)]
    _write(sheet, rows)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _read_me(book, letters)
    book.properties.title = "Index of letters"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _row(letter: Letter) -> tuple[str, ...]:
    facts = letter.facts
    body = [paragraph.text for paragraph in letter.paragraphs if paragraph.kind == "body"]
    return (
        state_names.name(letter.iso3, "en"),
        letter.iso3,
        state_names.LANGUAGES[letter.language],
        file_name(letter),
        KIND_WORDS[facts.kind],
        ", ".join([*([facts.signed.draft] if facts.signed else []), *(claim.resolution for claim in facts.claims)]),
        facts.why,
        body[0],
        " ".join(letter.warnings),
    )


def _read_me(book: Workbook, letters: Sequence[Letter]) -> None:
    sheet = book.create_sheet("Read me")
    first = letters[0].facts
    coming = first.opportunity
    asked = "none is known" if coming is None else f"{coming.what}, {coming.year} ({coming.certainty})"
    lines = [
        ("Letter about", first.request.about),
        ("Next occasion", asked),
        ("Letters", str(len(letters))),
        ("Data version", letters[0].data_version),
        ("How to cite", citation(letters[0].data_version)),
        ("Rule", "A letter thanks only for what a list of sponsors or a roll call shows. Where the record of a State"),
        ("", "is not known, the letter says nothing about it. Read each letter before it is sent."),
    ]
    _write(sheet, lines)
    for cell in sheet["A"]:
        cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 110


def _write(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value:
                cell = sheet.cell(number, column)
                put(cell, value)
                cell.alignment = Alignment(vertical="top", wrap_text=True)
