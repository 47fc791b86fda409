"""A process of its own that does one job after another, within limits of time and memory.

Whatever a job does, it stops itself and nothing else. The process waits for the next job, so that only the first costs
a start; one that took too long or too much, or that somebody ended, is followed by another."""

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
import weakref
from collections.abc import Callable
from typing import IO, Any, TypeVar

from files import paths

TOO_LONG, TOO_LARGE = "too long", "too large"
_LONGEST_ANSWER = 200_000_000
_OURS = {"briefing", "data", "files", "workspace"}

T = TypeVar("T")
_answers: IO[bytes] | None = None
_all: "weakref.WeakSet[Process]" = weakref.WeakSet()


class Ended(Exception):
    """The job was not done. `why`: TOO_LONG, TOO_LARGE, or the name of what went wrong."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Process:
    """Does one job after another; started with the first one, and again after its end.

    `memory`: bytes of address space (Windows and macOS know no such limit for a process; there the limit of time is
    what holds). `kept`: a process that still holds more bytes of memory than this after a job is not kept for the next.
    `name`: what it does, to be seen in a list of processes."""

    def __init__(self, name: str, memory: int, kept: int) -> None:
        self._name, self._memory, self._kept = name, memory, kept
        self._process: subprocess.Popen[bytes] | None = None
        _all.add(self)

    @property
    def lives(self) -> bool:
        """Whether it waits for the next job."""
        return self._process is not None and self._process.poll() is None

    def do(self, job: Callable[[], T], seconds: float, told: Callable[..., None] | None = None) -> T:
        """What `job`, a function of ours or a partial of one, returns when it runs there. `told` is called with what
        the job gives to `tell`; what it raises ends the job. Raises what the job raises of the errors that we have
        made, and Ended. Not to be called twice at the same time."""
        asked = pickle.dumps((seconds, self._memory, pickle.dumps(job)))
        if self._process is None or not self.lives:
            self._process = started("-c", "from files import apart; apart.main()", self._name)
        began = time.monotonic()
        late = threading.Timer(seconds, self.end)
        late.start()
        try:
            assert self._process.stdin
            assert self._process.stdout
            _send(self._process.stdin, asked)
            while (answer := _Answer(io.BytesIO(_receive(self._process.stdout))).load())[0] == "told":
                if told:
                    told(*answer[1])
        except (OSError, EOFError, pickle.UnpicklingError) as problem:
            self.end()
            raise Ended(TOO_LONG if time.monotonic() - began >= seconds else type(problem).__name__) from None
        except BaseException:  # nobody waits for it any more
            self.end()
            raise
        finally:
            late.cancel()
        kind, said, taken = answer
        if kind == TOO_LARGE or taken > self._kept:
            self.end()
        if kind == "raised":
            made, arguments, fields = said
            error: Exception = made.__new__(made, *arguments)
            error.__dict__.update(fields)
            raise error
        if kind != "done":
            raise Ended(said)
        done: T = said
        return done

    def end(self) -> None:
        """End it at once, with all that it has started."""
        if self._process is not None:
            end(self._process)

    def close(self) -> None:
        """Let it end by itself where nothing is being done; the next job starts another."""
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                self._process.stdin.close()
                self._process.wait(5)
        self.end()


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


def started(*arguments: str, silent: bool = False) -> subprocess.Popen[bytes]:
    """A Python process that leads a group of its own, asked on standard input; `silent`: its errors are not heard."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if silent else None,
        cwd=paths.ROOT,
        start_new_session=os.name == "posix",
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started so, with all that it has started, at once."""
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            # The process began a group of its own, so that this reaches what it has started and nothing else.
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def limit(seconds: float, memory: int) -> None:
    """Limit the memory of this process, and the time for which it may still compute should nobody end it; of what it
    starts, too."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory, most))
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 5, most))


def tell(*said: Any) -> None:
    """Tell whoever waits for the job how far it is: plain values. Only within a job."""
    assert _answers
    _send(_answers, pickle.dumps(("told", said)))


def _answer(job: bytes) -> bytes:
    try:
        return pickle.dumps(("done", pickle.loads(job)(), _taken()))
    except MemoryError:
        return pickle.dumps((TOO_LARGE, TOO_LARGE, 0))
    except Exception as error:
        if type(error).__module__.split(".")[0] in _OURS:
            return pickle.dumps(("raised", (type(error), error.args, error.__dict__), _taken()))
        traceback.print_exc()
        return pickle.dumps(("failed", type(error).__name__, _taken()))


def _taken() -> int:
    """Bytes of memory that this process holds; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGESIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def main() -> None:
    """Do the jobs that come on standard input until no more come."""
    global _answers
    # What a library prints is no answer.
    _answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(EOFError):
        while True:
            seconds, memory, job = pickle.loads(_receive(sys.stdin.buffer))
            limit(seconds, memory)
            _send(_answers, _answer(job))


@atexit.register
def close() -> None:
    """End all that wait."""
    for process in _all:
        process.close()
