"""How does each language write a date, an ordinal, a list and its punctuation? And where are its texts?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date

from data.tongues.state_names import LANGUAGES

TEXTS = Path(__file__).resolve().parent / "letters"
_PATTERNS = {"en": "d MMMM y", "fr": "d MMMM y", "es": "d 'de' MMMM 'de' y"}


@cache
def texts(language: str) -> dict:
    """The texts of the letter in a language. Raises ValueError for a language that there is none in."""
    if language not in LANGUAGES:
        raise ValueError(f"No letter in {language!r}; there are {', '.join(LANGUAGES)}.")
    with (TEXTS / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def day(when: date, language: str) -> str:
    """A date in words: "18 December 2019", "1er avril 2022", "18 de diciembre de 2019"."""
    text = format_date(when, _PATTERNS[language], locale=language)
    return f"1er{text[1:]}" if language == "fr" and when.day == 1 else text


def ordinal(number: int, language: str) -> str:
    """A session's number before its noun: "81st", "81e", "81.er" (primer, tercer), "84.º"."""
    if language == "fr":
        return "1re" if number == 1 else f"{number}e"
    if language == "es":
        shortened = number % 10 in (1, 3) and number % 100 not in (11, 13)
        return f"{number}.er" if shortened else f"{number}.º"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def count(number: int, language: str) -> str:
    """A small number in words, a larger one in figures."""
    words = texts(language)["words"]["numbers"]
    return words[number] if number < len(words) else str(number)


def joined(parts: Sequence[str], language: str) -> str:
    """ "a", "a and b", "a, b and c" in the language."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {texts(language)['words']['and']} {parts[-1]}"


def typeset(text: str, language: str) -> str:
    """Curly apostrophes; in English the mark of a footnote after the comma or full stop; in French the no-break space
    before : ; ! ? and inside guillemets."""
    text = text.replace("'", "’")
    if language == "en":
        text = re.sub(r"(\[\[[a-z.0-9]+\]\])([.,])", r"\2\1", text)
    if language == "fr":
        text = re.sub(r" ([:;!?»])", "\u00a0\\1", text).replace("« ", "«\u00a0")
    return text
