"""CSV and Excel: the numbers of the record, the words of the chart, and never a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from briefing.office import tables

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "=", "a=1"]


def read_csv(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the BOM"
    return list(csv.reader(io.StringIO(content[3:].decode("utf-8"), newline="")))


def test_csv_holds_the_table_and_then_the_words(chart_of, record) -> None:
    chart = chart_of("columns")
    rows = read_csv(tables.csv_of(chart))
    assert rows[0] == list(chart.table.columns)
    by_text = {row[0]: row for row in rows[1 : len(chart.table) + 1]}
    assert by_text["A/RES/74/146"][rows[0].index("Number")] == "84"
    council = chart_of("columns", body="HRC")
    dark = {row[0]: row for row in read_csv(tables.csv_of(council))[1 : len(council.table) + 1]}
    assert dark["A/HRC/RES/43/16"][rows[0].index("Number")] == "", "unknown is empty, never 0"
    words = {row[0]: row[1] for row in rows[len(chart.table) + 2 :] if row[0]}
    assert words["Title"] == chart.title
    assert words["Source"] == chart.source
    assert words["Data version"] == record.version
    assert words["What is missing"] == chart.note.split("\n")[0]


def test_namibia_is_not_lost(chart_of) -> None:
    rows = read_csv(tables.csv_of(chart_of("assembly-status")))
    assert ["Namibia", "NAM"] in [row[:2] for row in rows]


def test_a_share_stays_a_number_and_is_shown_in_per_cent(chart_of) -> None:
    sheet = load_workbook(io.BytesIO(tables.xlsx_of(chart_of("regions"))))["Data"]
    head, *rows = sheet.iter_rows()
    place = [cell.value for cell in head].index("Share")
    shares = [row[place] for row in rows if row[place].value is not None]
    assert {cell.number_format for cell in shares} == {"0\u00a0%"}
    assert all(0 <= cell.value <= 1 for cell in shares)
    assert "%" not in {row[place - 1].number_format for row in rows}


def test_workbook_numbers_are_numbers_and_the_read_me_explains_them(chart_of, record) -> None:
    chart = chart_of("columns")
    book = load_workbook(io.BytesIO(tables.xlsx_of(chart)))
    assert book.sheetnames == ["Read me", "Data"]
    assert book.properties.title == chart.title
    rows = list(book["Data"].iter_rows(values_only=True))
    numbers = {row[0]: row[rows[0].index("Number")] for row in rows[1:]}
    assert numbers["A/RES/74/146"] == 84
    assert isinstance(numbers["A/RES/74/146"], int)
    assert numbers["A/RES/60/161"] == 82
    council = list(load_workbook(io.BytesIO(tables.xlsx_of(chart_of("columns", body="HRC"))))["Data"].values)
    assert {row[0]: row[council[0].index("Number")] for row in council}["A/HRC/RES/43/16"] is None
    told = "\n".join(str(cell) for row in book["Read me"].iter_rows(values_only=True) for cell in row if cell)
    for said in (
        chart.title,
        chart.subtitle,
        chart.source,
        record.version,
        "never to be read as a no",
        "Coverage",
        "Too little known",
        *chart.note.split("\n"),
    ):
        assert said in told


def test_no_long_text_lies_over_the_row_below() -> None:
    table = pd.DataFrame({"short": ["a", "b"], "long": ["x", "word " * 30]})
    book = load_workbook(io.BytesIO(tables.workbook([("Data", table)], [("Head", "word " * 50), ("Next", "x")], "T")))
    read_me, data = book["Read me"].row_dimensions, book["Data"].row_dimensions
    assert (read_me[1].height, read_me[2].height) == (45, None)  # 250 letters in lines of 100
    assert (data[1].height, data[2].height, data[3].height) == (None, None, 45)  # 150 letters in lines of 60


def test_printed_all_columns_stand_beside_each_other() -> None:
    for sheet in load_workbook(io.BytesIO(tables.workbook([("Data", pd.DataFrame({"a": [1]}))], [("", "")], "T"))):
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert sheet.page_setup.orientation == "landscape"
    wide = pd.DataFrame({f"column {n}": [n] for n in range(40)})
    _, sheet = load_workbook(io.BytesIO(tables.workbook([("Data", wide)], [("", "")], "T")))
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage, "too small to be read"


def test_map_data_carry_the_un_sentence(chart_of) -> None:
    told = tables.csv_of(chart_of("map-status")).decode("utf-8-sig")
    assert "designations employed" in told
    assert "UN Geodata" in told


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(FORMULAS), st.text()), min_size=1, max_size=4))
def test_no_cell_from_data_becomes_a_formula(texts: list[str]) -> None:
    texts = [text.encode("utf-8", "ignore").decode() for text in texts]
    frame = pd.DataFrame({"=HYPERLINK(1)": texts, "Number": range(len(texts))})
    for row in read_csv(tables.csv_bytes(frame)):
        for cell in row:
            assert not cell.startswith(DANGEROUS)
            assert not cell.lstrip().startswith(DANGEROUS[:4])
    book = load_workbook(io.BytesIO(tables.workbook([("Data", frame)], [("=A1", "@x")], "=title")))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(DANGEROUS)


def test_numbers_below_zero_stay_numbers_and_dates_stay_dates() -> None:
    frame = pd.DataFrame({"n": [-3], "share": [0.25], "day": [date(2026, 11, 23)], "who": [("A", "B")], "yes": [True]})
    assert read_csv(tables.csv_bytes(frame))[1] == ["-3", "0.25", "2026-11-23", "A; B", "yes"]
    sheet = load_workbook(io.BytesIO(tables.workbook([("Data", frame)], [], "t")))["Data"]
    values = [cell.value for cell in sheet[2]]
    assert values[:2] == [-3, 0.25]
    assert values[2].date() == date(2026, 11, 23)


@pytest.mark.parametrize("value", [None, pd.NA, float("nan"), pd.NaT])
def test_what_is_missing_is_an_empty_cell(value: object) -> None:
    frame = pd.DataFrame({"a": pd.Series([value, "x"], dtype=object)})
    assert read_csv(tables.csv_bytes(frame))[1] == [""]
    assert load_workbook(io.BytesIO(tables.workbook([("Data", frame)], [], "t")))["Data"]["A2"].value is None
