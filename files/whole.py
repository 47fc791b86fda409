"""Writes a file whole or not at all: beside it, flushed to the disk, then moved into its place.

Whatever the disk refuses is an OSError whose words name the file."""

import contextlib
import io
import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

TEMPORARY = ".part"
STALE = 60
"""Seconds after which a piece is nobody's any more: writing one takes less than a second."""
_written: ContextVar[list[Path] | None] = ContextVar("written", default=None)


@contextlib.contextmanager
def all_or_none() -> Iterator[None]:
    """Several new files as if they were one: where the block fails, those that it has written are removed again. Only
    what this block wrote, not what another process put beside it meanwhile; a file that was replaced stays."""
    outer = _written.get()
    mine: list[Path] = []
    token = _written.set(mine)
    try:
        yield
    except BaseException:
        for path in reversed(mine):
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    finally:
        _written.reset(token)
    if outer is not None:
        outer += mine


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path`. At every instant there is the old file or the new one, never a piece. Folders on the
    way are made. Raises OSError where the disk refuses; then nothing has changed."""
    try:
        _write(path, content)
    except OSError as error:
        raise _refused(path, "written", error) from error


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = not path.exists()
    fresh = path.with_name(f".{path.name[:60]}.{uuid.uuid4().hex[:8]}{TEMPORARY}")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(fresh, path)
        if new and (written := _written.get()) is not None:
            written.append(path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(fresh)
        raise
    _flush_folder(path.parent)


def move(path: Path, target: Path) -> None:
    """Move a file within one disk, in one step. Raises OSError where the disk refuses."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(path, target)
    except OSError as error:
        raise _refused(path, "moved", error) from error
    _flush_folder(path.parent)
    _flush_folder(target.parent)


def clear_leftovers(folder: Path) -> None:
    """Remove what a stopped process left half written; such pieces are never read. A young one may be what another
    process is writing just now."""
    for left in folder.glob(f".*{TEMPORARY}"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink()


def _refused(path: Path, what: str, error: OSError) -> OSError:
    return OSError(f"{path} cannot be {what}: {error.strerror or error}")


def _flush_folder(folder: Path) -> None:
    # Windows cannot flush a folder; there the move itself is as far as one can go.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def in_memory(save: Callable[[BinaryIO], object]) -> bytes:
    """What `save` writes into the file that it is given."""
    file = io.BytesIO()
    save(file)
    return file.getvalue()
