"""Who voted against a text on defenders or for hostile amendments to it: a warning before a call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.prospects_reason import Reason, count, listing, row, share
from analytics.votes import with_stance

FEWEST = 2


class Vote(NamedTuple):
    """A recorded vote of one State. kind: text or amendment; stance: for, against or abstained (the text)."""

    resolution: str
    year: int
    adopted_on: date
    stage: str
    kind: str
    iso3: str
    stance: str


def cast(votes: pd.DataFrame, resolutions: pd.DataFrame) -> dict[str, tuple[Vote, ...]]:
    """Each State's recorded votes with what they mean (analytics.votes.with_stance), earliest first, by
    ISO code."""
    found: dict[str, list[Vote]] = {}
    for vote in with_stance(votes, resolutions)[list(Vote._fields)].itertuples(index=False):
        found.setdefault(vote.iso3, []).append(Vote(*vote))
    return {iso3: tuple(mine) for iso3, mine in found.items()}


def opposed(mine: Iterable[Vote], last_sponsored: date | None = None) -> bool:
    """Whether a State stands against: judged by the votes after the day on which it last sponsored any text.

    True if it voted no on a text since, or supported two or more hostile amendments and more than it
    rejected. A single vote for an amendment is a warning, no more; sponsoring later takes an older no
    back. last_sponsored: None if it never sponsored.
    """
    since = [vote for vote in mine if last_sponsored is None or vote.adopted_on > last_sponsored]
    if any(vote.kind == "text" and vote.stance == "against" for vote in since):
        return True
    stances = [vote.stance for vote in since if vote.kind == "amendment"]
    supported, rejected = stances.count("against"), stances.count("for")
    return supported >= FEWEST and supported > rejected


def reasons(mine: Sequence[Vote], values: dict[str, str], last_sponsored: str = "") -> list[Reason]:
    """What a State's votes say: opposed, voted for without sponsoring, abstained; [] without recorded votes.

    values: the State's cell by resolution; last_sponsored: the latest text that it sponsored, in words, if
    that was after its latest vote against ("" otherwise).
    """
    found = [_opposed(mine, last_sponsored), _voted_for(mine, values), _abstained(mine)]
    return [reason for reason in found if reason is not None]


def _rows(votes: Iterable[Vote]) -> tuple:
    return tuple(row("votes", resolution=vote.resolution, stage=vote.stage, iso3=vote.iso3) for vote in votes)


def _texts(votes: Iterable[Vote]) -> str:
    stages: dict[tuple[str, int], list[str]] = {}
    for vote in votes:
        stages.setdefault((vote.resolution, vote.year), []).append(vote.stage)
    place = {("committee",): ", in Committee", ("committee", "plenary"): ", in Committee and in plenary"}
    return listing(
        [f"{symbol} ({year}{place.get(tuple(sorted(at)), '')})" for (symbol, year), at in stages.items()]
    )


def _period(votes: Sequence[Vote]) -> str:
    first, last = min(vote.year for vote in votes), max(vote.year for vote in votes)
    return f"in {first}" if first == last else f"from {first} to {last}"


def _once(votes: Iterable[Vote]) -> list[Vote]:
    """Without the votes in Committee that only repeat the one in plenary."""
    votes = list(votes)
    plenary = {vote.resolution for vote in votes if vote.stage == "plenary"}
    return [vote for vote in votes if vote.stage != "committee" or vote.resolution not in plenary]


def _opposed(mine: Sequence[Vote], last_sponsored: str) -> Reason | None:
    against = [vote for vote in mine if vote.stance == "against"]
    if not against:
        return None
    texts = [vote for vote in against if vote.kind == "text"]
    amendments = [vote for vote in against if vote.kind == "amendment"]
    voted_on = [vote for vote in mine if vote.kind == "amendment"] if amendments else []
    said = [f"voted against {_texts(texts)}"] if texts else []
    if amendments:
        number = share(len(amendments), len(voted_on), "hostile amendment")
        said.append(f"voted for {number} on which its vote is held, {_period(amendments)}")
    sentence = _capital(", and ".join(said)) + "."
    changed = _changed_in_plenary(mine, texts)
    for vote in changed:
        verb = "voted for" if vote.stance == "for" else "abstained on"
        sentence += f" In plenary it {verb} {vote.resolution}."
    if last_sponsored:
        sentence += f" Later it sponsored {last_sponsored}."
    return Reason("opposed", sentence, _rows(texts + voted_on + changed))


def _changed_in_plenary(mine: Sequence[Vote], against: Iterable[Vote]) -> list[Vote]:
    """The votes in plenary that did not repeat a no in Committee: who came round is not told of the no alone."""
    refused = {vote.resolution for vote in against if vote.stage == "committee"}
    return [
        vote
        for vote in mine
        if vote.kind == "text" and vote.stage == "plenary" and vote.stance != "against" and vote.resolution in refused
    ]


def _voted_for(mine: Sequence[Vote], values: dict[str, str]) -> Reason | None:
    """Voted for texts, or against amendments to them, that it did not sponsor as far as is known."""
    favour = _once(vote for vote in mine if vote.stance == "for" and values.get(vote.resolution) != "sponsor")
    if not favour:
        return None
    texts = [vote for vote in favour if vote.kind == "text"]
    amendments = [vote for vote in favour if vote.kind == "amendment"]
    said = [f"voted for {_texts(texts)}"] if texts else []
    if amendments:
        said.append(f"voted against {count(len(amendments), 'hostile amendment')} {_period(amendments)}")
    sentence = _capital(", and ".join(said)) + "."
    symbols = list(dict.fromkeys(vote.resolution for vote in favour))
    absent = [symbol for symbol in symbols if values.get(symbol) == "not_sponsor"]
    unknown = [symbol for symbol in symbols if values.get(symbol) == "unknown"]
    if absent:
        sentence += f" It is not on the list{'s' if len(absent) > 1 else ''} of sponsors of {listing(absent)}."
    if unknown:
        sentence += f" Of {listing(unknown)} it cannot be told whether it sponsored."
    cells = tuple(row("grid", resolution=symbol, iso3=favour[0].iso3) for symbol in absent + unknown)
    return Reason("voted for", sentence, _rows(favour) + cells)


def _abstained(mine: Sequence[Vote]) -> Reason | None:
    texts = _once(vote for vote in mine if vote.kind == "text" and vote.stance == "abstained")
    return Reason("abstained", f"Abstained on {_texts(texts)}.", _rows(texts)) if texts else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
