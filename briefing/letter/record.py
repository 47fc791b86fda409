"""The record turned round for letters: for each State its texts in order of adoption."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from analytics.measures import Measures
from data.store import Record


class Text(NamedTuple):
    """What is known of a State on one text: `value` of the cell, `stage` of the list, `role` if it is named."""

    resolution: str
    body: str
    adopted_on: date
    value: str
    stage: str
    role: str


def texts_by_state(record: Record, states: Collection[str] | None = None) -> dict[str, list[Text]]:
    """For each code, or for some, its row on every text, earliest first. Who leads a text leads it on whichever of its
    lists that is written."""
    lead = record.rows("sponsors", role="main sponsor")
    led = set(zip(lead["resolution"], lead["iso3"], strict=True))
    columns = ["iso3", "resolution", "body", "adopted_on", "value", "stage"]
    found: dict[str, list[Text]] = {}
    for iso3, *fields in Measures(record).cells(states=states)[columns].itertuples(index=False):
        role = "" if fields[3] != "sponsor" else "main sponsor" if (fields[0], iso3) in led else "sponsor"
        found.setdefault(iso3, []).append(Text(*fields, role))
    return found
