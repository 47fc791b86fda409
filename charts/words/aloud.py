"""The record of a State in two sentences that can be said aloud: New York, then Geneva."""

from datetime import date
from typing import NamedTuple

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


class _Text(NamedTuple):
    """What is known of a State on one text; `back`: whether it took its name back."""

    body: str
    year: int
    adopted_on: date
    value: str
    known: bool
    asked: str
    vote: str
    remark: str
    back: bool


def aloud(name: str, history: pd.DataFrame) -> tuple[str, str]:
    """What is known of a State (`history`: Measures.history, at one stage for each body): a sentence on the
    General Assembly, and one on the Commission and the Council. Years are those of the texts; of votes only those on a
    text in plenary are told, and none that the State said later to have meant otherwise."""
    columns = (*(history[column] for column in _Text._fields[:-1]), withdrew(history))
    texts = [_Text(*one) for one in zip(*(column.tolist() for column in columns), strict=True)]
    york, commission, council = (
        _body([text for text in texts if text.body == body], body, who)
        for body, who in (("GA", name), ("CHR", ""), ("HRC", ""))
    )
    return f"{capital(york)}.", f"{capital(clauses([commission, council]))}."


def _body(texts: list[_Text], body: str, who: str) -> str:
    """The clauses on one body, of the State named `who`, or of "it" where that is ""."""
    where, could = in_body(body), [text for text in texts if text.value != NOT_MEMBER]
    if not could:
        told = "{in_body} {who} was not yet a Member State at any text"
        told = told if who else "{in_body} it was not yet a Member State at any text"
        return say(told, in_body=where, who=who)
    known, dark = [text for text in could if text.known], [text for text in could if not text.known]
    if not known:
        told = "{in_body} nothing is known of {who}" if who else "{in_body} nothing is known of it"
        return say(told, in_body=where, who=who)
    if stage := at_stage(known[0].asked):
        where = say("{in_body}, {stage},", in_body=where, stage=stage.strip())
    told = "{in_body} {who} {sponsored}" if who else "{in_body} it {sponsored}"
    parts = [say(told, in_body=where, who=who, sponsored=_times(known, dark))]
    if back := [text for text in could if text.back]:
        parts.append(say("it withdrew in {years}", years=_years(back)))
    cast = [text for text in could if not text.remark]
    for vote, words in _CAST.items():
        mine = [text for text in cast if text.vote == vote]
        if vote == "yes":
            mine = [text for text in mine if text.known and text.value != SPONSOR]
        if mine:
            parts.append(say(words, years=_years(mine)))
    if dark:
        parts.append(_dark(dark))
    return clauses(parts)


def _dark(dark: list[_Text]) -> str:
    """Of which texts it is not known: their years, or how many they are."""
    if len(dark) < _FEW and len({text.year for text in dark}) == len(dark):
        told = "{years} is not known" if len(dark) == 1 else "{years} are not known"
        return say(told, years=_years(dark))
    return say_many("{n} text is not known", "{n} texts are not known", len(dark))


def _times(known: list[_Text], dark: list[_Text]) -> str:
    """ "co-sponsored once, in 2001"; "co-sponsored none of the 3 texts known"; "co-sponsored 9 times on 15 texts known,
    last in 2019" ("last known" where a later text is not)."""
    made = [text for text in known if text.value == SPONSOR]
    if not made and len(known) == 1:
        return say("co-sponsored not the one text known")
    if not made:
        return say("co-sponsored none of the {n} texts known", n=len(known))
    if len(made) <= _FEW:
        told = "co-sponsored once, in {years}" if len(made) == 1 else "co-sponsored {n} times, in {years}"
        told = "co-sponsored twice, in {years}" if len(made) == 2 else told
        return say(told, n=len(made), years=_years(made))
    last = max(text.adopted_on for text in made)
    told = "co-sponsored {n} times on {texts} texts known, last in {year}"
    if any(text.adopted_on > last for text in dark):
        told = "co-sponsored {n} times on {texts} texts known, last known in {year}"
    return say(told, n=len(made), texts=len(known), year=max(text.year for text in made))


def _years(texts: list[_Text]) -> str:
    return listing(str(year) for year in sorted({text.year for text in texts}))
