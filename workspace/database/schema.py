"""The tables of the workspace, the same on SQLite and on PostgreSQL.

Every row that two people may edit has a `version`, which grows by one at each save: see rows.py."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    DDL,
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    event,
    func,
)
from sqlalchemy.schema import SchemaItem

STATUSES = ("to contact", "contacted", "considering", "committed", "declined")
KINDS = ("chart", "state", "resolution", "targets", "text")
BODIES = ("GA", "CHR", "HRC")


class Utc(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is taken off on the way in and put back on the way
    out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=f"{column}_known")


def _edited() -> list[Column[Any]]:
    return [
        Column("version", Integer, nullable=False, server_default="1"),
        Column("updated_at", Utc, nullable=False),
        Column("updated_by", String(120), nullable=False, server_default=""),
    ]


metadata = MetaData()


def numbered(name: str, *columns: SchemaItem) -> Table:
    """A table of rows with a number each, which is never given again."""
    return Table(name, metadata, Column("id", Integer, primary_key=True), *columns, sqlite_autoincrement=True)


schema_versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied_at", Utc, nullable=False),
)

campaigns = numbered(
    "campaigns",
    Column("name", String(200), nullable=False),
    Column("body", String(3), nullable=False),
    Column("year", Integer, nullable=False),
    Column("aim", Text, nullable=False, server_default=""),
    Column("archived", Boolean, nullable=False, default=False),
    *_edited(),
    _one_of("body", BODIES),
)
Index("campaigns_name", func.lower(campaigns.c.name), unique=True)

shortlist = numbered(
    "shortlist",
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("iso3", String(3), nullable=False),
    Column("owner", String(120), nullable=False, server_default=""),
    Column("status", String(20), nullable=False),
    Column("date", Date),
    Column("note", Text, nullable=False, server_default=""),
    Column("next_step", Text, nullable=False, server_default=""),
    *_edited(),
    UniqueConstraint("campaign_id", "iso3", name="a_state_once_a_campaign"),
    _one_of("status", STATUSES),
)

# No foreign keys: the history outlives what it tells of.
changes = numbered(
    "changes",
    Column("campaign_id", Integer, nullable=False, index=True),
    Column("entry_id", Integer),
    Column("subject", String(200), nullable=False),
    Column("action", String(20), nullable=False),
    Column("field", String(40), nullable=False, server_default=""),
    Column("before", Text, nullable=False, server_default=""),
    Column("after", Text, nullable=False, server_default=""),
    Column("version", Integer, nullable=False),
    Column("at", Utc, nullable=False),
    Column("by", String(120), nullable=False, server_default=""),
)

scenarios = numbered(
    "scenarios",
    Column("campaign_id", ForeignKey("campaigns.id")),
    Column("name", String(200), nullable=False),
    Column("body", String(3), nullable=False),
    Column("year", Integer, nullable=False),
    Column("picked", JSON, nullable=False),
    Column("parameters", JSON, nullable=False),
    *_edited(),
    _one_of("body", BODIES),
)
Index("scenarios_name", func.lower(scenarios.c.name), unique=True)

briefing_items = numbered(
    "briefing_items",
    Column("briefing", String(200), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("title", String(500), nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("spec", JSON, nullable=False),
    *_edited(),
    _one_of("kind", KINDS),
)

signatories = numbered(
    "signatories",
    Column("position", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    Column("title", String(200), nullable=False, server_default=""),
    Column("organisation", String(200), nullable=False),
    *_edited(),
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(80), nullable=False, unique=True),
    Column("value", JSON, nullable=False),
    *_edited(),
)

log = numbered(
    "log",
    Column("at", Utc, nullable=False),
    Column("who", String(200), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
)


def _append_only(table: Table) -> None:
    """Whoever writes to the file can add rows to the table, and change or remove none."""
    name = table.name
    for action in ("UPDATE", "DELETE"):
        event.listen(
            table,
            "after_create",
            DDL(
                f"CREATE TRIGGER {name}_no_{action.lower()} BEFORE {action} ON {name} "
                f"BEGIN SELECT RAISE(ABORT, 'the history of {name} is append only'); END"
            ).execute_if(dialect="sqlite"),
        )
    for statement in (
        f"CREATE OR REPLACE FUNCTION {name}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'the history of {name} is append only'; END $$",
        f"CREATE TRIGGER {name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {name} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}_append_only()",
    ):
        event.listen(table, "after_create", DDL(statement).execute_if(dialect="postgresql"))


for _table in (changes, log):
    _append_only(_table)
