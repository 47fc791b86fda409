"""Gaps in an alphabetical list: a stretch of the alphabet without a name, where names would be expected.

Two ways of expecting are used, and either suffices. (1) From the list alone: n names among the N States that could
be on it leave a given run of g States free with a probability of about (1 - n/N)^g; over the n + 1 places of the
list, fewer than 1 in 50 lists would show it. (2) From history: the States of the stretch have each sponsored a known
share of the complete earlier lists of the same body; that all of them stay away has the product of the complements."""

from dataclasses import dataclass

from data.membership import not_yet
from data.reading.context import Context
from data.reading.model import SINGLE_NAMES, ImportedList, NamedState
from data.spelling import key
from data.words import ADDITIONAL, AS_ADOPTED, COMPLETE, FINAL, TABLED, TABLED_REVISED

CHANCE = 0.02
HISTORY_CHANCE = 0.001
FEWEST = 10
USUAL = 0.75


@dataclass(frozen=True)
class Gap:
    """A stretch without names. `place`: start, middle or end; `before` and `after`: the names beside it, as written.
    `states`: codes of the States of that stretch that are not on the list; `usual`: those who mostly sponsor."""

    place: str
    before: str
    after: str
    states: tuple[str, ...]
    usual: tuple[str, ...]
    chance: float


def find_gaps(one: ImportedList, context: Context) -> list[Gap]:
    """The gaps of a list; [] where it is too short, is not in English alphabetical order, or where those who took their
    names back or single names out of statements say nothing of their neighbours in the alphabet."""
    order = [(key(s.as_written), s.as_written, s.iso3) for s in one.states]
    if len(order) < FEWEST or one.stage in SINGLE_NAMES or not _alphabetical(order):
        return []
    already = _named_before(one, context)
    universe = sorted(
        (key(s["name"]), s["iso3"])
        for s in context.states
        if s["status"] == "member" and s["iso3"] not in already and _was_member(s, one, context)
    )
    rates = _rates(one, context)
    free = 1 - min(len(one.iso3) / max(1, len(universe)), 0.99)
    gaps = []
    edges = [("", "", ""), *_rising(order), ("\uffff", "", "")]
    for (low, before, _), (high, after, _) in zip(edges, edges[1:], strict=False):
        run = tuple(code for name, code in universe if low < name < high and code not in one.iso3)
        if not run:
            continue
        chance = min(1.0, (len(order) + 1) * free ** len(run))
        history = 1.0
        for code in run:
            history *= 1 - rates.get(code, 0.0)
        if (chance < CHANCE or history < HISTORY_CHANCE) and len(run) >= 3:
            place = "start" if not low else "end" if high == "\uffff" else "middle"
            usual = tuple(sorted((c for c in run if rates.get(c, 0) >= USUAL * _part(one)), key=lambda c: -rates[c]))
            gaps.append(Gap(place, before, after, run, usual, min(chance, history)))
    return gaps


def in_order(one: ImportedList, state: NamedState) -> bool:
    """Whether a name stands in its place in the alphabet; also where the list is in no such order."""
    order = [(key(s.as_written), s.as_written, s.iso3) for s in one.states]
    if len(order) < FEWEST or not _alphabetical(order):
        return True
    others = [row for row in order if row[1] != state.as_written]
    # Of two neighbours that have changed places either may be the wrong one.
    return len(_rising(others)) < len(_rising(order))


def _alphabetical(order: list[tuple[str, str, str]]) -> bool:
    return len(_rising(order)) >= 0.9 * len(order)


def _rising(order: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The longest rising part of a list: a name out of order (an old or inverted one) does not disturb."""
    best: list[tuple[int, int]] = []
    for i, (name, _, _) in enumerate(order):
        length, back = 1, -1
        for j in range(i):
            if order[j][0] <= name and best[j][0] + 1 > length:
                length, back = best[j][0] + 1, j
        best.append((length, back))
    at = max(range(len(best)), key=lambda i: best[i][0]) if best else -1
    rising = []
    while at >= 0:
        rising.append(order[at])
        at = best[at][1]
    return rising[::-1]


def _named_before(one: ImportedList, context: Context) -> set[str]:
    """For additional sponsors: those already on the draft cannot be named again."""
    if one.stage != ADDITIONAL:
        return set()
    return {
        code
        for row in context.lists
        if row["resolution"] == one.resolution and row["stage"] in (TABLED, TABLED_REVISED)
        for code in context.members_of_list(row["list_id"])
    }


def _was_member(state: dict[str, str], one: ImportedList, context: Context) -> bool:
    row = context.resolution(one.resolution)
    return not (row and not_yet(state, row["body"], row["adopted_on"]))


def _rates(one: ImportedList, context: Context) -> dict[str, float]:
    """How often each State was on the complete final lists of the body before this text, drawn towards rarely. (s +
    0.5) / (n + 1.5): a State on 9 of 9 lists is expected with 0.90, one on none with 0.05. A list of another stage
    names only part of the final sponsors, and expects each the less (`_part`)."""
    own = context.resolution(one.resolution)
    if not own:
        return {}
    rows = {
        r["resolution"]: r
        for r in context.resolutions
        if r["body"] == own["body"] and r["adopted_on"] < own["adopted_on"]
    }
    lists = [
        context.members_of_list(r["list_id"])
        for r in context.lists
        if r["resolution"] in rows and r["stage"] == FINAL and r["completeness"] == COMPLETE
    ]
    if len(lists) < 3:
        return {}
    part = _part(one)
    return {
        state["iso3"]: part * (sum(state["iso3"] in named for named in lists) + 0.5) / (len(lists) + 1.5)
        for state in context.states
    }


def _part(one: ImportedList) -> float:
    """What part of the final sponsors a list of this stage is expected to name; our own cautious guess."""
    return {FINAL: 1.0, AS_ADOPTED: 0.95, ADDITIONAL: 0.75}.get(one.stage, 0.5)
