"""The record of a State in two sentences that can be said aloud: New York, then Geneva."""

from collections.abc import Iterable

import pandas as pd

from analytics.english import capital, in_body, listing
from analytics.grid import withdrew
from data.tongues.speech import clauses, say, say_many, to_say
from data.words import NOT_MEMBER, SPONSOR, at_stage

_FEW = 4
"""Years that are named one by one; of more sponsorships the last is, of more texts that are not known the number."""
_CAST = to_say(
    {
        "no": "it voted against in {years}",
        "abstain": "it abstained in {years}",
        "yes": "it voted in favour without sponsoring in {years}",
    }
)


def aloud(name: str, history: pd.DataFrame) -> tuple[str, str]:
    """What is known of a State (`history`: Measures.history, at one stage for each body): a sentence on the
    General Assembly, and one on the Commission and the Council. Years are those of the texts; of votes only those on a
    text in plenary are told, and none that the State said later to have meant otherwise."""
    york, commission, council = (
        _body(history[history["body"] == body], body, who) for body, who in (("GA", name), ("CHR", ""), ("HRC", ""))
    )
    return f"{capital(york)}.", f"{capital(clauses([commission, council]))}."


def _body(rows: pd.DataFrame, body: str, who: str) -> str:
    """The clauses on one body, of the State named `who`, or of "it" where that is ""."""
    where, could = in_body(body), rows[rows["value"] != NOT_MEMBER]
    if could.empty:
        told = "{in_body} {who} was not yet a Member State at any text"
        told = told if who else "{in_body} it was not yet a Member State at any text"
        return say(told, in_body=where, who=who)
    known, dark = could[could["known"]], could[~could["known"]]
    if known.empty:
        told = "{in_body} nothing is known of {who}" if who else "{in_body} nothing is known of it"
        return say(told, in_body=where, who=who)
    if stage := at_stage(known["asked"].iloc[0]):
        where = say("{in_body}, {stage},", in_body=where, stage=stage.strip())
    told = "{in_body} {who} {sponsored}" if who else "{in_body} it {sponsored}"
    parts = [say(told, in_body=where, who=who, sponsored=_times(known, dark))]
    if len(back := could[withdrew(could)]):
        parts.append(say("it withdrew in {years}", years=_years(back["year"])))
    cast = could[could["remark"] == ""]
    for vote, words in _CAST.items():
        mine = cast[cast["vote"] == vote]
        if vote == "yes":
            mine = mine[mine["known"] & mine["value"].ne(SPONSOR)]
        if len(mine):
            parts.append(say(words, years=_years(mine["year"])))
    if len(dark):
        parts.append(_dark(dark))
    return clauses(parts)


def _dark(dark: pd.DataFrame) -> str:
    """Of which texts it is not known: their years, or how many they are."""
    if len(dark) < _FEW and dark["year"].is_unique:
        told = "{years} is not known" if len(dark) == 1 else "{years} are not known"
        return say(told, years=_years(dark["year"]))
    return say_many("{n} text is not known", "{n} texts are not known", len(dark))


def _times(known: pd.DataFrame, dark: pd.DataFrame) -> str:
    """ "co-sponsored once, in 2001"; "co-sponsored none of the 3 texts known"; "co-sponsored 9 times on 15 texts known,
    last in 2019" ("last known" where a later text is not)."""
    made = known[known["value"] == SPONSOR]
    if made.empty and len(known) == 1:
        return say("co-sponsored not the one text known")
    if made.empty:
        return say("co-sponsored none of the {n} texts known", n=len(known))
    if len(made) <= _FEW:
        told = "co-sponsored once, in {years}" if len(made) == 1 else "co-sponsored {n} times, in {years}"
        told = "co-sponsored twice, in {years}" if len(made) == 2 else told
        return say(told, n=len(made), years=_years(made["year"]))
    later = (dark["adopted_on"] > made["adopted_on"].max()).any()
    told = "co-sponsored {n} times on {texts} texts known, last in {year}"
    told = "co-sponsored {n} times on {texts} texts known, last known in {year}" if later else told
    return say(told, n=len(made), texts=len(known), year=made["year"].max())


def _years(years: Iterable[int]) -> str:
    return listing(str(year) for year in sorted(set(years)))
