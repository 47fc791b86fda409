"""Every workspace test runs twice: on SQLite, and on a PostgreSQL that the tests start and stop themselves."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.system import require
from workspace.store import Workspace

_numbers = itertools.count(1)


def _run(*command: str) -> None:
    # PostgreSQL refuses to run as root.
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run([*as_postgres, *command], capture_output=True, text=True, timeout=120, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """A PostgreSQL server on a socket in a folder of its own; call it for the address of a new, empty database."""
    programs = Path(require("postgresql")).parent
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"
    log = folder / "log"
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    try:
        _run(str(programs / "initdb"), "-D", str(data), "-U", "postgres", "--auth=trust", "-E", "UTF8")
        _run(str(programs / "pg_ctl"), "-D", str(data), "-l", str(log), "-o", options, "-w", "start")
        try:

            def new_database() -> str:
                name = f"workspace_{next(_numbers)}"
                server = f"host={folder} user=postgres dbname=postgres"
                with psycopg.connect(server, autocommit=True) as connection:
                    connection.execute(f"CREATE DATABASE {name}")
                return f"postgresql://postgres@/{name}?host={folder}"

            yield new_database
        finally:
            _run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.system)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty workspace."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'user' / 'workspace.sqlite'}"
    return request.getfixturevalue("postgres")()


@pytest.fixture
def workspace(url: str) -> Iterator[Workspace]:
    """An empty workspace, signed by Anna."""
    opened = Workspace.open(url, who="Anna")
    yield opened
    opened.close()
