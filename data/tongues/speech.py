"""What is said, in the language in force: sentences, words, numbers, days, lists, names of States.

A sentence is written in English where it is said, whole, with names for what fills it:

    say("{who} sponsored {text}.", who=the(iso3), text="A/RES/74/146")
    say_many("{n} State", "{n} States", 3)

In another language the sentence of its catalogue (catalogues/fr.po) stands in its place. One that the catalogue lacks
raises NotTranslated; words before a "|" tell one message from another that is the same in English. What leaves the
house is whole in one language, or is not made in it. `python -m data.tongues`
brings the catalogues up to date with the code (docs/translation.md).

The language is in force in a `with speaking("fr")` and for its thread alone; outside of it English is spoken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from data.tongues import state_names
from data.tongues.state_names import LANGUAGES

if TYPE_CHECKING:
    import pandas as pd

ENGLISH = "en"
CATALOGUES = Path(__file__).resolve().parent / "catalogues"
NO_BREAK = "\u00a0"
_DAYS = {"en": "d MMMM y", "fr": "d MMMM y", "es": "d 'de' MMMM 'de' y"}
_in_force: ContextVar[str] = ContextVar("language", default=ENGLISH)


class NotTranslated(LookupError):
    """A sentence or word that the catalogue of the language in force lacks."""


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it `language` is in force, in this thread. Raises ValueError for one that is not spoken."""
    if language not in LANGUAGES:
        raise ValueError(f"No language {language!r}; there are {', '.join(LANGUAGES)}.")
    before = _in_force.set(language)
    try:
        yield
    finally:
        _in_force.reset(before)


def language() -> str:
    """The language in force: en, fr or es."""
    return _in_force.get()


def say(message: str, /, **values: str | int) -> str:
    """A sentence or a word, filled. Raises NotTranslated."""
    return _translated(message).format(**values)


def say_many(one: str, many: str, number: int, /, **values: str | int) -> str:
    """The form of a sentence for so many, filled; {n} is the number unless it is given. Raises NotTranslated."""
    return _translated(one, many, number).format(**{"n": whole(number), **values})


def in_english(what: str) -> None:
    """Raises NotTranslated in any other language: what is made of sentences that no catalogue holds says so itself."""
    if language() != ENGLISH:
        raise NotTranslated(f"{what} is in English only")


def quoted(text: str) -> str:
    """A title or a name out of a document, as the catalogue has it, else as it is written there: that is quoted."""
    try:
        return say(text)
    except NotTranslated:
        return text


T = TypeVar("T", bound="str | tuple[str, ...] | dict[str, str]")


def to_say(messages: T) -> T:
    """Messages that are said elsewhere, as they are: by this the catalogues find them."""
    return messages


def to_count(one: str, many: str = "") -> tuple[str, str]:
    """The forms of a sentence that is said elsewhere, for one and for several."""
    return one, many or one


def _translated(message: str, many: str = "", number: int = 1) -> str:
    """The form of a message in the language in force; "" is the same in all."""
    spoken = language()
    if spoken == ENGLISH or not message:
        return many if many and number != 1 else message.rpartition("|")[2]
    catalogue = _catalogue(spoken)
    found = catalogue.ngettext(message, many, number) if many else catalogue.gettext(message)
    return typeset(found, spoken)


class _Missing(NullTranslations):
    """What answers for a message that a catalogue lacks."""

    def gettext(self, message: str) -> str:
        raise NotTranslated(f"“{message}” is not in the {LANGUAGES[language()]} catalogue")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1)


@cache
def _catalogue(spoken: str) -> NullTranslations:
    """The catalogue of a language, compiled when it is first needed."""
    compiled = BytesIO()
    with (CATALOGUES / f"{spoken}.po").open("rb") as lines:
        write_mo(compiled, read_po(lines, locale=spoken))
    compiled.seek(0)
    catalogue = GNUTranslations(compiled)
    catalogue.add_fallback(_Missing())
    return catalogue


def whole(number: int) -> str:
    """A whole number: "1,200", in French "1 200", in Spanish "1.200"."""
    spoken = language()
    return f"{number:,}" if spoken == ENGLISH else format_decimal(number, locale=spoken).replace("\u202f", NO_BREAK)


