"""A workbook from elsewhere, however damaged: both who read one give their rows or a sentence with a remedy."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from data.reading.cells import read_sheets
from data.reading.model import ImporterError
from files import office
from workspace.errors import FileError
from workspace.shortlist import table


def made() -> dict[str, bytes]:
    """The parts of a sound workbook."""
    book = Workbook()
    book.active.append(["State", "Note"])
    book.active.append(["Kenya", "asked"])
    book.save(out := io.BytesIO())
    with zipfile.ZipFile(out) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


PARTS = made()


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def outcomes(data: bytes) -> list[str]:
    """What the importer and the shortlist say of it; "" where they read it."""
    said = []
    for read in (lambda: read_sheets(data, "list.xlsx"), lambda: table.read(data)):
        try:
            read()
            said.append("")
        except (ImporterError, FileError) as error:
            said.append(str(error))
    return said


def test_a_sound_one_is_read_by_both():
    assert outcomes(packed(PARTS)) == ["", ""]
    assert read_sheets(packed(PARTS), "x") == [("Sheet", [["State", "Note"], ["Kenya", "asked"]])]


@pytest.mark.parametrize("part", sorted(PARTS))
@pytest.mark.parametrize("damage", ["gone", "cut", "not XML"])
def test_a_damaged_part_is_told_and_never_an_error(part, damage):
    parts = dict(PARTS)
    whole = parts.pop(part)
    if damage != "gone":
        parts[part] = whole[: len(whole) // 2] if damage == "cut" else b"\x00\xff not XML"
    for said in outcomes(packed(parts)):
        assert said == "" or ("workbook" in said or "XLSX" in said or "empty" in said or "State" in said)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_bytes_in_a_sheet_are_told(data):
    sheet = PARTS["xl/worksheets/sheet1.xml"]
    at = data.draw(st.integers(0, len(sheet)))
    cut = data.draw(st.integers(0, 30))
    parts = PARTS | {"xl/worksheets/sheet1.xml": sheet[:at] + data.draw(st.binary(max_size=8)) + sheet[at + cut :]}
    assert len(outcomes(packed(parts))) == 2


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (PARTS | {"xl/big.xml": b" " * 60_000_000}, "would unpack"),
        (PARTS | {"xl/vbaProject.bin": b"x"}, "macros"),
        (PARTS | {"xl/x.xml": b"<!DOCTYPE x><x/>"}, "document type"),
        ({"word/document.xml": b"<w/>"}, "no workbook"),
    ],
)
def test_what_could_do_harm_is_refused_for_both(parts, said):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert [said in one for one in outcomes(out.getvalue())] == [True, True]
    with pytest.raises(office.Unreadable, match=said), office.workbook(out.getvalue()):
        pass
