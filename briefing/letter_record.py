"""The record turned round for letters: for each State its texts and its votes, in order of adoption."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analytics import votes as voting

if TYPE_CHECKING:
    from data.store import Record


class Text(NamedTuple):
    """What is known of a State on one text: `value` of the cell, `stage` of the list, `role` if it is named."""

    resolution: str
    body: str
    adopted_on: date
    value: str
    stage: str
    role: str


class Vote(NamedTuple):
    """A recorded vote: `against` = no on the text or yes on a hostile amendment to it."""

    resolution: str
    adopted_on: date
    on_text: bool
    vote: str
    against: bool
    plenary: bool


def texts_by_state(cells: pd.DataFrame, record: Record) -> dict[str, list[Text]]:
    """For each code its row on every text, earliest first; `cells` as from analytics.grid.cells."""
    roles = {(row.list_id, row.iso3): row.role for row in record.sponsors.itertuples()}
    columns = ["resolution", "body", "adopted_on", "value", "stage", "list_id", "iso3"]
    found: dict[str, list[Text]] = {}
    for *fields, list_id, iso3 in cells.sort_values("adopted_on", kind="stable")[columns].itertuples(
        index=False
    ):
        found.setdefault(iso3, []).append(Text(*fields, roles.get((list_id, iso3), "")))
    return found


def votes_by_state(record: Record) -> dict[str, list[Vote]]:
    """For each code its recorded votes, earliest first, without those that the record holds a remark about.

    A remark is an event on the text that names the State ("recorded in favour, said later that it had meant to
    abstain"): a letter keeps silent about such a vote.
    """
    names = record.states.set_index("iso3")[["name", "short_name"]]
    events = record.events[record.events["resolution"] != ""]
    remarks = {
        (event.resolution, iso3)
        for event in events.itertuples()
        for iso3, name, short in names.itertuples()
        if name in event.text or short in event.text
    }
    found: dict[str, list[Vote]] = {}
    for row in voting.with_stance(record.votes, record.resolutions).itertuples():
        if (row.resolution, row.iso3) not in remarks:
            vote = Vote(
                row.resolution,
                row.adopted_on,
                row.kind == "text",
                row.vote,
                row.stance == "against",
                "plenary" in row.stage,
            )
            found.setdefault(row.iso3, []).append(vote)
    return found
