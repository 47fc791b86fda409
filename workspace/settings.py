"""The user's own settings: who signs letters, and small choices that should last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from workspace.database import schema
from workspace.database.rows import Editable, Repository
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


class Signatories(Editable[Signatory]):
    """The list of organisations that sign, in the order of signature."""

    table = schema.signatories
    called = "signatory"
    kept = Signatory
    checks = {
        "name": lambda value: needed(value, "the name"),
        "title": lambda value: line(value, "the title"),
        "organisation": lambda value: needed(value, "the organisation"),
    }

    def all(self) -> list[Signatory]:
        """All signatories in their order."""
        return self._all(select(self.table).order_by(self.table.c.position, self.table.c.id))

    def add(self, name: str, title: str, organisation: str) -> Signatory:
        """Put someone at the end. Raises WorkspaceError if the name or the organisation is empty."""
        values = self.checked({"name": name, "title": title, "organisation": organisation})
        with self._database.write() as connection:
            values["position"] = self._next_position(connection)
            return self._made(self._row(connection, self._insert(connection, values)))

    def move(self, signatory_id: int, to: int) -> list[Signatory]:
        """Put someone at place `to` (from 1). Returns the list. Raises NotFound."""
        with self._database.write() as connection:
            self._row(connection, signatory_id)
            self._move(connection, signatory_id, to)
        return self.all()


class Settings(Repository[Any]):
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
