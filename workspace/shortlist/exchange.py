"""A file comes into a shortlist: every row is checked first, then all are saved together, or none."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from workspace.database import schema
from workspace.errors import FileError, NotFound, Problem, WorkspaceError
from workspace.shortlist.shortlist import FIELDS, Shortlist
from workspace.shortlist.table import HEADINGS, Row

# From what is written in the State column (a name or an ISO code) to the ISO code; None if it is no State.
Resolve = Callable[[str], str | None]


@dataclass(frozen=True)
class Imported:
    """What an import did, as ISO codes: added; changed; unchanged (the same already); kept (listed, left
    alone)."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]


def bring_in(
    shortlist: Shortlist, campaign_id: int, rows: Iterable[Row], resolve: Resolve, on_listed: str = "refuse"
) -> Imported:
    """Save the rows in one transaction: all of them or none.

    on_listed, for a State that is on the shortlist with other values: "refuse" saves it only if the row
    carries the version that is saved now, else the whole file is refused; "keep" leaves it as it is;
    "replace" takes the file's values (the old ones stay in the history). Columns that the file lacks are
    left alone. Raises FileError with every problem, NotFound without such a campaign."""
    if on_listed not in ("refuse", "keep", "replace"):
        raise WorkspaceError(f"“{on_listed}” is no way to treat States already listed: refuse, keep or replace.")
    entries = schema.shortlist
    with shortlist.writing() as connection:
        campaign = select(schema.campaigns.c.id).where(schema.campaigns.c.id == campaign_id)
        if connection.execute(campaign).one_or_none() is None:
            raise NotFound("This campaign is not in the workspace.")
        query = select(entries).where(entries.c.campaign_id == campaign_id).with_for_update()
        listed = {row.iso3: dict(row._mapping) for row in connection.execute(query)}
        done: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": [], "kept": []}
        for iso3, values in _wanted(rows, resolve, listed if on_listed == "refuse" else {}).items():
            before = listed.get(iso3)
            if before is None:
                shortlist.add_in(connection, campaign_id, iso3, action="imported", **values)
                done["added"].append(iso3)
            elif not _differs(before, values):
                done["unchanged"].append(iso3)
            elif on_listed == "keep":
                done["kept"].append(iso3)
            else:
                shortlist.change_in(connection, before["id"], before["version"], action="imported", **values)
                done["changed"].append(iso3)
        return Imported(**{what: tuple(codes) for what, codes in done.items()})


def _wanted(
    rows: Iterable[Row], resolve: Resolve, listed: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, object]]:
    """The values of each State in the rows. `listed`: those that a row may change only if it carries their version."""
    problems: list[Problem] = []
    wanted: dict[str, dict[str, object]] = {}
    numbers: dict[str, int] = {}
    for row in rows:
        iso3 = _state(row, resolve, problems)
        values = _values(row, problems)
        if iso3 in wanted:
            twice = f"{iso3} stands in row {numbers[iso3]} already"
            problems.append(Problem(row.number, HEADINGS["state"], twice, "Keep one of the two rows."))
        elif iso3 is not None:
            wanted[iso3], numbers[iso3] = values, row.number
            if iso3 in listed and _differs(listed[iso3], values):
                problems += _stale(row, iso3, listed[iso3])
    if problems:
        raise FileError(problems)
    return wanted


def _differs(before: Mapping[str, object], values: Mapping[str, object]) -> bool:
    return any(before[field] != value for field, value in values.items())


def _state(row: Row, resolve: Resolve, problems: list[Problem]) -> str | None:
    found = {}
    for column in ("code", "state"):
        written = str(row.values.get(column, "")).strip()
        if written:
            iso3 = resolve(written)
            if iso3 is None:
                remedy = "Write its name as the United Nations does, or its three-letter code."
                problems.append(Problem(row.number, HEADINGS[column], f"“{written}” is no State we know", remedy))
                return None
            found[column] = iso3
    if not found:
        problems.append(Problem(row.number, HEADINGS["state"], "no State is named", "Name it, or clear the row."))
        return None
    if len(set(found.values())) > 1:
        told = f"the code says {found['code']}, the name {found['state']}"
        problems.append(Problem(row.number, HEADINGS["state"], told, "Correct one of them."))
        return None
    return next(iter(found.values()))


def _values(row: Row, problems: list[Problem]) -> dict[str, object]:
    values: dict[str, object] = {}
    for field in FIELDS:
        if field not in row.values or (field == "status" and row.values[field] == ""):
            continue
        try:
            values |= Shortlist.checked({field: row.values[field]})
        except WorkspaceError as error:
            found, _, remedy = str(error).rstrip(".").partition(". ")
            problems.append(Problem(row.number, HEADINGS[field], found, f"{remedy}."))
    return values


def _stale(row: Row, iso3: str, before: Mapping[str, object]) -> list[Problem]:
    version = str(row.values.get("version", "")).strip()
    if version == str(before["version"]):
        return []
    if not version:
        found = f"{iso3} is on the shortlist already, with other values"
    else:
        found = f"{iso3} was changed by {before['updated_by'] or 'somebody else'} after this file was exported"
    remedy = "Export it again and make your changes there, or choose to keep or to replace what is saved."
    return [Problem(row.number, HEADINGS["state"], found, remedy)]
