"""A briefing in another language: all that stands around its charts too, and nothing that would be half English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation

from briefing.document.forms import deck, outputs, paper, present, web
from briefing.document.sections import english_only
from briefing.document.spec import Briefing, Item, chart_item, from_dict, text_item
from briefing.formats import file_name, make
from briefing.office import docx_style, slides
from charts import catalog
from data.tongues.speech import speaking
from tests import tongues

ITEMS = (
    chart_item("columns", body="GA"),
    chart_item("assembly-change", "1234", "- 56\n78", text="A/RES/74/146", since="A/RES/72/247"),
    chart_item("timeline", state="AUT"),
    text_item("9", "\n".join(f"- {n}" for n in range(40))),
)
"""Charts that become tables without a browser, and words of the user's own, which are left as they are: numbers."""


@pytest.fixture
def briefing():
    return Briefing("2026", "81", ITEMS)


class _Page(HTMLParser):
    """What stands in a page and its attributes, its scripts and styles left out."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.texts, self._inside = [], ""
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self._inside = tag
        told = dict(attrs)
        self.texts += [told[key] for key in ("aria-label", "aria-roledescription", "alt") if told.get(key)]

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside not in ("script", "style"):
            self.texts.append(data)


def on_slides(content: bytes) -> Iterator[str]:
    made = Presentation(BytesIO(content))
    yield made.core_properties.author
    for slide in made.slides:
        yield slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        for shape in slide.shapes:
            yield shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""
            yield shape.text_frame.text if shape.has_text_frame else ""
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)


def on_paper(content: bytes) -> Iterator[str]:
    made = Document(BytesIO(content))
    yield from (made.core_properties.author, made.core_properties.keywords)
    yield from (paragraph.text for paragraph in (*made.paragraphs, *made.sections[0].footer.paragraphs))
    yield from (cell.text for table in made.tables for row in table.rows for cell in row.cells)


@pytest.mark.usefixtures("without_browser")
def test_every_word_of_slides_and_paper_comes_out_of_the_catalogue(record, briefing, monkeypatch):
    monkeypatch.setitem(docx_style.LOCALES, "marks", "fr-FR")
    monkeypatch.setitem(slides._LANGUAGES, "marks", slides._LANGUAGES["fr"])
    with tongues.marks():
        assert tongues.words_left(on_slides(deck.deck(briefing, record))) == set()
        assert tongues.words_left(on_paper(paper.paper(briefing, record))) == set()


def test_every_word_of_page_and_presentation_comes_out_of_the_catalogue(record, briefing):
    with tongues.marks():
        assert tongues.words_left(_Page(web.page(briefing, record)).texts) == set()
        assert tongues.words_left(_Page(present.presentation(briefing, record)).texts) == set()


@pytest.mark.usefixtures("without_browser")
def test_a_briefing_is_made_in_its_language(record, briefing):
    french = replace(briefing, language="fr")
    made = Document(BytesIO(outputs.make(french, record, "paper")))
    assert made.core_properties.language == "fr-FR"
    said = [paragraph.text for paragraph in made.paragraphs]
    assert "Sommaire" in said
    assert any(text.startswith("Tableau 1. ") for text in said)
    shown = Presentation(BytesIO(outputs.make(french, record, "deck"))).slides
    assert [slide.shapes.title.text for slide in shown][1] == "Dans ce dossier"
    assert outputs.file_name(french, record, "deck").endswith("_fr.pptx")
    assert outputs.file_name(briefing, record, "deck").endswith(f"{record.version}.pptx")
    assert from_dict(french.to_dict()) == french


def test_what_is_in_english_only_is_said_before_anything_is_made(record, briefing):
    both = replace(briefing, items=(*ITEMS, chart_item("matrix"), Item("state", spec={"state": "KEN"})), language="es")
    assert english_only(both, record) == {
        5: "Item 5: The chart “States by text” is in English only",
        6: "Item 6: The profile of a State is in English only",
    }
    with pytest.raises(ValueError, match="Item 5: .*; Item 6: "):
        outputs.make(both, record, "deck")
    with pytest.raises(ValueError, match="Everything .* is made in English only"):
        outputs.make(replace(briefing, language="es"), record, "zip")
    assert english_only(replace(both, language="en"), record) == {}


def test_a_briefing_in_a_language_that_is_not_spoken_is_none(briefing):
    with pytest.raises(ValueError, match="'de'"):
        from_dict({**briefing.to_dict(), "language": "de"})


def test_a_chart_leaves_in_its_language(record):
    with speaking("es"):
        made = catalog.build("counts", record)
    assert file_name(made, "csv").endswith("_es.csv")
    assert "Órgano" in make(made, "csv").decode("utf-8-sig").splitlines()[0]
    assert b"lang='es'" in make(made, "html")
    with pytest.raises(ValueError, match="Excel .* English only"):
        make(made, "xlsx")
