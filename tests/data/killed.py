"""A process that is killed before each of its steps, without beginning anew for each of them."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterable

LARGE = 1_000_000


def before_each(steps: Iterable[str], left: Callable[[int], object], act: Callable[[], object]) -> None:
    """Run `act`. Before each call of these functions of `os` a fork of the process, which has done all that came
    before it, is ended there by SIGKILL; `left` is given the number of the step and copies what the dead one left."""
    count, busy = 0, False

    def watch(name: str) -> None:
        real = getattr(os, name)

        def call(*args, **kwargs):
            nonlocal count, busy
            if not busy:  # `left` itself opens and makes things
                busy, count = True, count + 1
                fork = os.fork()
                if not fork:
                    os.kill(os.getpid(), signal.SIGKILL)
                assert os.waitpid(fork, 0)[1] == signal.SIGKILL
                left(count)
                busy = False
            return real(*args, **kwargs)

        setattr(os, name, call)

    for name in steps:
        watch(name)
    act()


def copying() -> Callable[[str, str], object]:
    """Copies files as shutil.copy2 does; a large one that is as it was at its last copy becomes a link to that one."""
    copies: dict[tuple[int, int, int], str] = {}

    def copy(source: str, target: str) -> object:
        now = os.stat(source)
        same = (now.st_ino, now.st_size, now.st_mtime_ns)
        if same in copies:
            return os.link(copies[same], target)
        if now.st_size > LARGE:
            copies[same] = target
        return shutil.copy2(source, target)

    return copy
