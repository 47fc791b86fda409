"""Recorded votes, and what they amount to by the rules in docs/methodology.md, from the rows of the files alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.oracle.cells import cell
from tests.oracle.record import Record, State, Text, rows

PLENARY = ("plenary", "CHR plenary", "HRC plenary")


@dataclass(frozen=True)
class Vote:
    """`yes_to_it`: for the text, against it, or None where the State abstained; `meant`: False where it said later that
    the vote was meant otherwise."""

    text: Text
    stage: str
    yes_to_it: bool | None
    meant: bool = True

    @property
    def amendment(self) -> bool:
        return self.stage.startswith("amendment ")

    @property
    def final(self) -> bool:
        return self.stage in PLENARY


Votes = dict[str, list[Vote]]


def cast(folder: Path, record: Record) -> Votes:
    """Each State's votes, earliest first."""
    taken_back = [row for row in rows(folder, "events") if "said later" in row["text"]]
    found: Votes = {}
    for row in rows(folder, "votes"):
        text = record.text(row["resolution"])
        amendment = row["stage"].startswith("amendment ")
        support = None if row["vote"] == "abstain" else (row["vote"] == "yes") != amendment
        name = record.states[row["iso3"]].name
        meant = (
            amendment
            or row["vote"] != "yes"
            or not any(
                event["resolution"] == text.symbol and f"{name}, recorded in favour, said later" in event["text"]
                for event in taken_back
            )
        )
        found.setdefault(row["iso3"], []).append(Vote(text, row["stage"], support, meant))
    for mine in found.values():
        mine.sort(key=lambda vote: (vote.text.day, vote.stage))
    return found


def against(mine: list[Vote]) -> list[Vote]:
    """Votes against a text, or for a hostile amendment to it."""
    return [vote for vote in mine if vote.yes_to_it is False]


def _weighs(vote: Vote, mine: list[Vote]) -> bool:
    if not vote.amendment:
        return vote.final
    here = [other for other in mine if other.text == vote.text]
    changes = [other.yes_to_it for other in here if other.amendment]
    whole = [other.yes_to_it for other in here if other.final]
    most = changes.count(False) >= 2 and changes.count(False) > changes.count(True)
    return most and bool(whole) and whole[-1] is not True


def opposed(record: Record, mine: list[Vote], state: State) -> bool:
    """Whether a vote against stands: neither a vote for a text nor a sponsorship has come after it."""
    heavy = [vote for vote in against(mine) if _weighs(vote, mine)]
    if not heavy:
        return False
    day = heavy[-1].text.day
    came_round = any(vote.final and vote.yes_to_it and vote.meant and vote.text.day > day for vote in mine)
    return not came_round and not any(cell(record, text, state) == "sponsor" for text in record.texts if text.day > day)
