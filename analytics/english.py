"""Numbers, parts, lists, names and days in English: said in one way by every sentence, reason, title and answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from analytics.scope import GROUP_SHORT
from data.words import BODY_NAMES, FINAL, at_stage

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

MOST = 30
"""How many texts a sentence names before it says how many more there are."""


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 State", "3 States", "1,200 names"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def share(number: int, whole: int, noun: str) -> str:
    """A part of several things, as one says it: "3 of the 5 lists", "all 5 lists", "both lists", "the only list"."""
    if number < whole or not whole:
        return f"{number or 'none'} of the {count(whole, noun)}"
    return f"the only {noun}" if whole == 1 else f"both {noun}s" if whole == 2 else f"all {whole} {noun}s"


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def listing(items: Iterable[str], limit: int = 0) -> str:
    """ "A, B and C"; with a limit, where it leaves out two or more: "A, B and 7 more"; "" for nothing."""
    items = list(items)
    if limit and len(items) > limit + 1:
        items = [*items[:limit], f"{len(items) - limit} more"]
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def spelled(number: int) -> str:
    """A whole number, as a word up to twelve."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def body_name(body: str) -> str:
    """Full name of a body; an unknown code is given back."""
    return BODY_NAMES.get(body, body)


def bodies(codes: Iterable[str]) -> str:
    """Names of several bodies, in the order General Assembly, Commission, Council."""
    codes = set(codes)
    return listing([body_name(code) for code in [*BODY_NAMES, *sorted(codes - set(BODY_NAMES))] if code in codes])


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
    return at_stage(stages.pop()) if len(stages) == 1 else " at these stages" if stages else ""


def text_of(body: str, year: int) -> str:
    """ "the Human Rights Council's 2019 text"."""
    name = body_name(body)
    return f"the {name}{chr(39) if name.endswith('s') else chr(39) + 's'} {year} text"


def sponsors_at(table: pd.DataFrame) -> str:
    """What a table with a column asked counts: "Final sponsors", or "Sponsors" where another stage is among them."""
    return "Final sponsors" if table["asked"].eq(FINAL).all() else "Sponsors"


def group_short(group: str) -> str:
    """Short name of a regional group; any other group keeps its name."""
    return GROUP_SHORT.get(group, group)


def of_groups(present: int, total: int) -> str:
    """ "from all five groups", "from four of five groups", "from one group"."""
    if present == total and total > 1:
        return f"from all {spelled(total)} groups"
    if total > 1:
        return f"from {spelled(present)} of {spelled(total)} groups"
    return "from one group"


def at_least(number: int, open_ended: bool) -> str:
    """The number, preceded by "at least" where more may have been."""
    return f"at least {number:,}" if open_ended else f"{number:,}"


def percent(part: float) -> str:
    """A part 0..1 in whole per cent, with a space that does not break: "38 %"."""
    return f"{100 * part:.0f}\u00a0%"


def signed(number: int) -> str:
    """ "+3", "−2" with a minus sign, "0"."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def percent_told(share: float) -> str:
    """A share 0..1 in whole per cent. 0 % and 100 % mean exactly that: next to them it is "under 1 %", "over 99 %"."""
    if 0 < share < 0.005:
        return f"under {percent(0.01)}"
    return f"over {percent(0.99)}" if 0.995 <= share < 1 - 1e-9 else percent(share)


def years(values: Sequence[int]) -> str:
    """ "2001–2023", or the one year; "" for none."""
    values = sorted({int(value) for value in values})
    if not values:
        return ""
    return str(values[0]) if values[0] == values[-1] else f"{values[0]}–{values[-1]}"


def long_date(day: date) -> str:
    """ "23 November 2026"."""
    return f"{day.day} {day:%B %Y}"
