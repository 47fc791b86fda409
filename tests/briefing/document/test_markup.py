"""Simple Markdown in the user's own words: understood in every form that leaves, and never shown as signs."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from briefing.document.forms import deck, paper, present, web
from briefing.document.markup import HEADING, PARAGRAPH, POINT, Run, computed, own
from briefing.document.spec import Briefing, Item

OWN = """# What we ask
**Co-sponsor** the text, *early*.
* Speak for ***women*** defenders
- See [our page](https://example.org) and ![logo](logo.png)
2 * 3 * 4 stays, Albania,* Chile* too, A/RES/76/174_a stays
---
"""


def test_lines_of_each_kind():
    heading, first, point, linked, plain = own(OWN)
    assert (heading.kind, heading.text) == (HEADING, "What we ask")
    assert first.kind == PARAGRAPH
    assert first.runs == (Run("Co-sponsor", True), Run(" the text, "), Run("early", False, True), Run("."))
    assert (point.kind, point.text) == (POINT, "Speak for women defenders")
    assert Run("women", True, True) in point.runs
    assert linked.text == "See our page and logo"
    assert plain.text == "2 * 3 * 4 stays, Albania,* Chile* too, A/RES/76/174_a stays"


def test_in_a_computed_sentence_nothing_is_a_mark():
    assert computed("Albania*, **Chile** and _x_").runs == (Run("Albania*, **Chile** and _x_"),)
    assert (computed("- one").kind, computed("- one").text) == (POINT, "one")


@given(st.text("ab *_`#[]()!\\-\n", max_size=40))
def test_words_are_never_lost(text):
    letters = re.sub(r"[^ab]", "", re.sub(r"\]\([^)\s]*\)", "", text))
    kept = "".join(re.sub(r"[^ab]", "", line.text) for line in own(text))
    assert len(kept) <= len(re.sub(r"[^ab]", "", text))
    assert kept == letters or "](" in text


@pytest.fixture(scope="module")
def said(record):
    """The visible words of each form of a briefing with that text."""
    item = Item("text", "The ask", OWN, {"notes": "Thank **Norway** first."})
    briefing = Briefing("A talk", "", (item,))
    slides = Presentation(io.BytesIO(deck.deck(briefing, record)))
    slide = next(s for s in slides.slides if s.shapes.title is not None and s.shapes.title.text == "The ask")
    document = Document(io.BytesIO(paper.paper(briefing, record)))

    def body(page: bytes) -> str:
        return re.sub(r"<script.*?</script>|<style.*?</style>", "", page.decode(), flags=re.DOTALL)

    return {
        "deck": ("\n".join(s.text_frame.text for s in slide.placeholders), slide.notes_slide.notes_text_frame.text),
        "paper": ("\n".join(p.text for p in document.paragraphs), document),
        "page": (body(web.page(briefing, record)), ""),
        "present": (body(present.presentation(briefing, record)), ""),
    }


@pytest.mark.parametrize("form", ["deck", "paper", "page", "present"])
def test_no_mark_is_shown_and_the_notes_are_the_speakers_alone(said, form):
    shown = said[form][0]
    for words in ("What we ask", "Co-sponsor", "2 * 3 * 4 stays"):
        assert words in shown
    for mark in ("**", "# What", "](", "example.org", "Thank"):
        assert mark not in shown


def test_looks_are_set_and_notes_stand_first(said):
    document = said["paper"][1]
    runs = {run.text: (run.bold, run.italic) for p in document.paragraphs for run in p.runs}
    assert runs["Co-sponsor"] == (True, None)
    assert runs["early"] == (None, True)
    assert {p.text: p.style.name for p in document.paragraphs}["What we ask"] == "Heading 2"
    assert "<strong>Co-sponsor</strong>" in said["page"][0]
    assert "<h3>" in said["page"][0]
    assert said["deck"][1].startswith("Thank **Norway** first.")
