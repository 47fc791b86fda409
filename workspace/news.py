"""What was new in the record and in the campaigns, how far each person has seen it, and who may read of it where."""

import hashlib
import json
import secrets
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from workspace import log
from workspace.database.database import Database
from workspace.database.noted import feeds, known_texts, news, visits
from workspace.database.schema import changes, now
from workspace.history import Change

Json = dict[str, Any]
PAUSE = timedelta(minutes=30)
"""Who has not looked for so long, and looks again, is on a new visit."""
LATEST = 200
"""So many are told at most, the latest."""

# Any number will do, as long as it is not that of workspace.database.migrations.
_LOCK = 7_310_999


@dataclass(frozen=True)
class Noted:
    """One thing that is new in the record. key: its name wherever it is told; told: what was given to `compare`."""

    id: int
    key: str
    at: datetime
    told: Json


@dataclass(frozen=True)
class Since:
    """The end of somebody's last visit (None at their first), and the last piece of news and change before it."""

    at: datetime | None
    news: int
    changes: int


class News:
    """News of one record; `place` tells records apart that share a workspace. `who`: whose own changes are no news."""

    def __init__(self, database: Database, who: str):
        self._database, self._who = database, who

    def compare(
        self, place: str, held: Mapping[str, Json], between: Callable[[dict[str, Json], dict[str, Json]], list[Json]]
    ) -> None:
        """Hold the record's texts (JSON by symbol) against those known, note what `between` makes of those that differ
        (before, after), and know them from now on. At the first comparison nothing is new. Raises WorkspaceError."""
        digests = {name: _checksum(json.dumps(one, sort_keys=True)) for name, one in held.items()}
        mine = known_texts.c.place == place
        query = select(known_texts.c.resolution, known_texts.c.digest).where(mine)
        with self._database.read() as connection:
            if dict(connection.execute(query).all()) == digests:
                return
        with self._database.write() as connection:
            _one_at_a_time(connection)
            known = dict(connection.execute(query).all())
            differ = {name for name in {*known, *digests} if known.get(name) != digests.get(name)}
            chosen = select(known_texts.c.resolution, known_texts.c.held).where(mine)
            before = {name: one for name, one in connection.execute(chosen) if name in differ}
            after = {name: held[name] for name in sorted(differ & held.keys())}
            at = now()
            told = between(before, after) if known else []
            rows = [{"place": place, "key": str(uuid.uuid4()), "at": at, "told": one} for one in told]
            if before:
                gone = delete(known_texts).where(mine, known_texts.c.resolution == bindparam("gone"))
                connection.execute(gone, [{"gone": name} for name in before])
            fresh = [{"place": place, "resolution": n, "digest": digests[n], "held": one} for n, one in after.items()]
            for table, given in ((known_texts, fresh), (news, rows)):
                if given:
                    connection.execute(insert(table), given)

    def visit(self, place: str, who: str) -> Since:
        """Somebody looks at what is new: the end of their visit before this one. Raises WorkspaceError."""
        mine = (visits.c.place == place) & (visits.c.who == who)
        with self._database.write() as connection:
            _one_at_a_time(connection)
            seen: Json = {"at": now(), "news": _last(connection, news), "changes": _last(connection, changes)}
            row = connection.execute(select(visits).where(mine)).mappings().one_or_none()
            if row is None:
                before = {"before_at": None, "before_news": seen["news"], "before_changes": seen["changes"]}
                connection.execute(insert(visits).values(place=place, who=who, **seen, **before))
                return Since(None, seen["news"], seen["changes"])
            held = {f"before_{name}": row[f"before_{name}"] for name in seen}
            if seen["at"] - row["at"] > PAUSE:
                held = {f"before_{name}": row[name] for name in seen}
            connection.execute(update(visits).where(mine).values(**seen, **held))
            return Since(held["before_at"], held["before_news"], held["before_changes"])

    def of_record(self, place: str, after: int = 0) -> list[Noted]:
        """What was new in the record after that id, the latest first."""
        query = select(news).where(news.c.place == place, news.c.id > after).order_by(news.c.id.desc()).limit(LATEST)
        with self._database.read() as connection:
            return [Noted(r["id"], r["key"], r["at"], r["told"]) for r in connection.execute(query).mappings()]

    def of_campaigns(self, after: int = 0) -> list[Change]:
        """The changes of all campaigns and shortlists after that id that others than `who` made, the latest first."""
        query = select(changes).where(changes.c.id > after).order_by(changes.c.id.desc()).limit(LATEST)
        if self._who:
            query = query.where(changes.c.by != self._who)
        with self._database.read() as connection:
            return [Change(**row._mapping) for row in connection.execute(query)]


def _last(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one())


def _one_at_a_time(connection: Connection) -> None:
    """Whoever comes second waits, on a server; a file has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


MADE, REVOKED = "made a feed address", "took a feed address back"


class Feeds:
    """Secret addresses of feeds: one a person (`who`), made and taken back by them; only its checksum is kept."""

    def __init__(self, database: Database, who: str):
        self._database, self._who = database, who

    def make(self) -> str:
        """A new secret for this person's feed, in place of an earlier one; told this once. Raises WorkspaceError."""
        secret = secrets.token_urlsafe(32)
        with self._database.write() as connection:
            connection.execute(delete(feeds).where(feeds.c.who == self._who))
            connection.execute(insert(feeds).values(who=self._who, digest=_checksum(secret), made_at=now()))
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
            found = connection.execute(select(feeds.c.who).where(feeds.c.digest == _checksum(secret)))
            return found.scalar_one_or_none() or ""


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
