"""The database file of one version, opened to be asked.

It is asked through a cursor that no other call holds, so that threads share no connection. On Windows, where a file
that is open cannot be replaced, a copy is opened."""

import os
import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

import duckdb
import pandas as pd

from data.frames import Value, framed

COPIED = os.name == "nt"
"""Whether a copy is opened, so that the file itself can be replaced."""


class Database:
    """The file of one version, opened to be read."""

    name = "record"

    def __init__(self, path: Path) -> None:
        self.path = path
        if COPIED:
            folder = tempfile.TemporaryDirectory(prefix="cosponsorship-")
            path = Path(shutil.copy2(path, folder.name))
            self._folder = folder
        # Not opened by its name: DuckDB would give a file swapped in the answers of the one before.
        self._connection = duckdb.connect()
        self._connection.execute(f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS {self.name} (READ_ONLY)")
        self._idle: list[duckdb.DuckDBPyConnection] = []
        weakref.finalize(self, self._leave, self._idle, self._connection)

    def ask(self, sql: str, values: dict[str, Value]) -> pd.DataFrame:
        """The answer to one question, as data.frames has it."""
        try:
            cursor = self._idle.pop()
        except IndexError:
            cursor = self._connection.cursor()
            cursor.execute(f"USE {self.name}")
        answer = framed(cursor.sql(sql, params=values).to_arrow_table())
        self._idle.append(cursor)  # one that failed is let go
        return answer

    def rest(self) -> None:
        """Close the cursors that wait."""
        with suppress(IndexError):  # of which another thread may take one meanwhile
            while True:
                self._idle.pop().close()

    @staticmethod
    def _leave(idle: list[duckdb.DuckDBPyConnection], connection: duckdb.DuckDBPyConnection) -> None:
        for open_ in (*idle, connection):
            open_.close()
