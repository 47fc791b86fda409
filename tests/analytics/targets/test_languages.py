"""Who is asked and why, in French and Spanish: each word from the catalogue, numbers and States those of English."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from analytics.coalition import coalition
from analytics.coalition.words import condition
from analytics.targets.facts import leads
from analytics.targets.targets import prospects
from analytics.texts.texts import headline
from data.tongues.speech import speaking
from tests import tongues

BODIES = [("GA", 2026), ("HRC", 2028)]


@pytest.fixture(scope="module", autouse=True)
def once():
    """The record is asked once for all languages."""
    with tongues.asked_once():
        yield


def said(record, found: pd.DataFrame, body: str) -> Iterator[str]:
    """The answer of a body, and of each State in the order of codes its category and all its reasons."""
    yield headline(record, body).sentence
    for row in found.sort_values("iso3").itertuples():
        yield from (row.category_words, *(reason.sentence for reason in row.reasons()))


@pytest.mark.parametrize(("body", "year"), BODIES)
def test_reasons_have_the_numbers_and_states_of_the_english_ones(record, body, year):
    english = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    plain = list(said(record, prospects(record, body, year), body))
    for language in ("fr", "es"):
        with speaking(language):
            told = list(said(record, prospects(record, body, year), body))
        for one, other in zip(plain, told, strict=True):
            assert tongues.numbers(one) == tongues.numbers(other), (one, other)
            assert tongues.states(one, "en", english) == tongues.states(other, language, english), (one, other)


@pytest.mark.parametrize(("body", "year"), BODIES)
def test_nothing_comes_past_the_catalogue(record, body, year):
    with tongues.marks():
        assert tongues.words_left(said(record, prospects(record, body, year), body)) == set()


def test_what_is_not_known_is_no_no_in_any_language(record):
    """Austria is on the list of 2019, and that of 2023 does not tell of it."""
    for language, words in (("fr", "on ne peut conclure"), ("es", "no puede determinarse")):
        with speaking(language):
            austria = prospects(record, "GA", 2026).set_index("iso3").loc["AUT"]
            assert words in austria["why"]


@pytest.mark.parametrize("keep", [True, False])
@pytest.mark.parametrize("named", [(), ("NOR", "PSE", "KEN")])
def test_a_projected_list_is_summed_up_in_each_language(record, keep, named):
    def told() -> list[str]:
        start = coalition.standing(record, "GA", leads(record, "GA"), named)
        made = coalition.project(start, ["MLI", "GHA"], coalition.best(record, "GA"), keep)
        return [made.sentence, condition(made)]

    plain = told()
    for language in ("fr", "es"):
        with speaking(language):
            assert [tongues.numbers(one) for one in told()] == [tongues.numbers(one) for one in plain]
    with tongues.marks():
        assert tongues.words_left(told()) == set()
