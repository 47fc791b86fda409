"""Numbers, parts and lists in English: said in one way by every sentence, reason, title and answer."""

from __future__ import annotations

from collections.abc import Iterable


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 State", "3 States", "1,200 names"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def percent(part: float) -> str:
    """A part 0..1 in whole per cent, with a space that does not break: "38 %"."""
    return f"{100 * part:.0f}\u00a0%"


def signed(number: int) -> str:
    """ "+3", "−2" with a minus sign, "0"."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


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
