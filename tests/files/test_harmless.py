"""Cells: no text becomes a formula, every text comes back."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from files.harmless import neutral, original

SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\ufe66", "\u207c"]
STARTS = [*SIGNS, " =", "\u3000=", "\ufeff=", "\u200b=", '"=', "'="]


@pytest.mark.parametrize("in_csv", [False, True])
@pytest.mark.parametrize("start", STARTS)
def test_what_begins_like_a_formula_gets_an_apostrophe(start, in_csv):
    text = f"{start}HYPERLINK(1)"
    assert neutral(text, in_csv) == f"'{text}"
    assert original(neutral(text, in_csv), in_csv) == text


@pytest.mark.parametrize("in_csv", [False, True])
@pytest.mark.parametrize("text", ["", "Kenya", "2026-10-01", "a=b", "Côte d'Ivoire", "'quoted'", "(-1)", "a; b\n\nc"])
def test_other_text_is_left_alone(text, in_csv):
    assert neutral(text, in_csv) == text == original(text, in_csv)


@pytest.mark.parametrize("before", [";", "; ", ';"', "\n", "\t"])
def test_where_a_spreadsheet_parts_a_line_of_csv_nothing_begins_like_a_formula(before):
    text = f"Call the mission{before}=1+1"
    assert neutral(text) == text, "a cell of a workbook is never parted"
    assert neutral(text, True) == f"Call the mission{before[0]}'{before[1:]}=1+1"
    assert original(neutral(text, True), True) == text


@given(st.text(st.characters(exclude_categories=())), st.booleans())
@example("\u2a74;\u2a75", True)
def test_every_text_comes_back(text, in_csv):
    assert original(neutral(text, in_csv), in_csv) == text


@given(st.text(alphabet=st.sampled_from("'\"=+-@\t\r\n aä;=1\uff1d\u207b"), max_size=10))
def test_no_part_of_a_cell_begins_like_a_formula(text):
    cell = neutral(text, True)
    assert original(cell, True) == text
    for part in re.split(r"[;\t\r\n]", cell):
        begins = unicodedata.normalize("NFKC", part.lstrip(' "'))[:1]
        assert begins == "" or begins not in "=+-@"
