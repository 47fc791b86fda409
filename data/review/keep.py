"""Keeping, undoing and redoing imports together with the rebuild of the record: both happen, or neither.

One at a time: two rebuilds at once could leave the record without the later import.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from data import build
from data.added.entries import UNDONE, Entry, path_of, read_all
from data.added.rows import list_id
from data.checks.problems import SourceError
from data.reading.model import ImporterError
from data.reading.text.symbols import root
from data.review import accept
from data.review.commit import build_settled
from data.store import Record
from files import paths, whole

Tell = Callable[[str], object]
_LOCK = threading.Lock()


class NotKept(Exception):
    """The record is as it was; the message says why, for the person at the screen."""


def keep(add: Callable[[Path], Sequence[Entry]], tell: Tell) -> Sequence[Entry]:
    """Write imports by `add` (the user's folder -> the entries written) and rebuild the record.

    Returns the entries. Raises NotKept where anything fails; what had been written is then undone again.
    """
    with _LOCK:
        tell("Checking it together with the record …")
        try:
            with whole.all_or_none():
                entries = add(paths.DATA_DIR)
        except (ImporterError, SourceError) as error:
            raise NotKept(str(error)) from None
        except OSError as error:
            raise NotKept(f"{_disk(error)} Nothing was kept; the record is as it was.") from None
        _rebuild(tell, lambda: _take_back(entries))
        return entries


def undo(entry_id: str, tell: Tell) -> None:
    """Take an import back and rebuild. Raises NotKept; the import then still counts."""
    _move(accept.undo, accept.redo, entry_id, tell)


def redo(entry_id: str, tell: Tell) -> None:
    """Bring an undone import back and rebuild. Raises NotKept; the import then stays undone."""
    _move(accept.redo, accept.undo, entry_id, tell)


def rebuild(tell: Tell) -> None:
    """Build the record from what is in the user's folder. Raises NotKept; the old record then stays."""
    with _LOCK:
        _rebuild(tell, lambda: None)


def behind(entries: Iterable[Entry], undone: Iterable[Entry], record: Record) -> bool:
    """Whether the record does not yet follow the user's folder: something stopped between the file and the rebuild."""
    record = record.with_drafts
    # A draft that has been adopted since stands in the record under its resolution.
    lists, drafts = set(record.lists["list_id"]), {root(symbol) for symbol in record.resolutions["draft_symbol"]}
    texts = {*record.resolutions["resolution"], *drafts}
    missing = any(
        list_id(entry) not in lists
        if entry.kind == "list"
        else entry.kind == "resolution" and entry.facts["resolution"] not in texts
        for entry in entries
    )
    return missing or any(entry.kind == "list" and list_id(entry) in lists for entry in undone)


def undone(folder: Path) -> list[Entry]:
    """Imports that were taken back, the latest first. Raises ImporterError for a damaged file."""
    return read_all(folder, UNDONE)[::-1]


def _move(there: Callable, back: Callable, entry_id: str, tell: Tell) -> None:
    with _LOCK:
        try:
            there(paths.DATA_DIR, entry_id)
        except ImporterError as error:
            raise NotKept(str(error)) from None
        except OSError as error:
            raise NotKept(f"{_disk(error)} Nothing was changed.") from None
        _rebuild(tell, lambda: back(paths.DATA_DIR, entry_id))


def _rebuild(tell: Tell, take_back: Callable[[], object]) -> None:
    tell("Building the record anew …")
    try:
        build_settled(paths.DATA_DIR, build.build)
    except (SourceError, OSError) as error:
        why = _disk(error) if isinstance(error, OSError) else f"The record could not be built: {error}"
        try:
            take_back()
        except (ImporterError, OSError) as second:
            raise NotKept(
                f"{why} The record is as it was, but the file of the import could not be moved back "
                f"({second}): it will be tried again at the next build. It lies in {paths.DATA_DIR}."
            ) from None
        raise NotKept(f"{why} This step was taken back; the record and all earlier imports are as they were.") from None


def _take_back(entries: Iterable[Entry]) -> None:
    # Not by accept.undo, which minds what else is there: this goes back to how it just was. Lists go before the
    # texts that they belong to, so that a stop in between leaves none without its text.
    for entry in sorted(entries, key=lambda entry: entry.kind == "resolution"):
        whole.move(path_of(paths.DATA_DIR, entry.id), path_of(paths.DATA_DIR, entry.id, UNDONE))


def _disk(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"The disk refused: {error.strerror or error}{where}. Free some space or check its permissions."
