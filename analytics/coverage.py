"""What we hold of each text, and which document would settle what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from data.store import Record

ORDER = ("complete", "suspected gap", "partial", "tabled only", "names only", "count only", "no list found")
MEANING = {
    "complete": "whole list held: a State that is not on it did not sponsor",
    "suspected gap": "list held, names probably missing in one place: those States are not known",
    "partial": "part of the list could be read: who is not named is not known",
    "tabled only": "the draft as tabled is held: who joined later is not known",
    "names only": "single names out of statements: who is not named is not known",
    "count only": "a number was reported, no names are held",
    "no list found": "nothing is held: every State is not known",
}


def coverage(record: Record) -> pd.DataFrame:
    """One row a resolution, in order of adoption.

    Columns: resolution, body, year, adopted_on, short_title, coverage (a value of ORDER), meaning, list_id, stage,
    names (on the list, Int64), unknown and not_when_tabled (Member States with that cell), lists (number held, all
    stages), reported (numbers reported, as text), wanted (the document that would settle it, "" if nothing is
    missing), official_url.
    """
    used = record.lists[record.lists["used_for_analysis"] == "yes"].set_index("resolution")
    held = record.lists.groupby("resolution").size()
    unknown = record.totals.groupby("resolution")[["unknown", "not_when_tabled"]].sum()
    rows = []
    for text in record.resolutions.itertuples():
        best = used.loc[text.resolution] if text.resolution in used.index else None
        rows.append(
            {
                "resolution": text.resolution,
                "body": text.body,
                "year": text.year,
                "adopted_on": text.adopted_on,
                "short_title": text.short_title,
                "coverage": text.sponsor_coverage,
                "meaning": MEANING[text.sponsor_coverage],
                "list_id": "" if best is None else best["list_id"],
                "stage": "" if best is None else best["stage"],
                "names": pd.NA if best is None else best["n_states"],
                "unknown": int(unknown.at[text.resolution, "unknown"]),
                "not_when_tabled": int(unknown.at[text.resolution, "not_when_tabled"]),
                "lists": int(held.get(text.resolution, 0)),
                "reported": _reported(record.claims, text.resolution),
                "wanted": _wanted(text),
                "official_url": text.official_url,
            }
        )
    return pd.DataFrame(rows).astype({"names": "Int64"})


def _reported(claims: pd.DataFrame, resolution: str) -> str:
    rows = claims[(claims["resolution"] == resolution) & (claims["kind"] != "withdrawals")]
    parts = [
        f"{'at least ' if r.bound == 'at least' else ''}{r.number} ({r.kind})"
        for r in rows.rename(columns={"count": "number"}).itertuples()
    ]
    return "; ".join(dict.fromkeys(parts))


def _wanted(text: object) -> str:
    if text.sponsor_coverage == "complete":
        return ""
    known = [("report", text.report_symbol), ("draft", text.draft_symbol)]
    found = [f"{kind} {symbol}" for kind, symbol in known if symbol]
    return " and ".join(found) or "the report of the session (symbol not known)"


def totals(coverage: pd.DataFrame) -> pd.DataFrame:
    """How many texts of each body have which coverage. Columns: body, then one a kind of coverage (texts), texts."""
    table = coverage.pivot_table(index="body", columns="coverage", values="resolution", aggfunc="count", fill_value=0)
    table = table.reindex(columns=list(ORDER), fill_value=0).reindex(["GA", "CHR", "HRC"], fill_value=0)
    table["texts"] = table.sum(axis=1)
    table.columns.name = None
    return table.reset_index()


def list_changes(record: Record, list_id: str, other_id: str) -> pd.DataFrame:
    """The names by which two lists of ONE text differ, e.g. Norway's list and the Official Records of A/RES/72/247.

    Columns: iso3, state_as_written, only_on (list_id). Raises ValueError for lists of different texts.
    """
    lists = record.lists.set_index("list_id")["resolution"]
    if lists[list_id] != lists[other_id]:
        raise ValueError(f"{list_id} and {other_id} are lists of different texts")
    one, two = (record.sponsors[record.sponsors["list_id"] == key] for key in (list_id, other_id))
    parts = [one[~one["iso3"].isin(two["iso3"])], two[~two["iso3"].isin(one["iso3"])]]
    table = pd.concat(parts)[["iso3", "state_as_written", "list_id"]]
    return table.rename(columns={"list_id": "only_on"}).reset_index(drop=True)


def disagreements(record: Record) -> pd.DataFrame:
    """Complete lists of one text, both taken at its end (final, as adopted), that do not name the same States.

    Columns: resolution, used (list used for analysis), other, only_used, only_other (tuples of ISO codes).
    """
    whole = record.lists[
        record.lists["completeness"].eq("complete") & record.lists["stage"].isin(("final", "as adopted"))
    ]
    rows = []
    for used in whole[whole["used_for_analysis"] == "yes"].itertuples():
        for other in whole[(whole["resolution"] == used.resolution) & (whole["list_id"] != used.list_id)].itertuples():
            table = list_changes(record, used.list_id, other.list_id)
            only = [tuple(sorted(table.loc[table["only_on"] == key, "iso3"])) for key in (used.list_id, other.list_id)]
            if any(only):
                rows.append((used.resolution, used.list_id, other.list_id, *only))
    return pd.DataFrame(rows, columns=["resolution", "used", "other", "only_used", "only_other"])
