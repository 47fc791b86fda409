"""Campaigns: each has a text it works for (body and year) and a shortlist of its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from workspace import history
from workspace.database import schema
from workspace.database.rows import Repository
from workspace.errors import NotFound, WorkspaceError
from workspace.text import clean, needed


def body(value: object) -> str:
    """GA, CHR or HRC. Raises WorkspaceError."""
    if value not in schema.BODIES:
        raise WorkspaceError(f"“{value}” is no body. Choose one of {', '.join(schema.BODIES)}.")
    return str(value)


def year(value: object) -> int:
    """A year between 1998 and 2100. Raises WorkspaceError."""
    try:
        number = int(str(value))
    except ValueError:
        number = 0
    if not 1998 <= number <= 2100:
        raise WorkspaceError(f"“{value}” is no year between 1998 and 2100.")
    return number


@dataclass(frozen=True)
class Campaign:
    """A campaign as saved. year: of the text expected; aim: in the user's words."""

    id: int
    name: str
    body: str
    year: int
    aim: str
    archived: bool
    version: int
    updated_at: datetime
    updated_by: str


class Campaigns(Repository[Campaign]):
    """Campaigns are archived, never deleted: their history stays."""

    table = schema.campaigns
    called = "campaign"
    kept = Campaign
    checks = {
        "name": lambda value: needed(value, "the name"),
        "body": body,
        "year": year,
        "aim": lambda value: clean(value, "the aim"),
        "archived": bool,
    }

    def all(self, archived: bool = False) -> list[Campaign]:
        """The campaigns in work (with `archived`, also those archived), by year and name."""
        query = select(self.table).order_by(self.table.c.year, func.lower(self.table.c.name))
        if not archived:
            query = query.where(self.table.c.archived.is_(False))
        return self._all(query)

    def get(self, campaign_id: int) -> Campaign:
        """One campaign. Raises NotFound."""
        with self._database.read() as connection:
            return self._made(self._row(connection, campaign_id))

    def named(self, name: str) -> Campaign:
        """The campaign of this name, whatever its capitals. Raises NotFound."""
        found = self._all(select(self.table).where(func.lower(self.table.c.name) == func.lower(name)))
        if not found:
            raise NotFound(f"There is no campaign called “{name}”.")
        return found[0]

    def create(self, name: str, body: str, year: int, aim: str = "") -> Campaign:
        """A new campaign. Raises AlreadyThere if the name is taken, WorkspaceError if a value cannot be."""
        values = self.checked({"name": name, "body": body, "year": year, "aim": aim})
        with self._naming(values) as connection:
            row_id = self._insert(connection, {**values, "archived": False})
            self._tell(connection, row_id, str(values["name"]), "created", 1)
            return self._made(self._row(connection, row_id))

    def change(self, campaign_id: int, version: int, **fields: Any) -> Campaign:
        """Save name, body, year, aim or archived. Raises ConflictError, NotFound, AlreadyThere,
        WorkspaceError."""
        values = self.checked(fields)
        with self._naming(values) as connection:
            before = self._row(connection, campaign_id)._mapping
            self._update(connection, campaign_id, version, values)
            for field, value in values.items():
                if before[field] == value:
                    continue
                action, told = "changed", {"field": field, "before": str(before[field]), "after": str(value)}
                if field == "archived":
                    action, told = "archived" if value else "brought back", {}
                self._tell(connection, campaign_id, before["name"], action, version + 1, **told)
            return self._made(self._row(connection, campaign_id))

    def _tell(
        self, connection: Connection, campaign_id: int, subject: str, action: str, version: int, **told: str
    ) -> None:
        history.write(
            connection, campaign_id=campaign_id, subject=subject, action=action, version=version, by=self._who, **told
        )
