"""What changed between two texts of one body, at one stage."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.cells import cell, open_, verdict
from tests.oracle.ladder import named_anywhere
from tests.oracle.record import Record, State, Text


@dataclass(frozen=True)
class Change:
    """`outcome`: new, returned, stayed, left, unknown, neither or not_member. `as_far_as_held`: "for the first time"
    is true of the lists held only, since an earlier text is not known. `missed`, `dark`: texts between the two that
    it did not sponsor, or of which it is not known."""

    outcome: str
    as_far_as_held: bool
    missed: tuple[Text, ...]
    dark: tuple[Text, ...]


def change(record: Record, before: Text, after: Text, state: State, stage: str = "final") -> Change:
    """The change of one State."""
    was, now = cell(record, before, state, stage), cell(record, after, state, stage)
    earlier = [text for text in record.of(before.body) if text.day < after.day]
    between = [text for text in earlier if text.day > before.day]
    said = {text: cell(record, text, state, stage) for text in earlier}
    return Change(
        _outcome(was, now, bool(named_anywhere(record, before.body, state, after)), stage),
        any(open_(value, stage) for value in said.values()),
        tuple(text for text in between if verdict(said[text], stage) is False),
        tuple(text for text in between if open_(said[text], stage)),
    )


def _outcome(was: str, now: str, named_before: bool, stage: str) -> str:
    if open_(was, stage) or open_(now, stage):
        return "unknown"
    if now == "not_member":
        return "not_member"
    if now == "sponsor":
        return "stayed" if was == "sponsor" else "returned" if named_before else "new"
    return "left" if was == "sponsor" else "neither"
