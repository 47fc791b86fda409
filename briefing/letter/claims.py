"""What a letter rests on: each statement about the State, with what would prove it, and what all States share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from analytics.targets.opposition import Vote
from analytics.texts.drafts import Named
from briefing.letter.record import Text
from briefing.letter.requests import Evidence, Opportunity, Request


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
    request: Request
    kind: str
    claims: tuple[Claim, ...]
    observer: bool
    own_group: str
    evidence: Evidence | None
    opportunity: Opportunity | None
    why: str
    again: Claim | None = None
    """What "once more" in the ask rests on; None where the ask does not say it."""
    may_sponsor: bool = True
    """Whether it may put its name to the text that the request asks for."""
    signed: Named | None = None
    """Where it is named on the draft of the very text that the request asks for; None: on none that is on file."""
    founder: Claim | None = None
    """What it rests on that the State is said to have tabled the text that created the mandate; None: not said."""
    mind: str = ""
    """For the sender: its votes against, cast since it last sponsored."""


@dataclass(frozen=True)
class Shared:
    """What is the same for every State of a request: made once for a whole shortlist."""

    request: Request
    evidence: Evidence | None
    opportunity: Opportunity | None
    withdrawn: frozenset[str]
    texts: Mapping[str, list[Text]]
    votes: Mapping[str, Sequence[Vote]]
    founding: str = ""
    """The text that created the mandate, where the request is about the mandate."""
    asked: frozenset[str] = frozenset()
    """Earlier texts of the kind that the request asks for."""
    named: Mapping[str, Named] = field(default_factory=dict)
    """Who is named so far on the draft of the coming text, by code."""
    on: date = date.max
    """The day that the ask is about: the end of the year of the coming text, or the day of the letter."""
