"""Roll calls as a picture shows them: what each vote means for the text, and the sentences of all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.agreement.cohesion import AMENDMENT
from analytics.english import body_name, count
from charts.words.titles import joined_notes
from data.tongues.speech import clauses, say, say_many, to_say
from data.words import BODIES

ALL = to_say("All")


@dataclass(frozen=True)
class Call:
    """One roll call, or several added up (`number`): under which heading, its name, whether on amendments, year, and by
    group (and ALL) how many were for the text, abstained, have no recorded vote, and were against it."""

    heading: str
    name: str
    amendment: bool
    year: int
    votes: dict[str, tuple[int, int, int, int]]
    body: str
    text: str
    number: int = 1

    @property
    def figures(self) -> str:
        """ "22 : 14, 10 abst.": for the text against it."""
        with_it, abstain, silent, contra = self.votes[ALL]
        said = say("{votes}, {n} abst.", votes=f"{with_it} : {contra}", n=abstain)
        return said + (say("of votes|, {n} none", n=silent) if silent else "")

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
        name = stage.removeprefix("amendment ") if amendment else say("the text")
        found.append(Call(f"{body_name(body)}, {text} ({year})", name, amendment, int(year), votes, body, text))
    return found


def _summed(votes: Collection[tuple[int, ...]]) -> tuple[int, int, int, int]:
    a, b, c, d = (sum(column) for column in zip(*votes, strict=True))
    return a, b, c, d


def voted(calls: Sequence[Call]) -> str:
    """Title: how many hostile amendments were put to the vote and carried, and the closest."""
    amendments = [call for call in calls if call.amendment]
    if not calls:
        return say("No recorded vote whose names are held falls in this period")
    if not amendments:
        one, many = (
            "{n} recorded vote on a text, none whose names are held on a hostile amendment",
            "{n} recorded votes on a text, none whose names are held on a hostile amendment",
        )
        return say_many(one, many, len(calls))
    carried = sum(call.carried for call in amendments)
    close = min(amendments, key=lambda call: (call.votes[ALL][0] - call.votes[ALL][3], call.year))
    with_it, _, _, contra = close.votes[ALL]
    fate = say("{n} carried", n=carried) if carried else say("none was carried")
    put = say(
        "{amendments} put to a recorded vote, {fate}", amendments=count(len(amendments), "hostile amendment"), fate=fate
    )
    closest = say(
        "closest {name} ({year}), with {yes} in favour and {no} against",
        name=close.name,
        year=close.year,
        yes=contra,
        no=with_it,
    )
    return clauses([put, closest])


def notes(calls: Sequence[Call]) -> str:
    """How votes are drawn, and of whom none is recorded."""
    silent = sum(call.votes[ALL][2] for call in calls)
    return joined_notes(
        say(
            "A vote against a hostile amendment is drawn as one for the text. Figures: for the text : against it. Who "
            "tabled an amendment is not in the record."
        ),
        say("No vote recorded: {times} a State had a seat and is in no roll call.", times=count(silent, "time"))
        if silent
        else "",
    )


def added_up(calls: Sequence[Call]) -> list[Call]:
    """The same with all amendments to one text in one row."""
    found: list[Call] = []
    for call in calls:
        last = found[-1] if found else None
        if last and call.amendment and last.amendment and last.heading == call.heading:
            number = last.number + 1
            votes = {g: _summed([last.votes.get(g, (0,) * 4), call.votes.get(g, (0,) * 4)]) for g in call.votes}
            name = say("{n} amendments, votes added up", n=number)
            found[-1] = Call(call.heading, name, True, call.year, votes, call.body, call.text, number)
        else:
            found.append(call)
    return found
