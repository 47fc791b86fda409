"""Numbers, parts, lists, names and days: said in one way by every sentence, reason, title and answer.

In the language in force; the nouns of `count` are in the catalogues ("{n} State", "{n} States")."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analytics.scope import GROUP_SHORT
from data.tongues.speech import day as speech_day
from data.tongues.speech import decimal as speech_decimal
from data.tongues.speech import listing, say, say_many, to_count, to_say, whole
from data.words import BODY_NAMES, FINAL, at_stage

__all__ = ["listing", "long_date"]

_NUMBERS = to_say(
    ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
)

MOST = 30
"""How many texts a sentence names before it says how many more there are."""


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 State", "3 States", "1,200 names"."""
    return say_many(f"{{n}} {noun}", f"{{n}} {plural or noun + 's'}", number)


SHORT_BODY = to_say({"GA": "Assembly", "CHR": "Commission", "HRC": "Council"})
"""A body in a sentence that names it once more."""


def short_body(body: str) -> str:
    """ "Assembly", "Commission", "Council"."""
    return say(SHORT_BODY[body])


TEXTS_OF = {
    "GA": to_count("General Assembly text", "General Assembly texts"),
    "CHR": to_count("Commission on Human Rights text", "Commission on Human Rights texts"),
    "HRC": to_count("Human Rights Council text", "Human Rights Council texts"),
}
"""What the texts of a body are called after a number."""
TEXTS = to_count("text", "texts")


def share(number: int, total: int, one: str, many: str) -> str:
    """A part of several texts, as one says it: "3 of the 5 texts", "all 5 texts", "both texts", "the only text". `one`,
    `many`: what they are called, a message (masculine in French and Spanish, as is "texte")."""
    texts = say_many(one, many, total)
    if not number:
        return say_many("none of the {n} {texts}", "none of the {n} {texts}", total, texts=texts)
    if number < total:
        return say("{made} of the {n} {texts}", made=number, n=whole(total), texts=texts)
    told = "all {n} {texts}"
    if total <= 2:
        told = "both {texts}" if total == 2 else "the only {texts}"
    return say(told, n=total, texts=texts)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def spelled(number: int) -> str:
    """A whole number, as a word up to twelve."""
    return say(_NUMBERS[number]) if 0 <= number < len(_NUMBERS) else whole(number)


def body_name(body: str) -> str:
    """Full name of a body; an unknown code is given back."""
    return say(BODY_NAMES[body]) if body in BODY_NAMES else body


IN_BODY = to_say(
    {"GA": "in the General Assembly", "CHR": "in the Commission on Human Rights", "HRC": "in the Human Rights Council"}
)
OF_BODY = to_say(
    {"GA": "of the General Assembly", "CHR": "of the Commission on Human Rights", "HRC": "of the Human Rights Council"}
)
TEXT_OF = to_say(
    {
        "GA": "the General Assembly's {year} text",
        "CHR": "the Commission on Human Rights' {year} text",
        "HRC": "the Human Rights Council's {year} text",
    }
)
"""A body after a preposition, as languages join the two in ways of their own; in French and Spanish TEXT_OF is without
its article, which stands in the sentence."""


THE_BODY = to_say(
    {"GA": "the General Assembly", "CHR": "the Commission on Human Rights", "HRC": "the Human Rights Council"}
)


def the_body(body: str) -> str:
    """ "the General Assembly"."""
    return say(THE_BODY[body])


def in_body(body: str) -> str:
    """ "in the General Assembly"."""
    return say(IN_BODY[body]) if body in IN_BODY else body


def of_body(body: str) -> str:
    """ "of the General Assembly"."""
    return say(OF_BODY[body]) if body in OF_BODY else body


