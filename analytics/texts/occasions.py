"""When a coming text is: which occasions are still ahead on a day, and in which weeks of the year they fall."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from data.store import Record

# (first month and day, last month and day, in words): the weeks in which a body takes up drafts on human rights. The
# Third Committee sits in October and November, the Council in its three regular sessions.
SESSIONS = {
    "GA": (((10, 1), (11, 30), "October and November"),),
    "HRC": (((2, 22), (4, 10), "March"), ((6, 10), (7, 20), "June/July"), ((9, 8), (10, 15), "September")),
}


def coming(record: Record, today: date) -> pd.DataFrame:
    """The rows of record.coming that are still ahead: an occasion has passed when its year has ended, even if its text
    is not in the record. Same columns, earliest first."""
    rows = record.coming
    return rows[rows["year"] >= today.year].reset_index(drop=True)


def next_text(record: Record, body: str, today: date | None = None) -> pd.Series | None:
    """The next opportunity of a body that is still ahead (`coming`), None where none is held."""
    ahead = coming(record, today or date.today())
    rows = ahead[ahead["body"] == body].sort_values("year")
    return rows.iloc[0] if len(rows) else None


def sitting(body: str, year: int, today: date) -> bool:
    """Whether the body is in the weeks in which a text of that year is sponsored, on that day."""
    at = (today.month, today.day)
    return today.year == year and any(first <= at <= last for first, last, _ in SESSIONS.get(body, ()))


def when(body: str, year: int, today: date) -> str:
    """When a coming text is expected, as one says it on a day: "in these weeks", "in October and November", "in March,
    June/July or September", "in 2029"; "in 2025, which has passed". Of this year only the weeks that are still ahead;
    "before the end of the year" where none is."""
    if year != today.year:
        return f"in {year}" if year > today.year else f"in {year}, which has passed"
    if sitting(body, year, today):
        return "in these weeks"
    ahead = [words for first, _, words in SESSIONS.get(body, ()) if first > (today.month, today.day)]
    if not ahead:
        return "before the end of the year"
    return f"in {', '.join(ahead[:-1])} or {ahead[-1]}" if len(ahead) > 1 else f"in {ahead[0]}"
