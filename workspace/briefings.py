"""Briefings: cards that were collected, in an order, with titles and text of the user's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from workspace.database import schema
from workspace.database.rows import Editable
from workspace.errors import WorkspaceError
from workspace.text import clean, line, needed

DEFAULT = "Briefing"


@dataclass(frozen=True)
class Item:
    """A card in a briefing. title: the user's own, empty = the card's; spec: all that is needed to draw it
    again (chart name and scope, State, resolution, targets), or {} for plain text. position: from 1."""

    id: int
    briefing: str
    position: int
    kind: str
    title: str
    text: str
    spec: Mapping[str, Any]
    version: int
    updated_at: datetime
    updated_by: str


class Briefings(Editable[Item]):
    """A briefing exists as long as it has items."""

    table = schema.briefing_items
    called = "card"
    kept = Item
    checks = {
        "title": lambda value: line(value, "the title", 500),
        "text": lambda value: clean(value, "the text"),
        "spec": dict,
    }

    def names(self) -> list[str]:
        """The names of the briefings that have items, sorted."""
        with self._database.read() as connection:
            return sorted(set(connection.execute(select(self.table.c.briefing)).scalars()), key=str.lower)

    def items(self, briefing: str = DEFAULT) -> list[Item]:
        """The cards of a briefing in their order; [] if there is none of the name."""
        query = select(self.table).where(self.table.c.briefing == briefing)
        return self._all(query.order_by(self.table.c.position, self.table.c.id))

    def count(self, briefing: str = DEFAULT) -> int:
        """How many cards the briefing has."""
        query = select(func.count()).select_from(self.table).where(self.table.c.briefing == briefing)
        with self._database.read() as connection:
            return connection.execute(query).scalar_one()

    def add(
        self, kind: str, spec: Mapping[str, Any] | None = None, title: str = "", text: str = "", briefing: str = DEFAULT
    ) -> Item:
        """Put a card at the end. Raises WorkspaceError for a kind that is not one of chart, state,
        resolution, targets, text."""
        if kind not in schema.KINDS:
            raise WorkspaceError(f"“{kind}” cannot be put into a briefing. Kinds are {', '.join(schema.KINDS)}.")
        name = needed(briefing, "the name of the briefing")
        values = {
            "briefing": name,
            "kind": kind,
            "spec": dict(spec or {}),
            **self.checked({"title": title, "text": text}),
        }
        with self._database.write() as connection:
            values["position"] = self._next_position(connection, self.table.c.briefing == name)
            return self._made(self._row(connection, self._insert(connection, values)))

    def move(self, item_id: int, to: int) -> list[Item]:
        """Put the card at place `to` (from 1; beyond the end = last). Returns the briefing. Raises
        NotFound."""
        with self._database.write() as connection:
            briefing = self._row(connection, item_id).briefing
            self._move(connection, item_id, to, self.table.c.briefing == briefing)
        return self.items(briefing)
