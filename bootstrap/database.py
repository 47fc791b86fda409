"""Decides whether the database must be built again, and has it built."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from bootstrap.commands import environment_for
from bootstrap.talk import SetupError, say

# What the user imports is text; a workspace file or a PDF in the same folder must not cause a new build.
IMPORTED = (".csv", ".json")


def inputs(root: Path, user_folder: Path) -> Iterator[Path]:
    """Yield every file the database is built from: sources, geography, the code in data/, the measures, imports."""
    data = root / "data"
    for folder in (data / "sources", data / "geo"):
        yield from (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    yield from data.rglob("*.py")
    yield from (root / "analytics" / "measures").glob("*.sql")
    single = (data / "schema.sql", data / "languages.csv", data / "topics.csv", root / "datapackage.json")
    yield from (path for path in single if path.is_file())
    yield from (path for path in user_folder.rglob("*") if path.suffix in IMPORTED and path.is_file())


def fingerprint(files: Iterable[Path]) -> str:
    """Return a hash of the names and contents of files; the order in which they come does not matter."""
    digest = hashlib.sha256()
    for path in sorted(set(files)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def stamp_path(database: Path) -> Path:
    """Return the file beside a database that holds the fingerprints of what it was built from, and of itself."""
    return database.with_name(database.name + ".built-from")


def is_current(database: Path, print_now: str) -> bool:
    """Whether the database is there, built from inputs with this fingerprint, and as whole as it was then."""
    stamp = stamp_path(database)
    return database.is_file() and stamp.is_file() and stamp.read_text() == _stamp(database, print_now)


def note_built(database: Path, print_before: str) -> None:
    """Write down what a database was built from; `print_before` is the fingerprint taken before the build.

    A disk that is full by then only costs another build at the next start.
    """
    if database.is_file():
        with contextlib.suppress(OSError):
            stamp_path(database).write_text(_stamp(database, print_before))


def _stamp(database: Path, print_of_inputs: str) -> str:
    # A file that was damaged or cut off would otherwise be taken for the record at every start.
    return f"{print_of_inputs}\n{hashlib.sha256(database.read_bytes()).hexdigest()}\n"


def ensure(python: Path, root: Path, database: Path, user_folder: Path) -> None:
    """Build the database where it is missing or damaged, or its inputs have changed.

    Where the build refuses the inputs, an older database stays in use and the reasons are shown; SetupError
    where there is none.
    """
    now = fingerprint(inputs(root, user_folder))
    if is_current(database, now):
        return
    say("Building the database …")
    done = subprocess.run(
        [str(python), "-m", "data.build"],
        cwd=root,
        env=environment_for(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        note_built(database, now)
        return
    if not database.is_file():
        raise SetupError(f"The database could not be built:\n{done.stdout.strip()}")
    say(f"{done.stdout.strip()}\nThe database was not rebuilt: the dashboard shows the record as it was.")
