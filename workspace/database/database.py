"""Where the workspace is kept and how it is reached: a SQLite file of the user's own, or a shared
PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoneFree

from files.paths import DATA_DIR
from workspace.database import postgresql
from workspace.database.migrations import LATEST, STEPS, Steps, migrate, version_of
from workspace.errors import WorkspaceError

VARIABLE = "COSPONSOR_WORKSPACE_URL"
FILE = DATA_DIR / "workspace.sqlite"


def where(url: str | None = None) -> URL:
    """The address of the workspace: `url`, else COSPONSOR_WORKSPACE_URL, else the SQLite file in the
    user's folder.

    Raises WorkspaceError for an address that is neither SQLite nor PostgreSQL. No message repeats a password.
    """
    asked = url or os.environ.get(VARIABLE, "").strip()
    if not asked:
        return URL.create("sqlite", database=str(FILE))
    try:
        parsed = make_url(asked.replace("postgres://", "postgresql://", 1))
    except (ArgumentError, ValueError):  # a ValueError for a port that is no number
        raise WorkspaceError(
            f"The address of the workspace ({VARIABLE}) cannot be read. Write it like "
            "postgresql://user:password@host:5432/database."
        ) from None
    kind = parsed.get_backend_name()
    if kind not in ("sqlite", "postgresql"):
        raise WorkspaceError(f"The workspace can be SQLite or PostgreSQL, not {kind}. Correct {VARIABLE}.")
    if kind == "sqlite" and not parsed.database:
        raise WorkspaceError(f"The SQLite address names no file. Write {VARIABLE} like sqlite:////home/me/work.sqlite.")
    return parsed.set(drivername="postgresql+psycopg") if kind == "postgresql" else parsed


class Database:
    """An engine with two doors: `read()` and `write()`, each one transaction."""

    def __init__(self, url: URL, steps: Steps = STEPS, latest: int = LATEST):
        self.url = url
        self.place = _place(url)
        self._engine = _sqlite(url) if url.get_backend_name() == "sqlite" else postgresql.engine(url)
        self._writing = self._engine.execution_options(writing=True)
        self._file, self._log = _file(url), _file(url, "-wal")
        try:
            self._bring_up(steps, latest)
        except ProgrammingError as error:  # a right that was not given, an option that the server does not know
            self._engine.dispose()
            raise WorkspaceError(_explain(error, self.place)) from None
        except BaseException:
            self._engine.dispose()
            raise

    def _bring_up(self, steps: Steps, latest: int) -> None:
        with self.read() as connection:
            found = version_of(connection)
        if found == latest:
            return
        if 0 < found < latest and self._engine.dialect.name == "sqlite":
            _copy_aside(Path(self.place), found)
        with self.write() as connection:
            migrate(connection, steps, latest)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the workspace. Raises WorkspaceError."""
        self._still_there()
        with self._explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is saved when the block ends, none of it if the block raises.

        Nor if the file was deleted or replaced meanwhile: what went into the old one would never be seen again.
        """
        self._still_there()
        with self._explained(), self._writing.begin() as connection:
            yield connection
            if self._file != _file(self.url):
                raise WorkspaceError(
                    f"The workspace at {self.place} was replaced while this was being saved. Nothing was saved: look "
                    "at what is in it now, and try again."
                )

    def _still_there(self) -> None:
        """Go on with the file that is there now. Raises WorkspaceError where there is none any more."""
        log = _file(self.url, "-wal")
        if self._file == (now := _file(self.url)):
            self._log = log
            return
        self._engine.dispose()  # its connections are to a file that nobody else will ever read
        if log == self._log:  # what was written ahead for that file must not be taken for the new one's
            for part in ("-wal", "-shm"):
                Path(f"{self.url.database}{part}").unlink(missing_ok=True)
        if now is None:
            raise WorkspaceError(
                f"The workspace at {self.place} is gone: it was deleted or moved while the dashboard was running. Put "
                "it back, or start the dashboard again to begin a new one. Nothing was saved."
            )
        self._file = now
        with self.read() as connection:
            if version_of(connection) != LATEST:
                self._file = None
                raise WorkspaceError(
                    f"The workspace at {self.place} was replaced by one of another version. Start the dashboard again."
                )

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, InterfaceError) as error:
            raise WorkspaceError(_explain(error, self.place)) from None
        except DBAPIError as error:
            # SQLite reports a file that is no database, or a damaged one, as a plain DatabaseError.
            damaged = type(error.orig) is sqlite3.DatabaseError
            if damaged or "permission denied" in str(error.orig):  # the statement, with what it holds, is not repeated
                raise WorkspaceError(_explain(error, self.place)) from None
            raise
        except NoneFree:
            raise WorkspaceError(
                f"The workspace at {self.place} is busy: no connection came free. Nothing was saved: try again."
            ) from None
        except ValueError as error:  # text, JSON or a date that was never written so
            raise WorkspaceError(
                f"The workspace at {self.place} cannot be used (it holds what cannot be read: {type(error).__name__}). "
                "The file is damaged: restore it from a backup, or move it away to start anew."
            ) from None


def _place(url: URL) -> str:
    """The file, or the address without its password and without the name of our driver."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    kept = {name: value for name, value in url.query.items() if name not in ("password", "passfile", "sslpassword")}
    return url.set(drivername="postgresql", query=kept).render_as_string()


