"""The grid: what is known of every State on every text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from data.store import Record

VALUES = ("sponsor", "not_sponsor", "unknown", "not_member")
WORDS = {
    "sponsor": "sponsor",
    "not_sponsor": "not a sponsor",
    "unknown": "not known",
    "not_member": "not yet a Member State",
}
KNOWN = ("sponsor", "not_sponsor")


def cells(record: Record) -> pd.DataFrame:
    """One row a resolution and State (Members and observers), from the best list held.

    Columns: resolution, body, session, year, adopted_on, iso3, short_name, name, un_group ("" for observers),
    status (member, observer), value (sponsor, not_sponsor, unknown, not_member), list_id, stage and
    completeness of the list ("" where none is held), coverage of the resolution. Sorted by day of adoption,
    resolution, State. The rule for `value` is the view `grid` in data/schema.sql (docs/methodology.md).
    """
    texts = record.resolutions[
        ["resolution", "body", "session", "year", "adopted_on", "sponsor_coverage"]
    ].rename(columns={"sponsor_coverage": "coverage"})
    states = record.states[["iso3", "short_name", "name", "un_group", "status"]]
    lists = record.lists[["list_id", "stage", "completeness"]]
    table = (
        record.grid.merge(texts, on="resolution")
        .merge(states, on="iso3")
        .merge(lists, on="list_id", how="left")
    )
    table[["stage", "completeness"]] = table[["stage", "completeness"]].fillna("")
    order = ["adopted_on", "resolution", "iso3"]
    return table.sort_values(order, kind="stable").reset_index(drop=True)


def wide(cells: pd.DataFrame) -> pd.DataFrame:
    """State by resolution: index iso3, one column a resolution in order of adoption, the cell's value inside."""
    order = cells.drop_duplicates("resolution")["resolution"]
    return cells.pivot(index="iso3", columns="resolution", values="value")[list(order)]


def times_sponsored(cells: pd.DataFrame) -> pd.DataFrame:
    """How often each State sponsored among the texts given.

    Columns: iso3, short_name, un_group, status, sponsored (texts), known (texts where its cell is sponsor or
    not_sponsor), unknown (texts). Counts, never shares: the texts known differ from State to State.
    """
    keys = ["iso3", "short_name", "un_group", "status"]
    flags = cells.assign(
        sponsored=cells["value"].eq("sponsor"),
        known=cells["value"].isin(KNOWN),
        unknown=cells["value"].eq("unknown"),
    )
    return flags.groupby(keys, as_index=False, sort=True)[["sponsored", "known", "unknown"]].sum()
