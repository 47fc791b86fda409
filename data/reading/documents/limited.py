"""Runs a module of ours on a document in a process of its own, which is stopped where it takes too long."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from files import paths

_MEMORY = 2_000_000_000


def run(module: str, arguments: Sequence[str], data: bytes, seconds: float) -> bytes:
    """What the module writes on standard output when it is given `data` on standard input.

    Raises subprocess.TimeoutExpired after `seconds`; the process and all that it has started are then ended.
    """
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths.ROOT,
        start_new_session=os.name == "posix",
    ) as process:
        try:
            return process.communicate(data, timeout=seconds)[0]
        except BaseException:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            # The process began a group of its own, so that this reaches what it has started and nothing else.
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def limit_memory() -> None:
    """Limit the memory of this process and of what it starts. For the process that reads, at its start."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no such limit; the time limit still holds
