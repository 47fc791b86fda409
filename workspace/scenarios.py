"""Scenarios of a coalition: which States are asked, and how the list was found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from workspace.campaigns import body as known_body
from workspace.campaigns import year as known_year
from workspace.database import schema
from workspace.database.rows import Editable
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


class Scenarios(Editable[Scenario]):
    """Scenarios by name."""

    table = schema.scenarios
    called = "scenario"
    kept = Scenario
    checks = {
        "name": lambda value: needed(value, "the name"),
        "picked": lambda value: sorted({code(iso3) for iso3 in value}),
        "parameters": dict,
    }

    def all(self) -> list[Scenario]:
        """All scenarios, by name."""
        return self._all(select(self.table).order_by(func.lower(self.table.c.name)))

    def create(
        self, name: str, body: str, year: int, picked: Iterable[str], parameters: Mapping[str, Any] | None = None
    ) -> Scenario:
        """Save a new scenario. Raises AlreadyThere if the name is taken, WorkspaceError for a value that
        cannot be."""
        values = {
            **self.checked({"name": name, "picked": picked, "parameters": parameters or {}}),
            "body": known_body(body),
            "year": known_year(year),
        }
        with self._naming(values) as connection:
            return self._made(self._row(connection, self._insert(connection, values)))

    def _made(self, row: Row[Any]) -> Scenario:
        return Scenario(**{**row._mapping, "picked": tuple(row.picked)})
