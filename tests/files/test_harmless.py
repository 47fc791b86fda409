"""Cells: no text becomes a formula, every text comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from files.harmless import neutral, original


@pytest.mark.parametrize("start", list("=+-@\t\r"))
def test_what_begins_like_a_formula_gets_an_apostrophe(start):
    text = f"{start}HYPERLINK(1)"
    assert neutral(text) == f"'{text}"
    assert original(neutral(text)) == text


@pytest.mark.parametrize("text", ["", "Kenya", "2026-10-01", "a=b", "Côte d'Ivoire", "'quoted'", "(-1)"])
def test_other_text_is_left_alone(text):
    assert neutral(text) == text == original(text)


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n aä=1"), max_size=8))
def test_every_text_comes_back_and_no_cell_begins_like_a_formula(text):
    cell = neutral(text)
    assert original(cell) == text
    assert cell.lstrip(" ")[:1] not in ("=", "+", "-", "@", "\t", "\r")
