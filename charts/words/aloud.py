"""The record of a State in two sentences that can be said aloud: New York, then Geneva."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analytics.english import body_name, capital, count, listing
from analytics.grid import withdrew
from data.words import NOT_MEMBER, SPONSOR, at_stage

_FEW = 4
"""Years that are named one by one; of more sponsorships the last is, of more texts that are not known the number."""
_CAST = {"no": "voted against", "abstain": "abstained", "yes": "voted in favour without sponsoring"}


def aloud(name: str, history: pd.DataFrame) -> tuple[str, str]:
    """What is known of a State (`history`: Measures.history, at one stage for each body): a sentence on the
    General Assembly, and one on the Commission and the Council. Years are those of the texts; of votes only those on a
    text in plenary are told, and none that the State said later to have meant otherwise."""
    york, commission, council = (
        _body(history[history["body"] == body], body, who) for body, who in (("GA", name), ("CHR", "it"), ("HRC", "it"))
    )
    return f"{capital(york)}.", f"{capital(commission)}; {council}."


def _body(rows: pd.DataFrame, body: str, who: str) -> str:
    """The clauses on one body."""
    where, could = f"in the {body_name(body)}", rows[rows["value"] != NOT_MEMBER]
    if could.empty:
        return f"{where} {who} was not yet a Member State at any text"
    known, dark = could[could["known"]], could[~could["known"]]
    if known.empty:
        return f"{where} nothing is known of {who}"
    if stage := at_stage(known["asked"].iloc[0]):
        where += f",{stage},"
    clauses = [f"{where} {who} co-sponsored {_times(known, dark)}"]
    if len(back := could[withdrew(could)]):
        clauses.append(f"it withdrew in {_years(back['year'])}")
    cast = could[could["remark"] == ""]
    for vote, words in _CAST.items():
        mine = cast[cast["vote"] == vote]
        if vote == "yes":
            mine = mine[mine["known"] & mine["value"].ne(SPONSOR)]
        if len(mine):
            clauses.append(f"it {words} in {_years(mine['year'])}")
    if len(dark):
        named = len(dark) < _FEW and dark["year"].is_unique
        which = _years(dark["year"]) if named else count(len(dark), "text")
        clauses.append(f"{which} {'is' if len(dark) == 1 else 'are'} not known")
    return "; ".join(clauses)


def _times(known: pd.DataFrame, dark: pd.DataFrame) -> str:
    """ "once, in 2001"; "none of the 3 texts known"; "9 times on 15 texts known, last in 2019" ("last known" where a
    later text is not)."""
    made = known[known["value"] == SPONSOR]
    if made.empty:
        return f"none of the {len(known)} texts known" if len(known) > 1 else "not the one text known"
    number = {1: "once", 2: "twice"}.get(len(made), f"{len(made)} times")
    if len(made) <= _FEW:
        return f"{number}, in {_years(made['year'])}"
    later = " known" if (dark["adopted_on"] > made["adopted_on"].max()).any() else ""
    return f"{number} on {len(known)} texts known, last{later} in {made['year'].max()}"


def _years(years: Iterable[int]) -> str:
    return listing(str(year) for year in sorted(set(years)))
