"""How support moved: counts of sponsors and shares of groups, text by text."""

from __future__ import annotations

import pandas as pd

from analytics.grid import not_known
from data.words import FINAL, NOT_MEMBER, SPONSOR

COMPARABLE = ("complete", "gap")
_REPORTED = (FINAL, "at adoption")
_NO_REPORT: tuple[object, str, str] = (pd.NA, "", "")


def status_of(completeness: str, stage: str, wanted: str, has_count: bool) -> str:
    """What a list allows at the stage asked for: complete, gap, partial, count only or none.

    A list of another stage is no list for this stage: only its reported count can be drawn.
    """
    if completeness and stage == wanted:
        return {"complete": "complete", "suspected gap": "gap"}.get(completeness, "partial")
    return "count only" if has_count else "none"


def counts(cells: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """One row a resolution: how many sponsors at the stage of its series (`asked`), and how sure that is.

    Columns: resolution, body, year, adopted_on, asked, stage (of the list that answers), status (complete, gap,
    partial, count only, none), sponsors (Member States on the day, named on a list of the stage asked for), observers
    (named, apart), unknown and members (Member States on the day), claimed (number reported for the end of the
    process, <NA> if none or if another stage is asked), claimed_at (final, at adoption, ""), bound (exact, at least,
    ""), shown (number to draw, <NA> if nothing can be said), shown_text ("84", "at least 73", "77 at adoption", "not
    known"), withdrew (Member States that a list names as having taken their names back). A gapped or partial list
    gives a lower bound: "at least".
    """
    reported = _reported(claims)
    rows = []
    for resolution, part in cells.groupby("resolution", sort=False):
        first = part.iloc[0]
        final = first["asked"] == FINAL
        claimed, bound, moment = reported.get(resolution, _NO_REPORT) if final else _NO_REPORT
        status = status_of(first["completeness"], first["stage"], first["asked"], claimed is not pd.NA)
        held = status in (*COMPARABLE, "partial")
        on_list = part["value"].eq(SPONSOR) & held
        member = part["status"].eq("member")
        members = int((part["value"].ne(NOT_MEMBER) & member).sum())
        sponsors, observers = int((on_list & member).sum()), int((on_list & ~member).sum())
        shown, text = _shown(status, sponsors + observers, claimed, bound, moment)
        rows.append(
            {
                "resolution": resolution,
                **first[["body", "year", "adopted_on", "asked", "stage"]].to_dict(),
                "status": status,
                "sponsors": sponsors,
                "observers": observers,
                # A list of another stage tells nothing about this one, not even of the States that it names.
                "unknown": int((not_known(part) & member).sum()) if held else members,
                "members": members,
                "claimed": claimed,
                "claimed_at": moment,
                "bound": bound,
                "shown": shown,
                "shown_text": text,
                "withdrew": int((part["withdrawn_list"].ne("") & member).sum()),
            }
        )
    columns = ["resolution", "body", "year", "adopted_on", "asked", "stage", "status", "sponsors", "observers"]
    columns += ["unknown", "members", "claimed", "claimed_at", "bound", "shown", "shown_text", "withdrew"]
    return pd.DataFrame(rows, columns=columns).astype({"claimed": "Int64", "shown": "Int64"})


def _reported(claims: pd.DataFrame) -> dict[str, tuple[int, str, str]]:
    """The number reported for the end of the process: a final one before one at adoption, exact before a bound."""
    kept = claims[claims["kind"].isin(_REPORTED)].copy()
    kept["order"] = kept["kind"].map(_REPORTED.index).astype(int) * 2 + kept["bound"].ne("exact")
    kept = kept.sort_values(["order", "count"], ascending=[True, False]).drop_duplicates("resolution")
    return {
        row.resolution: (int(row.count_), row.bound, row.kind)
        for row in kept.rename(columns={"count": "count_"}).itertuples()
    }


def _shown(status: str, named: int, claimed: object, bound: str, moment: str) -> tuple[object, str]:
    if status == "complete":
        return named, str(named)
    if claimed is not pd.NA and status in ("partial", "count only"):
        text = f"at least {claimed}" if bound == "at least" else str(claimed)
        # Others may have joined after adoption.
        return claimed, text if moment == FINAL else f"{text} {moment}"
    if status in ("gap", "partial"):
        return named, f"at least {named}"
    return pd.NA, "not known"


def by_group(grouped: pd.DataFrame) -> pd.DataFrame:
    """One row a resolution and group, from cells with a column `group` (analytics.scope.group_of).

    Columns: resolution, body, year, adopted_on, asked, group, sponsors, not_sponsors (known not to have sponsored at
    the stage asked for), unknown, members (all Member
    States of the group on the day), share (sponsors / members, 0 to 1; NaN unless a complete or gapped list of
    the stage is held), share_low (named only), share_high (named and unknown), status.
    """
    keys = ["resolution", "body", "year", "adopted_on", "asked", "group"]
    base = grouped[grouped["value"] != NOT_MEMBER]
    flags = base.assign(
        sponsors=base["value"].eq(SPONSOR),
        not_sponsors=base["known"] & base["value"].ne(SPONSOR),
        unknown=~base["known"],
        members=True,
        status=[
            status_of(c, s, asked, cov == "count only")
            for c, s, asked, cov in zip(*(base[k] for k in ("completeness", "stage", "asked", "coverage")), strict=True)
        ],
    )
    numbers = ["sponsors", "not_sponsors", "unknown", "members"]
    table = flags.groupby([*keys, "status"], as_index=False, sort=False)[numbers].sum()
    other_stage = ~table["status"].isin(("complete", "gap", "partial"))
    table.loc[other_stage, "unknown"] = table.loc[other_stage, "members"]
    table.loc[other_stage, ["sponsors", "not_sponsors"]] = 0
    table["share_low"] = table["sponsors"] / table["members"]
    table["share_high"] = (table["sponsors"] + table["unknown"]) / table["members"]
    table["share"] = table["share_low"].where(table["status"].isin(COMPARABLE))
    order = [*keys, *numbers, "share", "share_low", "share_high", "status"]
    return table[order].sort_values(["adopted_on", "resolution", "group"]).reset_index(drop=True)
