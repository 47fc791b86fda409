"""Runs what reads a file from elsewhere in a process of its own, with limits of time and memory (files.apart).

Whatever such a file holds, it stops the reading of itself and nothing else."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from files import apart
from files.office import Unreadable

MEMORY = 1_500_000_000
SECONDS = 60
MOST = 2
"""How many files are read at the same time, each for another person."""
PATIENCE = 120
"""Seconds to wait for one's turn."""
KEPT = 400_000_000
"""Bytes of memory; as files.apart.Process has it."""

T = TypeVar("T")
_turns = threading.Condition()
_busy: set[str] = set()
_waiting: list[apart.Process] = []


def call(job: Callable[[], T], seconds: float = SECONDS, who: str = "") -> T:
    """What `job`, a function of ours or a partial of one, returns when it runs within the limits. `who`: one person's
    files are read one at a time. Raises what the job raises of the errors that we have made, and Unreadable where it
    took too long or too much memory, where anything else went wrong, and where others' turns last."""
    with _turn(who):
        reader = _waiting.pop() if _waiting else apart.Process("reads", MEMORY, KEPT)
        try:
            return reader.do(job, seconds)
        except apart.Ended as ended:
            raise _told(ended.why, seconds) from None
        finally:
            _waiting.append(reader)


def _told(why: str, seconds: float) -> Unreadable:
    if why == apart.TOO_LONG:
        return Unreadable(f"it took longer than {seconds:.0f} seconds to read", "Save only the part with the list.")
    if why == apart.TOO_LARGE:
        return Unreadable("it takes too much memory to read", "Save only the part with the list, or paste its text.")
    return Unreadable(f"it is damaged, or of a kind that is not known ({why})", "Open it and save it again.")


@contextlib.contextmanager
def _turn(who: str) -> Iterator[None]:
    with _turns:
        if not _turns.wait_for(lambda: who not in _busy and len(_busy) < MOST, PATIENCE):
            raise Unreadable("other files are being read just now", "Try again in a minute.")
        _busy.add(who)
    try:
        yield
    finally:
        with _turns:
            _busy.discard(who)
            _turns.notify_all()


def run(module: str, arguments: Sequence[str], data: bytes, seconds: float) -> bytes:
    """What a module of ours writes on standard output when it is given `data` on standard input. Raises
    subprocess.TimeoutExpired after `seconds`; the process and all that it has started are then ended."""
    with apart.started("-m", module, *arguments, silent=True) as process:
        try:
            return process.communicate(data, timeout=seconds)[0]
        except BaseException:
            apart.end(process)
            raise


def limit(seconds: float) -> None:
    """Limit this process as one that reads a file."""
    apart.limit(seconds, MEMORY)
