"""What we hold of each text, and which document would settle what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from data.words import AS_ADOPTED, BODIES, COMPLETE, COVERAGE, FINAL

if TYPE_CHECKING:
    from data.store import Record


def totals(coverage: pd.DataFrame) -> pd.DataFrame:
    """How many texts of each body have which coverage. Columns: body, then one a kind of coverage (texts), texts."""
    table = coverage.pivot_table(index="body", columns="coverage", values="resolution", aggfunc="count", fill_value=0)
    table = table.reindex(columns=list(COVERAGE), fill_value=0).reindex(list(BODIES), fill_value=0)
    table["texts"] = table.sum(axis=1)
    table.columns.name = None
    return table.reset_index()


def list_changes(record: Record, list_id: str, other_id: str) -> pd.DataFrame:
    """The names by which two lists of ONE text differ, e.g. Norway's list and the Official Records of A/RES/72/247.

    Columns: iso3, state_as_written, only_on (list_id). Raises ValueError for lists of different texts.
    """
    if record.rows("lists", list_id=[list_id, other_id])["resolution"].nunique() != 1:
        raise ValueError(f"{list_id} and {other_id} are lists of different texts")
    one, two = (record.rows("sponsors", list_id=key) for key in (list_id, other_id))
    parts = [one[~one["iso3"].isin(two["iso3"])], two[~two["iso3"].isin(one["iso3"])]]
    table = pd.concat(parts)[["iso3", "state_as_written", "list_id"]]
    return table.rename(columns={"list_id": "only_on"}).reset_index(drop=True)


def disagreements(record: Record) -> pd.DataFrame:
    """Complete lists of one text, both taken at its end (final, as adopted), that do not name the same States.

    Columns: resolution, used (list used for analysis), other, only_used, only_other (tuples of ISO codes).
    """
    whole = record.rows("lists", completeness=COMPLETE, stage=[FINAL, AS_ADOPTED])
    rows = []
    chosen = whole[whole["used_for_analysis"] == "yes"]
    for resolution, used in zip(chosen["resolution"], chosen["list_id"], strict=True):
        for other in whole.loc[(whole["resolution"] == resolution) & (whole["list_id"] != used), "list_id"]:
            table = list_changes(record, used, other)
            only = [tuple(sorted(table.loc[table["only_on"] == key, "iso3"])) for key in (used, other)]
            if any(only):
                rows.append((resolution, used, other, *only))
    return pd.DataFrame(rows, columns=["resolution", "used", "other", "only_used", "only_other"])
