"""What a cell rests on: the list, its document, how the State is written there, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from analytics.english import long_date
from analytics.measures import Measures
from data.words import (
    ADDITIONAL,
    AS_ADOPTED,
    COMPLETE,
    FINAL,
    NOT_MEMBER,
    NOT_SPONSOR,
    NOT_WHEN_TABLED,
    SPONSOR,
    STAGES,
    STATEMENT,
    SUSPECTED_GAP,
    WITHDRAWN,
)

if TYPE_CHECKING:
    from data.store import Record

_CAST = {"yes": "voted in favour of", "no": "voted against", "abstain": "abstained on"}


@dataclass(frozen=True)
class Listed:
    """A list of a text as it is held, and the State on it: `as_written` and `role` are "" where it is not named."""

    list_id: str
    stage: str
    completeness: str
    n_states: int
    document_symbol: str
    official_url: str
    read_at: str
    source_title: str
    note: str
    as_written: str
    role: str

    @property
    def document(self) -> str:
        """Its document, else where it was read."""
        return self.document_symbol or self.source_title


@dataclass(frozen=True)
class Evidence:
    """What one cell rests on. `name` of the State; `value` of the cell; `sentence`: what is known and why; `withdrew`:
    whether a list names the State among those that withdrew; `used`: the list that names it, else the one that answers
    (None: none); `others`: the other lists of the text; `caveats`: sentences that a reader must know."""

    name: str
    value: str
    sentence: str
    withdrew: bool
    used: Listed | None
    others: tuple[Listed, ...]
    caveats: tuple[str, ...]
    text_url: str


@dataclass(frozen=True)
class _Cell:
    """A cell with what speaks of it: the first of its rows (Measures.cell), its text, the list that decides it, the one
    by which the State withdrew, the others, and how many lists of a draft that is still open there are."""

    row: Any
    text: str
    used: Listed | None
    withdrew: Listed | None
    others: tuple[Listed, ...]
    so_far: int


def evidence(record: Record, resolution: str, iso3: str, stage: str = "") -> Evidence:
    """The evidence for one State on one text: from the best list held, or from that of the stage asked for. Raises
    ValueError for a text or State not in the record."""
    rows = Measures(record).cell(resolution, iso3, stage)
    if rows.empty:
        raise ValueError(f"no cell for {iso3!r} on {resolution!r}")
    row: Any = next(rows.itertuples())
    columns = [field.name for field in fields(Listed)]
    held = {one["list_id"]: Listed(**one) for one in rows[columns].to_dict("records") if one["list_id"]}
    so_far = 0
    if resolution in set(record.drafts.get("resolution", ())):
        so_far = sum(each.stage != WITHDRAWN for each in held.values())
    others = tuple(each for each in held.values() if each.list_id != row.decides)
    cell = _Cell(row, resolution, held.get(row.decides), held.get(row.withdrawn_list), others, so_far)
    caveats = tuple(_caveats(record, cell))
    return Evidence(
        row.name, row.value, _sentence(cell), bool(row.withdrawn_list), cell.used, others, caveats, row.text_url
    )


def _sentence(cell: _Cell) -> str:
    name, symbol, used = cell.row.short_name, cell.text, cell.used
    if used and cell.row.value == SPONSOR:
        role = "is named as main sponsor" if used.role == "main sponsor" else "is named as a sponsor"
        return f"{name} {role} of {symbol}, as “{used.as_written}”, {_where(used)}."
    if cell.withdrew:
        return (
            f"{name} had sponsored {symbol} and withdrew: it is among the {cell.withdrew.n_states} States that took "
            f"their names back ({cell.withdrew.document})."
        )
    if cell.row.value == NOT_MEMBER:
        since, adopted = long_date(cell.row.member_since), long_date(cell.row.adopted_on)
        return f"{name} became a Member State on {since}, after {symbol} was adopted on {adopted}."
    if used and cell.row.value == NOT_SPONSOR:
        whole = "complete" if used.completeness == COMPLETE else "held"
        return f"{name} is not named on the {whole} {used.stage} list of {symbol} ({used.n_states} names)."
    if used and cell.row.value == NOT_WHEN_TABLED:
        later = "not known: no later list is held"
        if any(other.stage in (ADDITIONAL, AS_ADOPTED, FINAL) for other in cell.others):
            later = "told by the later lists of the text"
        return (
            f"{name} is not named on {symbol} {STAGES[used.stage]} ({used.document}, {used.n_states} names). Whether "
            f"it joined later is {later}."
        )
    return f"Not known: {_not_known(cell)}."


def _not_known(cell: _Cell) -> str:
    """Why it is not known."""
    name, symbol, used = cell.row.short_name, cell.text, cell.used
    if cell.so_far:
        where = "on the list held" if cell.so_far == 1 else f"on any of the {cell.so_far} lists held"
        return f"{name} is not named so far {where} of {symbol}, which is not adopted yet: it may still join"
    if used is None and cell.others:
        return f"no list of this stage of {symbol} is held; the others are named below"
    if used is None:
        return f"no list of sponsors of {symbol} is held"
    if used.completeness == SUSPECTED_GAP:
        gap = "names are probably missing where it would stand"
        return f"{name} is not named {_where(used)} of {symbol}, but {gap}"
    if used.stage == STATEMENT:
        return f"no list of sponsors of {symbol} is held, only single names, and {name} is not among them"
    return (
        f"only part of the {used.stage} list of {symbol} could be read ({used.n_states} names), and {name} is not "
        "among them"
    )


def _where(used: Listed) -> str:
    return "in a statement or note" if used.stage == STATEMENT else f"on the {used.stage} list"


def _caveats(record: Record, cell: _Cell) -> list[str]:
    row, used, sponsor = cell.row, cell.used, cell.row.value == SPONSOR
    events = record.events[(record.events["resolution"] == cell.text) & (record.events["kind"] == "withdrawal")]
    found = [f"{long_date(day)}: {said}." for day, said in zip(events["date"], events["text"], strict=True)]
    if used and used.stage != FINAL and sponsor:
        held = "This list" if any(other.stage == FINAL for other in cell.others) else "The list held"
        found.append(f"{held} is of the stage “{used.stage}”, not the final one.")
    if used and not used.document_symbol:
        found.append(f"This list was not read in a UN document. {used.source_title}.")
    for other in cell.others:
        if other.as_written and other.stage != WITHDRAWN and not sponsor:
            found.append(
                f"It is named on another list of this text ({other.stage}: {other.source_title}), which is not the one "
                "used."
            )
        if not other.as_written and sponsor and (other.completeness, other.stage) == (COMPLETE, AS_ADOPTED):
            found.append(f"It is not named on another complete list ({other.source_title}).")
    if row.vote:
        found.append(f"It {_CAST[row.vote]} the text ({row.vote_stage}). {row.remark}".rstrip())
    return found
