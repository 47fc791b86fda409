"""What the field finds, and which of it a few typed words mean."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from rapidfuzz import fuzz, process

ALIKE = 75
"""From this likeness on (rapidfuzz.fuzz.ratio, 0 to 100) a word may be another one that was mistyped."""
_SHORT = 4
"""Shorter words are not guessed at: "GA" and "CA" are alike."""
_PREFIX, _WHOLE = 98.0, 100.0


class Kind(IntEnum):
    """Kinds of what is found; of two that fit alike the earlier one stands first."""

    STATE = 0
    PAGE = 1
    GROUP = 2
    ACTION = 3
    TEXT = 4


@dataclass(frozen=True)
class Entry:
    """`label`: what is shown; `page`: the address of the page that it opens, with what it `asks` there; `name`: the
    words by which it is found (empty: its label); `opens`: whether it opens the exports of the first chart there."""

    kind: Kind
    label: str
    page: str
    asks: dict[str, str] = field(default_factory=dict, hash=False)
    name: str = ""
    opens: bool = False

    @property
    def where(self) -> tuple[str, tuple[tuple[str, str], ...], bool]:
        """What it opens."""
        return self.page, tuple(self.asks.items()), self.opens


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without accents and signs: "Côte d'Ivoire" has cote, d and ivoire."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return tuple(re.findall(r"[^\W_]+", plain))


class Finder:
    """Finds entries by typed words. Every typed word must be one of the entry's, its beginning, or alike."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._named = [frozenset(words(entry.name or entry.label)) for entry in self.entries]

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(set().union(*self._named))

    def found(self, typed: str, most: int = 8) -> list[Entry]:
        """The entries that fit best, the best first; none for no words, or where nothing fits."""
        scores = [self._alike(word) for word in words(typed)]
        if not scores:
            return []
        rated = []
        for entry, named in zip(self.entries, self._named, strict=True):
            best = [max((fits.get(word, 0.0) for word in named), default=0.0) for fits in scores]
            if all(best):
                # of names that hold what was typed, the one that says least else
                rated.append((-round(sum(best) / len(best)), entry.kind, len(named) - len(best), entry.label, entry))
        leading: dict[tuple[str, tuple[tuple[str, str], ...], bool], Entry] = {}
        for *_, entry in sorted(rated, key=lambda one: one[:4]):
            leading.setdefault(entry.where, entry)  # a State under several names is one place
        return list(leading.values())[:most]

    def _alike(self, typed: str) -> dict[str, float]:
        """How well each word of the entries fits a typed one (above 0 to 100)."""
        exact = {word: _WHOLE if word == typed else _PREFIX for word in self._vocabulary if word.startswith(typed)}
        if exact or len(typed) < _SHORT or typed.isdecimal():
            return exact
        near = process.extract(typed, self._vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        begun = {word: word[: len(typed)] for word in self._vocabulary if len(word) > len(typed)}
        starts = process.extract(typed, begun, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        return {word: score - 1 for _, score, word in starts} | {word: score for word, score, _ in near}
