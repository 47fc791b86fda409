"""A draft resolution that is being sponsored now: who is named so far, held against the latest text that tells.

A draft is no opportunity yet: it enters no share, ladder, record or forecast. Who is not named may still join.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from analytics.grid import cells as cells_of
from analytics.prospects_texts import texts_for

if TYPE_CHECKING:
    from data.store import Record

OUTCOMES = {
    "again": "named again",
    "new": "named, not a sponsor last time",
    "unclear": "named; last time not known",
    "not_yet": "sponsored last time, not named so far",
    "open": "not named so far",
    "not_member": "not a Member",
}
NAMED = ("again", "new", "unclear")


@dataclass(frozen=True, eq=False)
class Progress:
    """A draft so far.

    draft: its symbol; body; year and expected_on: when its adoption is expected; stage, list_id and n_lists: the list
    used ("" where none is) and how many are held; latest: the latest adopted text of the body whose final list tells
    ("" if there is none), and latest_year (0); states: one row a State: iso3, short_name, un_group, status,
    last (its cell on `latest`), outcome (a key of OUTCOMES).
    """

    draft: str
    body: str
    year: int
    expected_on: date
    stage: str
    list_id: str
    n_lists: int
    latest: str
    latest_year: int
    states: pd.DataFrame

    def of(self, *outcomes: str) -> list[str]:
        """ISO codes of the Member States with these outcomes, sorted."""
        mine = self.states["outcome"].isin(outcomes) & self.states["status"].eq("member")
        return sorted(self.states.loc[mine, "iso3"])


def progress(record: Record, draft: str) -> Progress:
    """Who is named so far on a draft. `record` with its drafts. Raises ValueError for no such draft."""
    rows = record.drafts[record.drafts["resolution"] == draft] if len(record.drafts) else record.drafts
    if rows.empty:
        raise ValueError(f"no draft {draft!r} that is still to be adopted")
    head = rows.iloc[0]
    table = cells_of(record.with_drafts)
    mine = table[table["resolution"] == draft]
    latest, year, last = _latest(cells_of(record), head["body"])
    value = dict(zip(mine["iso3"], mine["value"], strict=True))
    states = mine[["iso3", "short_name", "un_group", "status"]].reset_index(drop=True)
    states = states.assign(last=states["iso3"].map(last).fillna("unknown"))
    states["outcome"] = [_outcome(value[row.iso3], row.last) for row in states.itertuples()]
    return Progress(
        draft=draft,
        body=str(head["body"]),
        year=int(head["year"]),
        expected_on=head["adopted_on"],
        stage=mine["stage"].iloc[0],
        list_id=mine["list_id"].iloc[0],
        n_lists=int(record.with_drafts.lists["resolution"].eq(draft).sum()),
        latest=latest,
        latest_year=year,
        states=states,
    )


def of_opportunity(record: Record, body: str, year: int) -> list[str]:
    """The drafts of a body whose adoption is expected in that year, the latest expected last."""
    drafts = record.drafts
    if drafts.empty:
        return []
    mine = drafts[drafts["body"].eq(body) & drafts["year"].eq(year)]
    return list(mine["resolution"])


def _latest(cells: pd.DataFrame, body: str) -> tuple[str, int, dict[str, str]]:
    try:
        texts = texts_for(cells, body)
    except ValueError:
        return "", 0, {}
    rows = cells[cells["resolution"] == texts.latest]
    return texts.latest, texts.year[texts.latest], dict(zip(rows["iso3"], rows["value"], strict=True))


def _outcome(now: str, last: str) -> str:
    if now == "not_member":
        return "not_member"
    if now == "sponsor":
        return {"sponsor": "again", "unknown": "unclear"}.get(last, "new")
    return "not_yet" if last == "sponsor" else "open"
