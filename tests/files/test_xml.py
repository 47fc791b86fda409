"""What no file of XML can hold is taken out, and nothing else."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from files.xml import escape, safe_xml

BAD = "\x00\x08\x0b\x0c\x1f\x7f\x9f\ud800\udfff\ufffe\uffff"
ANY = st.text(st.characters(exclude_categories=()), max_size=20)


@pytest.mark.parametrize("sign", BAD)
def test_what_cannot_be_held_is_taken_out(sign):
    assert safe_xml(f"Ana{sign} María") == "Ana María"


@given(ANY)
def test_what_is_left_can_be_held_by_every_file_and_nothing_else_is_lost(text):
    left = safe_xml(text + BAD)
    assert left == "".join(
        c
        for c in text
        if c not in BAD
        and (c in "\t\n\r" or not "\x00" <= c < " ")
        and not "\x7f" <= c <= "\x9f"
        and not "\ud800" <= c <= "\udfff"
    )
    held = etree.Element("p")
    held.text = left
    assert held.text == left
    drawn = f"<p title='{escape(text + BAD)}'>{escape(text + BAD)}</p>".encode()
    assert ElementTree.fromstring(drawn).text == (left.replace("\r\n", "\n").replace("\r", "\n") or None)
