"""Whom a campaign may ask, and what a list would be if all that are asked agreed: by the rules in
docs/methodology_targets.md, from the record and the votes as filed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from tests.oracle.cells import best, cell, standing
from tests.oracle.ladder import Rung, named_anywhere, rung
from tests.oracle.record import Record, State, Text
from tests.oracle.totals import countable, total
from tests.oracle.votes import Votes, opposed

OTHER = {"GA": "HRC", "HRC": "GA"}
FAR = ("sibling", "peers", "no sign")
"""Categories that rest on what other texts or other States say: told apart elsewhere."""


@dataclass(frozen=True)
class Campaign:
    """`leads`: who is a main sponsor, by text; `named`: who is named so far on a draft of the coming text."""

    record: Record
    body: str
    votes: Votes
    leads: frozenset[tuple[str, str]]
    named: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def telling(self) -> list[Text]:
        """Texts with a whole final list, earliest first."""
        return [text for text in self.record.of(self.body) if countable(self.record, text)]

    @property
    def latest(self) -> Text:
        return self.telling[-1]

    @cached_property
    def lead(self) -> set[str]:
        """Main sponsors of the latest text of which one is named."""
        texts = [text.symbol for text in self.record.of(self.body)]
        led = [symbol for symbol in texts if any(text == symbol for text, _ in self.leads)]
        return {iso3 for text, iso3 in self.leads if text == led[-1]}

    def rung(self, state: State) -> Rung:
        return rung(self.record, self.body, state)

    def value(self, state: State, text: Text | None = None) -> str:
        """The cell on the latest text that tells, or on another."""
        return cell(self.record, text or self.latest, state)

    def untold(self, state: State) -> bool:
        return self.value(state) not in ("sponsor", "not_sponsor", "not_member")

    def sponsored(self, state: State, body: str) -> list[Text]:
        return [text for text in self.record.of(body) if cell(self.record, text, state) == "sponsor"]

    def sure(self, state: State) -> bool:
        """Whether it needs no call: core sponsor and on the latest list that tells."""
        core = self.rung(state).word == "Core" and self.value(state) == "sponsor"
        return core and not self.named and state.iso3 not in self.lead

    def may_not(self, state: State) -> bool:
        return self.body == "GA" and state.observer and state.iso3 != "PSE"

    def category(self, state: State) -> str:
        """The first that holds; "far" for one of FAR."""
        mine, made = self.votes.get(state.iso3, []), self.rung(state)
        on_latest = self.value(state) == "sponsor"
        last_known = made.made[-1][1] if made.made else None
        asked_for = [
            ("lead", state.iso3 in self.lead),
            ("signed", state.iso3 in self.named),
            ("may not", self.may_not(state)),
            ("awaited", on_latest and bool(self.named)),
            ("keep", on_latest),
            ("confirm", self.untold(state) and last_known is True),
            ("opposed", opposed(self.record, mine, state)),
            ("left", self.value(state) == "not_sponsor" and self.value(state, self.telling[-2]) == "sponsor"),
            ("lapsed", len(made.sponsored) > 1 and _two_in_a_row(made)),
            ("on and off", bool(made.sponsored)),
            ("other body", any(self.sponsored(state, body) for body in (OTHER[self.body], "CHR"))),
            ("voted for", any(self._supports(vote, state) for vote in mine)),
        ]
        return next((name for name, holds in asked_for if holds), "far")

    def _supports(self, vote, state: State) -> bool:
        return bool(vote.yes_to_it) and vote.meant and cell(self.record, vote.text, state) != "sponsor"

    def shows_no_sign(self, state: State) -> bool:
        """Whether no list of any body names it and no vote of its is for a text."""
        lists = [text for body in ("GA", "CHR", "HRC") for text in named_anywhere(self.record, body, state)]
        return not lists and not any(vote.yes_to_it and vote.meant for vote in self.votes.get(state.iso3, []))


def _two_in_a_row(made: Rung) -> bool:
    run = [yes for _, yes in made.made]
    return any(one and other for one, other in zip(run, run[1:], strict=False))


@dataclass(frozen=True)
class Coalition:
    """A projected list: who leads, is named on the draft, is certain, is expected, is asked (Members), and of whom of
    the certain and the expected the latest final list does not tell."""

    parts: dict[str, frozenset[str]]
    unconfirmed: frozenset[str]

    @property
    def total(self) -> int:
        return sum(map(len, self.parts.values()))


def coalition(of: Campaign, picked: frozenset[str] = frozenset(), keep: bool = True) -> Coalition:
    """The list if those who stay stay, and all that are picked agree."""
    record = of.record
    last = [t for t in record.of(of.body) if (held := best(record, t)) and held.stage == "final"][-1]
    members = [s for s in record.states.values() if standing(s, record.of(of.body)[-1]) == "member"]
    parts: dict[str, set[str]] = {name: set() for name in ("lead", "named", "certain", "expected", "asked")}
    for state in members:
        made = of.rung(state)
        if state.iso3 in of.lead:
            where = "lead"
        elif state.iso3 in of.named:
            where = "named"
        elif made.word == "Core":
            where = "certain"
        else:
            where = "expected" if keep and made.made and made.made[-1][1] else ""
        where = where or ("asked" if state.iso3 in picked else "")
        if where:
            parts[where].add(state.iso3)
    open_ = {s.iso3 for s in members if of.value(s, last) not in ("sponsor", "not_sponsor")}
    return Coalition(
        {name: frozenset(codes) for name, codes in parts.items()},
        frozenset(open_ & (parts["certain"] | parts["expected"])),
    )


def best_by_group(record: Record, body: str, groups: list[str]) -> dict[str, int]:
    """The most sponsors of each group on one final list, whole or not."""
    texts = [text for text in record.of(body) if (held := best(record, text)) and held.stage == "final"]
    return {group: max(total(record, text, "final", group).sponsors for text in texts) for group in groups}
