"""What the States around a State do: its regional group, its political groups, its neighbours, those like
it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from analytics.english import group_short, listing, percent
from analytics.targets.facts import Facts
from analytics.targets.reason import Reason, Row, cell, row
from data.tongues.speech import clauses, say

HALF, FEWEST = 0.5, 3
FEWEST_NEIGHBOURS = 2
NEAREST, MOST = 5, 12


def reasons(iso3: str, facts: Facts) -> list[Reason]:
    """Peers of whom at least half sponsored the latest telling text, and the States with a similar record."""
    found = [regional(iso3, facts), political(iso3, facts), bordering(iso3, facts), similar(iso3, facts)]
    return [reason for reason in found if reason is not None]


class _Split(NamedTuple):
    """Peers, by name: who sponsored the latest telling text; all whose cell on it is known; all others."""

    sponsors: list[str]
    known: list[str]
    others: list[str]


def _split(peers: Set[str], facts: Facts, fewest: int = 1, part: float = 0) -> _Split | None:
    """The peers, if it is known of so many of them, and such a part of these sponsored."""
    sponsors, known = peers & facts.made, peers & facts.known
    if len(known) < fewest or len(sponsors) < part * len(known):
        return None
    return _Split(sorted(sponsors), sorted(known), sorted(peers - known))


def _whole(sentence: str, others: list[str]) -> str:
    """The sentence with its end, and of how many others it cannot be told."""
    return f"{clauses([sentence, *([say('of {n} it cannot be told', n=len(others))] if others else [])])}."


def _part(sponsors: list[str], known: list[str], others: list[str]) -> str:
    """How many of all peers sponsored: those of whom it cannot be told count in the whole, so it is "at least"."""
    made, whole = len(sponsors), len(known) + len(others)
    if made == whole:
        return say("States|both") if whole == 2 else say("States|all {n}", n=whole)
    part = say("{hit} of {n}", hit=made, n=whole)
    return say("at least {n}", n=part) if others else part


def regional(iso3: str, facts: Facts) -> Reason | None:
    """That at least half of the other members of its UN regional group, of those known, sponsored."""
    group = facts.un_group[iso3]
    if not group:
        return None
    split = _split({s for s, g in facts.un_group.items() if g == group and s != iso3}, facts, FEWEST, HALF)
    if split is None:
        return None
    sponsors, known, others = split
    sentence = say(
        "Of the other members of its regional group ({group}), {part} sponsored {text}",
        group=group_short(group),
        part=_part(sponsors, known, others),
        text=facts.texts.named(facts.texts.latest),
    )
    evidence = (cell(facts.texts.latest, known + others), row("states", iso3=[iso3, *known, *others]))
    return Reason("region", _whole(sentence, others), evidence)


def political(iso3: str, facts: Facts) -> Reason | None:
    """The political groups of today of which at least half of the other members, of those known, sponsored."""
    said: list[str] = []
    evidence: list[Row] = []
    for group_id, (name, members) in sorted(facts.groups.items()):
        if iso3 not in members:
            continue
        if split := _split(members - {iso3}, facts, FEWEST, HALF):
            sponsors, known, others = split
            told = "{part} in the {group}"
            if others:
                told = "{part} in the {group} (of {n} it cannot be told)"
            part = _part(sponsors, known, others)
            said.append(say(told, part=part, group=say(name), n=len(others)))
            evidence.append(cell(facts.texts.latest, known + others))
            evidence.append(row("group_members", group_id=group_id, iso3=[iso3, *known, *others]))
    if not said:
        return None
    text = facts.texts.named(facts.texts.latest)
    sentence = say("Of today's other members, {text} was sponsored by {parts}.", text=text, parts=listing(said))
    return Reason("political group", sentence, tuple(evidence))


def bordering(iso3: str, facts: Facts) -> Reason | None:
    """That at least half of its land neighbours, of those known (two or more), sponsored; with their
    names."""
    split = _split(facts.neighbours.get(iso3, set()), facts, FEWEST_NEIGHBOURS, HALF)
    if split is None:
        return None
    sponsors, known, others = split
    sentence = say(
        "Of its land neighbours, {part} sponsored {text}: {names}",
        part=_part(sponsors, known, others),
        text=facts.texts.named(facts.texts.latest),
        names=listing(facts.names[peer] for peer in sponsors),
    )
    borders = row("neighbours", iso3=iso3, neighbour=known + others)
    return Reason("neighbours", _whole(sentence, others), (cell(facts.texts.latest, known + others), borders))


def nearest(alike: Sequence[tuple[str, float]]) -> Sequence[tuple[str, float]]:
    """The States most like one, of all that are alike, most alike first, with what they have in common.

    The first NEAREST. Of equals none is chosen by its name: where the last place is shared, all that share it are in,
    or, if that would make more than MOST, none of them (unless nobody is more similar).
    """
    if len(alike) <= NEAREST:
        return alike
    last = alike[NEAREST - 1][1]
    together = [one for one in alike if one[1] >= last]
    closer = [one for one in alike if one[1] > last]
    return closer if closer and len(together) > MOST else together


def similar(iso3: str, facts: Facts) -> Reason | None:
    """The States with the most similar record on the telling texts before the latest, and where they stand
    on it."""
    found = nearest(facts.alike.get(iso3, []))
    split = _split({state for state, _ in found}, facts)
    if split is None:
        return None
    sponsors, known, others = split
    text = facts.texts.named(facts.texts.latest)
    names = listing((facts.names[state] for state, _ in found), limit=MOST)
    low, high = percent(found[-1][1]), percent(found[0][1])
    index = low if low == high else say("{low} to {high}", low=low, high=high)
    like = clauses([names, say("{index} of their texts in common", index=index)])
    if len(found) == 1:
        told = "The State with the most similar record before ({like}) is not on the list of {text}."
        if sponsors:
            told = "The State with the most similar record before ({like}) sponsored {text}."
        sentence = say(told, like=like, text=text)
    else:
        sentence = say(
            "Of the {n} States with the most similar record before ({like}), {number} sponsored {text}",
            n=len(found),
            like=like,
            number=_number(sponsors, found, others),
            text=text,
        )
        sentence = _whole(sentence, others)
    past = cell(facts.past, [iso3, *known, *others])
    return Reason("similar", sentence, (cell(facts.texts.latest, known + others), past))


def _number(sponsors: list[str], found: Sequence[object], others: list[str]) -> str:
    """How many of the States with the most similar record sponsored, in words where all or none did."""
    if sponsors and len(sponsors) < len(found):
        return str(len(sponsors))
    if sponsors:
        return say("States|both") if len(found) == 2 else say("States|all {n}", n=len(found))
    if others:
        return say("States|none is known to have")
    return say("States|neither" if len(found) == 2 else "no State|none")
