"""Versions of the workspace's tables, forward only.

A new workspace gets today's tables. An older one is taken forward step by step, in one transaction: it is
either wholly at the new version or untouched. To change the tables: change schema.py, raise LATEST, add a
step that turns the version before into it, and a test that opens a workspace of the version before."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, func, insert, inspect, select, text

from workspace.database import noted
from workspace.database.schema import log, metadata, now, schema_versions
from workspace.errors import WorkspaceError

LATEST = 3
Steps = Mapping[int, Callable[[Connection], None]]
STEPS: Steps = {2: log.create, 3: lambda connection: metadata.create_all(connection, noted.ALL)}
# Any number will do, as long as every dashboard on the same server uses the same one.
_LOCK = 7_310_998


def version_of(connection: Connection) -> int:
    """The version of the tables, 0 where there are none yet."""
    if not inspect(connection).has_table(schema_versions.name):
        return 0
    return connection.execute(select(func.max(schema_versions.c.version))).scalar() or 0


def migrate(connection: Connection, steps: Steps = STEPS, latest: int = LATEST) -> int:
    """Bring the tables to `latest` inside the transaction that is open; returns the version found. Raises
    WorkspaceError if the workspace is newer than this dashboard, or the database is another program's."""
    if connection.dialect.name == "postgresql":
        # Two dashboards that start at once: the second waits, then finds nothing to do.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    found = version_of(connection)
    if found > latest:
        raise WorkspaceError(
            f"This workspace was written by a newer dashboard (version {found} of its tables; this one knows "
            f"{latest}). Update the dashboard, then open it again. Nothing was changed."
        )
    if found == 0:
        foreign = sorted(set(inspect(connection).get_table_names()) & set(metadata.tables))
        if foreign:
            raise WorkspaceError(
                f"This is not a workspace: it has a table “{foreign[0]}” of another program. Set another file or "
                "database in COSPONSOR_WORKSPACE_URL. Nothing was changed."
            )
        metadata.create_all(connection)
        _stamp(connection, latest)
        return 0
    for version in range(found + 1, latest + 1):
        steps[version](connection)
        _stamp(connection, version)
    return found


def _stamp(connection: Connection, version: int) -> None:
    connection.execute(insert(schema_versions).values(version=version, applied_at=now()))
