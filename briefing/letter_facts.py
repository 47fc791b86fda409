"""What may a letter truly say about this very State? Each statement comes with what would prove it.

The rule, in order; "miss" = not_sponsor on a later text of the same body, the text of 2013 from which many
withdrew for a reason of its own left aside; "opposed" = no on a text, or yes on a hostile amendment:
1. Its most recent co-sponsorship, and no miss since: thanks for it (as main sponsor where it was that). Where it
   was in the other body, also its most recent one in the campaign's body, if there is no miss since there either.
   Not if it later voted no on a text.
2. A co-sponsorship, but a miss since: it recalls up to two earlier ones. Not if it opposed later.
3. None, but a vote in favour of a text: thanks for that vote. Not if it opposed or abstained then or later, nor
   where the record holds a remark about this very State and vote.
4. Else an invitation that claims nothing. Cells that are unknown never count for anything.

"Once more" in the ask is a statement too: it stands only where a list names the State on an earlier text of the kind
that it is asked for, a renewal of the mandate or a text of the General Assembly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from analytics.scope import BODY_NAMES
from briefing.letter_campaigns import (
    Campaign,
    Evidence,
    Opportunity,
    campaign,
    earlier_texts,
    evidence,
    next_opportunity,
)
from briefing.letter_record import Text, Vote, texts_by_state, votes_by_state

if TYPE_CHECKING:
    from data.store import Record

KINDS = ("main_sponsor", "cosponsor", "earlier", "vote", "invitation")


@dataclass(frozen=True)
class Claim:
    """One statement about the State. `source` grid: the cell (resolution, iso3) is `expected_value`;
    votes: the State's vote on the text in plenary is `expected_value`. `draft`: it signed the draft only."""

    claim_id: str
    resolution: str
    iso3: str
    expected_value: str
    sentence_kind: str
    source: str = "grid"
    draft: bool = False


@dataclass(frozen=True)
class LetterFacts:
    """All that a letter to one State rests on; `why` explains in English which sentence was chosen."""

    iso3: str
    campaign: Campaign
    kind: str
    claims: tuple[Claim, ...]
    observer: bool
    own_group: str
    evidence: Evidence | None
    opportunity: Opportunity | None
    why: str
    again: Claim | None = None
    """What "once more" in the ask rests on; None where the ask does not say it."""


@dataclass(frozen=True)
class Shared:
    """What is the same for every State of a campaign: made once for a whole shortlist."""

    campaign: Campaign
    evidence: Evidence | None
    opportunity: Opportunity | None
    withdrawn: frozenset[str]
    texts: dict[str, list[Text]]
    votes: dict[str, list[Vote]]
    asked: frozenset[str] = frozenset()
    """Earlier texts of the kind that the campaign asks for."""


def shared(cells: pd.DataFrame, record: Record, campaign_key: str, today: date | None = None) -> Shared:
    """The part of the facts that does not depend on the State. Raises ValueError for an unknown campaign."""
    chosen = campaign(campaign_key)
    events = record.events
    return Shared(
        campaign=chosen,
        evidence=evidence(cells, record, chosen),
        opportunity=next_opportunity(record.coming, chosen, today or date.today()),
        withdrawn=frozenset(events[events["kind"] == "withdrawal"]["resolution"]),
        texts=texts_by_state(cells, record),
        votes=votes_by_state(record),
        asked=earlier_texts(record, chosen),
    )


def facts(
    cells: pd.DataFrame, record: Record, iso3: str, campaign_key: str, common: Shared | None = None
) -> LetterFacts:
    """The facts for one State and campaign; `cells` as from analytics.grid.cells.

    Raises KeyError for a code that is not in the record, ValueError for an unknown campaign.
    """
    state = record.states[record.states["iso3"] == iso3]
    if state.empty:
        raise KeyError(f"No State or observer has the code {iso3!r}.")
    common = common or shared(cells, record, campaign_key)
    texts = common.texts.get(iso3, [])
    kind, claims, why = _thanks(iso3, texts, common.votes.get(iso3, []), common)
    return LetterFacts(
        iso3=iso3,
        campaign=common.campaign,
        kind=kind,
        claims=claims,
        observer=state.iloc[0]["status"] == "observer",
        own_group=state.iloc[0]["un_group"],
        evidence=common.evidence,
        opportunity=common.opportunity,
        why=why,
        again=_again(iso3, kind, texts, common),
    )


