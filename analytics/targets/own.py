"""What a State's own record of sponsoring says: in this body, in the other one, and when in the process it
joins."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analytics.english import MOST, capital, count, listing, share
from analytics.targets.facts import Facts
from analytics.targets.matrix import CODE
from analytics.targets.reason import Reason, cell, row
from analytics.texts.texts import gap_sentence
from data.words import BODY_NAMES, at_stage


class Standing(NamedTuple):
    """A State's row of Measures.ladder, as far as targets need it."""

    iso3: str
    short_name: str
    un_group: str
    status: str
    word: str
    words: str
    sponsored: int
    opportunities: int
    last_year: int
    sponsored_in: tuple[str, ...]
    missed: tuple[str, ...]
    unknown_in: tuple[str, ...]
    missed_since: int
    two_in_a_row: bool
    latest_value: str
    latest_resolution: str


def position(state: Standing, facts: Facts) -> str:
    """Where a State stands by its own record: keep, confirm, left, lapsed, once, on and off, never or
    too little known. See docs/methodology.md for each rule."""
    texts = facts.texts
    latest = facts.value(state.iso3, texts.latest)
    if latest == "sponsor":
        return "keep"
    if latest == "unknown" and state.latest_value == "sponsor":
        return "confirm"
    if latest == "not_sponsor" and texts.before and facts.value(state.iso3, texts.before) == "sponsor":
        return "left"
    if len(state.sponsored_in) >= 2:
        return "lapsed" if state.two_in_a_row else "on and off"
    if state.sponsored_in:
        return "once"
    return "too little known" if state.word == "Too little known" else "never"


def reasons(state: Standing, where: str, facts: Facts) -> list[Reason]:
    """The reasons from the State's own record: its position (`where`) first, then the other body."""
    found = [
        _record(state, facts, where),
        _not_told(state, facts, where),
        founder(state.iso3, facts),
        other_body(state, facts),
    ]
    return [reason for reason in found if reason is not None]


def named_on(facts: Facts, body: str, iso3: str) -> tuple[str, str]:
    """On how many texts of which names are held a State is named, in words that tell the gaps; and the last of these
    texts, "" where there is none."""
    codes = facts.codes(body, iso3)
    mine = np.flatnonzero(codes == CODE["sponsor"])
    held, unknown = int((codes != CODE["not_member"]).sum()), int((codes == CODE["unknown"]).sum())
    gap = f" (on {unknown} it cannot be told)" if unknown else ""
    since = " since it became a Member State" if held < len(codes) else ""
    told = f"{share(len(mine), held, f'{BODY_NAMES[body]} text')} of which names are held{since}{gap}"
    return told, facts.held[body][mine[-1]] if len(mine) else ""


def _record(state: Standing, facts: Facts, where: str) -> Reason:
    texts = facts.texts
    told, latest = named_on(facts, texts.body, state.iso3)
    last = texts.named(latest) if latest else ""
    if where == "keep":
        sentence = f"Is on the latest whole list held, that of {texts.named(texts.latest)}; named on {told}."
    elif where == "confirm":
        sentence = (
            f"Sponsored {texts.named(state.latest_resolution)}, the latest text on which its record is known; "
            f"on {texts.named(texts.latest)} it cannot be told, as names are probably missing from the list held. "
            f"Named on {told}."
        )
    elif where == "left":
        sentence = (
            f"Sponsored {texts.named(texts.before)} and is not on the list of {texts.named(texts.latest)}. "
            f"Named on {told}."
        )
    elif where in ("lapsed", "on and off"):
        known = " as far as is known" if state.unknown_in else ""
        never = f", never two in a row{known}" if where == "on and off" else ""
        sentence = f"Named on {told}{never}, last {last}; {_since(state, facts)}."
    elif where == "once":
        once = "Known to have sponsored once" if state.unknown_in else "Sponsored once"
        sentence = f"{once}, {last}: named on {told}; {_since(state, facts)}."
    elif where == "never":
        sentence = f"Named on {told}."
    else:
        sentence = f"Too little is known: named on {told}."
    evidence = facts.cells(texts.body, state.iso3)
    pulled = sorted(facts.withdrawn.intersection(state.missed), key=lambda text: (facts.adopted[text], text))
    pulled = [text for text in pulled if not latest or facts.adopted[text] > facts.adopted[latest]]
    if pulled and where in ("lapsed", "on and off", "once"):
        sentence += f" Among those missed is {texts.named(pulled[0])}, from which sponsors withdrew on the day."
        evidence += (row("events", resolution=pulled[0], kind="withdrawal"),)
    return Reason(where, sentence, evidence)


