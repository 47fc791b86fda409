"""What the review flags: one thing for a person to look at, and the names of States in its words."""

from __future__ import annotations

from dataclasses import dataclass

from data.reading.context import Context
from data.reading.model import Span


@dataclass(frozen=True)
class Flag:
    """One thing to look at. `severity`: "check" (may well be wrong) or "note" (good to know).

    `kind`: count, gap, main sponsor, core sponsor, membership, duplicate, same as other stage, large change, star,
    unresolved, group, order, votes, other document, held otherwise, scan. `states`: codes concerned; `spans`: places in
    the text.
    """

    kind: str
    severity: str
    message: str
    states: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def name_of(context: Context, iso3: str) -> str:
    """The short name of a State; the code itself where it is not known."""
    return next((s["short_name"] for s in context.states if s["iso3"] == iso3), iso3)


def names_of(context: Context, codes: list[str], most: int = 12) -> str:
    """Short names in a sentence, the first ones and how many more."""
    shown = [name_of(context, code) for code in codes[:most]]
    return ", ".join(shown) + (f" and {len(codes) - most} more" if len(codes) > most else "")
