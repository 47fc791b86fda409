"""One version of the record as it can be held against another: its texts, its lists, and the names on each.

It is read out of a database, out of what the Sources page gives to take away (CSV or Parquet in a ZIP), or out of what
the build keeps of each version; all three hold the same tables."""

import contextlib
import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from data import store
from files.harmless import neutral, original
from files.whole import write

Rows = list[dict[str, str]]
TABLES = {"resolutions": "resolutions", "lists": "sponsor_lists", "sponsors": "sponsors"}
"""The tables of a version, by their names in what is taken away and in the sources."""
MOST = 500_000_000
"""Bytes that an archive may unpack to: what holds more is no record of ours."""
KEPT = 40
"""How many versions are kept beside the database, the newest."""


class NoVersion(ValueError):
    """A file that holds no version of the record; the message says why."""


@dataclass(frozen=True)
class Version:
    """`name`: the data version, or the name of the file where it does not say; `built_on`: the day, "" where not said;
    rows of text by column, of texts, lists and sponsors."""

    name: str
    built_on: str
    resolutions: Rows
    lists: Rows
    sponsors: Rows


def read(path: Path) -> Version:
    """The version in a database or an archive. Raises NoVersion, OSError."""
    if not path.is_file():
        raise NoVersion(f"there is no file {path}")
    with path.open("rb") as file:
        archive = file.read(2) == b"PK"
    if archive:
        return unpacked(path.read_bytes(), path.stem)
    try:
        return of_record(store.record(path))
    except store.NoDatabase as problem:
        raise NoVersion(f"{path.name} is neither a database of the record nor an archive of it") from problem


def of_record(record: store.Record) -> Version:
    """The version that a record is, drafts among its texts."""
    whole = record.with_drafts
    return Version(record.version, record.built_on, *(_text(whole.rows(table)) for table in TABLES))


def unpacked(content: bytes, name: str) -> Version:
    """The version in the bytes of an archive; `name`: what it is called where it does not say. Raises NoVersion."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST:
                raise NoVersion(f"{name} unpacks to more than a record can be")
            tables = [_table(archive, names) for names in TABLES.items()]
            about = json.loads(archive.read("datapackage.json")) if "datapackage.json" in archive.namelist() else {}
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, csv.Error, json.JSONDecodeError) as problem:
        raise NoVersion(f"{name} is no archive of the record: {problem}") from problem
    return Version(str(about.get("version", name)), str(about.get("created", ""))[:10], *tables)


def keep(version: Version, folder: Path) -> Path:
    """Keep a version in a folder, once; of more than KEPT the oldest go. Returns its file. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{version.name}.zip"
    if not file.exists():
        write(file, packed(version))
        for old in sorted(folder.glob("*.zip"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    return file


def beside(database: Path) -> Path:
    """The folder in which the versions of a database are kept."""
    return database.with_name("versions")


def known(folder: Path) -> dict[str, Path]:
    """The versions that are kept in a folder, by name, the newest first."""
    found = sorted(folder.glob("*.zip"), key=lambda one: one.stat().st_mtime, reverse=True)
    return {file.stem: file for file in found}


def keep_that_of(database: Path) -> None:
    """Keep the version in a database beside it, where there is one and the disk lets it be: nothing depends on it."""
    with contextlib.suppress(NoVersion, OSError):
        keep(read(database), beside(database))


def packed(version: Version) -> bytes:
    """A version as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", json.dumps({"version": version.name, "created": version.built_on}))
        for table, rows in zip(TABLES, (version.resolutions, version.lists, version.sponsors), strict=True):
            archive.writestr(f"{table}.csv", _csv(rows))
    return out.getvalue()


def _table(archive: zipfile.ZipFile, names: Iterable[str]) -> Rows:
    for name in names:
        if f"{name}.csv" in archive.namelist():
            text = archive.read(f"{name}.csv").decode("utf-8-sig")
            rows = csv.DictReader(io.StringIO(text, newline=""))
            return [{key: original(value or "", True) for key, value in row.items() if key} for row in rows]
        if f"{name}.parquet" in archive.namelist():
            return _text(pq.read_table(io.BytesIO(archive.read(f"{name}.parquet"))).to_pandas())
    raise NoVersion(f"the archive holds no table of {next(iter(names))}")


def _text(frame: pd.DataFrame) -> Rows:
    """The rows of a frame as text, "" for what is missing."""
    made = frame.astype(object).where(frame.notna(), "")
    return [{str(key): str(value) for key, value in row.items()} for row in made.to_dict("records")]


def _csv(rows: Iterable[Mapping[str, str]]) -> str:
    out, rows = io.StringIO(), list(rows)
    writer = csv.DictWriter(out, list(rows[0]) if rows else ["resolution"], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: neutral(value, True) for key, value in row.items()} for row in rows)
    return out.getvalue()
