"""The text with its marks: every letter shown, none of them acting, and each name marked where it stands."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.model import ImportedList, NamedState, OnBehalf, Unresolved
from pages.add.text import Mark, marked, marks, passages

TEXT = "Submitted by Norway, Urugay and France (on behalf of the European Union). <b>Chile</b> withdrew."


def span(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


LIST = ImportedList(
    "report",
    TEXT,
    states=(NamedState("Norway", "NOR", span=span("Norway")), NamedState("Bhutan", "BTN")),
    unresolved=(Unresolved("Urugay", span("Urugay"), (("URY", 0.9),), "not known"),),
    on_behalf_of=(OnBehalf("France", span("France (on behalf of the European Union)"), "FRA"),),
    withdrawn=(NamedState("Chile", "CHL", span=span("Chile")),),
)


def test_each_kind_is_marked_in_the_order_of_the_text():
    found = marks(LIST, {"NOR": "Norway", "CHL": "Chile"})
    assert [(m.kind, TEXT[m.start : m.end]) for m in found] == [
        ("known", "Norway"),
        ("unsure", "Urugay"),
        ("group", "France (on behalf of the European Union)"),
        ("gone", "Chile"),
    ]


def test_kinds_are_told_by_words_and_not_by_colour_alone():
    shown = marked(TEXT, marks(LIST, {}), 0, len(TEXT))
    assert ">Urugay<sup> ?</sup></mark>" in shown
    assert "<sup> group</sup></mark>" in shown
    assert ">Chile<sup> withdrew</sup></mark>" in shown
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_a_mark_inside_another_or_outside_the_text_is_left_out():
    one = ImportedList(
        "draft",
        "Guinea-Bissau",
        states=(
            NamedState("Guinea-Bissau", "GNB", span=(0, 13)),
            NamedState("x", "GIN", span=(0, 6)),
            NamedState("y", "FRA", span=(50, 60)),
        ),
    )
    assert [(m.start, m.end) for m in marks(one, {})] == [(0, 13)]


def test_passages_join_what_is_near_and_part_what_is_far():
    near = [Mark(100, 110, "known"), Mark(140, 150, "known"), Mark(900, 910, "known")]
    assert passages(near, 1000, margin=30) == [(70, 180), (870, 940)]
    assert passages(near, 1000, margin=500) == [(0, 1000)]
    assert passages([], 1000) == []


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab<>&\"'\n =*[](){}!/é漢", max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80), st.sampled_from(["known", "unsure", "gone"]))),
)
def test_every_letter_is_shown_and_no_other_tag_gets_in(text, places):
    one = ImportedList("draft", text, states=tuple(NamedState("x", "FRA", span=(s, e)) for s, e, _ in places))
    shown = marked(text, marks(one, {"FRA": '"><script>'}), 0, len(text))
    tags = re.findall(r"<[^>]*>", shown)
    assert {tag.split()[0].strip("<>/") for tag in tags} <= {"mark", "sup"}
    assert unescape(re.sub(r"<[^>]*>", "", shown)) == text
