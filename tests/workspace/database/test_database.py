"""Opening a workspace: where, how safely, and with what words when it cannot be."""

from __future__ import annotations

import random
import re
import sqlite3
import stat
import threading
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import text

from workspace.database import database
from workspace.errors import WorkspaceError
from workspace.store import Workspace


def test_sqlite_is_set_for_safety(tmp_path):
    workspace = Workspace.open(f"sqlite:///{tmp_path / 'new' / 'folder' / 'w.sqlite'}")
    with workspace._database.read() as connection:
        settings = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    workspace.close()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}  # 2 = FULL
    assert stat.S_IMODE((tmp_path / "new" / "folder" / "w.sqlite").stat().st_mode) == 0o600


def test_without_an_address_it_is_a_file_in_the_users_own_folder(monkeypatch, tmp_path):
    monkeypatch.delenv(database.VARIABLE, raising=False)
    monkeypatch.setattr(database, "FILE", tmp_path / "mine" / "workspace.sqlite")
    workspace = Workspace.open()
    assert workspace.place == str(tmp_path / "mine" / "workspace.sqlite")
    workspace.close()
    assert (tmp_path / "mine" / "workspace.sqlite").exists()


def test_the_address_may_come_from_the_environment(monkeypatch, url):
    monkeypatch.setenv(database.VARIABLE, url)
    first = Workspace.open(who="Anna")
    first.campaigns.create("GA 2026", "GA", 2026)
    first.close()
    second = Workspace.open(who="Ben")
    assert [campaign.name for campaign in second.campaigns.all()] == ["GA 2026"]
    assert second.shared == url.startswith("postgresql")
    second.close()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://a:secret@host/db", "SQLite or PostgreSQL, not mysql"),
        ("no address", "cannot be read"),
        ("postgresql://anna:secret@host:port/db", "cannot be read"),
        ("postgresql://anna:secret@localhost/db?colour=blue", "behind the “\\?”"),
        ("postgresql://anna:secret@nowhere.invalid/db", "name of the server"),
        ("sqlite://", "names no file"),
    ],
)
def test_an_address_that_cannot_be_is_explained_without_its_password(url, message):
    with pytest.raises(WorkspaceError, match=message) as error:
        Workspace.open(url)
    assert "secret" not in str(error.value)


def test_a_server_that_does_not_answer_is_explained_without_its_password(tmp_path):
    with pytest.raises(WorkspaceError, match="Check that the server runs") as error:
        Workspace.open(f"postgres://anna:secret@/db?host={tmp_path}")
    assert "secret" not in str(error.value)


@pytest.mark.system
@pytest.mark.parametrize("signs", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_cannot_hold_every_name_is_refused_with_how_to_make_one(postgres, signs):
    """As a server without a language makes them: there no text is read as text."""
    url, name = postgres(), f"other_{signs.lower()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} ENCODING '{signs}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    with pytest.raises(WorkspaceError, match=f"its texts are in {signs}, not in UTF-8.*createdb --encoding=UTF8"):
        Workspace.open(re.sub("/workspace_[0-9]+", f"/{name}", url))


@pytest.mark.system
def test_a_user_without_the_right_to_make_tables_is_told_whom_to_ask(postgres):
    url = postgres()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE ROLE guest LOGIN")
    with pytest.raises(WorkspaceError, match="Ask whoever runs the server") as error:
        Workspace.open(url.replace("postgres@", "guest:secret@"))
    assert "secret" not in str(error.value)
    assert "postgresql://guest" in str(error.value), "the address as it was given"


def test_a_database_of_another_program_is_refused(tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE campaigns (something)")
        other.commit()
    with pytest.raises(WorkspaceError, match="not a workspace"):
        Workspace.open(f"sqlite:///{tmp_path / 'other.sqlite'}")


def test_a_file_that_is_no_workspace_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "letter.sqlite"
    path.write_bytes(b"Dear Ambassador, " * 200)
    with pytest.raises(WorkspaceError, match="not a workspace"):
        Workspace.open(f"sqlite:///{path}")
    assert path.read_bytes() == b"Dear Ambassador, " * 200


def test_a_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkspaceError, match="COSPONSOR_DATA_DIR"):
        Workspace.open(f"sqlite:///{tmp_path / 'file' / 'w.sqlite'}")


def test_a_write_that_fails_half_way_leaves_nothing(workspace):
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)

    def fail_half_way() -> None:
        with workspace._database.write() as connection:
            workspace.shortlist.add_in(connection, campaign.id, "KEN")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert workspace.shortlist.entries(campaign.id) == []
    assert len(workspace.history.of_campaign(campaign.id)) == 1


def test_two_dashboards_may_start_at_once_on_an_empty_workspace(url):
    start, opened, failed = threading.Barrier(4), [], []

    def begin() -> None:
        start.wait()
        try:
            opened.append(Workspace.open(url, who="x"))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    opened[0].campaigns.create("GA 2026", "GA", 2026)
    assert [len(workspace.campaigns.all()) for workspace in opened] == [1, 1, 1, 1]
    for workspace in opened:
        workspace.close()


