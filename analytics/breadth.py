"""How cross-regional support is, and how far each group stands from its own best."""

from __future__ import annotations

import pandas as pd

COMPARABLE = ("complete", "gap")
"""What is held of a text whose shares can be compared with those of others."""


def breadth(by_group: pd.DataFrame) -> pd.DataFrame:
    """One row a resolution, from analytics.trends.by_group of the regional groups.

    Columns: resolution, body, year, adopted_on, asked, status, sponsors, groups_present (groups with at least one
    sponsor), groups (their names, by number of sponsors), largest_group, largest (its sponsors),
    outside_largest (share of sponsors from outside the largest group, 0 to 1; NaN without a complete or gapped
    list). Where a list has a gap these describe the names that are held.
    """
    rows = []
    for resolution, part in by_group.groupby("resolution", sort=False):
        first = part.iloc[0]
        usable = first["status"] in COMPARABLE
        present = part[part["sponsors"] > 0].sort_values(["sponsors", "group"], ascending=[False, True])
        total = int(present["sponsors"].sum())
        largest = int(present["sponsors"].iloc[0]) if total else 0
        rows.append(
            {
                "resolution": resolution,
                **first[["body", "year", "adopted_on", "asked", "status"]].to_dict(),
                "sponsors": total,
                "groups_present": len(present),
                "groups": tuple(present["group"]),
                "largest_group": present["group"].iloc[0] if total else "",
                "largest": largest,
                "outside_largest": (total - largest) / total if total and usable else float("nan"),
            }
        )
    columns = ["resolution", "body", "year", "adopted_on", "asked", "status", "sponsors", "groups_present", "groups"]
    return pd.DataFrame(rows, columns=[*columns, "largest_group", "largest", "outside_largest"])


_LATEST = ("year", "sponsors", "unknown", "members", "share", "status")


def from_best(by_group: pd.DataFrame) -> pd.DataFrame:
    """One row a body and group: the latest comparable text against the group's own best one.

    Columns: body, asked (stage), group, latest, latest_year, latest_sponsors, latest_unknown, latest_members,
    latest_share, latest_status, latest_of_all (whether no later text of the body is among the rows given), best,
    best_year, best_sponsors, best_share, texts (that can be compared, the latest among them), first_year (of these),
    gaps (years of the texts given that cannot be compared: the best may have been there), short_by (sponsors missing to
    reach the best number again; counts, as the size of a group changes little). Only complete and gapped lists count;
    where the latest has a gap, `short_by` is at most that: `latest_unknown` of them may have sponsored.
    """
    rows = []
    for (body, group), every in by_group.groupby(["body", "group"], sort=False):
        every = every.sort_values("adopted_on")
        usable = every["status"].isin(COMPARABLE)
        part = every[usable]
        if part.empty:
            continue
        latest = part.iloc[-1]
        # The most recent of equals: a campaign reminds of what was last achieved.
        best = part.sort_values(["sponsors", "adopted_on"]).iloc[-1]
        rows.append(
            {
                "body": body,
                "asked": latest["asked"],
                "group": group,
                "latest": latest["resolution"],
                **{f"latest_{name}": latest[name] for name in _LATEST},
                "latest_of_all": bool(usable.iloc[-1]),
                "best": best["resolution"],
                **{f"best_{name}": best[name] for name in ("year", "sponsors", "share")},
                "texts": len(part),
                "first_year": part["year"].iloc[0],
                "gaps": tuple(int(year) for year in every.loc[~usable, "year"]),
                "short_by": best["sponsors"] - latest["sponsors"],
            }
        )
    columns = ["body", "asked", "group", "latest", "latest_year", "latest_sponsors", "latest_unknown", "latest_members"]
    columns += ["latest_share", "latest_status", "latest_of_all", "best", "best_year", "best_sponsors", "best_share"]
    return pd.DataFrame(rows, columns=[*columns, "texts", "first_year", "gaps", "short_by"])
