"""Who did what, in order: written in the same transaction as what it tells of, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from workspace.database import schema
from workspace.database.database import Database

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
ACCEPTED, LETTERS = "accepted a list", "made letters"


@dataclass(frozen=True)
class Entry:
    """One line of the log: when, who (an e-mail address on a server, else a name), what, and of what."""

    at: datetime
    who: str
    action: str
    subject: str


def note(connection: Connection, who: str, action: str, subject: str) -> None:
    """Write a line within the transaction of what it tells of."""
    connection.execute(insert(schema.log).values(at=schema.now(), who=who, action=action, subject=subject))


class Log:
    """The log of a workspace."""

    def __init__(self, database: Database, who: str) -> None:
        self._database, self._who = database, who

    def add(self, action: str, subject: str) -> None:
        """Write a line about what happened outside the workspace: a list accepted, letters made."""
        with self._database.write() as connection:
            note(connection, self._who, action, subject)

    def entries(self) -> list[Entry]:
        """All lines, latest first."""
        table = schema.log
        with self._database.read() as connection:
            rows = connection.execute(select(table).order_by(table.c.id.desc())).mappings()
            return [Entry(row["at"], row["who"], row["action"], row["subject"]) for row in rows]
