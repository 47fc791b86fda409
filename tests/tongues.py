"""Whether what is said went through the catalogues: a language of marks, and numbers and States held against English.

In the language of marks each message is itself with a mark for each of its letters. A letter that is left in what is
said then came past the catalogue; symbols of documents, addresses, ISO codes, markup and the data version are no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from data.store import Database
from data.tongues import speech, state_names

MARK = "¤"
NO_WORDS = re.compile(
    r"<[^>]*>|%\{\w+\}|&\w+;|\b[A-Z]{3}\b|"
    r"\b(?:A|E|S|CHR|HRC)(?:/[\w.]+)+(?:/[\w.()-]+)*|\bCHR \d+/\d+|\(Vol\. I\)|\(Part I+\)|\b[0-9a-f]{10}\b"
    r"|\b[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*)?|\b\d+(?:st|nd|rd|th|er|re|e|\.º)\b"
)


def masked(message: str) -> str:
    """The message with a mark for each letter, its names in braces as they are."""
    parts = re.split(r"(\{\w+\})", message.rpartition("|")[2])
    return "".join(part if part.startswith("{") else re.sub(r"[^\W\d_]", MARK, part) for part in parts)


class _Marks:
    """Refuses, as each language does, a message that no catalogue holds."""

    def __init__(self) -> None:
        self._french = speech._catalogue("fr")

    def gettext(self, message: str) -> str:
        self._french.gettext(message)
        return masked(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        self._french.ngettext(one, many, number)
        return masked(one if number == 1 else many)


@contextmanager
def marks() -> Iterator[None]:
    """Within it the language of marks is spoken."""
    places = {iso3: n for n, iso3 in enumerate(state_names.codes())}
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(state_names.LANGUAGES, "marks", "marks")
        patch.setitem(speech._DAYS, "marks", "")
        spoken = _Marks()
        patch.setattr(speech, "_catalogue", lambda _: spoken)
        patch.setattr(speech, "format_date", lambda when, *_, **__: f"{when.day} {MARK} {when.year}")
        patch.setattr(speech, "format_decimal", lambda number, **_: str(number))
        for form in ("name", "the", "of"):
            patch.setattr(state_names, form, lambda iso3, spoken: f"{MARK}{places[iso3]}{MARK}")
        with speech.speaking("marks"):
            yield


@contextmanager
def asked_once() -> Iterator[None]:
    """Within it each question to a database is asked once: all languages ask the same."""
    made, ask = {}, Database.ask

    def once(database, sql, values):
        key = (sql, repr(sorted(values.items())))
        if key not in made:
            made[key] = ask(database, sql, values)
        return made[key].copy()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Database, "ask", once)
        yield


def words_left(texts: Iterable[str]) -> set[str]:
    """The words in texts of the language of marks that no catalogue was asked for."""
    return {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", NO_WORDS.sub(" ", text))}


def numbers(text: str) -> list[str]:
    """The numbers of a text in order of size, symbols of documents and all; a thousand with a mark or without."""
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[,.\u00a0](?=\d{3}\b)", "", text)))


def states(text: str, language: str, english: dict[str, str]) -> list[str]:
    """The codes of the States that a text names, each as often; `english`: code -> the record's short name."""
    called = english if language == "en" else {c: _typeset(state_names.name(c, language), language) for c in english}
    codes = {name: iso3 for iso3, name in called.items()}
    pattern = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
    return sorted(codes[name] for name in re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", text))


def _typeset(name: str, language: str) -> str:
    return speech.typeset(name, language)
