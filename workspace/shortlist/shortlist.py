"""The shortlist of a campaign: which State, who calls, how far it is, what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select
from sqlalchemy.exc import IntegrityError

from workspace import history
from workspace.database import schema
from workspace.database.rows import Editable
from workspace.database.schema import STATUSES
from workspace.errors import AlreadyThere, ConflictError, NotFound, WorkspaceError
from workspace.text import clean, code, line

FIELDS = ("owner", "status", "date", "note", "next_step")


@dataclass(frozen=True)
class Entry:
    """A State on a shortlist. date: the day that matters next or last, as the user means it; version: to
    be given back when the row is saved."""

    id: int
    campaign_id: int
    iso3: str
    owner: str
    status: str
    date: date | None
    note: str
    next_step: str
    version: int
    updated_at: datetime
    updated_by: str


def _status(value: object) -> str:
    text = str(value).strip().lower()
    if text not in STATUSES:
        raise WorkspaceError(f"“{value}” is no status. Choose one of: {', '.join(STATUSES)}.")
    return text


def _date(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise WorkspaceError(f"“{value}” is no date. Write it like 2026-10-31.") from None


class Shortlist(Editable[Entry]):
    """Every save also writes its line of history, in the same transaction."""

    table = schema.shortlist
    called = "entry"
    kept = Entry
    checks = {
        "owner": lambda value: line(value, "the owner", 120),
        "status": _status,
        "date": _date,
        "note": lambda value: clean(value, "the note"),
        "next_step": lambda value: clean(value, "the next step"),
    }

    def entries(self, campaign_id: int) -> list[Entry]:
        """The States of a campaign in the order in which they were added."""
        return self._all(select(self.table).where(self.table.c.campaign_id == campaign_id).order_by(self.table.c.id))

    def add(self, campaign_id: int, iso3: str, **fields: Any) -> Entry:
        """Put a State on the shortlist, "to contact" unless a status is given. Raises AlreadyThere if it is on it,
        NotFound without such a campaign, WorkspaceError for a value that cannot be."""
        with self._database.write() as connection:
            return self.add_in(connection, campaign_id, iso3, **fields)

    def change(self, row_id: int, version: int, **fields: Any) -> Entry:
        """Save fields of FIELDS. Raises ConflictError if somebody saved or removed the entry after `version`,
        NotFound if it never was, WorkspaceError for a value that cannot be."""
        with self._database.write() as connection:
            return self.change_in(connection, row_id, version, **fields)

    def remove(self, row_id: int, version: int) -> None:
        """Take the State off; its history stays. Raises ConflictError, NotFound."""
        with self._database.write() as connection:
            before = self._before(connection, row_id, version, {})
            self._delete(connection, row_id, version)
            self._tell(connection, before, "removed", version + 1, before=_all_told(before))

    def add_in(
        self, connection: Connection, campaign_id: int, iso3: str, action: str = "added", **fields: Any
    ) -> Entry:
        """As `add`, inside a transaction of the caller's."""
        values = {"status": STATUSES[0], **self.checked(fields), "campaign_id": campaign_id, "iso3": code(iso3)}
        campaign = select(schema.campaigns.c.id).where(schema.campaigns.c.id == campaign_id)
        if connection.execute(campaign).one_or_none() is None:
            raise NotFound("This campaign is not in the workspace.")
        try:
            row_id = self._insert(connection, values)
        except IntegrityError:
            raise AlreadyThere(f"{values['iso3']} is on this shortlist already.") from None
        row = self._row(connection, row_id)
        self._tell(connection, row._mapping, action, 1, after=_all_told(row._mapping))
        return self._made(row)

    def change_in(
        self, connection: Connection, entry_id: int, version: int, action: str = "changed", **fields: Any
    ) -> Entry:
        """As `change`, inside a transaction of the caller's."""
        values = self.checked(fields)
        before = self._before(connection, entry_id, version, values)
        different = {field: value for field, value in values.items() if before[field] != value}
        if before["version"] == version and not different:
            return Entry(**before)
        self._update(connection, entry_id, version, values)
        for field, value in different.items():
            told = {"field": field, "before": _told(before[field]), "after": _told(value)}
            self._tell(connection, before, action, version + 1, **told)
        return self._made(self._row(connection, entry_id))

    def _before(self, connection: Connection, entry_id: int, version: int, yours: Mapping[str, object]) -> RowMapping:
        try:
            return self._row(connection, entry_id)._mapping
        except NotFound:
            last = connection.execute(
                select(schema.changes).where(
                    schema.changes.c.entry_id == entry_id, schema.changes.c.action == "removed"
                )
            ).one_or_none()
            if last is None:
                raise
            raise ConflictError(last.subject, yours, None, (last.by, last.at)) from None

    def _conflict(
        self, connection: Connection, row_id: int, version: int, yours: Mapping[str, object]
    ) -> ConflictError:
        theirs = dict(self._row(connection, row_id)._mapping)
        query = (
            select(schema.changes)
            .where(schema.changes.c.entry_id == row_id, schema.changes.c.version > version)
            .order_by(schema.changes.c.id)
        )
        changed: dict[str, tuple[object, object]] = {}
        for change in connection.execute(query):
            first = changed.get(change.field, (change.before, None))[0]
            changed[change.field] = (first, change.after)
        return ConflictError(theirs["iso3"], yours, theirs, changed=changed)

    def _tell(self, connection: Connection, row: RowMapping, action: str, version: int, **told: str) -> None:
        history.write(
            connection,
            campaign_id=row["campaign_id"],
            entry_id=row["id"],
            subject=row["iso3"],
            action=action,
            version=version,
            by=self._who,
            **told,
        )


def _told(value: object) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _all_told(row: RowMapping) -> str:
    return "; ".join(f"{field.replace('_', ' ')}: {_told(row[field])}" for field in FIELDS if row[field])
