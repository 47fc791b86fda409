"""What a State's recorded votes say to those who want to ask it: a reason for each kind of vote, with its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.english import MOST, capital, listing
from analytics.targets.facts import Signs
from analytics.targets.opposition import Opposition, Vote
from analytics.targets.reason import Reason, Row, cell, row
from data.tongues.speech import say, say_many


def reasons(mine: Sequence[Vote], stands: Opposition, values: dict[str, str]) -> list[Reason]:
    """Opposed or warned, voted for without sponsoring, abstained; [] without recorded votes.

    mine: the State's votes (analytics.targets.opposition.cast); stands: what they amount to; values: its cell by
    resolution.
    """
    found = [_against(mine, stands), _voted_for(mine, values), _abstained(mine)]
    return [reason for reason in found if reason is not None]


def kinds(signs: Signs) -> list[str]:
    """The kinds of the reasons that `reasons` gives, without reading the votes."""
    told = {signs.level: bool(signs.level), "voted for": signs.voted_for, "abstained": signs.abstained}
    return [kind for kind, given in told.items() if given]


def _rows(votes: Iterable[Vote]) -> tuple[Row, ...]:
    at: dict[tuple[str, str], list[str]] = {}
    for vote in votes:
        at.setdefault((vote.stage, vote.iso3), []).append(vote.resolution)
    return tuple(row("votes", resolution=texts, stage=stage, iso3=iso3) for (stage, iso3), texts in at.items())


def _against(mine: Sequence[Vote], stands: Opposition) -> Reason | None:
    if not stands.level:
        return None
    texts, voted = set(stands.texts), set(stands.voted)
    votes = [vote for vote in mine if vote.resolution in texts or vote in voted]
    cells = (cell(stands.sponsored, mine[0].iso3),) if stands.sponsored else ()
    return Reason(stands.level, stands.said, _rows(votes) + cells)


def _texts(votes: Iterable[Vote]) -> str:
    on: dict[str, list[Vote]] = {}
    for vote in votes:
        on.setdefault(vote.named, []).append(vote)
    return listing((_in_committee(*mine) if len(mine) == 1 else text for text, mine in on.items()), limit=MOST)


def _in_committee(vote: Vote) -> str:
    """The text of a vote, with where it was cast if that was in Committee."""
    if vote.stage != "committee":
        return vote.named
    return say("{text} ({year}, in Committee)", text=vote.resolution, year=vote.year)


def _remarked(votes: Iterable[Vote]) -> tuple[str, tuple[Row, ...]]:
    """What the State said later of these votes, as further sentences, and the rows of the events that tell it."""
    told = [vote for vote in votes if vote.remark]
    return "".join(f" {vote.remark}" for vote in told), tuple(
        row("events", resolution=vote.resolution, kind="vote") for vote in told
    )


def _period(votes: Sequence[Vote]) -> str:
    first, last = min(vote.year for vote in votes), max(vote.year for vote in votes)
    if first == last:
        return say("in {year}", year=first)
    return say("from {first} to {last}", first=first, last=last)


def _once(votes: Iterable[Vote]) -> list[Vote]:
    """Without the votes in Committee that only repeat the one in plenary."""
    votes = list(votes)
    plenary = {vote.resolution for vote in votes if vote.stage == "plenary"}
    return [vote for vote in votes if vote.stage != "committee" or vote.resolution not in plenary]


def _voted_for(mine: Sequence[Vote], values: dict[str, str]) -> Reason | None:
    """Voted for texts, or against amendments to them, that it did not sponsor as far as is known."""
    favour = _once(vote for vote in mine if vote.stance == "for" and values.get(vote.resolution) != "sponsor")
    if not any(not vote.remark for vote in favour):
        return None
    texts = [vote for vote in favour if vote.kind == "text"]
    amendments = [vote for vote in favour if vote.kind == "amendment"]
    said = say("voted for {texts}", texts=_texts(texts)) if texts else ""
    if amendments:
        one, many = ("voted against {n} hostile amendment {period}", "voted against {n} hostile amendments {period}")
        against = say_many(one, many, len(amendments), period=_period(amendments))
        said = say("{deed}, and {other}", deed=said, other=against) if said else against
    remark, told = _remarked(texts)
    sentence = f"{capital(said)}.{remark}"
    symbols = list(dict.fromkeys(vote.resolution for vote in favour))
    absent = [symbol for symbol in symbols if values.get(symbol) == "not_sponsor"]
    unknown = [symbol for symbol in symbols if values.get(symbol) == "unknown"]
    if absent:
        one, many = "It is not on the list of sponsors of {texts}.", "It is not on the lists of sponsors of {texts}."
        sentence += " " + say_many(one, many, len(absent), texts=listing(absent, limit=MOST))
    if unknown:
        texts_open = listing(unknown, limit=MOST)
        sentence += " " + say("Of {texts} it cannot be told whether it sponsored.", texts=texts_open)
    cells = (cell(absent + unknown, favour[0].iso3),) if absent + unknown else ()
    return Reason("voted for", sentence, _rows(favour) + cells + told)


def _abstained(mine: Sequence[Vote]) -> Reason | None:
    texts = _once(vote for vote in mine if vote.kind == "text" and vote.stance == "abstained")
    if not texts:
        return None
    return Reason("abstained", say("Abstained on {texts}.", texts=_texts(texts)), _rows(texts))
