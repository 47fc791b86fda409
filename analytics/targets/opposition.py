"""Who stands against the texts on defenders by its recorded votes: one rule for Targets, Coalition and letters.

A vote against is a no on a text, or a yes to a hostile amendment. It stands, so that the State is *opposed*, if it
weighs (the table `stances` of the measures says when), and if the State has neither voted for nor sponsored a text
adopted later.
Every other vote against is a *warning*: a no in Committee that the plenary did not repeat, amendments to a text that it
then voted for or that was adopted without a vote, and all that a later yes followed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analytics.english import MOST, capital, listing
from analytics.measures import Measures
from data.tongues.speech import clauses, say, to_say

if TYPE_CHECKING:
    from data.store import Record

OPPOSED, WARNED = "opposed", "warned"


class Vote(NamedTuple):
    """A recorded vote of one State, as in Measures.votes.

    stance: for, against or abstained (the text); put: whether the text was voted on as a whole; weighs: whether it
    makes the State opposed unless it comes round later; remark: what the State said later of it, "" if nothing.
    """

    resolution: str
    year: int
    adopted_on: date
    stage: str
    kind: str
    iso3: str
    stance: str
    put: bool = True
    weighs: bool = False
    remark: str = ""

    @property
    def named(self) -> str:
        """The text with its year: "A/RES/70/161 (2015)"."""
        return f"{self.resolution} ({self.year})"


@dataclass(frozen=True)
class Opposition:
    """What a State's votes against mean for those who want to ask or thank it.

    level: opposed (no target, and nothing is claimed in a letter), warned, or "" without a vote against; against: all
    of them; standing: those that make it opposed; voted and sponsored: the votes for a text, and the texts, with which
    it came round; said: what it did, and what came after, in sentences ("" without).
    """

    level: str
    against: tuple[Vote, ...] = ()
    standing: tuple[Vote, ...] = ()
    voted: tuple[Vote, ...] = ()
    sponsored: tuple[str, ...] = ()
    said: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that it voted against, in whole or by amendments, earliest first."""
        return tuple(dict.fromkeys(vote.resolution for vote in self.against))


NOTHING = Opposition("")


def cast(record: Record, states: Collection[str] | None = None) -> dict[str, tuple[Vote, ...]]:
    """Each State's recorded votes (Measures.votes), earliest first, by ISO code; of some States."""
    return by_state(Measures(record).votes(states=states))


def by_state(rows: pd.DataFrame) -> dict[str, tuple[Vote, ...]]:
    """Rows of Measures.votes by State."""
    found: dict[str, list[Vote]] = {}
    for vote in map(Vote._make, zip(*(rows[field].to_numpy().tolist() for field in Vote._fields), strict=True)):
        found.setdefault(vote.iso3, []).append(vote)
    return {iso3: tuple(mine) for iso3, mine in found.items()}


def level(votes_against: int, weighing: date | None, came_round: date | None) -> str:
    """What a State's votes make it, from how many are against, the day of the last that weighs, and that of the last
    text that it voted for or sponsored (None: no such day): opposed, warned, or "" without a vote against."""
    if not votes_against:
        return ""
    stands = weighing is not None and (came_round is None or came_round <= weighing)
    return OPPOSED if stands else WARNED


def judge(mine: Sequence[Vote], sponsored: Mapping[str, date], texts: int = 0) -> Opposition:
    """What one State's votes (from `cast`) amount to. sponsored: the texts that it is named on, with their days; texts:
    on how many it voted against, where only the first of these votes are given, and the last that weigh."""
    against = tuple(vote for vote in mine if vote.stance == "against")
    if not against:
        return NOTHING
    on: dict[str, list[Vote]] = {}
    for vote in mine:
        on.setdefault(vote.resolution, []).append(vote)
    deeds = [on[text] for text in dict.fromkeys(vote.resolution for vote in against)]
    said = f"{capital(_deeds(deeds, texts or len(deeds)))}."
    weighing = [vote for vote in against if vote.weighs]
    if not weighing:
        return Opposition(WARNED, against, said=said)
    last = weighing[-1]
    voted = tuple(vote for vote in mine if _supports(vote) and vote.adopted_on > last.adopted_on)
    later = {text: day for text, day in sponsored.items() if day > last.adopted_on}
    signed = tuple(sorted(later, key=lambda text: (later[text], text)))
    came_round = max((*(vote.adopted_on for vote in voted), *later.values()), default=None)
    said += f" {_since(last, voted, [f'{text} ({later[text].year})' for text in signed])}"
    where = level(len(against), last.adopted_on, came_round)
    return Opposition(where, against, tuple(weighing) if where == OPPOSED else (), voted, signed, said)


