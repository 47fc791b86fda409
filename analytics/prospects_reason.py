"""A reason: one sentence about a State, and the rows of the record that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from data.store import Record

KINDS = {
    "confirm": "the latest list does not tell",
    "sponsors now": "is on the latest list",
    "left": "on the list before, not on the latest",
    "lapsed": "used to sponsor",
    "once": "sponsored once",
    "on and off": "sponsored now and then",
    "never": "never sponsored this body's text",
    "too little known": "too few lists tell of it",
    "not told": "texts on which it cannot be told",
    "other body": "sponsors in the other body",
    "sibling": "sponsors sibling texts",
    "voted for": "voted for, without sponsoring",
    "abstained": "abstained",
    "opposed": "voted against",
    "council": "member of the Council",
    "region": "its regional group",
    "political group": "its political groups",
    "neighbours": "its land neighbours",
    "similar": "States with a similar record",
    "late": "joins after tabling",
}


class Row(NamedTuple):
    """Where to find a row: the name of a table of the record, and the fields that single the row out."""

    table: str
    key: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Reason:
    """kind: one of KINDS; sentence: what is said, whole in itself; evidence: the rows that it was made
    from."""

    kind: str
    sentence: str
    evidence: tuple[Row, ...]


def row(table: str, **key: object) -> Row:
    """A key of a row: row("grid", resolution="A/RES/74/146", iso3="MLI")."""
    return Row(table, tuple((field, str(value)) for field, value in key.items()))


def cell(resolution: str, iso3: str) -> Row:
    """The key of a State's cell in the grid."""
    return row("grid", resolution=resolution, iso3=iso3)


def follow(record: Record, reason: Reason) -> list[pd.DataFrame]:
    """The rows behind a reason, in the order of its evidence: one frame a key, with all columns of its table.

    Raises LookupError if a key leads nowhere: a sentence without its evidence must not be shown.
    """
    found = []
    for key in reason.evidence:
        frame = getattr(record, key.table)
        for field, value in key.key:
            frame = frame[frame[field].astype(str) == value]
        if frame.empty:
            raise LookupError(f"“{reason.sentence}” rests on {key}, which is not in the record")
        found.append(frame)
    return found


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 text", "3 texts"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def share(number: int, whole: int, noun: str) -> str:
    """A part of several things, as one says it: "3 of the 5 lists", "all 5 lists", "both lists", "the only list"."""
    if number < whole or not whole:
        return f"{number or 'none'} of the {count(whole, noun)}"
    return f"the only {noun}" if whole == 1 else f"both {noun}s" if whole == 2 else f"all {whole} {noun}s"


def listing(items: list[str], most: int = 0) -> str:
    """Items as a sentence lists them; where more than `most` and one (0 = no limit), the rest as a number."""
    if most and len(items) > most + 1:
        items = [*items[:most], f"{len(items) - most} more"]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
