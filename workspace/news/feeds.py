"""Secret addresses of feeds: one a person, made and taken back by that person; only its checksum is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import delete, insert, select

from workspace import log
from workspace.database.database import Database
from workspace.database.noted import feeds
from workspace.database.schema import now

MADE, REVOKED = "made a feed address", "took a feed address back"


class Feeds:
    """Whose feed is at which secret. `who`: who makes and revokes."""

    def __init__(self, database: Database, who: str):
        self._database, self._who = database, who

    def make(self) -> str:
        """A new secret for this person's feed, in place of an earlier one; told this once. Raises WorkspaceError."""
        secret = secrets.token_urlsafe(32)
        with self._database.write() as connection:
            connection.execute(delete(feeds).where(feeds.c.who == self._who))
            connection.execute(insert(feeds).values(who=self._who, digest=_digest(secret), made_at=now()))
            log.note(connection, self._who, MADE, "")
        return secret

    def revoke(self) -> None:
        """This person's feed has no address any more. Raises WorkspaceError."""
        with self._database.write() as connection:
            if connection.execute(delete(feeds).where(feeds.c.who == self._who)).rowcount:
                log.note(connection, self._who, REVOKED, "")

    def made_at(self) -> datetime | None:
        """When this person's address was made; None where there is none. Raises WorkspaceError."""
        with self._database.read() as connection:
            return connection.execute(select(feeds.c.made_at).where(feeds.c.who == self._who)).scalar_one_or_none()

    def owner(self, secret: str) -> str:
        """Whose feed is at this secret; "" for nobody's. Raises WorkspaceError."""
        with self._database.read() as connection:
            found = connection.execute(select(feeds.c.who).where(feeds.c.digest == _digest(secret)))
            return found.scalar_one_or_none() or ""


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
