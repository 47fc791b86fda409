"""The database is the source files, row by row; and a build that fails leaves the old database as it was."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data import build, descriptor, leftovers, store
from data.build import SourceError
from files import paths
from tests import made

TABLES = descriptor.tables()


def read_sources(name: str) -> list[tuple]:
    table = TABLES[name]
    return sorted(tuple(row.values()) for row in made.read(paths.ROOT / table.path))


def as_written(value: object) -> str:
    """A database value as a CSV cell holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


@pytest.mark.parametrize("name", list(TABLES))
def test_each_table_equals_its_source_file_row_by_row(name, built_database):
    columns = ", ".join(f'"{c}"' for c in TABLES[name].columns)
    with duckdb.connect(str(built_database), read_only=True) as con:
        rows = con.execute(f"SELECT {columns} FROM {name}").fetchall()
    numbers = [f.name for f in TABLES[name].fields if f.type == "number"]
    places = [TABLES[name].columns.index(c) for c in numbers]

    def plain(row: tuple) -> tuple:
        return tuple(float(v) if i in places else as_written(v) for i, v in enumerate(row))

    assert sorted(plain(row) for row in rows) == sorted(plain(row) for row in read_sources(name))


def test_the_numbers_of_rows_that_the_sources_are_known_to_hold(record):
    assert len(record.rows("sponsors")) == 3177
    assert len(record.rows("lists")) == 69
    assert len(record.resolutions) == 38
    assert record.resolutions["body"].value_counts().to_dict() == {"GA": 17, "HRC": 13, "CHR": 8}
    assert record.states["status"].value_counts().to_dict() == {"member": 193, "observer": 2}


def test_the_answer_names_the_file_its_version_and_its_rows(tmp_path):
    target = tmp_path / "made.duckdb"
    answer = build.build(made.write(made.tables(), tmp_path / "s"), target, tmp_path / "none")
    assert answer["path"] == str(target)
    assert store.record(target).version == answer["data_version"]
    assert answer["rows"]["sponsors"] == 7
    assert set(answer["rows"]) == set(TABLES)
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["made.duckdb"]


def test_the_command_prints_one_json_line(tmp_path):
    done = _command(tmp_path / "line.duckdb")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.strip().splitlines()
    answer = json.loads(line)
    assert answer["rows"]["sponsors"] == 3177
    assert Path(answer["path"]).is_file()


@pytest.mark.parametrize(("argument", "code"), [("--help", 0), ("everything", 2), ("--sources=x", 2)])
def test_the_command_builds_only_when_it_is_asked_to(argument, code, tmp_path):
    done = _command(tmp_path / "none.duckdb", argument)
    assert done.returncode == code
    assert "usage: run.py build" in done.stdout + done.stderr
    assert not (tmp_path / "none.duckdb").exists()


