"""What one cell says: a State on a text, at a stage."""

from __future__ import annotations

from tests.oracle.record import DEGREES, List, Record, State, Text

ON_THE_WAY = ("tabled", "tabled revised", "oral", "as adopted")
"""Stages whose whole list tells who was not on it then, but not who sponsored in the end."""
SERIES = ("final", *ON_THE_WAY)
"""The stages of which a series can be made, the first among equals first."""


def standing(state: State, text: Text) -> str:
    """What a State was to the body on the day: member, observer, or neither."""
    if state.observer:
        return "observer"
    if state.since <= text.day:  # no date: a Member throughout
        return "member"
    return "observer" if text.body == "CHR" and state.before == "observer" else "neither"


def best(record: Record, text: Text) -> List | None:
    """The list that is used for a text."""
    return next((one for one in record.lists.get(text.symbol, ()) if one.used), None)


def list_at(record: Record, text: Text, stage: str) -> List | None:
    """The list of exactly that stage: the one used, else the most complete, else the one with most names."""
    held = [one for one in record.lists.get(text.symbol, ()) if one.stage == stage]
    held.sort(key=lambda one: (not one.used, DEGREES.index(one.completeness), -len(one.names), one.list_id))
    return held[0] if held else None


def whole_at(record: Record, text: Text, stage: str) -> List | None:
    """The list that answers for a text at a stage, where it is of that very stage and whole."""
    held = best(record, text) if stage == "final" else list_at(record, text, stage)
    return held if held and held.stage == stage and held.whole else None


def took_back(record: Record, text: Text, iso3: str) -> bool:
    """Whether a list of those that withdrew names the State."""
    return any(one.stage == "withdrawn" and iso3 in one.names for one in record.lists.get(text.symbol, ()))


def cell(record: Record, text: Text, state: State, stage: str = "final") -> str:
    """sponsor, not_sponsor, not_when_tabled, unknown or not_member."""
    key = (text.symbol, state.iso3, stage)
    if key not in record.said:
        final = stage == "final"
        record.said[key] = _in_the_end(record, text, state) if final else _then(record, text, state, stage)
    return record.said[key]


def _in_the_end(record: Record, text: Text, state: State) -> str:
    used, withdrew = best(record, text), took_back(record, text, state.iso3)
    if used and state.iso3 in used.names and not (withdrew and used.stage != "final"):
        return "sponsor"
    if withdrew:
        return "not_sponsor"
    if standing(state, text) == "neither":
        return "not_member"
    if used is None or used.leaves_open(state.iso3):
        return "unknown"
    if used.stage == "final":
        return "not_sponsor"
    return "not_when_tabled" if used.stage in ON_THE_WAY else "unknown"


def _then(record: Record, text: Text, state: State, stage: str) -> str:
    held = list_at(record, text, stage)
    if held and state.iso3 in held.names:
        return "sponsor"
    if standing(state, text) == "neither":
        return "not_member"
    return "unknown" if held is None or held.leaves_open(state.iso3) else "not_when_tabled"


def verdict(value: str, stage: str) -> bool | None:
    """What a cell says at a stage: sponsored, did not, or None where it says nothing of it."""
    if value == "sponsor":
        return True
    told = value == "not_sponsor" or (value == "not_when_tabled" and stage != "final")
    return False if told else None


def open_(value: str, stage: str) -> bool:
    """Whether a cell is unknown at a stage: who was only not on a draft may have joined by the end."""
    return value != "not_member" and verdict(value, stage) is None


def stages(record: Record, body: str) -> dict[str, int]:
    """On how many texts of a body a whole list of each stage is held."""
    return {stage: sum(bool(whole_at(record, text, stage)) for text in record.of(body)) for stage in SERIES}


def body_stage(record: Record, body: str) -> str:
    """The stage of a body's series: the one at which most of its texts have a whole list."""
    held = stages(record, body)
    return max(SERIES, key=held.__getitem__)


def offered(record: Record, body: str) -> list[str]:
    """The stages that can be chosen: the body's own, and those with whole lists on at least two texts."""
    held, own = stages(record, body), body_stage(record, body)
    return [stage for stage in SERIES if held[stage] >= 2 or (stage == own and held[stage])]
