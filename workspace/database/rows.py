"""Rows that two people may edit: saved only if nobody saved them in between (optimistic locking)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, Select, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from workspace import log
from workspace.database.database import Database
from workspace.database.schema import now
from workspace.errors import AlreadyThere, ConflictError, NotFound, WorkspaceError

Kept = TypeVar("Kept")
Check = Callable[[Any], object]


class Repository(Generic[Kept]):
    """One table behind small functions, each row of it a `kept`. `checks`: the fields that a person gives, each as it
    is saved, or WorkspaceError. `who` signs everything that is saved through it."""

    table: Table
    called = "row"
    kept: type[Kept]
    checks: Mapping[str, Check] = {}

    def __init__(self, database: Database, who: str):
        self._database, self._who = database, who

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction for several changes."""
        return self._database.write()

    @classmethod
    def checked(cls, fields: Mapping[str, object]) -> dict[str, object]:
        """The fields as they are saved. Raises WorkspaceError for one that there is not, or a value that cannot be."""
        if unknown := set(fields) - set(cls.checks):
            raise WorkspaceError(f"This {cls.called} has no “{'”, “'.join(sorted(unknown))}”.")
        return {field: cls.checks[field](value) for field, value in fields.items()}

    def _made(self, row: Row[Any]) -> Kept:
        return self.kept(**row._mapping)

    def _all(self, query: Select[Any]) -> list[Kept]:
        with self._database.read() as connection:
            return [self._made(row) for row in connection.execute(query)]

    @contextmanager
    def _naming(self, values: Mapping[str, object]) -> Iterator[Connection]:
        """A transaction that may give a name. Raises AlreadyThere if it is taken."""
        try:
            with self._database.write() as connection:
                yield connection
        except IntegrityError:
            taken = f"There is a {self.called} called “{values.get('name')}” already."
            raise AlreadyThere(f"{taken} Choose another name.") from None

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
        return ConflictError(self._subject(theirs), yours, theirs)

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


class Editable(Repository[Kept]):
    """Rows that are changed and removed."""

    def get(self, row_id: int) -> Kept:
        """One row. Raises NotFound."""
        with self._database.read() as connection:
            return self._made(self._row(connection, row_id))

    def change(self, row_id: int, version: int, **fields: Any) -> Kept:
        """Save some of the fields in `checks`. Raises ConflictError, NotFound, WorkspaceError, AlreadyThere for a name
        that is taken."""
        values = self.checked(fields)
        with self._naming(values) as connection:
            self._update(connection, row_id, version, values)
            return self._made(self._row(connection, row_id))

    def remove(self, row_id: int, version: int) -> None:
        """Take the row out. Raises ConflictError, NotFound."""
        with self._database.write() as connection:
            self._delete(connection, row_id, version)