def _file(url: URL, beside: str = "") -> tuple[int, int] | None:
    """Which file is at the address now, or which of SQLite's is `beside` it; None for none. (0, 0) for a server."""
    if url.get_backend_name() != "sqlite":
        return 0, 0
    try:
        found = os.stat(f"{url.database}{beside}")
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _sqlite(url: URL) -> Engine:
    path = Path(str(url.database))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            # Notes on conversations with missions: for the user's own eyes.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise WorkspaceError(
            f"The workspace cannot be made at {path}: {error.strerror}. "
            "Set COSPONSOR_DATA_DIR to a folder that you may write to."
        ) from None
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # the transactions are ours, below
        with closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA busy_timeout = 10000")
            _write_ahead(cursor)
            cursor.execute("PRAGMA synchronous = FULL")  # a saved row is on the disk before "saved" is said
            cursor.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its lock at once: one that began by reading could be refused half-way.
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    # Two dashboards that start at once both switch a new file to WAL; SQLite refuses the second without waiting.
    for patience in range(100):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or patience == 99:
                raise
            time.sleep(0.1)


def _copy_aside(path: Path, version: int) -> None:
    copy = path.with_name(f"{path.name}.before-version-{version + 1}")
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    copy.chmod(0o600)


def _explain(error: DBAPIError, place: str) -> str:
    text = str(error.orig).strip().splitlines()[0] if error.orig and str(error.orig).strip() else "no answer"
    remedies = {
        "locked": "Another program holds it: close it and try again.",
        "readonly": "It may not be written to: check the rights of the file and its folder.",
        "full": "The disk is full: free some space and try again.",
        "unable to open": "Check that the folder is there and may be written to.",
        "permission denied": "Ask whoever runs the server to give this user the right to make and write tables there.",
        "invalid connection option": "Correct what stands behind the “?” in COSPONSOR_WORKSPACE_URL.",
        "resolve host": "Check the name of the server in COSPONSOR_WORKSPACE_URL, and the network.",
        "not a database": "It is not a workspace: move it away, or set another in COSPONSOR_WORKSPACE_URL.",
        "malformed": "The file is damaged: restore it from a backup, or move it away to start anew.",
        "password": "Check the user and the password in COSPONSOR_WORKSPACE_URL.",
        "not in utf-8": "Make it anew: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME.",
        "does not exist": "Check the name of the database in COSPONSOR_WORKSPACE_URL.",
        "statement timeout": "The server takes too long: try again in a moment.",
        "lock timeout": "Somebody else is writing there: try again in a moment.",
        "connect": "Check that the server runs and can be reached from here, and COSPONSOR_WORKSPACE_URL.",
    }
    lower = text.lower()
    remedy = next((say for sign, say in remedies.items() if sign in lower), "Nothing was saved.")
    return f"The workspace at {place} cannot be used ({text}). {remedy}"
