"""What accepting a list would change: against the list now held, and in the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.importers.context import Context


@dataclass(frozen=True)
class Difference:
    """A list against one that is held: codes that are only here, only there, and in both, sorted."""

    list_id: str
    stage: str
    completeness: str
    only_here: tuple[str, ...]
    only_held: tuple[str, ...]
    both: tuple[str, ...]


@dataclass(frozen=True)
class CellChange:
    """A cell of the grid that would change: sponsor, not_sponsor, unknown or not_member, before and after."""

    iso3: str
    before: str
    after: str


def against_held(codes: set[str], resolution: str, stage: str, context: Context) -> Difference | None:
    """The difference from the list held of the same stage, else from the one used for analysis; None if none is."""
    held = [row for row in context.lists if row["resolution"] == resolution]
    ranked = sorted(held, key=lambda r: (r["stage"] != stage, r["used_for_analysis"] != "yes"))
    if not ranked or (ranked[0]["stage"] != stage and ranked[0]["used_for_analysis"] != "yes"):
        return None
    row = ranked[0]
    there = context.members_of_list(row["list_id"])
    return Difference(
        row["list_id"], row["stage"], row["completeness"], tuple(sorted(codes - there)),
        tuple(sorted(there - codes)), tuple(sorted(codes & there)),
    )  # fmt: skip


def grid_changes(
    codes: set[str], resolution: str, completeness: str, unknown_states: Sequence[str], context: Context
) -> list[CellChange]:
    """The cells that change if this list is used for analysis; the rule is that of the view `grid` in schema.sql.

    Raises KeyError for a resolution that is not in the record.
    """
    row = context.resolution(resolution)
    if row is None:
        raise KeyError(resolution)
    used = next(
        (r for r in context.lists if r["resolution"] == resolution and r["used_for_analysis"] == "yes"), None
    )
    named = context.members_of_list(used["list_id"]) if used else set()
    doubt = used["unknown_states"].split(";") if used else []
    changes = []
    for state in context.states:
        early = bool(state["member_since"]) and state["member_since"] > row["adopted_on"]
        before = _cell(state["iso3"], named, used["completeness"] if used else "", doubt, early)
        # A State is not counted before its membership: its name is kept in the note of the list.
        after = _cell(state["iso3"], codes if not early else set(), completeness, unknown_states, early)
        if before != after:
            changes.append(CellChange(state["iso3"], before, after))
    return changes


def _cell(iso3: str, named: set[str], completeness: str, doubt: Sequence[str], early: bool) -> str:
    if iso3 in named:
        return "sponsor"
    if early:
        return "not_member"
    if completeness not in ("complete", "suspected gap") or "*" in doubt or iso3 in doubt:
        return "unknown"
    return "not_sponsor"
