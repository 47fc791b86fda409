"""Agreement and cohesion by their rules in docs/methodology.md, in plain Python over a second reading of the record."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tests.oracle.cells import body_stage, cell, standing, verdict, whole_at
from tests.oracle.record import Record, State, Text

ENOUGH = 5


class Pair(NamedTuple):
    known: int
    both: int
    neither: int
    only_one: int
    only_other: int

    @property
    def share(self) -> float | None:
        return (self.both + self.neither) / self.known if self.known >= ENOUGH else None


def whole(record: Record, body: str, stage: str = "", since: int = 0, until: int = 9999) -> list[Text]:
    """The texts of a body of which a whole list of the stage is held."""
    asked = stage or body_stage(record, body)
    return [text for text in record.of(body) if since <= text.year <= until and whole_at(record, text, asked)]


def answer(record: Record, text: Text, state: State, stage: str) -> bool | None:
    """Whether a Member State on the day sponsored; None where that is not known, or it was no Member."""
    return verdict(cell(record, text, state, stage), stage) if standing(state, text) == "member" else None


def pair(record: Record, texts: list[Text], one: State, other: State, stage: str) -> Pair:
    """How often two States gave the same answer, where both answers are known."""
    said = Counter((answer(record, text, one, stage), answer(record, text, other, stage)) for text in texts)
    both, neither = said[True, True], said[False, False]
    only_one, only_other = said[True, False], said[False, True]
    return Pair(both + neither + only_one + only_other, both, neither, only_one, only_other)


def index(*answers: int) -> float | None:
    """The Agreement Index over so many kinds of answers."""
    total, most = sum(answers), max(answers)
    return (most - (total - most) / (len(answers) - 1)) / total if total >= ENOUGH else None
