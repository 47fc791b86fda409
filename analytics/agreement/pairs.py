"""Agreement of States on sponsoring: of two States, how often both signed or both did not, where both are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.measures import Measures
from analytics.scope import UN_GROUP, Scope, members_of
from data.tongues.speech import to_say

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.store import Record

ENOUGH = 5
WHY_ENOUGH = to_say(
    "No number is given on fewer than 5 texts on which both are known: on 4 one name more or less would move it by 25 "
    "points."
)
"""The fewest texts of which an agreement is told, and why."""
HIGH = 0.75
"""From here on two States are counted as agreeing: on three texts of four."""


def pairs(record: Record, scope: Scope, state: str = "", among: Collection[str] | None = None) -> pd.DataFrame:
    """Two Member States at a time in the one body, years and stage of the scope; of `state` with each other where one
    is given, else of all (or those in `among`) two once.

    Only texts of which a whole list of the stage is held count (of part of a list only names are known, so that two
    could agree there and never differ), and of these the ones on which both were Member States and both cells tell.
    Columns: one, other (ISO codes), known (such texts), both, neither, only_one, only_other (of these: who sponsored),
    share ((both + neither) / known, 0 to 1; NaN on fewer than ENOUGH texts). Raises ValueError for several bodies."""
    if len(scope.bodies) != 1:
        raise ValueError(f"one body at a time, not {', '.join(scope.bodies)}")
    series = f"{scope.bodies[0]} {Measures(record).stages(scope.stage)[scope.bodies[0]]}"
    some = None if among is None else sorted(set(among))
    years = {"since": scope.since, "until": scope.until}
    table = record.ask("pairs", series=[series], **years, state=state or None, among=some)
    told = table["known"] >= ENOUGH
    return table.assign(share=((table["both"] + table["neither"]) / table["known"]).where(told))


def with_state(record: Record, scope: Scope, state: str) -> pd.DataFrame:
    """One State with each other that was a Member State on a text of the scope, nearest first. Columns: iso3,
    short_name, un_group of the other, and those of `pairs`; first by share, then by texts known, texts that both
    sponsored, and name; those on too few texts last. Raises ValueError for several bodies."""
    people = record.states.loc[record.states["status"] == "member", ["iso3", "short_name", "un_group"]]
    table = people.merge(pairs(record, scope, state), left_on="iso3", right_on="other")
    order = ["share", "known", "both", "short_name"]
    return table.sort_values(order, ascending=[False, False, False, True]).reset_index(drop=True)


def ends(table: pd.DataFrame, nearest: bool) -> pd.DataFrame:
    """The rows of `with_state` with the highest share, or with the lowest: all that are equal. Empty where none is
    told."""
    end = table["share"].max() if nearest else table["share"].min()
    found: pd.DataFrame = table.loc[table["share"] == end]
    return found


def members(record: Record, scope: Scope, group: str) -> list[str]:
    """ISO codes of a regional group, or of a political one on the day of the last text of the scope. Raises ValueError
    for a group that is not held."""
    regional = record.states.loc[record.states["un_group"] == group, "iso3"]
    if len(regional):
        return list(regional)
    return sorted(members_of(record.group_members, group, Measures(record).texts(scope)["adopted_on"].max()))


def between(record: Record, scope: Scope) -> pd.DataFrame:
    """Agreement of the groups of the scope's grouping: of all two States from the one and the other, or from the same.

    Each two States count once for two groups, for the texts on which both are known, those of fewer than ENOUGH left
    out. Of political groups the members on the day of the last text of the scope count, in each group that they belong
    to. Columns: one, other (groups, in both orders), states (pairs of States counted), known (their texts, added up),
    both, same (both or neither), share (same / known, 0 to 1). Groups of which no two States are told are left out."""
    table = pairs(record, scope)
    table = table[table["share"].notna()].rename_axis("two").reset_index()
    table = table.assign(states=1, same=table["both"] + table["neither"])
    both_ways = pd.concat([table, table.rename(columns={"one": "other", "other": "one"})])
    groups = _groups(record, scope)
    for side in ("one", "other"):
        placed = groups.rename(columns={"iso3": side, "group": f"{side} group"})
        both_ways = both_ways.merge(placed, on=side)
    # two States of which both belong to both groups would come in either order
    once = both_ways.drop_duplicates(["two", "one group", "other group"])
    sums = once.groupby(["one group", "other group"])[["states", "known", "both", "same"]].sum()
    found = sums.rename_axis(["one", "other"]).reset_index()
    return found.assign(share=found["same"] / found["known"])


def _groups(record: Record, scope: Scope) -> pd.DataFrame:
    """Each State (iso3) with each group that it belongs to, of the scope's grouping."""
    if scope.grouping == UN_GROUP:
        return record.states[["iso3", UN_GROUP]].rename(columns={UN_GROUP: "group"})
    groups = dict.fromkeys(record.group_members["group_id"])
    rows = [(iso3, group) for group in groups for iso3 in members(record, scope, group)]
    return pd.DataFrame(rows, columns=["iso3", "group"])


def bridges(record: Record, scope: Scope) -> pd.DataFrame:
    """Who signs most with States outside its own regional group, and with whom.

    Columns: iso3, short_name, un_group, partners (ISO codes of the States of other groups with which it signed at least
    ENOUGH texts, by texts, then name), names (theirs), number (of partners), together (texts signed by both, added up
    over them). Most partners first, then most texts; States without a partner are left out."""
    people = record.states.set_index("iso3")
    table = pairs(record, scope)
    turned = table.rename(columns={"one": "other", "other": "one", "only_one": "only_other", "only_other": "only_one"})
    table = pd.concat([table, turned])
    groups, names = people[UN_GROUP], people["short_name"]
    apart = table["one"].map(groups).ne(table["other"].map(groups))
    shared = table[apart & table["both"].ge(ENOUGH)].assign(name=lambda t: t["other"].map(names))
    shared = shared.sort_values(["both", "name"], ascending=[False, True])
    found = shared.groupby("one").agg(partners=("other", tuple), names=("name", tuple), together=("both", "sum"))
    called, placed = names.reindex(found.index), groups.reindex(found.index)  # whole, they would add rows to no bridge
    found = found.assign(number=found["partners"].map(len), short_name=called, un_group=placed)
    order = ["number", "together", "short_name"]
    found = found.sort_values(order, ascending=[False, False, True]).rename_axis("iso3").reset_index()
    columns = ["iso3", "short_name", "un_group", "partners", "names", "number", "together"]
    return found[columns]
