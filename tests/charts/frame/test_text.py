from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from charts.frame.text import balance, block, width, wrap

WORDS = st.lists(
    st.sampled_from(
        ["the", "Western", "European", "and", "Others", "Group", "A/RES/74/146", "sponsored,", "iiii", "WWWW"]
    ),
    max_size=25,
)


def test_widths_are_those_of_the_font():
    # Source Sans 3: W 786, i 246, é as e, per 1,000 em
    assert width("W", 100) == 78.6
    assert width("i", 100) == 24.6
    assert width("Côte", 10) == width("Cote", 10)
    assert width("bold", 10, bold=True) > width("bold", 10)


@given(WORDS, st.floats(60, 600), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_its_limit_and_no_word_is_lost(words, limit, bold):
    for fold in (wrap, balance):
        lines = fold(" ".join(words), 13, limit, bold)
        assert all(width(line, 13, bold) <= limit for line in lines)
        assert "".join(" ".join(lines).split()) == "".join(words)


@given(WORDS)
@settings(max_examples=40, deadline=None)
def test_balancing_takes_no_more_lines(words):
    text = " ".join(words)
    assert len(balance(text, 20, 300)) == len(wrap(text, 20, 300))


def test_balancing_leaves_no_word_alone():
    title = "84 States from all five groups sponsored the 2019 text: 13 joined, 4 left since 2017"
    limit = width(title, 22, bold=True) * 0.97
    assert len(wrap(title, 22, limit, bold=True)[-1].split()) == 1
    assert len(balance(title, 22, limit, bold=True)[-1].split()) > 4


def test_a_name_never_becomes_markup():
    assert block(["Western Europe & Others", "<b>"]) == "Western Europe &amp; Others<br>&lt;b&gt;"


def test_a_long_symbol_breaks_after_a_slash():
    assert wrap("A/C.3/78/L.30/Rev.1", 12, 60)[0].endswith("/")
