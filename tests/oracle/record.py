"""The record as it stands in the source files, read with csv alone.

This folder is a second implementation of the rules in docs/methodology.md, in plain Python: it imports nothing of
the product and no library that the product relies on, so that a fault is found where the two differ. Dates are
kept as written (ISO), as such dates sort as text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

Rows = Iterable[dict[str, str]]

DEGREES = ("complete", "suspected gap", "partial", "unknown")
"""How much of a list is held, the most first."""
WHOLE = DEGREES[:2]


@dataclass(frozen=True)
class State:
    iso3: str
    name: str
    observer: bool
    group: str
    since: str
    before: str


@dataclass(frozen=True)
class Text:
    symbol: str
    body: str
    year: int
    day: str


@dataclass(frozen=True)
class List:
    list_id: str
    text: str
    stage: str
    used: bool
    completeness: str
    in_doubt: frozenset[str]
    names: frozenset[str]

    @property
    def whole(self) -> bool:
        return self.completeness in WHOLE and "*" not in self.in_doubt

    def leaves_open(self, iso3: str) -> bool:
        """Whether the list cannot tell of a State that it does not name."""
        return not self.whole or iso3 in self.in_doubt


@dataclass(frozen=True)
class Record:
    """`texts`: adopted texts by day, then symbol; `lists`: the lists of each text; `said`: cells that were asked for
    before."""

    states: dict[str, State]
    texts: tuple[Text, ...]
    lists: dict[str, tuple[List, ...]]
    said: dict[tuple[str, str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def of(self, body: str) -> list[Text]:
        return [text for text in self.texts if text.body == body]

    def text(self, symbol: str) -> Text:
        return self._by_symbol[symbol]

    @cached_property
    def _by_symbol(self) -> dict[str, Text]:
        return {text.symbol: text for text in self.texts}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one source file, every value as written."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(folder: Path) -> Record:
    """The record of a folder of source files."""
    return assembled(*(rows(folder, name) for name in ("states", "resolutions", "sponsor_lists", "sponsors")))


def assembled(states: Rows, resolutions: Rows, sponsor_lists: Rows, sponsors: Rows) -> Record:
    """The record of the rows of those four files."""
    names: dict[str, set[str]] = {}
    for row in sponsors:
        if row["iso3"]:  # who speaks on behalf of a group signs for nobody
            names.setdefault(row["list_id"], set()).add(row["iso3"])
    lists: dict[str, tuple[List, ...]] = {}
    for row in sponsor_lists:
        one = _list(row, frozenset(names.get(row["list_id"], ())))
        lists[one.text] = (*lists.get(one.text, ()), one)
    texts = [
        Text(row["resolution"], row["body"], int(row["year"]), row["adopted_on"])
        for row in resolutions
        if row["adoption"] != "not yet adopted"
    ]
    return Record(
        {row["iso3"]: _state(row) for row in states},
        tuple(sorted(texts, key=lambda text: (text.day, text.symbol))),
        lists,
    )


def _state(row: dict[str, str]) -> State:
    observer = row["status"] == "observer"
    before = row["before_membership"]
    return State(row["iso3"], row["short_name"], observer, row["un_group"], row["member_since"], before)


def _list(row: dict[str, str], names: frozenset[str]) -> List:
    return List(
        row["list_id"],
        row["resolution"],
        row["stage"],
        row["used_for_analysis"] == "yes",
        row["completeness"],
        frozenset(row["unknown_states"].split(";")) - {""},
        names,
    )
