"""Runs what reads a file from elsewhere in a process of its own, with limits of time and memory.

Whatever such a file holds, it stops the reading of itself and nothing else. A process that has read one waits for the
next, so that only the first costs a start; one that took too long or too much is ended.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, TypeVar

from files import paths
from files.office import Unreadable

MEMORY = 1_500_000_000
"""Bytes of address space. Windows and macOS know no such limit for a process; there the limit of time is what holds."""
SECONDS = 60
MOST = 2
"""How many files are read at the same time, each for another person."""
PATIENCE = 120
"""Seconds to wait for one's turn."""
KEPT = 400_000_000
"""A process that still holds more memory than this after a file is not kept for the next one."""
_LONGEST_ANSWER = 200_000_000
_OURS = {"data", "files", "workspace"}

T = TypeVar("T")
_turns = threading.Condition()
_busy: set[str] = set()
_waiting: list[_Reader] = []


def call(job: Callable[[], T], seconds: float = SECONDS, who: str = "") -> T:
    """What `job`, a function of ours or a partial of one, returns when it runs within the limits.

    `who`: one person's files are read one at a time. Raises what the job raises of the errors that we have made, and
    Unreadable where it took too long or too much memory, where anything else went wrong, and where others' turns last.
    """
    asked = pickle.dumps((seconds, job))
    with _turn(who):
        reader = _waiting.pop() if _waiting else _Reader()
        kind, said = reader.ask(asked, seconds)
        if reader.lives:
            _waiting.append(reader)
    if kind == "raised":
        made, arguments, fields = said
        error: Exception = made.__new__(made, *arguments)
        error.__dict__.update(fields)
        raise error
    if kind == "too long":
        raise Unreadable(f"it took longer than {seconds:.0f} seconds to read", "Save only the part with the list.")
    if kind == "too large":
        raise Unreadable("it takes too much memory to read", "Save only the part with the list, or paste its text.")
    if kind == "failed":
        raise Unreadable(f"it is damaged, or of a kind that is not known ({said})", "Open it and save it again.")
    answer: T = said
    return answer


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


class _Reader:
    """A process that answers one question after another."""

    def __init__(self) -> None:
        self._process = _started("files.limited")

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def ask(self, asked: bytes, seconds: float) -> tuple[str, Any]:
        if not self.lives:  # ended by somebody while it waited
            self._process = _started("files.limited")
        began = time.monotonic()
        late = threading.Timer(seconds, self.end)
        late.start()
        try:
            assert self._process.stdin
            assert self._process.stdout
            _send(self._process.stdin, asked)
            answer: tuple[str, Any] = _Answer(io.BytesIO(_receive(self._process.stdout))).load()
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.end()
            return ("too long", None) if time.monotonic() - began >= seconds else ("failed", type(error).__name__)
        finally:
            late.cancel()
        if answer[0] == "too large":
            self.end()
        return answer

    def end(self) -> None:
        _end(self._process)


class _Answer(pickle.Unpickler):
    """What a process has answered, which may have read anything: plain values, our records and errors, nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in {("datetime", "date"), ("datetime", "datetime")}:
            return super().find_class(module, name)
        if module.split(".")[0] in _OURS:
            found = super().find_class(module, name)
            if isinstance(found, type) and (hasattr(found, "__dataclass_fields__") or issubclass(found, Exception)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no answer")


def _send(stream: IO[bytes], content: bytes) -> None:
    stream.write(len(content).to_bytes(8, "big") + content)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    """Raises EOFError where nothing more comes, or too much."""
    length = int.from_bytes(head, "big") if len(head := stream.read(8)) == 8 else _LONGEST_ANSWER + 1
    if length > _LONGEST_ANSWER or len(content := stream.read(length)) < length:
        raise EOFError
    return content


def run(module: str, arguments: Sequence[str], data: bytes, seconds: float) -> bytes:
    """What a module of ours writes on standard output when it is given `data` on standard input.

    Raises subprocess.TimeoutExpired after `seconds`; the process and all that it has started are then ended.
    """
    with _started(module, *arguments) as process:
        try:
            return process.communicate(data, timeout=seconds)[0]
        except BaseException:
            _end(process)
            raise


def _started(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if module == "files.limited" else subprocess.DEVNULL,
        cwd=paths.ROOT,
        start_new_session=os.name == "posix",
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            # The process began a group of its own, so that this reaches what it has started and nothing else.
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def limit(seconds: float) -> None:
    """Limit the memory of this process, and the time for which it may still compute should nobody end it; of what it
    starts, too."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 5, most))


def _answer(job: Callable[[], object]) -> bytes:
    try:
        return pickle.dumps(("done", job()))
    except MemoryError:
        return pickle.dumps(("too large", None))
    except Exception as error:
        if type(error).__module__.split(".")[0] in _OURS:
            return pickle.dumps(("raised", (type(error), error.args, error.__dict__)))
        traceback.print_exc()
        return pickle.dumps(("failed", type(error).__name__))


def _taken() -> int:
    """Bytes of memory that this process holds; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGESIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def _main() -> None:
    # What a library prints is no answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(EOFError):
        while _taken() < KEPT:
            seconds, job = pickle.loads(_receive(sys.stdin.buffer))
            limit(seconds)
            _send(answers, _answer(job))


@atexit.register
def close() -> None:
    """End the processes that wait; the next file starts a new one."""
    while _waiting:
        _waiting.pop().end()


if __name__ == "__main__":
    _main()
