"""Which document a masthead says it is, also where text recognition has misread letters of its symbol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.fetch.masthead import is_other

ASKED = "A/C.3/53/L.4"


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        (ASKED, "AIC.3153/L.4"),
        (ASKED, "A/C.3/58/L.4"),
        (ASKED, "A1C.3/53/1.4\nsee A/53/150"),
        (ASKED, "A/C.3/53/L.44\nA/C.3/53/L.4"),
        (ASKED, "no symbol at all"),
        ("E/CN.4/1998/L.104", "E/CN.4/1998/L.1O4"),
        ("A/53/625/Add.2", "A/53/625/Acld.2"),
        ("A/60/509/Add.2(PartII)", "A/60/509/Add.2"),
    ],
)
def test_a_symbol_that_was_misread_is_no_wrong_document(asked, head):
    assert is_other(f"{head}\n24 April", asked, read_by_ocr=True) == ""


@pytest.mark.parametrize(
    ("asked", "head", "other"),
    [
        (ASKED, "A/C.3/53/L.64", "A/C.3/53/L.64"),
        ("A/C.3/53/L.64", "A/C.3/53/L.6", "A/C.3/53/L.6"),
        (ASKED, "A/C.3/53/L.2", "A/C.3/53/L.2"),
        (ASKED, "A/C.3/53/L.4/Rev.1", "A/C.3/53/L.4/Rev.1"),
        ("A/53/625/Add.2", "A/53/625", "A/53/625"),
        (f"{ASKED}/Add.1", f"{ASKED}/Rev.1", f"{ASKED}/Rev.1"),
        (ASKED, "E/CN.4/1998/L.104", "E/CN.4/1998/L.104"),
    ],
)
def test_a_clear_other_symbol_is_a_wrong_document_also_on_a_scan(asked, head, other):
    for read_by_ocr in (True, False):
        assert is_other(f"United Nations\n{head}\n24 April", asked, read_by_ocr) == other


def test_on_a_scan_a_symbol_below_the_masthead_says_nothing():
    text = "UNITED NATIONS\n" + "words of a page whose symbol was not read\n" * 20 + "see A/53/150"
    assert is_other(text, ASKED, read_by_ocr=True) == ""


@given(st.integers(1, 99), st.integers(1, 99))
def test_a_symbol_that_was_read_well_is_always_the_one_asked_for(session, number):
    symbol = f"A/C.3/{session}/L.{number}"
    assert is_other(f"General Assembly {symbol}\n", symbol, True) == ""
    assert is_other(f"General Assembly {symbol}\n", symbol) == ""
