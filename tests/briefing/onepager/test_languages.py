"""The one-pager in French and Spanish: each word of it from the catalogue, and what it says the same as in English."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from briefing.onepager import passages
from briefing.onepager.content import OnePager, content
from briefing.onepager.onepager import onepager_docx, onepager_html
from data.tongues.speech import NotTranslated, speaking
from tests import tongues

TODAY = date(2026, 11, 23)
PUBLISHER = "RightDocs, Universal Rights Group"
"""Of published lists: a name, which is quoted as it stands."""


@pytest.fixture(scope="module")
def page(record):
    """content(), what is the same in all languages found once."""
    made, evidence = {}, passages.evidence

    def found(record, campaign):
        if campaign.key not in made:
            made[campaign.key] = evidence(record, campaign)
        return made[campaign.key]

    with tongues.asked_once(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "evidence", found)
        yield lambda iso3: content(record, iso3, (), TODAY)


def said(page: OnePager) -> Iterator[str]:
    """Each text of a page but the name of the State in its title."""
    yield from (page.subtitle, page.answer, page.source)
    for rows in (page.standing, page.history):
        yield from (rows.title, *rows.heads, *(cell for row in rows.rows for cell in row))
    yield from (*page.remarks, *page.votes, *page.peers, *page.ask)


def test_every_state_in_a_language(record, page):
    """Nothing past the catalogue, nothing missing in it, and no number, symbol or State other than in English."""
    english = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    for place, iso3 in enumerate(english):
        plain = list(said(page(iso3)))
        language = ("fr", "es", "marks")[place % 3]
        if language == "marks":
            with tongues.marks():
                texts = [text.replace(PUBLISHER, "") for text in said(page(iso3))]
                assert tongues.words_left(texts) == set(), iso3
            continue
        with speaking(language):
            told = list(said(page(iso3)))
        assert len(told) == len(plain), iso3
        for one, other in zip(plain, told, strict=True):
            assert tongues.numbers(one) == tongues.numbers(other), (iso3, one, other)
        named = [tongues.states(" ".join(told[-12:]), language, english)]
        assert named == [tongues.states(" ".join(plain[-12:]), "en", english)], iso3


def test_a_page_in_french(page):
    with speaking("fr"):
        made = page("BEN")
    assert made.title == "Bénin"
    assert made.answer.startswith("Le nom du Bénin figure parmi les auteurs de 8 des 14 textes de l’Assemblée générale")
    assert made.history.rows[2][:3] == ("2000", "A/RES/55/98", "● auteur")
    assert "« Non connu » n’est jamais compté comme « non »" in made.source.replace("\u00a0", " ")
    assert "Côte d’Ivoire" in made.peers[0]


def test_a_page_in_spanish(page):
    with speaking("es"):
        made = page("MEX")
    assert made.title == "México"
    assert made.answer.startswith("El nombre de México figura entre los patrocinadores de")
    assert made.standing.title == "Su posición"
    assert made.ask[0].startswith("Asamblea General, 81.er período de sesiones, 2026 (previsto)")


@pytest.mark.parametrize(("language", "tag", "head"), [("fr", "fr-FR", "Historique"), ("es", "es-ES", "Historial")])
def test_word_and_page_know_their_language(record, language, tag, head):
    with speaking(language):
        word = Document(BytesIO(onepager_docx(record, "CHE", today=TODAY)))
        html = onepager_html(record, "CHE", today=TODAY)
    assert word.core_properties.language == tag
    assert head in [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert f'<html lang="{language}">' in html
    assert f"<h2>{head}</h2>" in html


def test_a_word_that_is_in_no_catalogue_makes_no_page(record):
    """A text of another subject, as an import may bring one: the page is refused, not half English."""
    from dataclasses import replace

    coming = record.opportunities.assign(what="Text on something else, a mandate")
    with speaking("fr"), pytest.raises(NotTranslated, match="something else"):
        content(replace(record, opportunities=coming), "BEN", (), TODAY)
