"""Builds the database from the source files: read, check everything, write a new file, swap it in.

`python -m data.build` prints one JSON line. A fault in any file leaves the database as it was."""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from data import descriptor, leftovers
from data.added.rows import merge
from data.checks.fields import check_fields
from data.checks.problems import Problem, SourceError
from data.checks.rules import check_rules
from data.names import Names
from data.read import Rows, read_tables
from data.versions.version import keep_that_of
from files import paths

NO_SPACE = ("No space left", "not enough space", "quota exceeded")
"""How systems say that a disk is full, in what DuckDB passes on."""


def build(sources: Path = paths.SOURCES, target: Path | None = None, data_dir: Path | None = None) -> dict[str, object]:
    """Build the database from the source files and the user's accepted imports.

    `sources`: folder of the CSV files; `target`: database file, replaced atomically; `data_dir`: the user's
    own folder. Returns path, data_version and the number of rows of each table. Raises SourceError with every
    fault found (file, row, reason), or OSError where the disk refuses; in both cases the old file stays."""
    target = Path(target or paths.DATABASE)
    rows = load(sources, data_dir or paths.DATA_DIR)
    version = data_version(rows)
    target.parent.mkdir(parents=True, exist_ok=True)
    leftovers.clear(target)
    fresh = leftovers.new(target)
    try:
        try:
            counts = _write(fresh, rows, version)
        except duckdb.Error as error:
            if refused_by_disk(error):
                full = any(words in str(error) for words in NO_SPACE)
                raise OSError("the disk is full" if full else str(error).splitlines()[0]) from error
            # What schema.sql refuses and no check foresaw.
            raise SourceError([Problem("schema.sql", 0, "", str(error))]) from error
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(fresh, target)
    finally:
        for left in (fresh, Path(f"{fresh}.wal")):
            left.unlink(missing_ok=True)
    return {"path": str(target), "data_version": version, "rows": counts}


def refused_by_disk(error: duckdb.Error) -> bool:
    """Whether DuckDB failed in writing (disk, memory) and not in what it was given to write. A transaction can fail at
    its end for either reason; only a constraint is a matter of the rows."""
    of_rows = isinstance(error, (duckdb.DataError, duckdb.IntegrityError, duckdb.ProgrammingError))
    return not of_rows and "constraint" not in str(error).lower()


def load(sources: Path, data_dir: Path | None = None) -> Rows:
    """All rows by table, checked. Raises SourceError. The user's accepted imports are added where there are any."""
    tables = descriptor.tables()
    rows, problems = read_tables(tables, sources)
    if problems:
        raise SourceError(problems)
    if data_dir and data_dir.is_dir():
        merge(rows, data_dir)
    problems = check_fields(tables, rows) or check_rules(rows, _names(rows, sources))
    if problems:
        raise SourceError(problems)
    return rows


def _names(rows: Rows, sources: Path) -> Names:
    try:
        return Names.from_files(sources)
    except KeyError as error:
        bad = [row for row in rows["states"] if row["iso3"] == error.args[0]]
        problems = [Problem(r.file, r.number, "iso3", f"{r['iso3']}: unknown ISO code") for r in bad]
    except ValueError as error:
        # The message quotes the spelling that would mean two States.
        bad = [row for row in rows["name_variants_seen"] if repr(row["state_as_written"]) in str(error)]
        problems = [Problem(r.file, r.number, "state_as_written", str(error)) for r in bad]
        problems = problems or [Problem("states.csv", 0, "name", str(error))]
    raise SourceError(problems)


def data_version(rows: Rows) -> str:
    """Ten hexadecimal digits that change whenever any value in any source file changes."""
    digest, encoded = hashlib.sha256(), json.JSONEncoder(ensure_ascii=False).encode
    for name in sorted(rows):
        lines = sorted(encoded(list(row.values())) for row in rows[name])
        digest.update(f"{name}\n".encode() + "\n".join(lines).encode())
    return digest.hexdigest()[:10]


def _write(path: Path, rows: Rows, version: str) -> dict[str, int]:
    with duckdb.connect(str(path)) as con:
        fill(con, rows, version)
        con.execute("CHECKPOINT")
    return {name: len(rows[name]) for name in descriptor.tables()}


def fill(con: duckdb.DuckDBPyConnection, rows: Rows, version: str) -> None:
    """Make all tables in an empty database, of these rows and what is counted from them."""
    con.execute("BEGIN")  # all at once: each statement by itself would wait for the disk
    con.execute(paths.SCHEMA.read_text(encoding="utf-8"))
    for name in descriptor.tables():
        insert(con, name, rows[name])
    meta = {"data_version": version, "built_on": date.today().isoformat()}
    con.executemany("INSERT INTO meta VALUES (?, ?)", list(meta.items()))
    for step in sorted(paths.MEASURES.glob("*.sql")):
        con.execute(step.read_text(encoding="utf-8"))
    con.execute("COMMIT")


def insert(con: duckdb.DuckDBPyConnection, name: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Insert rows of text into a table; the columns' types in schema.sql do the conversion, empty becomes NULL."""
    if not rows:
        return
    columns = descriptor.tables()[name].columns
    arrow = pa.table({c: pa.array([row[c] or None for row in rows], pa.string()) for c in columns})
    con.register("incoming", arrow)
    quoted = ", ".join(f'"{column}"' for column in columns)
    con.execute(f"INSERT INTO {name} ({quoted}) SELECT * FROM incoming")
    con.unregister("incoming")


def main(arguments: list[str] | None = None) -> int:
    """Command line: build, print one JSON line; exit 1 with the faults on the error stream."""
    argparse.ArgumentParser(
        prog="run.py build",
        description="Rebuild the database from data/sources and what was imported, and print one line of JSON: path, "
        "data version, rows of each table. A fault in any file is told, and the database stays as it was.",
    ).parse_args(arguments)
    try:
        built = build()
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The database could not be written: {error}. The old one is unchanged.", file=sys.stderr)
        return 1
    keep_that_of(paths.DATABASE)
    print(json.dumps(built))
    return 0


if __name__ == "__main__":
    sys.exit(main())
