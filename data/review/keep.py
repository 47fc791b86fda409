"""Keeping, undoing and redoing imports together with the rebuild of the record: both happen, or neither.

Nothing is written that the record could not be built with: all rows are checked first, together with the sources and
the earlier imports. Each import is one small file, whole or not at all. A process that is stopped after writing it
leaves a checked import behind, which the next build takes in. One at a time in this process; another one may keep
something at the same time (see `_build`)."""

import tempfile
import threading
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data import build
from data.added.entries import FOLDER, UNDONE, Entry, path_of, read_all
from data.added.rows import list_id
from data.checks.problems import SourceError
from data.reading.model import ImporterError
from data.reading.text.symbols import root
from data.store import Record
from data.versions.version import keep_that_of
from files import paths, whole

Tell = Callable[[str], object]
_MOST_BUILDS = 5
_LOCK = threading.Lock()


class NotKept(Exception):
    """The record is as it was; the message says why, for the person at the screen."""


def keep(make: Callable[[], Sequence[Entry]], tell: Tell) -> list[Entry]:
    """Write the imports that `make` gives (see `accept`, `exchange`) and rebuild the record. Returns them as they are
    kept. Raises NotKept where anything fails; what had been written is then undone again."""
    # Said before anything is written: a page that has been left meanwhile ends here, with all as it was.
    tell("Checking it together with the record, and building the record anew …")
    with _LOCK:
        try:
            entries = write(paths.DATA_DIR, make())
        except (ImporterError, SourceError) as error:
            raise NotKept(str(error)) from None
        except OSError as error:
            raise NotKept(f"{_disk(error)} Nothing was kept; the record is as it was.") from None
        _rebuild(lambda: _take_back(entries))
        return entries


def write(data_dir: Path, new: Sequence[Entry]) -> list[Entry]:
    """Write imports into the user's folder, all of them or none; those without an id are given one, in their order.
    Raises ImporterError where the record could not be built with them, OSError where the disk refuses."""
    earlier = read_all(data_dir)
    taken = [*earlier, *read_all(data_dir, UNDONE)]
    made: list[Entry] = []
    for entry in new:
        if not entry.id:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            entry = replace(entry, id=_next_id([*taken, *made]), accepted_at=now)
        made.append(entry)
    if made:
        _check([*earlier, *made])
    with whole.all_or_none():
        # Texts first: a kill in between must not leave lists without their text.
        for entry in sorted(made, key=lambda e: (e.kind != "resolution", e.id)):
            whole.write(path_of(data_dir, entry.id), entry.to_bytes())
    whole.clear_leftovers(data_dir / FOLDER)
    return made


def _check(entries: Sequence[Entry]) -> None:
    """Raise ImporterError where the record could not be built with exactly these imports."""
    with tempfile.TemporaryDirectory(prefix="cosponsorship-check-") as name:
        for entry in entries:
            whole.write(path_of(Path(name), entry.id), entry.to_bytes())
        try:
            build.load(paths.SOURCES, Path(name))
        except SourceError as error:
            place = f"the record cannot be built with it ({error})"
            raise ImporterError("What you add", place, "Correct it; nothing has been kept.") from None


def _next_id(earlier: Sequence[Entry]) -> str:
    """An id later than all before it, also where two come in one second or the clock was set back."""
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    if earlier:
        last = datetime.strptime(max(e.id for e in earlier)[:15], "%Y%m%dT%H%M%S")
        now = max(now, last + timedelta(seconds=1))
    return f"{now:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"


def undo(entry_id: str, tell: Tell) -> None:
    """Take an import back and rebuild. Raises NotKept; the import then still counts."""
    _move(set_aside, bring_back, entry_id, tell)


def redo(entry_id: str, tell: Tell) -> None:
    """Bring an undone import back and rebuild. Raises NotKept; the import then stays undone."""
    _move(bring_back, set_aside, entry_id, tell)


def set_aside(data_dir: Path, entry_id: str) -> None:
    """Take an import out of what counts; `bring_back` does the opposite. Raises ImporterError."""
    path = path_of(data_dir, entry_id)
    entries = read_all(data_dir)
    entry = next((e for e in entries if e.id == entry_id), None)
    if entry is None:
        raise ImporterError(entry_id, "there is no such import", "It may have been undone already.")
    if entry.kind == "resolution":
        symbol = entry.facts["resolution"]
        if any(e.kind != "resolution" and e.facts.get("resolution") == symbol for e in entries):
            raise ImporterError(symbol, "there are lists or votes for it", "Undo those first.")
    whole.move(path, path_of(data_dir, entry_id, UNDONE))


