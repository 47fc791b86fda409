"""All that the user has added and decided, in one file, and back again: imports, documents and the workspace.

    python3 run.py backup FILE.zip
    python3 run.py restore FILE.zip

The file is a ZIP with a manifest of checksums. The workspace is in it as SQLite, also where it was kept on a server, so
that it can be taken to today's tables by the same steps as any other, and from a laptop to a server."""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import func, select, text
from sqlalchemy.engine import URL

from files import whole
from files.paths import DATA_DIR
from workspace.backup import transfer
from workspace.database.database import FILE, Database, where
from workspace.database.schema import now
from workspace.errors import WorkspaceError

FORMAT = 1
MANIFEST, WORKSPACE, FOLDER = "manifest.json", "workspace.sqlite", "folder/"
RESTORING = ".restoring"


@dataclass(frozen=True)
class Told:
    """What a backup holds: when it was made, how many files of the user's folder, how many rows of the workspace."""

    made_at: str
    files: int
    rows: int

    def words(self) -> str:
        """ "12 files and 340 rows of the workspace"."""
        return f"{self.files:,} file{'s' * (self.files != 1)} and {self.rows:,} rows of the workspace"


def backup(target: Path, folder: Path = DATA_DIR, url: str | None = None) -> Told:
    """Write everything into one new file. The dashboard may go on working meanwhile. Raises WorkspaceError where the
    workspace cannot be read or `target` exists, OSError where the disk refuses; then no file is left."""
    if target.exists():
        raise WorkspaceError(f"{target} exists. Give the backup another name; nothing was written.")
    address = where(url)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / WORKSPACE
        rows = _snapshot(address, copy)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f".{target.name[:60]}{whole.TEMPORARY}")
        try:
            told = _pack(fresh, folder, copy, rows, _own(folder, address))
            os.replace(fresh, target)
        finally:
            fresh.unlink(missing_ok=True)
    return told


def _snapshot(address: URL, copy: Path) -> int:
    """The workspace as it is at one moment, as a SQLite file of our own; returns its rows."""
    if address.get_backend_name() == "sqlite":
        if not Path(str(address.database)).exists():
            Database(_sqlite(copy)).close()
        else:
            Database(address).close()  # says what is wrong with a file that is no workspace
            with closing(sqlite3.connect(str(address.database))) as old, closing(sqlite3.connect(copy)) as new:
                old.backup(new)
    else:
        with _opened(address) as server, _opened(_sqlite(copy)) as file, server.read() as source, file.write() as into:
            source.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))  # one moment for all tables
            transfer.copy(source, into)
    with _opened(_sqlite(copy)) as file, file.read() as connection:
        return transfer.rows(connection)


def _pack(fresh: Path, folder: Path, copy: Path, rows: int, own: set[Path]) -> Told:
    sums = {}
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # notes on conversations
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in _files(folder, own):
                name = FOLDER + path.relative_to(folder).as_posix()
                try:
                    content = path.read_bytes()
                except FileNotFoundError:  # taken back by somebody in this very moment; it is then among the undone
                    continue
                packed.writestr(name, content)
                sums[name] = _sum(content)
            content = copy.read_bytes()
            packed.writestr(WORKSPACE, content)
            told = Told(now().isoformat(timespec="seconds"), len(sums), rows)
            body = {"format": FORMAT, "made_at": told.made_at, "rows": rows, "files": sums | {WORKSPACE: _sum(content)}}
            packed.writestr(MANIFEST, json.dumps(body, ensure_ascii=False, indent=1))
        file.flush()
        os.fsync(file.fileno())
    return told


