"""How cross-regional support is, and how far each group stands from its own best."""

from __future__ import annotations

import pandas as pd

from analytics.trends import COMPARABLE


def breadth(by_group: pd.DataFrame) -> pd.DataFrame:
    """One row a resolution, from analytics.trends.by_group of the regional groups.

    Columns: resolution, body, year, adopted_on, status, sponsors, groups_present (groups with at least one
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
                **first[["body", "year", "adopted_on", "status"]].to_dict(),
                "sponsors": total,
                "groups_present": len(present),
                "groups": tuple(present["group"]),
                "largest_group": present["group"].iloc[0] if total else "",
                "largest": largest,
                "outside_largest": (total - largest) / total if total and usable else float("nan"),
            }
        )
    columns = ["resolution", "body", "year", "adopted_on", "status", "sponsors", "groups_present", "groups"]
    return pd.DataFrame(rows, columns=[*columns, "largest_group", "largest", "outside_largest"])


def from_best(by_group: pd.DataFrame) -> pd.DataFrame:
    """One row a body and group: the latest comparable text against the group's own best one.

    Columns: body, group, latest, latest_year, latest_sponsors, latest_unknown, latest_members, latest_share,
    latest_status, best, best_year, best_sponsors, best_share, texts (that can be compared, the latest among them),
    short_by (sponsors missing to reach the best number again; counts, as the size of a group changes little). Only
    complete and gapped lists count; where the latest has a gap, `short_by` is at most that: `latest_unknown` of
    them may have sponsored.
    """
    rows = []
    usable = by_group[by_group["status"].isin(COMPARABLE)]
    for (body, group), part in usable.groupby(["body", "group"], sort=False):
        part = part.sort_values("adopted_on")
        latest = part.iloc[-1]
        # The most recent of equals: a campaign reminds of what was last achieved.
        best = part.sort_values(["sponsors", "adopted_on"]).iloc[-1]
        rows.append(
            {
                "body": body,
                "group": group,
                "latest": latest["resolution"],
                "latest_year": latest["year"],
                "latest_sponsors": latest["sponsors"],
                "latest_unknown": latest["unknown"],
                "latest_members": latest["members"],
                "latest_share": latest["share"],
                "latest_status": latest["status"],
                "best": best["resolution"],
                "best_year": best["year"],
                "best_sponsors": best["sponsors"],
                "best_share": best["share"],
                "texts": len(part),
                "short_by": best["sponsors"] - latest["sponsors"],
            }
        )
    columns = [
        "body",
        "group",
        "latest",
        "latest_year",
        "latest_sponsors",
        "latest_unknown",
        "latest_members",
    ]
    columns += [
        "latest_share",
        "latest_status",
        "best",
        "best_year",
        "best_sponsors",
        "best_share",
        "texts",
        "short_by",
    ]
    return pd.DataFrame(rows, columns=columns)
