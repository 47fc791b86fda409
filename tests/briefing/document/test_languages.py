"""A briefing in another language: all that stands around its charts too, and nothing that would be half English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from itertools import cycle

import pytest
from docx import Document
from pptx import Presentation

from briefing.document import templates
from briefing.document.forms import deck, outputs, paper, present, web
from briefing.document.sections import Section, english_only, section, sections
from briefing.document.spec import Briefing, Item, chart_item, from_dict, text_item
from briefing.document.templates import TEMPLATES
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
    nothing = chart_item("topics", years="1999-2000")
    both = replace(
        briefing, items=(*ITEMS, nothing, Item("targets", spec={"targets": ["KEN"]}), nothing), language="es"
    )
    why = "Why an item could not be made is in English only"
    assert english_only(both, record) == {5: f"Item 5: {why}", 7: f"Item 7: {why}"}
    with pytest.raises(ValueError, match="Item 5: .*; Item 7: "):
        outputs.make(both, record, "deck")
    with pytest.raises(ValueError, match="Everything .* is made in English only"):
        outputs.make(replace(briefing, language="es"), record, "zip")
    assert english_only(replace(both, language="en"), record) == {}


def told(part: Section, title: str = "") -> Iterator[str]:
    """The words of an item and of its tables, without the title of a text (quoted as it stands)."""
    yield from (part.title, *part.paragraphs, *(document.line for document in part.documents))
    for table in part.tables:
        rows = table.frame[~table.frame.eq(title).any(axis="columns")]
        yield from (table.caption, *rows.columns, *map(str, rows.to_numpy().ravel()))


def profiles(record) -> Iterator[tuple[Item, str]]:
    """An item of States of each kind, as a series and as tabled, and of each text; with the title of the text."""
    for state in ("KEN", "NLD", "SSD", "MNE", "PSE", "VAT", "CHN", "RUS", "MRT", "NOR", "AUT"):
        yield from ((Item("state", spec={"state": state, **more}), "") for more in ({}, {"stage": "tabled"}))
    for text, title in zip(record.resolutions["resolution"], record.resolutions["title"], strict=True):
        yield from (
            (Item("resolution", spec={"resolution": text, **more}), title) for more in ({}, {"stage": "tabled"})
        )


@pytest.fixture(scope="module")
def once():
    """From here on the record is asked once for all languages."""
    with tongues.asked_once():
        yield


@pytest.mark.usefixtures("once")
def test_every_word_of_a_profile_comes_out_of_the_catalogue(record):
    with tongues.marks():
        for item, title in profiles(record):
            part = section(item, record)
            assert part.failed == ""
            assert tongues.words_left(told(part, title)) == set(), item


SPELLED = {"once": "1", "twice": "2", "one": "1", "une": "1", "un": "1", "una": "1", "deux": "2", "dos": "2"}


def as_figures(text: str) -> list[str]:
    """The numbers of a text, also those that are words."""
    pattern = r"\b(once|twice|one of them|une fois|deux fois|una vez|dos veces|dont un|entre ellos un)\b"
    words = [SPELLED[w] for found in re.findall(pattern, text) for w in found.split() if w in SPELLED]
    return sorted([*tongues.numbers(text), *words])


@pytest.mark.usefixtures("once")
def test_a_profile_has_the_numbers_and_states_of_the_english_one(record):
    english = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    languages = cycle(("fr", "es"))
    for item, _ in profiles(record):
        plain, language = section(item, record), next(languages)
        with speaking(language):
            other = section(item, record)
        assert other.failed == plain.failed == ""
        for one, said in zip(told(plain), told(other), strict=True):
            assert as_figures(one) == as_figures(said), (item, one, said)
        for one, said in zip(plain.paragraphs, other.paragraphs, strict=True):
            if one.startswith("Withdrew"):
                assert tongues.states(one, "en", english) == tongues.states(said, language, english)


def test_what_is_not_known_is_said_so_in_each_language(record):
    """Austria's record in the Assembly of 2021 is open, and no list tells who sponsored in the Council in 2011."""
    for language, words in (("fr", ("position non connue", "non connus")), ("es", ("no se sabe", "no se sabe"))):
        with speaking(language):
            state = section(Item("state", spec={"state": "AUT"}), record)
            text = section(Item("resolution", spec={"resolution": "A/HRC/RES/16/5"}), record)
        assert words[0] in state.paragraphs[0]
        assert words[1] in text.paragraphs[0]


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("body", ["GA", "HRC"])
def test_every_word_of_a_ready_made_briefing_comes_out_of_the_catalogue(record, name, body):
    with tongues.marks():
        made = templates.make(name, record, templates.Asked(body, "KEN"))
        assert (
            tongues.words_left([made.title, made.subtitle, *(w for i in made.items for w in (i.title, i.text))])
            == set()
        )


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_ready_made_briefing_is_whole_in_its_language(record, name, language):
    with speaking(language):
        made = templates.make(name, record, templates.Asked(state="KEN"))
    assert made.language == language
    assert english_only(made, record) == {}
    with speaking(language):
        assert [part.failed for part in sections(made, record)] == [""] * len(made.items)


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
