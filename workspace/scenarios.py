"""Scenarios of a coalition: which States are asked, and how the list was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.exc import IntegrityError

from workspace.campaigns import body as known_body
from workspace.campaigns import year as known_year
from workspace.database import schema
from workspace.database.rows import Repository, checked
from workspace.errors import AlreadyThere, WorkspaceError
from workspace.text import code, needed


@dataclass(frozen=True)
class Scenario:
    """A scenario as saved. picked: ISO codes of the States asked, sorted; parameters: what the suggestion
    was asked for ({} for a list picked by hand); campaign_id: None if it belongs to no campaign."""

    id: int
    campaign_id: int | None
    name: str
    body: str
    year: int
    picked: tuple[str, ...]
    parameters: Mapping[str, Any]
    version: int
    updated_at: datetime
    updated_by: str


class Scenarios(Repository):
    """Scenarios by name."""

    table = schema.scenarios
    called = "scenario"

    def all(self) -> list[Scenario]:
        """All scenarios, by name."""
        query = select(self.table).order_by(func.lower(self.table.c.name))
        with self._database.read() as connection:
            return [_scenario(row) for row in connection.execute(query)]

    def get(self, scenario_id: int) -> Scenario:
        """One scenario. Raises NotFound."""
        with self._database.read() as connection:
            return _scenario(self._row(connection, scenario_id))

    def create(
        self, name: str, body: str, year: int, picked: Iterable[str], parameters: Mapping[str, Any] | None = None
    ) -> Scenario:
        """Save a new scenario. Raises AlreadyThere if the name is taken, WorkspaceError for a value that
        cannot be."""
        values = {
            **_checked(name=name, picked=picked, parameters=parameters or {}),
            "body": known_body(body),
            "year": known_year(year),
        }
        try:
            with self._database.write() as connection:
                return _scenario(self._row(connection, self._insert(connection, values)))
        except IntegrityError:
            raise _taken(values) from None

    def change(self, scenario_id: int, version: int, **fields: object) -> Scenario:
        """Save name, picked or parameters. Raises ConflictError, NotFound, AlreadyThere, WorkspaceError."""
        values = _checked(**fields)
        try:
            with self._database.write() as connection:
                self._update(connection, scenario_id, version, values)
                return _scenario(self._row(connection, scenario_id))
        except IntegrityError:
            raise _taken(values) from None

    def remove(self, scenario_id: int, version: int) -> None:
        """Remove a scenario. Raises ConflictError, NotFound."""
        with self._database.write() as connection:
            self._delete(connection, scenario_id, version)


def _taken(values: Mapping[str, object]) -> WorkspaceError:
    return AlreadyThere(f"There is a scenario called “{values.get('name')}” already. Choose another name.")


def _scenario(row: Row[Any]) -> Scenario:
    return Scenario(**{**row._mapping, "picked": tuple(row.picked)})


def _checked(**fields: Any) -> dict[str, object]:
    checks: dict[str, Callable[[Any], object]] = {
        "name": lambda value: needed(value, "the name"),
        "picked": lambda value: sorted({code(iso3) for iso3 in value}),
        "parameters": dict,
    }
    return checked("scenario", checks, fields)
