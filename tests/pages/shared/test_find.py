"""The field that finds everything: which entry comes first, for names, spellings, typing errors and actions."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shared.find import field
from pages.shared.find.entries import Entry, Finder, Kind, words
from workspace.store import Workspace

PAGES = (
    ("", "Overview"),
    ("where", "Where"),
    ("trends", "Trends"),
    ("resolutions", "Resolutions"),
    ("states", "States"),
    ("compare", "Compare"),
    ("letter", "Letter"),
)


@pytest.fixture
def finder(desk_of_own: Workspace) -> Finder:
    return field.finder(PAGES)


@pytest.mark.parametrize(
    ("typed", "page", "asks", "opens"),
    [
        ("Kenya", "states", {"state": "KEN"}, False),
        ("kenia", "states", {"state": "KEN"}, False),  # Spanish
        ("kenyaa", "states", {"state": "KEN"}, False),
        ("KEN", "states", {"state": "KEN"}, False),
        ("Burma", "states", {"state": "MMR"}, False),
        ("cote d'ivoire", "states", {"state": "CIV"}, False),
        ("ivory coast", "states", {"state": "CIV"}, False),
        ("untied states", "states", {"state": "USA"}, False),
        ("A/RES/74/146", "resolutions", {"text": "A/RES/74/146"}, False),
        ("74/146", "resolutions", {"text": "A/RES/74/146"}, False),
        ("A/C.3/53/L.37", "resolutions", {"text": "A/RES/53/144"}, False),
        ("trends", "trends", {}, False),
        ("tredns", "trends", {}, False),
        ("export trends", "trends", {}, True),
        ("letter Kenya", "letter", {"to": "one", "state": "KEN"}, False),
        ("african group", "compare", {"view": "everything", "group": "African Group"}, False),
        ("map", "where", {"picture": "map"}, False),
    ],
)
def test_the_first_hit(finder: Finder, typed: str, page: str, asks: dict[str, str], opens: bool) -> None:
    first = finder.found(typed)[0]
    assert (first.page, first.asks, first.opens) == (page, asks, opens)


def test_each_place_is_offered_once(finder: Finder) -> None:
    places = [entry.where for entry in finder.found("republic", 1000)]
    assert len(places) == len(set(places)) > 10


def test_nothing_is_made_up(finder: Finder) -> None:
    assert finder.found("qqqq xyzzy") == finder.found("") == finder.found(" /.- ") == []


def test_what_the_menu_lacks_is_not_found(desk_of_own: Workspace) -> None:
    reader = field.finder(tuple(page for page in PAGES if page[0] != "letter"))
    assert all(entry.page != "letter" for entry in reader.entries)
    assert not any(entry.label.startswith("Letter") for entry in reader.found("letter kenya", 100))


def test_words_have_no_accents_and_signs() -> None:
    assert words("Côte d'Ivoire, A/C.3/74/L.32") == ("cote", "d", "ivoire", "a", "c", "3", "74", "l", "32")


names = st.text(string.ascii_lowercase + " éü'-/", min_size=1, max_size=30)


@given(st.lists(names, min_size=1, max_size=12), st.data())
def test_every_entry_is_found_by_its_words_and_their_beginnings(given_names: list[str], data: st.DataObject) -> None:
    finder = Finder(Entry(Kind.PAGE, name, name) for name in given_names)
    name = data.draw(st.sampled_from(given_names))
    if not words(name):
        return
    cut = [word[: data.draw(st.integers(1, len(word)))] for word in words(name)]
    assert name in {entry.label for entry in finder.found(" ".join(cut), 100)}
