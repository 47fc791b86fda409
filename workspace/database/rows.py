"""Rows that two people may edit: saved only if nobody saved them in between (optimistic locking)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, Table, delete, func, insert, select, update

from workspace import log
from workspace.database.database import Database
from workspace.database.schema import now
from workspace.errors import ConflictError, NotFound, WorkspaceError


def checked(
    called: str, checks: Mapping[str, Callable[[Any], object]], fields: Mapping[str, object]
) -> dict[str, object]:
    """The fields as they are saved, each by its check. Raises WorkspaceError for one that `called` has not."""
    if unknown := set(fields) - set(checks):
        raise WorkspaceError(f"A {called} has no {', '.join(sorted(unknown))}.")
    return {field: checks[field](value) for field, value in fields.items()}


class Repository:
    """One table behind small functions. `who` signs everything that is saved through it."""

    table: Table
    called = "row"

    def __init__(self, database: Database, who: str):
        self._database, self._who = database, who

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction for several changes."""
        return self._database.write()

    def _row(self, connection: Connection, row_id: int) -> Row[Any]:
        found = connection.execute(select(self.table).where(self.table.c.id == row_id)).one_or_none()
        if found is None:
            raise NotFound(f"This {self.called} is no longer in the workspace: it was removed.")
        return found

    def _insert(self, connection: Connection, values: Mapping[str, object]) -> int:
        signed = {**values, "version": 1, "updated_at": now(), "updated_by": self._who}
        log.note(connection, self._who, log.ADDED, self._told(values))
        made = insert(self.table).values(**signed).returning(self.table.c.id)
        return int(connection.execute(made).scalar_one())

    def _update(self, connection: Connection, row_id: int, version: int, values: Mapping[str, object]) -> None:
        """Save `values` if the row is still at `version`. Raises ConflictError or NotFound, and then saves
        nothing."""
        saved = connection.execute(
            update(self.table)
            .where(self.table.c.id == row_id, self.table.c.version == version)
            .values(**values, version=version + 1, updated_at=now(), updated_by=self._who)
        )
        if saved.rowcount != 1:
            raise self._conflict(connection, row_id, version, values)
        log.note(connection, self._who, log.CHANGED, self._told(self._row(connection, row_id)._mapping, values))

    def _delete(self, connection: Connection, row_id: int, version: int) -> None:
        """Remove the row if it is still at `version`. Raises ConflictError or NotFound."""
        row = self._row(connection, row_id)._mapping
        gone = connection.execute(delete(self.table).where(self.table.c.id == row_id, self.table.c.version == version))
        if gone.rowcount != 1:
            raise self._conflict(connection, row_id, version, {})
        log.note(connection, self._who, log.REMOVED, self._told(row))

    def _told(self, row: Mapping[str, object] | RowMapping, changed: Mapping[str, object] | None = None) -> str:
        """What the log says of a row: its kind and name and which fields, never their contents (notes are private)."""
        subject = row.get("name") or row.get("title") or row.get("iso3") or row.get("key") or row.get("kind") or ""
        return f"{self.called} {subject}" + (f": {', '.join(changed)}" if changed else "")

    def _conflict(
        self, connection: Connection, row_id: int, version: int, yours: Mapping[str, object]
    ) -> ConflictError:
        try:
            theirs = dict(self._row(connection, row_id)._mapping)
        except NotFound:
            if not yours:
                raise
            raise ConflictError(f"This {self.called}", yours, None) from None  # their text is told, and not lost
        return ConflictError(self._subject(theirs), yours, theirs, theirs["updated_by"], theirs["updated_at"])

    def _subject(self, row: Mapping[str, object]) -> str:
        return str(row.get("name") or row.get("title") or f"This {self.called}")

    def _next_position(self, connection: Connection, *where: ColumnElement[bool]) -> int:
        return int(connection.execute(select(func.max(self.table.c.position)).where(*where)).scalar() or 0) + 1

    def _move(self, connection: Connection, row_id: int, to: int, *where: ColumnElement[bool]) -> None:
        """Put the row at place `to` (from 1) among the rows of `where`, and number them anew."""
        ids: Sequence[int] = list(
            connection.execute(
                select(self.table.c.id).where(*where).order_by(self.table.c.position, self.table.c.id).with_for_update()
            ).scalars()
        )
        order = [other for other in ids if other != row_id]
        order.insert(max(0, to - 1), row_id)
        for position, other in enumerate(order, start=1):
            connection.execute(update(self.table).where(self.table.c.id == other).values(position=position))
