"""What changed between two texts of one body, at one stage."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.cells import best, cell, list_at, open_, verdict
from tests.oracle.ladder import named_anywhere
from tests.oracle.record import Record, State, Text


@dataclass(frozen=True)
class Change:
    """`outcome`: new, returned, between, stayed, left, unknown, neither or not_member. `gaps`: texts before the later
    one of which it is not known, so that "for the first time" is true of the lists held only. `missed`: texts between
    the two that it is known not to have sponsored."""

    outcome: str
    gaps: tuple[Text, ...]
    missed: tuple[Text, ...]


def comparable(record: Record, before: Text, after: Text, stage: str) -> bool:
    """Whether lists of that stage answer for both texts, of one body and in this order."""
    answers = [best(record, text) if stage == "final" else list_at(record, text, stage) for text in (before, after)]
    same = all(one and one.stage == stage for one in answers)
    return same and before.body == after.body and before.day < after.day


def change(record: Record, before: Text, after: Text, state: State, stage: str = "final") -> Change:
    """The change of one State."""
    was, now = cell(record, before, state, stage), cell(record, after, state, stage)
    earlier = [text for text in record.of(before.body) if text.day < after.day]
    said = {text: cell(record, text, state, stage) for text in earlier}
    return Change(
        _outcome(was, now, before, named_anywhere(record, before.body, state, after), stage),
        tuple(text for text in earlier if open_(said[text], stage)),
        tuple(text for text in earlier if text.day > before.day and verdict(said[text], stage) is False),
    )


def _outcome(was: str, now: str, before: Text, named: list[Text], stage: str) -> str:
    if open_(was, stage) or open_(now, stage):
        return "unknown"
    if now == "not_member":
        return "not_member"
    if now != "sponsor":
        return "left" if was == "sponsor" else "neither"
    if was == "sponsor":
        return "stayed"
    if any(text.day <= before.day for text in named):
        return "returned"
    return "between" if named else "new"
