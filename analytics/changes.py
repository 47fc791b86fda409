"""What changed between two texts: who joined, stayed or sponsored the earlier only, and of whom it cannot be told."""

from __future__ import annotations

import pandas as pd

from analytics.grid import not_known
from data.words import NOT_MEMBER, SPONSOR, UNKNOWN

OUTCOMES = ("new", "returned", "between", "stayed", "left", "unknown", "neither", "not_member")
OUTCOME_WORDS = {
    "new": "joined for the first time",
    "returned": "returned",
    "between": "joined on a text between",
    "stayed": "stayed",
    "left": "sponsored the earlier text only",
    "unknown": "cannot be told",
    "neither": "on neither list",
    "not_member": "not yet a Member State",
}
JOINED = ("new", "returned", "between")


def changes(cells: pd.DataFrame, before: str, after: str) -> pd.DataFrame:
    """Each State between two texts of one body, whose lists are of the stage of the series.

    Columns: iso3, short_name, un_group, status, before, after (cell values; `unknown` also where a cell does not tell
    at the stage), outcome, gaps (texts of the body before `after` where it is not known: "first" and "never" hold on
    the lists held only), named (whether a list of any text of the body names it), missed (texts between the two where
    it is known not to have sponsored).
    Joined: known not to sponsor before (or not yet a Member), sponsor after. `new`: no list of an earlier text of the
    body, of whatever stage, names it; `returned`: a list of `before` or of a text before that does; `between`: only
    lists of texts between the two do. Left: sponsor before, known not to sponsor after. Unknown: either cell is. Not
    enough for a change in the State's mind: a list says who sponsored.
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
    if not first["stage"] == last["stage"] == first["asked"]:
        raise ValueError(
            f"the lists of {before} ({first['stage']}) and {after} ({last['stage']}) are not both of the stage "
            f"{first['asked']}"
        )
    body = cells[(cells["body"] == first["body"]) & (cells["adopted_on"] <= last["adopted_on"])]
    body = body.assign(value=body["value"].mask(not_known(body), UNKNOWN))
    old = body[body["resolution"] == before].set_index("iso3")
    new = body[body["resolution"] == after].set_index("iso3")
    past = body[body["resolution"] != after]
    until = past["adopted_on"] <= first["adopted_on"]
    named = past["on_any_list"]
    table = new[["short_name", "un_group", "status"]].assign(before=old["value"], after=new["value"])
    had, since = set(past.loc[named & until, "iso3"]), set(past.loc[named & ~until, "iso3"])
    table["outcome"] = [
        outcome(row.before, row.after, row.Index in had, row.Index in since) for row in table.itertuples()
    ]
    ever = cells[(cells["body"] == first["body"]) & cells["on_any_list"]]
    table["named"] = table.index.isin(set(ever["iso3"]))
    table["gaps"] = _texts(past[past["value"] == UNKNOWN], table.index)
    silent = past["value"].ne(SPONSOR) & past["known"] & ~until
    table["missed"] = _texts(past[silent], table.index)
    return table.reset_index().sort_values("iso3").reset_index(drop=True)


def _head(cells: pd.DataFrame, resolution: str) -> pd.Series:
    rows = cells[cells["resolution"] == resolution]
    if rows.empty:
        raise ValueError(f"no resolution {resolution!r} in this scope")
    return rows.iloc[0]


def _texts(rows: pd.DataFrame, states: pd.Index) -> pd.Series:
    """The texts of some cells by State, as tuples in order of adoption; () where there is none."""
    found = rows.groupby("iso3")["resolution"].agg(tuple)
    return pd.Series([found.get(iso3, ()) for iso3 in states], index=states, dtype=object)


def outcome(before: str, after: str, named_earlier: bool, named_between: bool) -> str:
    """The change of one State from its two cells, and from whether lists of texts up to the earlier one, or between
    the two, name it. Unknown on either side is unknown, whatever the other says."""
    if UNKNOWN in (before, after):
        return "unknown"
    if after == NOT_MEMBER:
        return "not_member"
    if after == SPONSOR:
        if before == SPONSOR:
            return "stayed"
        return "returned" if named_earlier else "between" if named_between else "new"
    return "left" if before == SPONSOR else "neither"


def summary(changes: pd.DataFrame, members_only: bool = True) -> dict[str, list[str]]:
    """ISO codes by outcome, each sorted, with more lists: `joined` = new + returned + between; `stayed_after_gap`
    (stayed, but missed texts between); and within unknown `may_have_left` (sponsor or unknown before, and not surely
    one after) and `may_have_joined` (the reverse). A State that is unknown on both texts stands in both.

    Observers are left out unless asked for: they stand outside the 193.
    """
    table = changes[changes["status"] == "member"] if members_only else changes
    lists = {name: sorted(table.loc[table["outcome"] == name, "iso3"]) for name in OUTCOMES}
    unknown = table[table["outcome"] == "unknown"]
    # A list that may lack names hides departures as an earlier text, arrivals as a later one.
    leavable = unknown["before"].isin((SPONSOR, UNKNOWN)) & ~unknown["after"].isin((SPONSOR, NOT_MEMBER))
    joinable = unknown["before"].ne(SPONSOR) & unknown["after"].isin((SPONSOR, UNKNOWN))
    stayed = table[(table["outcome"] == "stayed") & table["missed"].map(bool)]
    return {
        "joined": sorted(iso3 for name in JOINED for iso3 in lists[name]),
        "stayed_after_gap": sorted(stayed["iso3"]),
        "may_have_left": sorted(unknown.loc[leavable, "iso3"]),
        "may_have_joined": sorted(unknown.loc[joinable, "iso3"]),
        **lists,
    }


def comparable(cells: pd.DataFrame, after: str) -> list[str]:
    """Earlier texts of the same body whose list is, like that of `after`, of the stage of the series.

    Latest first, but those of which only a part could be read come last: they tell of few States.
    """
    head = _head(cells, after)
    if head["stage"] != head["asked"]:
        return []
    texts = cells.drop_duplicates("resolution")
    kept = texts[
        (texts["body"] == head["body"]) & (texts["stage"] == head["stage"]) & (texts["adopted_on"] < head["adopted_on"])
    ]
    kept = kept.sort_values("adopted_on", ascending=False)
    return list(kept.sort_values("completeness", key=lambda c: c.eq("partial"), kind="stable")["resolution"])