def _again(iso3: str, kind: str, texts: list[Text], common: Shared) -> Claim | None:
    signed = [text for text in texts if text.value == "sponsor" and text.resolution in common.asked]
    if kind not in ("cosponsor", "earlier") or not signed:
        return None
    return Claim("ask.1", signed[-1].resolution, iso3, "sponsor", "again", draft=signed[-1].stage != "final")


def _thanks(
    iso3: str, texts: list[Text], votes: list[Vote], common: Shared
) -> tuple[str, tuple[Claim, ...], str]:
    sponsored = [text for text in texts if text.value == "sponsor"]
    opposed = [vote for vote in votes if vote.against]
    if not sponsored:
        return _vote_or_invitation(iso3, votes, opposed)
    last = sponsored[-1]
    missed = _missed_since(last, texts, common)
    since = [vote for vote in opposed if vote.adopted_on > last.adopted_on]
    named = f"Sponsor of {last.resolution} ({last.adopted_on})"
    body = BODY_NAMES[last.body]
    if not missed and any(vote.on_text for vote in since):
        return (
            "invitation",
            (),
            f"{named}, but it voted no on {since[-1].resolution} later: nothing is claimed.",
        )
    if not missed:
        kind = "main_sponsor" if last.role == "main sponsor" else "cosponsor"
        as_what = "main sponsor" if kind == "main_sponsor" else "co-sponsor"
        why = f"{named}, and no later list of the {body} that could show it lacks its name: thanks as {as_what}."
        named, passed_over = _current(kind, sponsored, texts, common)
        return kind, tuple(_claim(iso3, kind, i, text) for i, text in enumerate(named, 1)), why + passed_over
    if since:
        why = f"{named}, not of {missed[-1].resolution}, and it opposed {since[-1].resolution}: nothing is claimed."
        return "invitation", (), why
    claims = tuple(_claim(iso3, "earlier", i, text) for i, text in enumerate(reversed(sponsored[-2:]), 1))
    return "earlier", claims, f"{named}, but not of {missed[-1].resolution}: earlier support is recalled."


def _missed_since(last: Text, texts: list[Text], common: Shared) -> list[Text]:
    """Later texts of its body that lack the State's name on a list that would show it."""
    return [
        text
        for text in texts
        if text.body == last.body
        and text.value == "not_sponsor"
        and text.adopted_on > last.adopted_on
        and text.resolution not in common.withdrawn
    ]


def _current(kind: str, sponsored: list[Text], texts: list[Text], common: Shared) -> tuple[list[Text], str]:
    """The texts to thank for, and a remark on one of the campaign's body that is passed over, as it lapsed there."""
    named = [sponsored[-1]]
    in_body = [text for text in sponsored if text.body == common.campaign.body]
    if not in_body or in_body[-1] == named[0]:
        return named, ""
    own = in_body[-1]
    if missed := _missed_since(own, texts, common):
        return named, f" {own.resolution} is not named, as it was a sponsor then and not of {missed[-1].resolution}."
    same_role = (own.role == "main sponsor") == (kind == "main_sponsor")
    return [*named, *([own] if same_role else [])], ""


def _claim(iso3: str, kind: str, number: int, text: Text) -> Claim:
    draft = text.stage != "final"
    return Claim(f"thanks.{number}", text.resolution, iso3, "sponsor", kind, draft=draft)


def _vote_or_invitation(
    iso3: str, votes: list[Vote], opposed: list[Vote]
) -> tuple[str, tuple[Claim, ...], str]:
    unnamed = "No list of sponsors that is used names it"
    on_text = [vote for vote in votes if vote.on_text]
    for_it = [vote for vote in on_text if vote.vote == "yes" and vote.plenary]
    if not for_it:
        why = f"{unnamed}, and no vote in favour of a text is recorded: nothing is claimed."
        return "invitation", (), why
    last = for_it[-1]
    cooler = [v for v in on_text if v.vote != "yes"] + opposed
    if any(vote.adopted_on >= last.adopted_on for vote in cooler):
        why = f"{unnamed}; it voted for {last.resolution}, but abstained or opposed then or later: nothing is claimed."
        return "invitation", (), why
    claim = Claim("thanks.1", last.resolution, iso3, "yes", "vote", source="votes")
    return "vote", (claim,), f"{unnamed}; it voted in favour of {last.resolution}."
