"""What changed between two texts: who is new, returned, stayed, left, and of whom it cannot be told."""

from __future__ import annotations

import pandas as pd

OUTCOMES = ("new", "returned", "stayed", "left", "unknown", "neither", "not_member")
OUTCOME_WORDS = {
    "new": "joined for the first time",
    "returned": "returned",
    "stayed": "stayed",
    "left": "left",
    "unknown": "cannot be told",
    "neither": "on neither list",
    "not_member": "not yet a Member State",
}


def changes(cells: pd.DataFrame, before: str, after: str) -> pd.DataFrame:
    """Each State between two texts of one body, whose lists are of one stage.

    Columns: iso3, short_name, un_group, status, before, after (cell values), outcome. Joined = new + returned:
    known not to sponsor before (or not yet a Member), sponsor after; returned where an earlier list of the body
    names the State, else new as far as the lists held go. Left: sponsor before, known not to sponsor after.
    Unknown: either cell is unknown. Not enough for a change in the State's mind: a list says who sponsored.
    Raises ValueError for texts of different bodies, in the wrong order, without a list, or of different stages.
    """
    first, last = _head(cells, before), _head(cells, after)
    if first["body"] != last["body"]:
        raise ValueError(f"{before} and {after} are texts of different bodies")
    if first["adopted_on"] >= last["adopted_on"]:
        raise ValueError(f"{before} must be adopted before {after}")
    for head, text in ((first, before), (last, after)):
        if not head["stage"]:
            raise ValueError(f"no list of sponsors is held for {text}")
    if first["stage"] != last["stage"]:
        raise ValueError(
            f"the lists of {before} ({first['stage']}) and {after} ({last['stage']}) are of different stages"
        )
    old = cells[cells["resolution"] == before].set_index("iso3")
    new = cells[cells["resolution"] == after].set_index("iso3")
    earlier = cells[
        (cells["body"] == first["body"])
        & (cells["adopted_on"] < first["adopted_on"])
        & (cells["value"] == "sponsor")
    ]
    table = new[["short_name", "un_group", "status"]].assign(before=old["value"], after=new["value"])
    had = set(earlier["iso3"])
    table["outcome"] = [outcome(row.before, row.after, row.Index in had) for row in table.itertuples()]
    return table.reset_index().sort_values("iso3").reset_index(drop=True)


def _head(cells: pd.DataFrame, resolution: str) -> pd.Series:
    rows = cells[cells["resolution"] == resolution]
    if rows.empty:
        raise ValueError(f"no resolution {resolution!r} in this scope")
    return rows.iloc[0]


def outcome(before: str, after: str, sponsored_earlier: bool) -> str:
    """The change of one State from its two cells. Unknown on either side is unknown, whatever the other says."""
    if "unknown" in (before, after):
        return "unknown"
    if after == "not_member":
        return "not_member"
    if after == "sponsor":
        if before == "sponsor":
            return "stayed"
        return "returned" if sponsored_earlier else "new"
    return "left" if before == "sponsor" else "neither"


def summary(changes: pd.DataFrame, members_only: bool = True) -> dict[str, list[str]]:
    """ISO codes by outcome, each sorted, with three more lists: `joined` = new + returned; and within unknown
    `may_have_left` (sponsor or unknown before, and not surely one after) and `may_have_joined` (the reverse). A
    State that is unknown on both texts stands in both.

    Observers are left out unless asked for: they stand outside the 193.
    """
    table = changes[changes["status"] == "member"] if members_only else changes
    lists = {name: sorted(table.loc[table["outcome"] == name, "iso3"]) for name in OUTCOMES}
    unknown = table[table["outcome"] == "unknown"]
    # A list that may lack names hides departures as an earlier text, arrivals as a later one.
    leavable = unknown["before"].isin(("sponsor", "unknown")) & unknown["after"].isin(("not_sponsor", "unknown"))
    joinable = unknown["before"].ne("sponsor") & unknown["after"].isin(("sponsor", "unknown"))
    return {
        "joined": sorted(lists["new"] + lists["returned"]),
        "may_have_left": sorted(unknown.loc[leavable, "iso3"]),
        "may_have_joined": sorted(unknown.loc[joinable, "iso3"]),
        **lists,
    }


def comparable(cells: pd.DataFrame, after: str) -> list[str]:
    """Earlier texts of the same body whose list has the same stage: what `after` can be held against.

    Latest first, but those of which only a part could be read come last: they tell of few States.
    """
    head = _head(cells, after)
    if not head["stage"]:
        return []
    texts = cells.drop_duplicates("resolution")
    kept = texts[
        (texts["body"] == head["body"])
        & (texts["stage"] == head["stage"])
        & (texts["adopted_on"] < head["adopted_on"])
    ]
    kept = kept.sort_values("adopted_on", ascending=False)
    return list(kept.sort_values("completeness", key=lambda c: c.eq("partial"), kind="stable")["resolution"])
