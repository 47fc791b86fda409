"""What a State's recorded votes say to those who want to ask it: a reason for each kind of vote, with its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.english import MOST, capital, count, listing
from analytics.targets.facts import Signs
from analytics.targets.opposition import Opposition, Vote
from analytics.targets.reason import Reason, Row, cell, row


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
    stages: dict[str, list[str]] = {}
    for vote in votes:
        stages.setdefault(vote.named, []).append(vote.stage)
    named = (f"{text[:-1]}, in Committee)" if at == ["committee"] else text for text, at in stages.items())
    return listing(named, limit=MOST)


def _remarked(votes: Iterable[Vote]) -> tuple[str, tuple[Row, ...]]:
    """What the State said later of these votes, as further sentences, and the rows of the events that tell it."""
    told = [vote for vote in votes if vote.remark]
    return "".join(f" {vote.remark}" for vote in told), tuple(
        row("events", resolution=vote.resolution, kind="vote") for vote in told
    )


def _period(votes: Sequence[Vote]) -> str:
    first, last = min(vote.year for vote in votes), max(vote.year for vote in votes)
    return f"in {first}" if first == last else f"from {first} to {last}"


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
    said = [f"voted for {_texts(texts)}"] if texts else []
    if amendments:
        said.append(f"voted against {count(len(amendments), 'hostile amendment')} {_period(amendments)}")
    sentence = ", and ".join(said)
    remark, told = _remarked(texts)
    sentence = f"{capital(sentence)}.{remark}"
    symbols = list(dict.fromkeys(vote.resolution for vote in favour))
    absent = [symbol for symbol in symbols if values.get(symbol) == "not_sponsor"]
    unknown = [symbol for symbol in symbols if values.get(symbol) == "unknown"]
    if absent:
        sentence += (
            f" It is not on the list{'s' if len(absent) > 1 else ''} of sponsors of {listing(absent, limit=MOST)}."
        )
    if unknown:
        sentence += f" Of {listing(unknown, limit=MOST)} it cannot be told whether it sponsored."
    cells = (cell(absent + unknown, favour[0].iso3),) if absent + unknown else ()
    return Reason("voted for", sentence, _rows(favour) + cells + told)


def _abstained(mine: Sequence[Vote]) -> Reason | None:
    texts = _once(vote for vote in mine if vote.kind == "text" and vote.stance == "abstained")
    return Reason("abstained", f"Abstained on {_texts(texts)}.", _rows(texts)) if texts else None
