"""Writes a file so that it is whole or not there, and reads what a command line gives."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put the content at `path`: written beside it, then moved there. Raises OSError that names `path`."""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}-"[:60], dir=path.parent)
    except OSError as problem:
        raise OSError(f"{path} cannot be written: {problem.strerror or problem}") from None
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(beside, 0o666 & ~_umask())  # mkstemp makes files that only the owner can read
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def target(text: str, default_name: str) -> Path:
    """The file that `--out` means: a folder gets the default name. Raises ValueError where it cannot be written."""
    path = Path(text).expanduser() if text else Path(default_name)
    if path.is_dir():
        path = path / default_name
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent} to put {path.name} into")
    return path


def extension(text: str) -> str:
    """The ending of the file that `--out` means, small and without its dot; "" for a folder or a name without one."""
    return "" if not text or Path(text).is_dir() else Path(text).suffix.lower().lstrip(".")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
