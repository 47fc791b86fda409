"""A PostgreSQL of the tests' own: started, stopped in the middle, frozen, and started again."""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg

from tests.system import require


class Postgres:
    """A server on a socket in a folder of its own. Call it for the address of an empty database."""

    def __init__(self, folder: Path) -> None:
        self._used: list[str] = []
        self._empty: list[str] = []
        self._folder, self._data = folder, folder / "data"
        self._programs, self._numbers = Path(require("postgresql")).parent, itertools.count(1)
        self._run("initdb", "-U", "postgres", "--auth=trust", "-E", "UTF8")

    def __call__(self) -> str:
        if not self._empty:
            self._empty.append(f"workspace_{next(self._numbers)}")
            self._ask("postgres", f"CREATE DATABASE {self._empty[-1]}")
        self._used.append(self._empty.pop())
        return f"postgresql://postgres@/{self._used[-1]}?host={self._folder}"

    def take_back(self) -> None:
        """Empty all databases that were given out: a tenth of the time that a new one takes."""
        for name in self._used:
            others = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            made = "DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "GRANT USAGE ON SCHEMA public TO PUBLIC"
            self._ask(name, f"{others} AND pid <> pg_backend_pid()", *made)
        self._empty, self._used = [*self._empty, *self._used], []

    def _ask(self, database: str, *statements: str) -> None:
        with psycopg.connect(f"host={self._folder} user=postgres dbname={database}", autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def start(self) -> None:
        """Start it, again after a stop."""
        options = f"-c listen_addresses='' -c unix_socket_directories={self._folder} -c fsync=off"
        self._run("pg_ctl", "-l", str(self._folder / "log"), "-o", options, "-w", "start")

    def stop(self) -> None:
        """Stop it as a failure of power would: who is connected is cut off."""
        self._run("pg_ctl", "-m", "immediate", "-w", "stop")

    @contextlib.contextmanager
    def frozen(self) -> Iterator[None]:
        """All its processes stand still for the block: they take what is sent, and answer nothing."""
        main = int((self._data / "postmaster.pid").read_text().splitlines()[0])
        ours = [main, *(int(one) for one in Path(f"/proc/{main}/task/{main}/children").read_text().split())]
        for process in ours:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGSTOP)
        try:
            yield
        finally:
            for process in reversed(ours):
                with contextlib.suppress(ProcessLookupError):  # a worker that was about to end anyway
                    os.kill(process, signal.SIGCONT)

    def _run(self, program: str, *arguments: str) -> None:
        # PostgreSQL refuses to run as root.
        as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*as_postgres, str(self._programs / program), "-D", str(self._data), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd="/")
        assert done.returncode == 0, done.stdout + done.stderr


@contextlib.contextmanager
def running() -> Iterator[Postgres]:
    """A server that runs for the block."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(folder, account.pw_uid, account.pw_gid)
        server = Postgres(folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
