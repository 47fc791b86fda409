"""A reason: one sentence about a State, the rows of the record that it rests on, and these rows as tables to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analytics.grid import in_words

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
    """Where to find rows: the name of a table of the record, and the fields that single them out. A field with several
    values stands for a row of each of them."""

    table: str
    key: tuple[tuple[str, str | tuple[str, ...]], ...]


@dataclass(frozen=True)
class Reason:
    """kind: one of KINDS; sentence: what is said, whole in itself; evidence: the rows that it was made
    from."""

    kind: str
    sentence: str
    evidence: tuple[Row, ...]


def row(table: str, **key: str | int | Sequence[str]) -> Row:
    """A key of a row, or of several: row("grid", resolution="A/RES/74/146", iso3=["MLI", "NER"])."""
    return Row(table, tuple((f, str(v) if isinstance(v, (str, int)) else tuple(v)) for f, v in key.items()))


def cell(resolution: str | Sequence[str], iso3: str | Sequence[str]) -> Row:
    """The key of a State's cell in the grid, or of several."""
    return row("grid", resolution=resolution, iso3=iso3)


def follow(record: Record, reason: Reason) -> list[pd.DataFrame]:
    """The rows behind a reason, in the order of its evidence: one frame a key, with all columns of its table.

    A row of a draft that is not adopted yet is found too. Raises LookupError if a key, or a value of it, leads nowhere:
    a sentence without its evidence must not be shown.
    """
    found = []
    for table, key in reason.evidence:
        frame = record.with_drafts.rows(table, **{f: v if isinstance(v, str) else list(v) for f, v in key})
        several = {field: set(value) for field, value in key if not isinstance(value, str)}
        wanted = prod(map(len, several.values()))
        if frame.empty or (several and len(frame[list(several)].drop_duplicates()) < wanted):
            raise LookupError(f"“{reason.sentence}” rests on {Row(table, key)}, which is not in the record")
        found.append(frame)
    return found


# Table of the record -> (heading, columns shown with their titles). What is not in a table is left out.
_SHOWN = {
    "grid": (
        "On the lists",
        {
            "resolution": "Text",
            "iso3": "State",
            "value": "On the list",
            "state_as_written": "As written",
            "document_symbol": "Document",
            "official_url": "UN document",
            "read_at": "Read at",
        },
    ),
    "sponsors": (
        "As written on the lists",
        {"resolution": "Text", "stage": "List", "iso3": "State", "state_as_written": "As written"},
    ),
    "lists": (
        "Lists held against them",
        {
            "resolution": "Text",
            "stage": "List",
            "completeness": "Complete?",
            "document_symbol": "Document",
            "official_url": "UN document",
            "read_at": "Read at",
        },
    ),
    "votes": (
        "Recorded votes",
        {"resolution": "Text", "stage": "On", "iso3": "State", "vote": "Vote", "source_url": "Read at"},
    ),
    "other_sponsors": (
        "On the related texts",
        {"other_id": "Text", "iso3": "State", "stage": "List", "state_as_written": "As written"},
    ),
    "other_resolutions": ("Related texts", {"resolution": "Text", "title": "Title", "read_at": "Read at"}),
    "group_members": (
        "Members of the group",
        {"group_name": "Group", "iso3": "State", "member_from": "From", "member_to": "To"},
    ),
    "states": ("Regional group", {"short_name": "State", "un_group": "Regional group"}),
    "neighbours": ("Land borders", {"iso3": "State", "neighbour": "Neighbour"}),
    "body_members": ("Members of the body", {"key": "When", "iso3": "State", "body": "Body", "source": "Source"}),
    "events": ("What happened", {"date": "Day", "resolution": "Text", "text": "What happened", "source": "Source"}),
}


def tables(record: Record, reason: Reason) -> dict[str, pd.DataFrame]:
    """By heading, the rows of the record that a reason rests on, one table for each kind of row.

    Cells carry the document of the list that decides them and the State as written there. Raises LookupError as
    `follow`.
    """
    names = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    record = record.with_drafts
    found: dict[str, list[pd.DataFrame]] = {}
    for (table, _), rows in zip(reason.evidence, follow(record, reason), strict=True):
        found.setdefault(table, []).append(rows)
    shown = {}
    for table, parts in found.items():
        heading, columns = _SHOWN[table]
        rows = pd.concat(parts, ignore_index=True).drop_duplicates()
        if table == "grid":
            rows = _documents(rows, record)
        elif table == "other_sponsors":
            symbols = record.rows("other_resolutions").set_index("other_id")["resolution"]
            rows = rows.assign(other_id=rows["other_id"].map(symbols))
        shown[heading] = _in_words(rows, names)[list(columns)].rename(columns=columns)
    return shown


def _documents(cells: pd.DataFrame, record: Record) -> pd.DataFrame:
    used = sorted(set(cells["list_id"]) - {""})
    lists = record.rows("sponsor_lists", list_id=used).set_index("list_id")
    shown = {column: cells["list_id"].map(lists[column]) for column in ("document_symbol", "official_url", "read_at")}
    names = record.rows("sponsors", list_id=used, iso3=sorted(set(cells["iso3"])))
    written = dict(zip(zip(names["list_id"], names["iso3"], strict=True), names["state_as_written"], strict=True))
    said = [written.get(key, "") for key in zip(cells["list_id"], cells["iso3"], strict=True)]
    return cells.assign(**shown, state_as_written=said)


def _in_words(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    words = {column: rows[column].map(names) for column in ("iso3", "neighbour") if column in rows}
    if "value" in rows:
        words["value"] = in_words(rows)
    return rows.assign(**words).astype(object).fillna("")