def bodies_at(table: pd.DataFrame) -> str:
    """Names of the bodies of a table with columns body and asked, each with its stage: "General Assembly and Commission
    on Human Rights (as tabled)"; the final stage needs no word."""
    asked = dict(zip(table["body"], table["asked"], strict=True))
    words = {body: at_stage(stage).strip() for body, stage in asked.items()}
    return listing(body_name(b) + (f" ({words[b]})" if words[b] else "") for b in BODY_NAMES if b in asked)


def body_at(table: pd.DataFrame, body: str) -> str:
    """Name of one body of such a table with its stage: "Commission on Human Rights, as tabled"."""
    stages = table.loc[table["body"] == body, "asked"]
    words = at_stage(stages.iloc[0]).strip() if len(stages) else ""
    return body_name(body) + (f", {words}" if words else "")


def when(table: pd.DataFrame) -> str:
    """ " as tabled": the stage of a table with a column asked, for what is said to be missing; "" for the final one."""
    stages = set(table["asked"])
    return at_stage(stages.pop()) if len(stages) == 1 else f" {say('at these stages')}" if stages else ""


def text_of(body: str, year: int) -> str:
    """ "the Human Rights Council's 2019 text"."""
    return say(TEXT_OF[body], year=year)


def sponsors_at(table: pd.DataFrame) -> str:
    """What a table with a column asked counts: "Final sponsors", or "Sponsors" where another stage is among them."""
    return say("Final sponsors") if table["asked"].eq(FINAL).all() else say("Sponsors")


def group_short(group: str) -> str:
    """Short name of a regional group; any other group, such as the EU, goes by the name that it has."""
    return say(GROUP_SHORT[group]) if group in GROUP_SHORT else say(group)


def of_groups(present: int, total: int) -> str:
    """ "from all five groups", "from four of five groups", "from one group"."""
    if present == total and total > 1:
        return say("from all {total} groups", total=spelled(total))
    if total > 1:
        return say("from {present} of {total} groups", present=spelled(present), total=spelled(total))
    return say("from one group")


def at_least(number: int, open_ended: bool) -> str:
    """The number, preceded by "at least" where more may have been."""
    return say("at least {n}", n=whole(number)) if open_ended else whole(number)


def shown_text(row: pd.Series) -> str:
    """ "84", "at least 73", "77 at adoption", "not known": the number of a row of Measures.counts."""
    if pd.isna(row["shown"]):
        return say("not known")
    claimed = row["status"] not in ("complete", "gap") and pd.notna(row["claimed"])
    low = row["bound"] == "at least" if claimed else row["status"] != "complete"
    early = claimed and row["claimed_at"] == "at adoption"
    return at_least(int(row["shown"]), low) + (f" {say('at adoption')}" if early else "")


def percent(part: float) -> str:
    """A part 0..1 in whole per cent, with a space that does not break: "38 %"."""
    return f"{100 * part:.0f}\u00a0%"


def decimal(value: float) -> str:
    """A number of a table: whole as it is, else with two places, and with a minus sign: "12", "0.11", "−0.05"."""
    text = speech_decimal(abs(value), 0 if float(value).is_integer() else 2)
    return f"−{text}" if value < 0 and text.strip("0.,") else text


def signed(number: int) -> str:
    """ "+3", "−2" with a minus sign, "0"."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def percent_told(share: float) -> str:
    """A share 0..1 in whole per cent. 0 % and 100 % mean exactly that: next to them it is "under 1 %", "over 99 %"."""
    if 0 < share < 0.005:
        return say("under {part}", part=percent(0.01))
    return say("over {part}", part=percent(0.99)) if 0.995 <= share < 1 - 1e-9 else percent(share)


def years(values: Sequence[int]) -> str:
    """ "2001–2023", or the one year; "" for none."""
    values = sorted({int(value) for value in values})
    if not values:
        return ""
    return str(values[0]) if values[0] == values[-1] else f"{values[0]}–{values[-1]}"


def long_date(day: date) -> str:
    """ "23 November 2026"."""
    return speech_day(day)