def bring_back(data_dir: Path, entry_id: str) -> None:
    """Let an import count again that was set aside. Raises ImporterError where there is none."""
    path = path_of(data_dir, entry_id, UNDONE)
    if not path.is_file():
        raise ImporterError(entry_id, "there is no such undone import", "Choose it from the list.")
    whole.move(path, path_of(data_dir, entry_id))


def rebuild(tell: Tell) -> None:
    """Build the record from what is in the user's folder. Raises NotKept; the old record then stays."""
    tell("Building the record anew …")
    with _LOCK:
        _rebuild(lambda: None)


def behind(entries: Iterable[Entry], undone: Iterable[Entry], record: Record) -> bool:
    """Whether the record does not yet follow the user's folder: something stopped between the file and the rebuild."""
    record = record.with_drafts
    # A draft that has been adopted since stands in the record under its resolution.
    drafts = {root(symbol) for symbol in record.resolutions["draft_symbol"]}
    entries, undone = list(entries), list(undone)
    asked = [list_id(entry) for entry in (*entries, *undone) if entry.kind == "list"]
    lists = set(record.rows("lists", list_id=asked)["list_id"])
    texts = {*record.resolutions["resolution"], *drafts}
    missing = any(
        list_id(entry) not in lists
        if entry.kind == "list"
        else entry.kind == "resolution" and entry.facts["resolution"] not in texts
        for entry in entries
    )
    return missing or any(entry.kind == "list" and list_id(entry) in lists for entry in undone)


def history(folder: Path) -> list[Entry]:
    """What has been accepted, the latest first. Raises ImporterError for a damaged file."""
    return read_all(folder)[::-1]


def undone(folder: Path) -> list[Entry]:
    """Imports that were taken back, the latest first. Raises ImporterError for a damaged file."""
    return read_all(folder, UNDONE)[::-1]


def _move(there: Callable[[Path, str], None], back: Callable[[Path, str], None], entry_id: str, tell: Tell) -> None:
    tell("Building the record anew …")
    with _LOCK:
        try:
            there(paths.DATA_DIR, entry_id)
        except ImporterError as error:
            raise NotKept(str(error)) from None
        except OSError as error:
            raise NotKept(f"{_disk(error)} Nothing was changed.") from None
        _rebuild(lambda: back(paths.DATA_DIR, entry_id))


def _rebuild(take_back: Callable[[], object]) -> None:
    try:
        _build()
    except BaseException as error:
        why = _disk(error) if isinstance(error, OSError) else f"The record could not be built: {error}"
        try:
            take_back()
        except (ImporterError, OSError) as second:
            raise NotKept(
                f"{why} The record is as it was, but the file of the import could not be moved back "
                f"({second}): it will be tried again at the next build. It lies in {paths.DATA_DIR}."
            ) from error
        if not isinstance(error, (SourceError, OSError)):
            raise
        raise NotKept(f"{why} This step was taken back; the record and all earlier imports are as they were.") from None
    keep_that_of(paths.DATABASE)


def _build() -> None:
    """Build the record, and again where the imports have changed meanwhile: of several processes that keep something
    at the same time, whichever ends last would leave out what came after it had read the folder."""
    for _ in range(_MOST_BUILDS):
        before = _files()
        build.build()
        if _files() == before:
            return


def _files() -> set[str]:
    return {path.name for path in (paths.DATA_DIR / FOLDER).glob("*.json")}


def _take_back(entries: Iterable[Entry]) -> None:
    # Not by `set_aside`, which minds what else is there: this goes back to how it just was. Lists go before the
    # texts that they belong to, so that a stop in between leaves none without its text.
    for entry in sorted(entries, key=lambda entry: entry.kind == "resolution"):
        whole.move(path_of(paths.DATA_DIR, entry.id), path_of(paths.DATA_DIR, entry.id, UNDONE))


def _disk(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"The disk refused: {error.strerror or error}{where}. Free some space or check its permissions."
