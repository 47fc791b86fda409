"""Accepting and rebuilding in one go: either the new import is in the record, or everything is as it was."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from data.added.entries import FOLDER, Entry, path_of
from data.reading.model import ImporterError

MOST_BUILDS = 5


def accept_and_build(data_dir: Path, accept: Callable[[], Entry], build: Callable[[], object]) -> Entry:
    """Run `accept` (keeps one import), then `build` (makes the database anew and swaps it in).

    Where the build fails, the import is taken away again and the old database stays: ImporterError says why.
    A process that is stopped in between leaves a checked import behind, which the next build takes in.
    """
    entry = accept()
    try:
        build_settled(data_dir, build)
    except (ValueError, OSError) as error:
        with contextlib.suppress(OSError):
            path_of(data_dir, entry.id).unlink()
        raise ImporterError(
            "The database",
            f"it could not be built anew ({error})",
            "The old database and all earlier imports are as they were. Try again when this is mended.",
        ) from error
    return entry


def build_settled(data_dir: Path, build: Callable[[], object]) -> None:
    """Run `build`, and again where the imports have changed meanwhile.

    Another process may accept one at the same time: whichever build ends last would leave out what came after it
    had read the folder. Raises what `build` raises.
    """
    for _ in range(MOST_BUILDS):
        before = _files(data_dir)
        build()
        if _files(data_dir) == before:
            return


def _files(data_dir: Path) -> set[str]:
    folder = Path(data_dir) / FOLDER
    return {path.name for path in folder.glob("*.json")} if folder.is_dir() else set()