def _command(target: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess:
    environ = os.environ | {"COSPONSOR_DATABASE": str(target), "COSPONSOR_DATA_DIR": str(target.parent / "none")}
    return subprocess.run(
        [sys.executable, "-m", "data.build", *arguments],
        capture_output=True,
        text=True,
        cwd=paths.ROOT,
        env=environ,
        **more,
    )


def test_the_command_says_so_where_the_disk_refuses(tmp_path):
    (tmp_path / "taken").write_text("a file, no folder")
    done = _command(tmp_path / "taken" / "x.duckdb")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "could not be written" in done.stderr


class TestDataVersion:
    def test_the_order_of_rows_does_not_matter(self, tmp_path):
        tables = made.tables()
        one = build.load(made.write(tables, tmp_path / "one"))
        tables["sponsors"].reverse()
        two = build.load(made.write(tables, tmp_path / "two"))
        assert build.data_version(one) == build.data_version(two)

    def test_any_changed_value_matters(self, tmp_path):
        tables = made.tables()
        one = build.load(made.write(tables, tmp_path / "one"))
        tables["events"][0]["text"] = "Another vote"
        two = build.load(made.write(tables, tmp_path / "two"))
        assert build.data_version(one) != build.data_version(two)


class TestTheOldDatabaseStays:
    @pytest.fixture
    def target(self, tmp_path) -> Path:
        target = tmp_path / "build" / "made.duckdb"
        build.build(made.write(made.tables(), tmp_path / "good"), target, tmp_path / "none")
        return target

    def test_when_a_file_is_at_fault(self, target, tmp_path):
        before = hashlib.sha256(target.read_bytes()).hexdigest()
        tables = made.tables()
        tables["sponsors"][0]["iso3"] = "XXX"
        with pytest.raises(SourceError):
            build.build(made.write(tables, tmp_path / "bad"), target, tmp_path / "none")
        assert hashlib.sha256(target.read_bytes()).hexdigest() == before
        assert [p.name for p in target.parent.iterdir()] == ["made.duckdb"]

    def test_when_the_schema_refuses_what_no_check_foresaw(self, target, tmp_path, monkeypatch):
        before = target.read_bytes()
        monkeypatch.setattr(build, "check_fields", lambda *_: [])
        monkeypatch.setattr(build, "check_rules", lambda *_: [])
        tables = made.tables()
        tables["sponsors"].append(dict(tables["sponsors"][0]))
        with pytest.raises(SourceError, match=r"schema\.sql"):
            build.build(made.write(tables, tmp_path / "bad"), target, tmp_path / "none")
        assert target.read_bytes() == before
        assert [p.name for p in target.parent.iterdir()] == ["made.duckdb"]

    def test_when_the_build_is_killed_half_way(self, target, tmp_path):
        before = target.read_bytes()
        other = made.tables()
        other["events"][0]["text"] = "Another vote"
        sources = made.write(other, tmp_path / "other")
        # Kill the process itself (no cleaning up) after some tables have been written to the new file.
        script = """
import os, signal, sys
from pathlib import Path
from data import build
insert = build.insert
def insert_then_die(con, name, rows):
    insert(con, name, rows)
    if name == "sponsors":
        print("half way", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
build.insert = insert_then_die
build.build(*map(Path, sys.argv[1:]))
"""
        command = [sys.executable, "-c", script, str(sources), str(target), str(tmp_path / "none")]
        done = subprocess.run(command, capture_output=True, text=True, cwd=paths.ROOT)
        assert done.returncode == -9, done.stderr
        assert "half way" in done.stdout
        assert target.read_bytes() == before
        assert len(store.record(target).rows("sponsors")) == 7
        # And the next build works.
        answer = build.build(sources, target, tmp_path / "none")
        assert store.record(target).version == answer["data_version"]


def test_readers_see_the_old_record_or_the_new_one_never_a_mixture(tmp_path):
    """Two versions are built in turn while threads read: the text of the event belongs to the version."""
    versions = {}
    folders = []
    for word in ("first", "second"):
        tables = made.tables()
        tables["events"][0]["text"] = word
        folders.append(made.write(tables, tmp_path / word))
        versions[build.data_version(build.load(folders[-1]))] = word
    target = tmp_path / "made.duckdb"
    build.build(folders[0], target, tmp_path / "none")
    seen, faults, done = set(), [], threading.Event()

    def look() -> None:
        while not done.is_set():
            try:
                held = store.record(target)
                word = held.events["text"].iloc[0]
                if versions[held.version] != word or len(held.rows("grid")) != 5 * 195:
                    faults.append((held.version, word))
                seen.add(word)
            except Exception as error:
                faults.append(error)
            done.wait(0.01)

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(6):
        answer = build.build(folders[number % 2], target, tmp_path / "none")
        # A reader in this thread sees the new file as soon as the build has returned.
        assert store.record(target).version == answer["data_version"]
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert seen == {"first", "second"}


def test_what_a_killed_build_has_left_is_cleared_and_one_that_runs_is_let_alone(tmp_path):
    target = tmp_path / "made.duckdb"
    old, running = tmp_path / ".made-abc.new", tmp_path / ".made-def.new"
    for left in (old, running):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    build.build(made.write(made.tables(), tmp_path / "s"), target, tmp_path / "none")
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [".made-def.new", "made.duckdb"]


def test_a_build_that_is_killed_leaves_nothing_to_the_next(tmp_path):
    """Killed for real, while its file and the log of its file are there."""
    target = tmp_path / "made [1].duckdb"
    sources = made.write(made.tables(), tmp_path / "s")
    code = (
        "import sys, time; from pathlib import Path; from data import build; real = build.insert\n"
        "def insert(con, *given):\n"
        "    real(con, *given); con.execute('COMMIT'); con.execute('BEGIN')\n"
        "    print('writing', flush=True); time.sleep(60)\n"
        "build.insert = insert; build.build(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(sources), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=paths.ROOT) as running:
        running.stdout.readline()
        half = sorted(one.name for one in tmp_path.iterdir() if ".new" in one.name)
        build.build(sources, target, tmp_path / "none")
        assert sorted(one.name for one in tmp_path.iterdir() if ".new" in one.name) == half, "it still ran"
        running.kill()
    (fresh,) = (one for one in half if one.endswith(".new"))
    (tmp_path / f"{fresh}.wal").write_bytes(b"half")  # as where the kill falls a moment later
    build.build(sources, target, tmp_path / "none")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [target.name]


def test_what_another_machine_makes_in_a_shared_folder_is_let_alone(tmp_path, monkeypatch):
    target = tmp_path / "made.duckdb"
    monkeypatch.setattr("platform.node", lambda: "the-other")
    monkeypatch.setattr("os.getpid", lambda: 2**22 + 1)  # no such process here
    other = leftovers.new(target)
    other.touch()
    leftovers.clear(target)
    assert not other.exists(), "seen from the other machine its process is gone"
    other.touch()
    monkeypatch.undo()
    leftovers.clear(target)
    assert other.exists()


def test_rows_that_the_schema_refuses_are_no_matter_of_the_disk(tmp_path):
    """Refused at once, or only when the transaction ends."""
    with duckdb.connect(str(tmp_path / "x.duckdb")) as con:
        con.execute("CREATE TABLE one (key TEXT PRIMARY KEY, number INTEGER NOT NULL)")
        other = con.cursor()
        for each in (con, other):
            each.execute("BEGIN")
            each.execute("INSERT INTO one VALUES ('a', 1)")
        con.commit()
        refused = []
        for attempt in (
            other.commit,
            lambda: con.execute("INSERT INTO one VALUES ('b', NULL)"),
            lambda: con.execute("INSERT INTO one VALUES ('c', 'x')"),
        ):
            with pytest.raises(duckdb.Error) as told:
                attempt()
            refused.append(build.refused_by_disk(told.value))
        assert refused == [False, False, False]


@pytest.mark.parametrize("room", [0, 65_536, 2_000_000, 5_000_000])
def test_a_disk_that_is_full_is_told_as_that_and_the_old_database_stays(tmp_path, room):
    """No more may be written to a file, as on a full disk, at any point of the build; the command is the real one."""
    target = tmp_path / "x.duckdb"
    target.write_text("the old one")

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = _command(target, preexec_fn=full)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "could not be written" in done.stderr
    assert "The old one is unchanged" in done.stderr
    assert "schema.sql" not in done.stderr
    assert target.read_text() == "the old one"
    assert [one.name for one in tmp_path.iterdir()] == [target.name]
