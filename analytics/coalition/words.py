"""What is said of a projected list: the sum with what it is held against, and what has to happen for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.english import count, listing
from data.tongues.speech import say, say_many, to_say

if TYPE_CHECKING:
    from analytics.coalition.coalition import Best, Projection


def summed(numbers: list[int], unconfirmed: int, observers: list[str], reached: Best) -> str:
    """The sum in sentences. `numbers`: of who leads, is named, is certain, is expected, is asked; `unconfirmed`: how
    many of them whose last record is not known; `observers`: names, outside the sum."""
    lead, named, certain, expected, asked = numbers
    total = sum(numbers)
    parts = [say_many("{n} that leads the text", "{n} that lead the text", lead)] if lead else []
    if named:
        one, many = "{n} named on the draft", "{n} named on the draft"
        if lead:
            one, many = "{n} more named on the draft", "{n} more named on the draft"
        parts.append(say_many(one, many, named))
    one, many = "{n} more core sponsor", "{n} more core sponsors"
    parts.append(say_many(one, many, certain) if named else count(certain, "core sponsor"))
    if expected:
        one, many = (
            "{n} more that sponsored the latest text on which their record is known",
            "{n} more that sponsored the latest text on which their record is known",
        )
        parts.append(say_many(one, many, expected))
    if asked:
        parts.append(say_many("{n} asked, if all agree", "{n} asked, if all agree", asked))
    found = say(
        "on the list of {text}, {year}" if reached.known_from == "list" else "reported for {text}, {year}",
        text=reached.resolution,
        year=reached.year,
    )
    over, beyond = total - reached.record, total - reached.majority
    record = say(_RECORD[_side(over)], n=abs(over), most=reached.record, found=found)
    majority = say(_MAJORITY[_side(beyond)], n=abs(beyond), half=reached.majority, members=reached.members)
    sum_of = {"parts": " + ".join(parts), "sponsors": count(total, "sponsor")}
    said = [say("{parts} = {sponsors}: {record}, {majority}.", **sum_of, record=record, majority=majority)]
    if unconfirmed:
        told = "Of {n} of these it is not known whether they sponsored the text of {year}."
        if not reached.listed:
            told = "Of {n} of these it is not known whether they sponsored the latest text known."
        said.append(say(told, n=unconfirmed, year=reached.listed))
    if reached.latest > reached.listed > 0:
        told = "Later texts, to {year}, have no whole list: who sponsored them is not known."
        said.append(say(told, year=reached.latest))
    if observers:
        said.append(say("Beside them: {names}, outside the Member States.", names=listing(observers)))
    return " ".join(said)


_RECORD = to_say(
    {
        "equal": "equal to the record of {most} ({found})",
        "over": "{n} over the record of {most} ({found})",
        "short": "{n} short of the record of {most} ({found})",
    }
)
_MAJORITY = to_say(
    {
        "equal": "equal to a majority of {half} of the {members} Member States",
        "over": "{n} over a majority of {half} of the {members} Member States",
        "short": "{n} short of a majority of {half} of the {members} Member States",
    }
)


def _side(difference: int) -> str:
    if not difference:
        return "equal"
    return "over" if difference > 0 else "short"


_STAY = to_say(
    {
        "all": "those of the latest text known{known} stay",
        "core": "only the core sponsors of the latest text known{known} stay",
        "named and all": "those named on the draft and those of the latest text known{known} stay",
        "named and core": "those named on the draft and the core sponsors of the latest text known{known} stay",
    }
)
"""Who stays on a projected list: who is named on the draft, and of the others all that are expected or the core."""


def condition(projection: Projection) -> str:
    """What has to happen for the list to come out so: "if the 3 States that are asked agree, and those of the latest
    text known (2023, for 7 an earlier one) stay". Only who is counted is said to stay."""
    asked = len(projection.asked) + len(projection.observers)
    dark = say("for {n} an earlier one", n=len(projection.unconfirmed)) if projection.unconfirmed else ""
    known = ", ".join(part for part in (str(projection.listed or ""), dark) if part)
    who = ("named and " if projection.named else "") + ("all" if projection.keep else "core")
    stay = say(_STAY[who], known=f" ({known})" if known else "")
    if not asked:
        return say("if {stay}", stay=stay)
    agree = say_many("the State that is asked agrees", "the {n} States that are asked agree", asked)
    return say("if {agree}, and {stay}", agree=agree, stay=stay)