def _since(state: Standing, facts: Facts) -> str:
    """How many texts it missed since it last sponsored. A text since then without a list counts as unknown too."""
    last = facts.adopted[state.sponsored_in[-1]]
    dark = bool(state.unknown_in) and facts.adopted[state.unknown_in[-1]] > last
    row_of = " in a row" if state.missed_since > 1 else ""
    as_known = ", as far as its record is known" if dark else ""
    return f"missed {count(state.missed_since, 'text')}{row_of} since{as_known}"


def _not_told(state: Standing, facts: Facts, where: str) -> Reason | None:
    """The texts from the latest telling one on, of which it cannot be told whether the State sponsored."""
    texts = facts.texts
    open_ = facts.value(state.iso3, texts.latest) == "unknown"
    here = [texts.latest] if open_ and where != "confirm" else []
    dark = [text for text in texts.later if facts.value(state.iso3, text) == "unknown"]
    if not here + dark:
        return None
    return Reason("not told", gap_sentence(texts, here + dark), (cell(here + dark, state.iso3),))


def founder(iso3: str, facts: Facts) -> Reason | None:
    """That it tabled the text that created the mandate, or sponsored the Declaration: only where a list names it."""
    mine = [text for text in facts.deeds if facts.value(iso3, text) == "sponsor"]
    if not mine:
        return None
    told = " and ".join(facts.deeds[text] for text in mine)
    return Reason("founder", f"{capital(told)}.", (cell(mine, iso3),))


def other_body(state: Standing, facts: Facts) -> Reason | None:
    """That it sponsored in the other body, or else in the Commission, but not here: named there, and not on the latest
    text known here."""
    if state.latest_value == "sponsor":
        return None
    found = {body: named_on(facts, body, state.iso3) for body in (facts.other, "CHR")}
    body = next((body for body, (_, latest) in found.items() if latest), "")
    if not body:
        return None
    told, latest = found[body]
    evidence = facts.cells(body, state.iso3)
    when = at_stage(facts.stages[body])
    sentence = f"Named on {told}, last {facts.texts.named(latest)}{f',{when}' if when else ''}"
    if not state.sponsored_in:
        sentence += f", but on {named_on(facts, facts.texts.body, state.iso3)[0]}"
        evidence += facts.cells(facts.texts.body, state.iso3)
    return Reason("other body", f"{sentence}.", evidence)


def joins_late(iso3: str, facts: Facts) -> bool:
    """Whether it joins after tabling: on the final list, not on the tabled one, at least as often as not."""
    signs = facts.signs[iso3]
    return signs.late > 0 and 2 * signs.late >= signs.both


def late(iso3: str, facts: Facts) -> Reason:
    """That it joins after tabling, of a State of which `joins_late` is true."""
    both = facts.measures.late(iso3)
    evidence = (row("sponsors", list_id=list(both["final"]), iso3=iso3), row("lists", list_id=list(both["tabled"])))
    joined = both.loc[both["late"], "resolution"]
    shown = listing(map(facts.texts.named, joined), limit=MOST)
    number = share(len(joined), len(both), "text")
    sentence = f"On the final list of {shown}, not on the tabled one ({number} it sponsored whose tabled list is held)."
    return Reason("late", sentence, evidence)