def test_threads_of_one_dashboard_write_together(workspace):
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)
    codes = [f"{a}{b}A" for a in "ABCD" for b in "ABCDE"]
    failed = []

    def add(some: list[str]) -> None:
        for iso3 in some:
            try:
                workspace.shortlist.add(campaign.id, iso3)
            except WorkspaceError as error:
                failed.append(error)

    threads = [threading.Thread(target=add, args=(codes[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(entry.iso3 for entry in workspace.shortlist.entries(campaign.id)) == sorted(codes)


def test_a_workspace_held_by_another_program_is_explained(tmp_path, monkeypatch):
    path = tmp_path / "w.sqlite"
    workspace = Workspace.open(f"sqlite:///{path}")
    with workspace._database.read() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorkspaceError, match="Another program holds it"):
        workspace.campaigns.create("GA 2026", "GA", 2026)
    other.close()
    workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.close()


def test_a_file_that_was_deleted_meanwhile_takes_nothing_and_says_so(tmp_path):
    path = tmp_path / "w.sqlite"
    workspace = Workspace.open(f"sqlite:///{path}", who="Anna")
    workspace.campaigns.create("GA 2026", "GA", 2026)
    for part in tmp_path.iterdir():
        part.unlink()
    for ask in (lambda: workspace.campaigns.create("HRC 2027", "HRC", 2027), workspace.campaigns.all):
        with pytest.raises(WorkspaceError, match="is gone: it was deleted or moved"):
            ask()
    assert not path.exists()
    workspace.close()


def test_a_file_that_was_restored_meanwhile_is_the_one_that_is_gone_on_with(tmp_path):
    path, other = tmp_path / "w.sqlite", tmp_path / "other.sqlite"
    restored = Workspace.open(f"sqlite:///{other}", who="Ben")
    restored.campaigns.create("From the backup", "GA", 2026)
    restored.close()
    workspace = Workspace.open(f"sqlite:///{path}", who="Anna")
    workspace.campaigns.create("Before", "GA", 2026)
    other.replace(path)
    workspace.campaigns.create("After", "GA", 2026)
    assert sorted(campaign.name for campaign in workspace.campaigns.all()) == ["After", "From the backup"]
    workspace.close()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM campaigns").fetchone() == (2,)


def test_a_file_that_is_replaced_in_the_middle_of_a_write_takes_nothing(tmp_path):
    path, other = tmp_path / "w.sqlite", tmp_path / "other.sqlite"
    Workspace.open(f"sqlite:///{other}", who="Ben").close()
    workspace = Workspace.open(f"sqlite:///{path}", who="Anna")

    def write_while_it_is_replaced() -> None:
        with workspace._database.write() as connection:
            connection.execute(text("UPDATE schema_versions SET applied_at = applied_at"))
            other.replace(path)

    with pytest.raises(WorkspaceError, match="Nothing was saved"):
        write_while_it_is_replaced()
    assert workspace.campaigns.all() == []
    workspace.close()


def test_damaged_files_are_explained_whatever_is_damaged(tmp_path):
    path = tmp_path / "w.sqlite"
    workspace = Workspace.open(f"sqlite:///{path}", who="Anna")
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)
    for number, iso3 in enumerate(("KEN", "GHA", "FRA", "BRA")):
        entry = workspace.shortlist.add(campaign.id, iso3, note=f"C\u00f4te d\u2019Ivoire {number} " * 20)
        workspace.shortlist.change(entry.id, entry.version, status="contacted")
    workspace.scenarios.create("Wide", "GA", 2026, ["KEN"], {"size": 12})
    workspace.briefing.add(
        "text", {"notes": "lentement, s\u2019il vous pla\u00eet"}, "\u00c0 dire", "d\u00e9fenseurs " * 40
    )
    workspace.signatories.add("\u00c5sa \u00d6berg", "Directrice", "D\u00e9fense")
    workspace.settings.set("who", "Zo\u00eb")
    workspace.close()
    sound, chance = path.read_bytes(), random.Random(7)
    told = 0
    for _ in range(150):
        content = bytearray(sound)
        for _ in range(chance.choice((1, 20, 400))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        for left in tmp_path.glob("w.sqlite-*"):
            left.unlink()
        try:
            opened = Workspace.open(f"sqlite:///{path}", who="Ben")
            for held in opened.campaigns.all():
                opened.shortlist.entries(held.id)
                opened.history.of_campaign(held.id, 50)
            opened.scenarios.all()
            opened.briefing.items()
            opened.signatories.all()
            opened.settings.get("who", "")
            opened.log.entries()
            opened.campaigns.create(f"new {chance.random()}", "GA", 2026)
            opened.close()
        except WorkspaceError:
            told += 1
    assert told > 20


def test_no_form_of_the_address_shows_its_password():
    url = database.where("postgresql://anna:secret1@host/db?password=secret2&sslmode=require&passfile=secret3")
    assert database._place(url) == "postgresql://anna:***@host/db?sslmode=require"


@pytest.mark.system
def test_a_user_who_may_only_read_is_told_so_without_what_was_to_be_saved(postgres):
    url = postgres()
    Workspace.open(url, who="Anna").close()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE ROLE looker LOGIN")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker")
    workspace = Workspace.open(url.replace("postgres@", "looker@"), who="Ben")
    with pytest.raises(WorkspaceError, match="right to make and write") as error:
        workspace.campaigns.create("a private name", "GA", 2026)
    assert "a private name" not in str(error.value)
    workspace.close()


@pytest.mark.system
def test_a_lock_that_is_never_given_back_ends_in_a_sentence(postgres):
    url = postgres()
    workspace = Workspace.open(f"{url}&options=-c%20lock_timeout%3D500ms", who="Anna")
    with psycopg.connect(url) as holder:
        holder.execute("LOCK TABLE campaigns IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(WorkspaceError, match="try again in a moment"):
            workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.close()
