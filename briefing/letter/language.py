"""How does each language write a date, an ordinal, a list and its punctuation? And where are its texts?"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from data.tongues.speech import listing, speaking
from data.tongues.state_names import LANGUAGES

TEXTS = Path(__file__).resolve().parent / "letters"


@cache
def texts(language: str) -> dict:
    """The texts of the letter in a language. Raises ValueError for a language that there is none in."""
    if language not in LANGUAGES:
        raise ValueError(f"No letter in {language!r}; there are {', '.join(LANGUAGES)}.")
    with (TEXTS / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def count(number: int, language: str) -> str:
    """A small number in words, a larger one in figures."""
    words = texts(language)["words"]["numbers"]
    return words[number] if number < len(words) else str(number)


def joined(parts: Sequence[str], language: str) -> str:
    """ "a", "a and b", "a, b and c" in the language."""
    with speaking(language):
        return listing(parts)


def typeset(text: str, language: str) -> str:
    """Curly apostrophes; in English the mark of a footnote after the comma or full stop; in French the no-break space
    before : ; ! ? and inside guillemets."""
    text = text.replace("'", "’")
    if language == "en":
        text = re.sub(r"(\[\[[a-z.0-9]+\]\])([.,])", r"\2\1", text)
    if language == "fr":
        text = re.sub(r" ([:;!?»])", "\u00a0\\1", text).replace("« ", "«\u00a0")
    return text
