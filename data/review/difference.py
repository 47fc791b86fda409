"""What accepting a list would change: against the list now held, and in the grid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from data import descriptor
from data.build import insert
from data.drafts import NOT_ADOPTED
from data.membership import not_yet
from data.reading.context import Context
from data.review.accept_checks import Acceptance
from data.words import ADDITIONAL, AS_ADOPTED, CAN_BE_WHOLE, FINAL, ORAL, STATEMENT, TABLED, TABLED_REVISED, WITHDRAWN
from files import paths

BEST_LAST = (WITHDRAWN, STATEMENT, ADDITIONAL, TABLED, TABLED_REVISED, ORAL, AS_ADOPTED, FINAL)
"""The stages of a list, the one that tells the most last."""
_Row = Mapping[str, str]


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
    """A cell of the grid that would change, before and after (keys of data.words.CELLS)."""

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
        row["list_id"],
        row["stage"],
        row["completeness"],
        tuple(sorted(codes - there)),
        tuple(sorted(there - codes)),
        tuple(sorted(codes & there)),
    )


def takes_the_place(stage: str, resolution: str, context: Context) -> bool:
    """Whether a list of this stage is better than the one used of a text, if any: one taken at the end, one of a later
    stage, and of a draft every newer list that can be whole. Names taken back never are."""
    if stage == WITHDRAWN:
        return False
    row = context.resolution(resolution)
    newer = row is not None and row["adoption"] == NOT_ADOPTED and stage in CAN_BE_WHOLE
    rows = [r for r in context.lists if r["resolution"] == resolution and r["used_for_analysis"] == "yes"]
    later = all(BEST_LAST.index(r["stage"]) < BEST_LAST.index(stage) for r in rows)
    return stage in (AS_ADOPTED, FINAL) or newer or later


def grid_changes(proposed: Acceptance, context: Context) -> list[CellChange]:
    """The cells that change if this list is accepted, in order of code: the view `grid` is asked with and without it.
    Raises KeyError for a resolution that is not in the record."""
    text = context.resolution(proposed.resolution)
    if text is None:
        raise KeyError(proposed.resolution)
    lists = [row for row in context.lists if row["resolution"] == proposed.resolution]
    held = {row["list_id"] for row in lists}
    names = [row for row in context.sponsors if row["list_id"] in held]
    # A State is not counted before its membership: its name is kept in the note of the list.
    late = {row["iso3"] for row in context.states if not_yet(row, text["body"], text["adopted_on"])}
    row, added = _rows(proposed, sorted({state.iso3 for state in proposed.states} - late))
    others = [row | {"used_for_analysis": "no"} for row in lists] if proposed.use else lists
    with duckdb.connect() as con:
        con.execute(paths.SCHEMA.read_text(encoding="utf-8"))
        insert(con, "states", context.states)
        before = _grid(con, text, lists, names)
        after = _grid(con, text, [*others, row], [*names, *added])
    return [CellChange(code, before[code], after[code]) for code in sorted(after) if before[code] != after[code]]


def _rows(proposed: Acceptance, codes: list[str]) -> tuple[_Row, list[_Row]]:
    """The list and its names as rows; what is not told yet (source, spellings) has no part in the grid."""
    common = {"list_id": "proposed", "resolution": proposed.resolution, "stage": proposed.stage}
    row = (
        dict.fromkeys(descriptor.tables()["sponsor_lists"].columns, "-")
        | common
        | {
            "used_for_analysis": "yes" if proposed.use else "no",
            "completeness": proposed.completeness,
            "unknown_states": ";".join(proposed.unknown_states),
            "n_states": str(len(codes)),
        }
    )
    return row, [common | {"state_as_written": code, "iso3": code, "role": "sponsor"} for code in codes]


def _grid(con: duckdb.DuckDBPyConnection, text: _Row, lists: Sequence[_Row], names: Sequence[_Row]) -> dict[str, str]:
    """The text's cells by State, from these rows alone; they do not stay in the database."""
    con.execute("BEGIN")
    for table, rows in (("resolutions", [text]), ("sponsor_lists", lists), ("sponsors", names)):
        insert(con, table, rows)
    cells = con.execute("SELECT iso3, value FROM grid").fetchall()
    con.execute("ROLLBACK")
    return dict(cells)
