"""How many sponsored: by text, by regional group, and the highest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.oracle.cells import cell, standing, whole_at
from tests.oracle.record import Record, Text


@dataclass(frozen=True)
class Total:
    """Counts of Members on the day; `observers` are named and stand outside."""

    sponsors: int
    members: int
    unknown: int
    not_sponsor: int
    not_when_tabled: int
    observers: int = 0


def total(record: Record, text: Text, stage: str = "final", group: str = "") -> Total:
    """The numbers of a text, or of one regional group on it."""
    among = [state for state in record.states.values() if not group or state.group == group]
    said = Counter(cell(record, text, s, stage) for s in among if standing(s, text) == "member")
    beside = sum(standing(s, text) != "member" and cell(record, text, s, stage) == "sponsor" for s in among)
    values = ("unknown", "not_sponsor", "not_when_tabled")
    return Total(said["sponsor"], said.total(), *(said[value] for value in values), beside)


def groups(record: Record) -> list[str]:
    """The regional groups."""
    return sorted({state.group for state in record.states.values()} - {""})


def countable(record: Record, text: Text, stage: str = "final") -> str:
    """complete or suspected gap where a whole list of that stage tells the number of sponsors; else ""."""
    held = whole_at(record, text, stage)
    return held.completeness if held else ""


def highest(
    record: Record, body: str, stage: str = "final", group: str = "", since: int = 0, until: int = 9999
) -> tuple[int, list[Text]]:
    """The highest number in a period, of texts with a whole list, and the texts that reach it."""
    numbers = {
        text: total(record, text, stage, group).sponsors
        for text in record.of(body)
        if since <= text.year <= until and countable(record, text, stage)
    }
    top = max(numbers.values(), default=0)
    return top, [text for text, number in numbers.items() if number == top]