def _files(folder: Path, own: set[Path]) -> list[Path]:
    """The user's files, those that were taken back last, so that none falls between the two."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(whole.TEMPORARY)]
    return sorted((path for path in found if path not in own), key=lambda path: ("undone" in path.parts, path))


def _own(folder: Path, address: URL) -> set[Path]:
    """The files of the workspace itself, which are packed as a snapshot."""
    place = Path(str(address.database)) if address.get_backend_name() == "sqlite" else FILE
    return {*folder.glob(f"{place.name}*")}


def restore(source: Path, folder: Path = DATA_DIR, url: str | None = None) -> Told:
    """Bring a backup back, all of it or nothing, into a folder and a workspace that are empty. A restore that was
    stopped can be begun again. Raises WorkspaceError where the file is no backup, is damaged or of a newer dashboard,
    or where there is something already that it would be mixed with; OSError where the disk refuses."""
    address = where(url)
    fresh = folder.with_name(folder.name + RESTORING)
    manifest = _checked(source)
    _refuse_mixing(folder, address)
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with zipfile.ZipFile(source) as packed:
        for name in manifest["files"]:
            whole.write(fresh / name.removeprefix(FOLDER), packed.read(name))
    copy = fresh / WORKSPACE
    copy.chmod(0o600)
    Database(_sqlite(copy)).close()  # taken to today's tables
    if address.get_backend_name() == "sqlite":
        place = Path(str(address.database))
        if place.parent != folder or place.name != copy.name:
            whole.move(copy, place)
    else:
        _into_server(copy, address)
        for part in fresh.glob(f"{WORKSPACE}*"):
            part.unlink()
    if folder.exists():
        shutil.rmtree(folder)  # nothing but an empty workspace: see _refuse_mixing
    os.replace(fresh, folder)
    return Told(manifest["made_at"], len(manifest["files"]) - 1, manifest["rows"])


def _checked(source: Path) -> dict[str, Any]:
    """The manifest of a backup, every checksum compared before anything is written. Raises OSError for no file."""
    with source.open("rb") as file:
        return _manifest(file, source)


def _manifest(file: BinaryIO, source: Path) -> dict[str, Any]:
    remedy = "Take another copy of the backup. Nothing was changed."
    try:
        with zipfile.ZipFile(file) as packed:
            manifest: dict[str, Any] = json.loads(packed.read(MANIFEST))
            if manifest["format"] > FORMAT:
                raise WorkspaceError(f"{source} was made by a newer dashboard. Update this one. Nothing was changed.")
            if (
                sorted(packed.namelist()) != sorted([*manifest["files"], MANIFEST])
                or WORKSPACE not in manifest["files"]
            ):
                raise WorkspaceError(f"{source} does not hold the files that its manifest lists. {remedy}")
            for name, expected in manifest["files"].items():
                inside = name == WORKSPACE or (name.startswith(FOLDER) and ".." not in Path(name).parts)
                if not inside or _sum(packed.read(name)) != expected:
                    raise WorkspaceError(f"{source}: {name} is damaged or not ours. {remedy}")
            return manifest
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        LookupError,
        TypeError,
        ValueError,
        RuntimeError,
    ) as error:
        raise WorkspaceError(f"{source} is no backup of this dashboard, or is damaged. {remedy}") from error


def _refuse_mixing(folder: Path, address: URL) -> None:
    others = _files(folder, _own(folder, address)) if folder.exists() else []
    if others:
        raise WorkspaceError(
            f"{folder} holds files already ({others[0].name}, …). A backup is restored into an empty folder: "
            "set COSPONSOR_DATA_DIR to a new one, or move this one away. Nothing was changed."
        )
    held = 0
    if address.get_backend_name() != "sqlite" or Path(str(address.database)).exists():
        with _opened(address) as database, database.read() as connection:
            held = transfer.rows(connection)
    if held and address.get_backend_name() == "sqlite":
        raise WorkspaceError(
            f"The workspace at {address.database} is not empty. Move it away, or set another. Nothing was changed."
        )


def _into_server(copy: Path, address: URL) -> None:
    """The rows into the server's tables in one transaction. Those of the same backup may be there: a restore that was
    stopped after this step."""
    with _opened(_sqlite(copy)) as file, _opened(address) as server, file.read() as source, server.write() as into:
        if transfer.rows(into):
            if transfer.everything(into) != transfer.everything(source):
                raise WorkspaceError(
                    f"The workspace at {server.place} is not empty. Give it a new database. Nothing was changed."
                )
            return
        transfer.copy(source, into)
        for table in transfer.TABLES:  # the next row must not take a number that is given
            sequence = select(func.pg_get_serial_sequence(table.name, "id")).scalar_subquery()
            last = select(func.max(table.c.id)).scalar_subquery()
            into.execute(select(func.setval(sequence, func.coalesce(last, 1), last.isnot(None))))


@contextmanager
def _opened(url: URL) -> Iterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


def _sqlite(path: Path) -> URL:
    return URL.create("sqlite", database=str(path))


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
