"""All rows of a workspace, from one database to another: SQLite and PostgreSQL hold the same tables."""

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from workspace.database.noted import BY_ITSELF
from workspace.database.schema import metadata, schema_versions

TABLES = [table for table in metadata.sorted_tables if table is not schema_versions]


def copy(source: Connection, into: Connection) -> None:
    """Put every row of one workspace into another, in which nobody has written yet (`rows`), within its transaction."""
    for noted in BY_ITSELF:
        into.execute(delete(noted))
    for table, held in everything(source).items():
        if held:
            into.execute(insert(metadata.tables[table]), held)


def everything(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """All rows by table, each as a dict of its columns, in order of their numbers."""
    return {
        table.name: [dict(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings()]
        for table in TABLES
    }


def rows(connection: Connection) -> int:
    """How many rows people have written; what the dashboard notes by itself at its first start is not counted."""
    written = [table for table in TABLES if table not in BY_ITSELF]
    return sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in written)