def decimal(number: float, places: int = 2) -> str:
    """A number with so many places: "0.62", in French and Spanish "0,62"."""
    spoken = language()
    plain = f"{number:.{places}f}"
    pattern = f"0.{'0' * places}".removesuffix(".")
    return plain if spoken == ENGLISH else format_decimal(plain, format=pattern, locale=spoken)


def day(when: date, spoken: str = "") -> str:
    """A date in words: "18 December 2019", "1er avril 2022", "18 de diciembre de 2019"."""
    return _day(when, spoken or language())


@lru_cache(maxsize=2000)  # a list of texts, or of letters, names the same days again and again
def _day(when: date, spoken: str) -> str:
    text = format_date(when, _DAYS[spoken], locale=spoken)
    return f"1er{text[1:]}" if spoken == "fr" and when.day == 1 else text


def ordinal(number: int, spoken: str = "") -> str:
    """A session's number before its noun: "81st", "81e", "81.er" (primer, tercer), "84.º"."""
    spoken = spoken or language()
    if spoken == "fr":
        return "1re" if number == 1 else f"{number}e"
    if spoken == "es":
        shortened = number % 10 in (1, 3) and number % 100 not in (11, 13)
        return f"{number}.er" if shortened else f"{number}.º"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def listing(items: Iterable[str], limit: int = 0) -> str:
    """ "A, B and C"; with a limit, where it leaves out two or more: "A, B and 7 more"; "" for nothing."""
    items = list(items)
    if limit and len(items) > limit + 1:
        items = [*items[:limit], say_many("{n} more", "{n} more", len(items) - limit, n=len(items) - limit)]
    if len(items) < 2:
        return "".join(items)
    # A Spanish "y" before its own sound is "e": "España e Italia", but "cobre y hierro".
    ahead = language() == "es" and re.match(r"h?[ií](?![aeo])", items[-1].lower())
    last = f"e {items[-1]}" if ahead else say("and {last}", last=items[-1])
    return f"{', '.join(items[:-1])} {last}"


def clauses(parts: Iterable[str]) -> str:
    """Parts of one sentence, or of a list whose parts hold commas: "A; B"."""
    return (f"{NO_BREAK}; " if language() == "fr" else "; ").join(parts)


def headed(head: str, text: str) -> str:
    """ "General Assembly: 84", with the space before the colon that French has."""
    return f"{head}{NO_BREAK if language() == 'fr' else ''}: {text}"


def name(iso3: str, short: str) -> str:
    """What a State is called in a list: in English by the record's `short` name, else by the UN's own name."""
    spoken = language()
    return short if spoken == ENGLISH else typeset(state_names.name(iso3, spoken), spoken)


def in_language(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with the names of States (short_name) in the language in force."""
    if language() == ENGLISH or not {"iso3", "short_name"} <= set(rows):
        return rows
    pairs = zip(rows["iso3"], rows["short_name"], strict=True)
    return rows.assign(short_name=[name(iso3, short) for iso3, short in pairs])


def the(iso3: str) -> str:
    """A State as the subject of a sentence, with its article: "the Gambia", "la France", "Cuba"."""
    return typeset(state_names.the(iso3, language()), language())


def of(iso3: str) -> str:
    """A State after "of": "of Kenya", "du Kenya", "del Ecuador"."""
    return typeset(state_names.of(iso3, language()), language())


def named(states: pd.DataFrame) -> list[str]:
    """The names of States, in order; of rows with the columns iso3 and short_name."""
    pairs = zip(states["iso3"], states["short_name"], strict=True)
    return sorted((name(iso3, short) for iso3, short in pairs), key=order)


def order(text: str) -> str:
    """What words are put in order by: in English as they are, else without regard to accents."""
    if language() == ENGLISH:
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).lower()


def typeset(text: str, spoken: str) -> str:
    """Curly apostrophes, and in French the spaces that do not break before : ; ! ? % and inside guillemets; English as
    it is."""
    if spoken == ENGLISH:
        return text
    text = text.replace("'", "’").replace(" %", f"{NO_BREAK}%")
    return re.sub(r" ([:;!?»])", f"{NO_BREAK}\\1", text).replace("« ", f"«{NO_BREAK}") if spoken == "fr" else text
