"""The record turned round for letters: for each State its texts in order of adoption."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

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


def texts_by_state(cells: pd.DataFrame, record: Record) -> dict[str, list[Text]]:
    """For each code its row on every text, earliest first; `cells` as from analytics.grid.cells.

    Who leads a text leads it on whichever of its lists that is written.
    """
    lead = record.sponsors[record.sponsors["role"] == "main sponsor"]
    led = set(zip(lead["resolution"], lead["iso3"], strict=True))
    columns = ["iso3", "resolution", "body", "adopted_on", "value", "stage"]
    found: dict[str, list[Text]] = {}
    for iso3, *fields in cells.sort_values("adopted_on", kind="stable")[columns].itertuples(index=False):
        role = "" if fields[3] != "sponsor" else "main sponsor" if (fields[0], iso3) in led else "sponsor"
        found.setdefault(iso3, []).append(Text(*fields, role))
    return found
