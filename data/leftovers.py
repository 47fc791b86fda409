"""Half-made databases beside the one in use: how they are named, and which of them nobody makes any more."""

import contextlib
import glob
import hashlib
import os
import platform
import re
import secrets
import time
from pathlib import Path

STALE = 3600
"""Seconds after which a half-made database is nobody's any more: a build takes a few."""
_NAME = re.compile(r"-(?P<machine>[0-9a-f]{8})-(?P<process>\d+)-[0-9a-f]{8}\.new")


def new(target: Path) -> Path:
    """A name beside `target` that nobody else has: it tells the machine and the process that build there."""
    return target.parent / f".{target.stem}-{_machine()}-{os.getpid()}-{secrets.token_hex(4)}.new"


def clear(target: Path) -> None:
    """Remove what builds that were killed have left beside `target`; what may still be written to is let alone."""
    for left in target.parent.glob(f".{glob.escape(target.stem)}-*.new*"):
        with contextlib.suppress(OSError):  # on Windows a file that is open cannot be removed
            if time.time() - left.stat().st_mtime > STALE or _abandoned(left.name):
                left.unlink()


def _abandoned(name: str) -> bool:
    """Whether the process that made it was one of this machine and is gone."""
    told = _NAME.search(name)
    return told is not None and told["machine"] == _machine() and not _lives(int(told["process"]))


def _machine() -> str:
    # in a folder that two machines share, the number of a process says nothing to the other one
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _lives(process: int) -> bool:
    if os.name == "nt":  # there os.kill(process, 0) would end it; an open file cannot be removed there anyway
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True
