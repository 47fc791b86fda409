"""Roll calls as a picture shows them: what each vote means for the text, and the sentences of all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.agreement.cohesion import AMENDMENT
from analytics.english import body_name, count
from charts.words.titles import joined_notes
from data.words import BODIES

ALL = "All"


@dataclass(frozen=True)
class Call:
    """One roll call, or several added up: under which heading, its name, whether on amendments, year, and by group (and
    ALL) how many were for the text, abstained, have no recorded vote, and were against it."""

    heading: str
    name: str
    amendment: bool
    year: int
    votes: dict[str, tuple[int, int, int, int]]
    body: str
    text: str

    @property
    def figures(self) -> str:
        """ "22 : 14, 10 abst.": for the text against it."""
        with_it, abstain, silent, contra = self.votes[ALL]
        said = f"{with_it} : {contra}, {abstain} abst."
        return f"{said}, {silent} none" if silent else said

    @property
    def carried(self) -> bool:
        """Whether an amendment had more votes for it than against it."""
        return self.amendment and self.votes[ALL][3] > self.votes[ALL][0]


def read_rolls(rolls: pd.DataFrame) -> list[Call]:
    """The roll calls, body by body in order of adoption; votes on amendments turned to what they mean for the text."""
    found = []
    rank = rolls.assign(rank=rolls["body"].map(BODIES.index)).sort_values("rank", kind="stable")
    for (body, text, year, stage), part in rank.groupby(["body", "resolution", "year", "stage"], sort=False):
        amendment = part["kind"].iloc[0] == AMENDMENT
        ways = ["no", "abstain", "silent", "yes"] if amendment else ["yes", "abstain", "silent", "no"]
        votes = {row["group"]: tuple(int(row[way]) for way in ways) for _, row in part.iterrows()}
        votes[ALL] = _summed(votes.values())
        name = stage.removeprefix("amendment ") if amendment else "the text"
        found.append(Call(f"{body_name(body)}, {text} ({year})", name, amendment, int(year), votes, body, text))
    return found


def _summed(votes: Collection[tuple[int, ...]]) -> tuple[int, int, int, int]:
    a, b, c, d = (sum(column) for column in zip(*votes, strict=True))
    return a, b, c, d


def voted(calls: Sequence[Call]) -> str:
    """Title: how many hostile amendments were put to the vote and carried, and the closest."""
    amendments = [call for call in calls if call.amendment]
    if not calls:
        return "No recorded vote whose names are held falls in this period"
    if not amendments:
        texts = len(calls)
        return f"{count(texts, 'recorded vote')} on a text, none whose names are held on a hostile amendment"
    carried = sum(call.carried for call in amendments)
    close = min(amendments, key=lambda call: (call.votes[ALL][0] - call.votes[ALL][3], call.year))
    with_it, _, _, contra = close.votes[ALL]
    fate = "none was carried" if not carried else f"{carried} carried"
    return (
        f"{count(len(amendments), 'hostile amendment')} put to a recorded vote, {fate}; closest {close.name} "
        f"({close.year}), with {contra} in favour and {with_it} against"
    )


def notes(calls: Sequence[Call]) -> str:
    """How votes are drawn, and of whom none is recorded."""
    silent = sum(call.votes[ALL][2] for call in calls)
    return joined_notes(
        "A vote against a hostile amendment is drawn as one for the text. Figures: for the text : against it. Who "
        "tabled an amendment is not in the record.",
        f"No vote recorded: {count(silent, 'time')} a State had a seat and is in no roll call." if silent else "",
    )


def added_up(calls: Sequence[Call]) -> list[Call]:
    """The same with all amendments to one text in one row."""
    found: list[Call] = []
    for call in calls:
        last = found[-1] if found else None
        if last and call.amendment and last.amendment and last.heading == call.heading:
            number = int(last.name.split()[0]) + 1 if " amendments" in last.name else 2
            votes = {g: _summed([last.votes.get(g, (0,) * 4), call.votes.get(g, (0,) * 4)]) for g in call.votes}
            name = f"{number} amendments, votes added up"
            found[-1] = Call(call.heading, name, True, call.year, votes, call.body, call.text)
        else:
            found.append(call)
    return found
