"""A workspace of an earlier version is taken forward; one of a later version is refused."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import inspect, text

from workspace.database import Database, where
from workspace.errors import WorkspaceError
from workspace.migrations import LATEST, version_of
from workspace.schema import metadata


def _second(connection):
    connection.execute(text("ALTER TABLE campaigns ADD COLUMN colour VARCHAR(20) DEFAULT 'blue' NOT NULL"))


def test_a_new_workspace_has_all_tables_at_the_latest_version(workspace):
    with workspace._database.read() as connection:
        assert version_of(connection) == LATEST
        assert set(inspect(connection).get_table_names()) == set(metadata.tables)


def test_a_step_forward_keeps_what_was_there(workspace, url):
    workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.close()
    newer = Database(where(url), steps={2: _second}, latest=2)
    with newer.read() as connection:
        assert version_of(connection) == 2
        assert connection.execute(text("SELECT name, colour FROM campaigns")).all() == [("GA 2026", "blue")]
    newer.close()
    once_more = Database(where(url), steps={2: _second}, latest=2)  # a step is taken once
    once_more.close()


def test_a_step_that_fails_leaves_the_workspace_as_it_was(workspace, url):
    workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.close()

    def broken(connection):
        _second(connection)
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        Database(where(url), steps={2: broken}, latest=2)
    same = Database(where(url))
    with same.read() as connection:
        assert version_of(connection) == 1
        assert "colour" not in {column["name"] for column in inspect(connection).get_columns("campaigns")}
    same.close()


def test_a_workspace_of_a_newer_dashboard_is_refused_with_the_remedy(workspace, url):
    workspace.close()
    Database(where(url), steps={2: _second}, latest=2).close()
    with pytest.raises(WorkspaceError, match="Update the dashboard"):
        Database(where(url))


def test_a_file_is_copied_aside_before_it_is_taken_forward(tmp_path):
    path = tmp_path / "w.sqlite"
    Database(where(f"sqlite:///{path}")).close()
    Database(where(f"sqlite:///{path}"), steps={2: _second}, latest=2).close()
    with sqlite3.connect(tmp_path / "w.sqlite.before-version-2") as copy:
        assert copy.execute("SELECT max(version) FROM schema_versions").fetchone() == (1,)
