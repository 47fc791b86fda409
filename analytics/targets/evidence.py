"""The rows behind a sentence as tables to read: a heading for each kind, words for codes, links to documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from analytics.grid import in_words
from analytics.reason import Reason, follow

if TYPE_CHECKING:
    from data.store import Record

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
    analytics.reason.follow.
    """
    names = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    record = record.with_drafts
    found: dict[str, list[pd.DataFrame]] = {}
    for key, rows in zip(reason.evidence, follow(record, reason), strict=True):
        found.setdefault(key.table, []).append(rows)
    shown = {}
    for table, parts in found.items():
        heading, columns = _SHOWN[table]
        rows = pd.concat(parts, ignore_index=True).drop_duplicates()
        if table == "grid":
            rows = _documents(rows, record)
        elif table == "other_sponsors":
            symbols = record.other_resolutions.set_index("other_id")["resolution"]
            rows = rows.assign(other_id=rows["other_id"].map(symbols))
        shown[heading] = _in_words(rows, names)[list(columns)].rename(columns=columns)
    return shown


def _documents(cells: pd.DataFrame, record: Record) -> pd.DataFrame:
    lists = record.lists[["list_id", "document_symbol", "official_url", "read_at"]]
    written = record.sponsors[["list_id", "iso3", "state_as_written"]]
    return cells.merge(lists, on="list_id", how="left").merge(written, on=["list_id", "iso3"], how="left")


def _in_words(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    words = {column: rows[column].map(names) for column in ("iso3", "neighbour") if column in rows}
    if "value" in rows:
        words["value"] = in_words(rows)
    return rows.assign(**words).astype(object).fillna("")
