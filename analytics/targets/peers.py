"""What the States around a State do: its regional group, its political groups, its neighbours, those like
it."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.english import listing, percent
from analytics.scope import GROUP_SHORT
from analytics.targets.facts import Facts
from analytics.targets.matrix import MOST
from analytics.targets.reason import Reason, Row, cell, row

HALF, FEWEST = 0.5, 3
FEWEST_NEIGHBOURS = 2


def reasons(iso3: str, facts: Facts) -> list[Reason]:
    """Peers of whom at least half sponsored the latest telling text, and the States with a similar record."""
    found = [regional(iso3, facts), political(iso3, facts), bordering(iso3, facts), similar(iso3, facts)]
    return [reason for reason in found if reason is not None]


def _split(peers: Iterable[str], facts: Facts) -> tuple[list[str], list[str], list[str]]:
    """The peers that sponsored the latest telling text; all whose cell on it is known; all others."""
    cells = {peer: facts.on_latest[peer] for peer in sorted(peers)}
    known = [peer for peer, cell in cells.items() if cell in ("sponsor", "not_sponsor")]
    return ([peer for peer in known if cells[peer] == "sponsor"], known, [peer for peer in cells if peer not in known])


def _gap(others: list[str]) -> str:
    return f"; of {len(others)} it cannot be told" if others else ""


def _part(sponsors: list[str], known: list[str], others: list[str]) -> str:
    """How many of all peers sponsored: those of whom it cannot be told count in the whole, so it is "at least"."""
    made, whole = len(sponsors), len(known) + len(others)
    if made == whole:
        return "both" if whole == 2 else f"all {whole}"
    return f"{'at least ' if others else ''}{made} of {whole}"


def regional(iso3: str, facts: Facts) -> Reason | None:
    """That at least half of the other members of its UN regional group, of those known, sponsored."""
    group = facts.un_group[iso3]
    if not group:
        return None
    sponsors, known, others = _split((s for s, g in facts.un_group.items() if g == group and s != iso3), facts)
    if len(known) < FEWEST or len(sponsors) < HALF * len(known):
        return None
    sentence = (
        f"Of the other members of its regional group ({GROUP_SHORT[group]}), {_part(sponsors, known, others)} "
        f"sponsored {facts.texts.named(facts.texts.latest)}{_gap(others)}."
    )
    evidence = (cell(facts.texts.latest, known + others), row("states", iso3=[iso3, *known, *others]))
    return Reason("region", sentence, evidence)


def political(iso3: str, facts: Facts) -> Reason | None:
    """The political groups of today of which at least half of the other members, of those known, sponsored."""
    said: list[str] = []
    evidence: list[Row] = []
    for group_id, (name, members) in sorted(facts.groups.items()):
        if iso3 not in members:
            continue
        sponsors, known, others = _split((m for m in members if m != iso3 and m in facts.names), facts)
        if len(known) >= FEWEST and len(sponsors) >= HALF * len(known):
            dark = f" (of {len(others)} it cannot be told)" if others else ""
            said.append(f"{_part(sponsors, known, others)} in the {name}{dark}")
            evidence.append(cell(facts.texts.latest, known + others))
            evidence.append(row("group_members", group_id=group_id, iso3=[iso3, *known, *others]))
    if not said:
        return None
    text = facts.texts.named(facts.texts.latest)
    return Reason(
        "political group", f"Of today's other members, {text} was sponsored by {listing(said)}.", tuple(evidence)
    )


def bordering(iso3: str, facts: Facts) -> Reason | None:
    """That at least half of its land neighbours, of those known (two or more), sponsored; with their
    names."""
    sponsors, known, others = _split(facts.neighbours.get(iso3, ()), facts)
    if len(known) < FEWEST_NEIGHBOURS or len(sponsors) < HALF * len(known):
        return None
    names = listing([facts.names[peer] for peer in sponsors])
    text = facts.texts.named(facts.texts.latest)
    part = _part(sponsors, known, others)
    sentence = f"Of its land neighbours, {part} sponsored {text}: {names}{_gap(others)}."
    borders = row("neighbours", iso3=iso3, neighbour=known + others)
    return Reason("neighbours", sentence, (cell(facts.texts.latest, known + others), borders))


def similar(iso3: str, facts: Facts) -> Reason | None:
    """The States with the most similar record on the telling texts before the latest, and where they stand
    on it."""
    found = facts.likeness.nearest(iso3)
    sponsors, known, others = _split((state for state, _ in found), facts)
    if not known:
        return None
    text = facts.texts.named(facts.texts.latest)
    names = listing([facts.names[state] for state, _ in found], limit=MOST)
    lowest, highest = found[-1][1], found[0][1]
    low, high = percent(lowest), percent(highest)
    index = low if low == high else f"{low} to {high}"
    index += " of their texts in common"
    if len(found) == 1:
        did = "sponsored" if sponsors else "is not on the list of"
        sentence = f"The State with the most similar record before ({names}; {index}) {did} {text}."
    else:
        many = "both" if len(found) == 2 else f"all {len(found)}"
        none = "none is known to have" if others else "neither" if len(found) == 2 else "none"
        number = many if len(sponsors) == len(found) else len(sponsors) or none
        sentence = (
            f"Of the {len(found)} States with the most similar record before ({names}; {index}), "
            f"{number} sponsored {text}{_gap(others)}."
        )
    past = cell(facts.texts.telling[:-1], [iso3, *known, *others])
    return Reason("similar", sentence, (cell(facts.texts.latest, known + others), past))
