"""For which coming text a page is asked: the choices, and a page that says so where none is ahead."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

from analytics.occasions import when
from analytics.scope import BODY_NAMES
from pages.shared import frame
from pages.shared import record as tables


def labels() -> dict[str, str]:
    """What each expected text that is still ahead is called, by "GA-2026"; of this year with the weeks it falls in."""
    today = date.today()
    return {
        f"{row.body}-{row.year}": f"{row.year} · {BODY_NAMES[row.body]}: {row.what}, "
        + (f"{row.certainty} {when(row.body, row.year, today)}" if row.year == today.year else row.certainty)
        for row in tables.coming().drop_duplicates(["body", "year"]).itertuples()
    }


def nothing(top: object, question: str) -> NoReturn:
    """End a page that is about a coming text where the record expects none."""
    with top:
        frame.answer(question, "No coming text is expected in the record: the years of all that it expects have ended.")
    frame.stop()
