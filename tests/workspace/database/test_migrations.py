"""A workspace of an earlier version is taken forward; one of a later version is refused."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from workspace.database.database import Database, where
from workspace.database.migrations import LATEST, STEPS, version_of
from workspace.database.schema import metadata
from workspace.errors import WorkspaceError
from workspace.store import Workspace


def _second(connection):
    connection.execute(text("ALTER TABLE campaigns ADD COLUMN colour VARCHAR(20) DEFAULT 'blue' NOT NULL"))


NEXT = LATEST + 1
AHEAD = STEPS | {NEXT: _second}


def test_a_workspace_without_a_log_gets_one_and_keeps_its_rows(workspace, url):
    workspace.campaigns.create("GA 2026", "GA", 2026)
    with workspace._database.write() as connection:  # as version 1 was
        connection.execute(text("DROP TABLE log"))
        connection.execute(text("DELETE FROM schema_versions"))
        connection.execute(text("INSERT INTO schema_versions VALUES (1, '2026-01-01 00:00:00')"))
    workspace.close()
    opened = Workspace.open(url, who="Ben")
    assert [campaign.name for campaign in opened.campaigns.all()] == ["GA 2026"]
    assert opened.log.entries() == []
    opened.campaigns.create("HRC 2026", "HRC", 2026)
    assert [(line.who, line.action, line.subject) for line in opened.log.entries()] == [
        ("Ben", "added", "campaign HRC 2026")
    ]
    with pytest.raises(DBAPIError, match="append only"), opened._database.write() as connection:
        connection.execute(text("DELETE FROM log"))
    opened.close()


def test_a_new_workspace_has_all_tables_at_the_latest_version(workspace):
    with workspace._database.read() as connection:
        assert version_of(connection) == LATEST
        assert set(inspect(connection).get_table_names()) == set(metadata.tables)


def test_a_step_forward_keeps_what_was_there(workspace, url):
    workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.close()
    newer = Database(where(url), steps=AHEAD, latest=NEXT)
    with newer.read() as connection:
        assert version_of(connection) == NEXT
        assert connection.execute(text("SELECT name, colour FROM campaigns")).all() == [("GA 2026", "blue")]
    newer.close()
    once_more = Database(where(url), steps=AHEAD, latest=NEXT)  # a step is taken once
    once_more.close()


def test_a_step_that_fails_leaves_the_workspace_as_it_was(workspace, url):
    workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.close()

    def broken(connection):
        _second(connection)
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        Database(where(url), steps=STEPS | {NEXT: broken}, latest=NEXT)
    same = Database(where(url))
    with same.read() as connection:
        assert version_of(connection) == LATEST
        assert "colour" not in {column["name"] for column in inspect(connection).get_columns("campaigns")}
    same.close()


def test_a_workspace_of_a_newer_dashboard_is_refused_with_the_remedy(workspace, url):
    workspace.close()
    Database(where(url), steps=AHEAD, latest=NEXT).close()
    with pytest.raises(WorkspaceError, match="Update the dashboard"):
        Database(where(url))


def test_a_file_is_copied_aside_before_it_is_taken_forward(tmp_path):
    path = tmp_path / "w.sqlite"
    Database(where(f"sqlite:///{path}")).close()
    Database(where(f"sqlite:///{path}"), steps=AHEAD, latest=NEXT).close()
    with sqlite3.connect(tmp_path / f"w.sqlite.before-version-{NEXT}") as copy:
        assert copy.execute("SELECT max(version) FROM schema_versions").fetchone() == (LATEST,)
