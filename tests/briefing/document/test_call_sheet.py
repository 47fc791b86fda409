"""The call sheet: every State of the shortlist, who calls, why, in which language; and what a draft says."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from analytics.targets.targets import prospects
from briefing.document import call_sheet
from tests.drafted import DRAFT, drafted
from tests.system import require
from workspace.campaigns import Campaign
from workspace.shortlist.shortlist import Entry

DAY = datetime(2026, 11, 20)
CAMPAIGN = Campaign(1, "Autumn", "GA", 2026, "90 sponsors", False, 1, DAY, "Ana")


def entry(number: int, iso3: str, status: str = "to contact", owner: str = "", step: str = "") -> Entry:
    return Entry(number, 1, iso3, owner, status, date(2026, 12, 1) if step else None, "", step, 1, DAY, "Ana")


ENTRIES = [
    entry(1, "NOR", "committed"),
    entry(2, "MLI", owner="Bo", step="Ring the mission."),
    entry(3, "DZA", "declined", owner="=Cleo"),
    entry(4, "LBR", "considering"),
]


@pytest.fixture(scope="module")
def sheet(record) -> call_sheet.CallSheet:
    return call_sheet.call_sheet(record, CAMPAIGN, ENTRIES, prospects(record, "GA", 2026))


def test_each_state_stands_on_it_by_status_with_reasons_language_and_who_calls(sheet):
    rows = sheet.table.set_index("State")
    assert list(rows.index) == [
        "Mali (African)",
        "Liberia (African)",
        "Norway (Western Europe & Others)",
        "Algeria (African)",
    ]
    mali = rows.iloc[0]
    assert (mali["Who calls"], mali["Language"], mali["Status"]) == ("Bo", "French", "to contact")
    assert mali["Next step and notes"] == "1 December 2026: Ring the mission"
    assert mali["Why call"].startswith("Sponsored A/RES/74/146 (2019) and is not on the list of A/RES/78/216 (2023).")
    assert rows.iloc[1]["Who calls"] == "nobody yet"
    assert "it leads" in rows.iloc[2]["Why call"]
    assert rows.iloc[3]["Language"] == "not known"
    assert sheet.said == ("4 States for the General Assembly text of 2026.", "Aim: 90 sponsors")


def test_word_excel_and_pdf_say_the_same(sheet):
    expected = [list(row) for row in sheet.table.itertuples(index=False, name=None)]
    document = Document(io.BytesIO(call_sheet.docx(sheet)))
    section = document.sections[0]
    assert section.page_width > section.page_height
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows][1:] == expected
    cells = [
        cell
        for row in load_workbook(io.BytesIO(call_sheet.xlsx(sheet)))["Call sheet"].iter_rows(min_row=2)
        for cell in row
    ]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert len(cells) == len(expected) * 6
    require("chromium")
    pages = PdfReader(io.BytesIO(call_sheet.pdf(sheet))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert all(row[0].partition(" (")[0] in text for row in expected)
    assert pages[0].mediabox.width > pages[0].mediabox.height


def test_who_is_named_on_the_draft_is_thanked_and_not_asked(tmp_path):
    record = drafted(tmp_path).record
    made = call_sheet.call_sheet(record, CAMPAIGN, ENTRIES, prospects(record, "GA", 2026))
    assert f"Named already on {DRAFT}, so to be thanked and not asked: Liberia and Norway." in made.said[-1]
    assert made.table.iloc[1]["Why call"].startswith(f"Named on {DRAFT}")