def _final(on_text: Sequence[Vote]) -> Vote | None:
    """Of a State's votes on one text that on the text as a whole, in plenary; None where none is recorded."""
    votes = [v for v in on_text if v.kind == "text" and v.stage != "committee"]
    return votes[-1] if votes else None


def _supports(vote: Vote) -> bool:
    """A vote for a text as a whole, in plenary, that the State did not say later to have meant otherwise."""
    return vote.kind == "text" and vote.stage != "committee" and vote.stance == "for" and not vote.remark


def _since(vote: Vote, voted: Sequence[Vote], signed: Sequence[str]) -> str:
    text, several = vote.named, vote.kind == "amendment"
    did = [say("voted for {texts}", texts=listing((each.named for each in voted), limit=MOST))] if voted else []
    did += [say("sponsored {texts}", texts=listing(signed, limit=MOST))] if signed else []
    if did:
        told = "After its votes on {text} it {did}." if several else "After its vote on {text} it {did}."
        return say(told, text=text, did=listing(did))
    if several:
        return say("After its votes on {text} it is not known to have voted for or sponsored a text.", text=text)
    return say("After its vote on {text} it is not known to have voted for or sponsored a text.", text=text)


def _deeds(texts: Sequence[Sequence[Vote]], number: int) -> str:
    """What a State did against so many texts, from its votes on each; MOST of them in detail."""
    rest = number - MOST
    more = [say("voted against {n} more texts, or for amendments to them", n=rest)] if rest > 1 else []
    return clauses([*map(_did, texts[:MOST] if more else texts), *more])


_THEN = to_say(
    {"for": ", and then for the text", "against": ", and against the text", "abstained": ", and abstained on the text"}
)
"""How a State voted on a text after it had voted for an amendment to it."""
_IN_PLENARY = to_say(
    {"for": ", and for it in plenary", "against": " and in plenary", "abstained": ", and abstained in plenary"}
)
"""How a State voted in plenary on a text that it had voted against in Committee."""


def _did(votes: Sequence[Vote]) -> str:
    """What a State did against one text, from its votes on it: what it voted on, and how it then voted on the text."""
    amendments = [vote for vote in votes if vote.kind == "amendment"]
    hostile = [vote for vote in amendments if vote.stance == "against"]
    refused = any(vote.stage == "committee" and vote.stance == "against" for vote in votes)
    final = _final(votes)
    named = votes[0].named
    if hostile:
        unknown = "" if votes[0].put else say(", which was then adopted without a vote")
        after = say(_THEN[final.stance]) if final else unknown
        in_committee = say(", and against it in Committee") if refused else ""
        return f"{_amended(hostile, amendments, named)}{in_committee}{after}"
    if not refused:
        return say("voted against {text}", text=named)
    after = say(_IN_PLENARY[final.stance] if final else " (no vote of its in plenary is held)")
    return say("voted against {text} in Committee", text=named) + after


def _amended(hostile: Sequence[Vote], cast_on: Sequence[Vote], named: str) -> str:
    """The amendments that a State voted for, and how it voted on the others of which its vote is held."""
    said = say("voted for {n} hostile amendments to {text}", n=len(hostile), text=named)
    if len(hostile) == 1:
        one = hostile[0].stage.removeprefix("amendment ")
        said = say("voted for a hostile amendment ({amendment}) to {text}", amendment=one, text=named)
    stances = [vote.stance for vote in cast_on]
    against, abstained = stances.count("for"), stances.count("abstained")
    said += say(", against {n}", n=against) if against else ""
    return said + (say(", abstaining on {n}", n=abstained) if abstained else "")
