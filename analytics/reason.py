"""A reason: one sentence about a State, and the rows of the record that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from data.store import Record

KINDS = {
    "signed": "named on the draft",
    "dropped": "no more on the draft",
    "awaited": "not named so far on the draft",
    "confirm": "the latest list does not tell",
    "keep": "is on the latest list",
    "left": "on the list before, not on the latest",
    "lapsed": "used to sponsor",
    "once": "sponsored once",
    "on and off": "sponsored now and then",
    "never": "never sponsored this body's text",
    "too little known": "too few lists tell of it",
    "not told": "texts on which it cannot be told",
    "other body": "sponsored in another body",
    "sibling": "sponsors related texts",
    "voted for": "voted for, without sponsoring",
    "abstained": "abstained",
    "opposed": "opposed",
    "warned": "a warning",
    "lead": "leads the text",
    "may not": "may not sponsor here",
    "council": "member of the Council",
    "region": "its regional group",
    "political group": "its political groups",
    "neighbours": "its land neighbours",
    "similar": "States with a similar record",
    "late": "joins after tabling",
    "founder": "a founder",
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

    A row of a draft that is not adopted yet is found too. Raises LookupError if a key leads nowhere: a sentence without
    its evidence must not be shown.
    """
    found = []
    for key in reason.evidence:
        frame = record.with_drafts.rows(key.table, **dict(key.key))
        if frame.empty:
            raise LookupError(f"“{reason.sentence}” rests on {key}, which is not in the record")
        found.append(frame)
    return found
