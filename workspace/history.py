"""What was changed, by whom and when. Rows are only ever added; the database itself refuses anything else."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from workspace.database.database import Database
from workspace.database.schema import changes, now


@dataclass(frozen=True)
class Change:
    """One field of one row that changed. action: created, changed, archived or brought back (campaigns); added,
    changed, removed or imported (States on a shortlist). version: the row's version that resulted."""

    id: int
    campaign_id: int
    entry_id: int | None
    subject: str
    action: str
    field: str
    before: str
    after: str
    version: int
    at: datetime
    by: str

    @property
    def sentence(self) -> str:
        """The change in words: "Anna changed KEN: status from “to contact” to “contacted”"."""
        by = self.by or "Somebody"
        if not self.field:
            return f"{by} {self.action} {self.subject}"
        before = f"“{self.before}”" if self.before else "empty"
        after = f"“{self.after}”" if self.after else "empty"
        return f"{by} {self.action} {self.subject}: {self.field.replace('_', ' ')} from {before} to {after}"


def write(connection: Connection, **values: object) -> None:
    """Add one line to the history, in the transaction that makes the change."""
    connection.execute(insert(changes).values(at=now(), **values))


class History:
    """The history, to be read."""

    def __init__(self, database: Database):
        self._database = database

    def of_campaign(self, campaign_id: int, latest: int | None = None) -> list[Change]:
        """All changes of a campaign and its shortlist, newest first; only the `latest` if a number is given."""
        mine = changes.c.campaign_id == campaign_id
        query = select(changes).where(mine).order_by(changes.c.id.desc()).limit(latest)
        with self._database.read() as connection:
            return [Change(**row._mapping) for row in connection.execute(query)]
