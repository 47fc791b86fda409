"""Reading CSV files: what is read, and what cannot be read is named with file and row."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import descriptor
from data.read import read_table

VARIANTS = descriptor.tables()["name_variants_seen"]


def read(tmp_path, content: bytes):
    path = tmp_path / "name_variants_seen.csv"
    path.write_bytes(content)
    return read_table(VARIANTS, path)


def test_rows_count_as_in_a_spreadsheet_also_after_a_cell_with_a_line_break(tmp_path):
    rows, problems = read(tmp_path, b'state_as_written,iso3\n"Ir\nland",IRL\nTurkey,TUR\n')
    assert problems == []
    assert [(row.number, row["state_as_written"]) for row in rows] == [(2, "Ir\nland"), (3, "Turkey")]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    rows, problems = read(tmp_path, b"\xef\xbb\xbfstate_as_written,iso3\r\nTurkey,TUR\r\n")
    assert problems == []
    assert rows[0] == {"state_as_written": "Turkey", "iso3": "TUR"}


def test_namibia_stays_text(tmp_path):
    rows, _ = read(tmp_path, b"state_as_written,iso3\nNA,NAM\n")
    assert rows[0]["state_as_written"] == "NA"


@pytest.mark.parametrize(
    ("content", "row", "words"),
    [
        (b"state_as_written,iso3\nC\xf4te d'Ivoire,CIV\n", 0, "not UTF-8 at byte 23"),
        (b"", 1, "the header is wrong"),
        (b"state,iso3\nTurkey,TUR\n", 1, "missing state_as_written; unexpected 'state'"),
        (b"iso3,state_as_written\nTUR,Turkey\n", 1, "other order"),
        (b"state_as_written,iso3\nTurkey,TUR\nKorea, Republic of,KOR\n", 3, "3 columns where the header has 2"),
        (b"state_as_written,iso3\nTurkey\n", 2, "1 columns where the header has 2"),
        (b"state_as_written,iso3\n\nTurkey,TUR\n", 2, "0 columns where the header has 2"),
        (b'state_as_written,iso3\n"Turkey,TUR\n', 2, "broken CSV"),
        (b'state_as_written,iso3\n"Tur"key,TUR\n', 2, "broken CSV"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row(tmp_path, content, row, words):
    _, problems = read(tmp_path, content)
    assert problems[0].file == "name_variants_seen.csv"
    assert problems[0].row == row
    assert words in problems[0].reason


def test_a_missing_file_says_what_it_is(tmp_path):
    rows, (problem,) = read_table(VARIANTS, tmp_path / "name_variants_seen.csv")
    assert rows == []
    assert "missing" in problem.reason
    assert VARIANTS.description in problem.reason


cell = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.tuples(cell, cell), max_size=5))
def test_whatever_a_csv_writer_writes_is_read_back(tmp_path_factory, cells):
    # Carriage returns are written by csv inside quotes and kept; odd separators (U+2028, U+0085) are no line ends.
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([("state_as_written", "iso3"), *cells])
    path = tmp_path_factory.getbasetemp() / "name_variants_seen.csv"
    path.write_bytes(text.getvalue().encode())
    rows, problems = read_table(VARIANTS, path)
    assert problems == []
    assert [tuple(row.values()) for row in rows] == cells


def test_a_line_separator_inside_a_plain_cell_is_no_new_row(tmp_path):
    rows, problems = read(tmp_path, "state_as_written,iso3\nCôte\u2028d’Ivoire,CIV\n".encode())
    assert problems == []
    assert rows[0]["state_as_written"] == "Côte\u2028d’Ivoire"
