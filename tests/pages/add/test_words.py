"""What is quoted from a document stays plain, and the answer of the page counts what is there."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.added.entries import Entry
from pages.add.words import answer
from pages.shared.markdown import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](https://evil.example)", "\\!\\[x\\]\\(https\\:\u2060//evil\\.example\\)"),
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        (":red[no]", r"\:red\[no\]"),
        ("$x$ and `y`", r"\$x\$ and \`y\`"),
        ("# Title\n\n- item", r"\# Title \- item"),
        ("Côte d’Ivoire", "Côte d’Ivoire"),
    ],
)
def test_markdown_is_shown_and_not_followed(text, shown):
    assert plain(text) == shown


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_nothing_is_lost_but_line_breaks(text):
    unescaped, escaped = [], False
    for letter in plain(text):
        if letter == "\\" and not escaped:
            escaped = True
        else:
            unescaped.append(letter)
            escaped = False
    parted = "\u2060"  # in addresses
    assert "".join(unescaped).replace(parted, "") == " ".join(text.split()).replace(parted, "")


def test_the_answer_counts_texts_and_imports():
    coverage = pd.DataFrame({"coverage": ["complete", "partial", "no list found"]})
    entries = [Entry("1", kind, "", "", "", "") for kind in ("list", "list", "votes")]
    assert answer(coverage, []) == "2 of 3 texts lack a complete list of sponsors; you have added none yet."
    assert answer(coverage, entries).endswith("you have added 2 lists and 1 roll call.")
    assert answer(coverage, None).endswith("what you have added cannot be read.")
