"""The user's own settings: who signs letters, and small choices that should last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from workspace.database import schema
from workspace.database.rows import Repository, checked
from workspace.text import line, needed


@dataclass(frozen=True)
class Signatory:
    """Someone who signs letters: name, title ("Director") and organisation. position: from 1."""

    id: int
    position: int
    name: str
    title: str
    organisation: str
    version: int
    updated_at: datetime
    updated_by: str


class Signatories(Repository):
    """The list of organisations that sign, in the order of signature."""

    table = schema.signatories
    called = "signatory"

    def all(self) -> list[Signatory]:
        """All signatories in their order."""
        query = select(self.table).order_by(self.table.c.position, self.table.c.id)
        with self._database.read() as connection:
            return [_signatory(row) for row in connection.execute(query)]

    def add(self, name: str, title: str, organisation: str) -> Signatory:
        """Put someone at the end. Raises WorkspaceError if the name or the organisation is empty."""
        values = _checked(name=name, title=title, organisation=organisation)
        with self._database.write() as connection:
            values["position"] = self._next_position(connection)
            return _signatory(self._row(connection, self._insert(connection, values)))

    def change(self, signatory_id: int, version: int, **fields: object) -> Signatory:
        """Save name, title or organisation. Raises ConflictError, NotFound, WorkspaceError."""
        values = _checked(**fields)
        with self._database.write() as connection:
            self._update(connection, signatory_id, version, values)
            return _signatory(self._row(connection, signatory_id))

    def move(self, signatory_id: int, to: int) -> list[Signatory]:
        """Put someone at place `to` (from 1). Returns the list. Raises NotFound."""
        with self._database.write() as connection:
            self._row(connection, signatory_id)
            self._move(connection, signatory_id, to)
        return self.all()

    def remove(self, signatory_id: int, version: int) -> None:
        """Take someone off the list. Raises ConflictError, NotFound."""
        with self._database.write() as connection:
            self._delete(connection, signatory_id, version)


class Settings(Repository):
    """Small values by key (JSON). The last to set one wins: nothing here is worth a conflict."""

    table = schema.settings
    called = "setting"

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or the default if it was never set."""
        with self._database.read() as connection:
            row = connection.execute(select(self.table).where(self.table.c.key == key)).one_or_none()
        return default if row is None else row.value

    def set(self, key: str, value: Any) -> None:
        """Keep a value that JSON can hold. Raises WorkspaceError for an empty key."""
        key = needed(key, "the key", 80)
        with self._database.write() as connection:
            row = connection.execute(select(self.table).where(self.table.c.key == key).with_for_update()).one_or_none()
            if row is None:
                self._insert(connection, {"key": key, "value": value})
            else:
                self._update(connection, row.id, row.version, {"value": value})


def _signatory(row: Row[Any]) -> Signatory:
    return Signatory(**row._mapping)


def _checked(**fields: object) -> dict[str, object]:
    checks: dict[str, Callable[[Any], object]] = {
        "name": lambda value: needed(value, "the name"),
        "title": lambda value: line(value, "the title"),
        "organisation": lambda value: needed(value, "the organisation"),
    }
    return checked("signatory", checks, fields)
