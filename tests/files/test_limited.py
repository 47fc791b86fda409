"""A process with limits: it gives back what a job returns, and one that takes too long, or too much, is ended."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from data.reading.model import ImporterError, NamedState
from files import apart, limited
from files.office import Unreadable

# Jobs must be functions that the other process can find: those of the library and of the house.
LOOP = partial(exec, "while True: pass")


def test_it_gives_back_plain_values_records_and_days():
    assert limited.call(partial(sorted, [3, 1, 2])) == [1, 2, 3]
    assert limited.call(partial(NamedState, "Kenya", "KEN")) == NamedState("Kenya", "KEN")
    assert limited.call(partial(date, 2026, 11, 26)) == date(2026, 11, 26)


def test_the_next_is_answered_by_the_same_process():
    assert limited.call(os.getpid) == limited.call(os.getpid) != os.getpid()


def test_our_own_errors_are_raised_here_with_all_that_they_say():
    with pytest.raises(ImporterError) as caught:
        limited.call(partial(exec, "from data.reading.model import ImporterError as E\nraise E('f', 'p', 'r')"))
    assert (caught.value.file, caught.value.place, caught.value.remedy) == ("f", "p", "r")
    assert str(caught.value) == "f: p. r"


def test_any_other_error_is_a_sentence_with_what_to_do():
    with pytest.raises(Unreadable, match=r"damaged.*KeyError.*Open it and save it again"):
        limited.call(partial(exec, "{}['x']"))


def test_what_takes_too_long_is_ended_and_the_next_one_is_read():
    with pytest.raises(Unreadable, match="longer than 1 second"):
        limited.call(LOOP, seconds=1)
    assert limited.call(partial(len, "abc")) == 3


@pytest.mark.skipif(os.name != "posix", reason="only there a process has a limit of memory")
def test_what_takes_too_much_memory_is_told_and_the_next_one_is_read():
    with pytest.raises(Unreadable, match="too much memory"):
        limited.call(partial(bytes, 4_000_000_000))
    assert limited.call(partial(len, "abc")) == 3


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_process_that_dies_is_told_and_the_next_one_is_read():
    with pytest.raises(Unreadable, match="damaged"):
        limited.call(partial(exec, "import os\nos.kill(os.getpid(), 9)"))
    os.kill(limited.call(os.getpid), signal.SIGKILL)
    time.sleep(0.5)
    assert limited.call(partial(len, "abc")) == 3


def test_what_is_printed_is_no_answer():
    assert limited.call(partial(print, "Norway")) is None


def test_an_answer_can_name_nothing_but_our_records():
    class Evil:
        def __reduce__(self):
            return os.system, ("true",)

    with pytest.raises(pickle.UnpicklingError):
        apart._Answer(__import__("io").BytesIO(pickle.dumps(("done", Evil())))).load()
    with pytest.raises(Unreadable, match="UnpicklingError"):
        limited.call(partial(eval, "__import__('os').system"))


UNTIL = "import os, time\nwhile not os.path.exists({!r}): time.sleep(0.05)"


@pytest.fixture
def read_by_ana(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """A file of Ana's that is being read until the function given is called."""
    told = tmp_path / "enough"
    reading = threading.Thread(target=limited.call, args=(partial(exec, UNTIL.format(str(told))), 600, "Ana"))

    def end() -> None:
        told.touch()
        reading.join()

    reading.start()
    while "Ana" not in limited._busy:
        time.sleep(0.01)
    yield end
    end()


def test_others_are_read_meanwhile_and_a_persons_own_files_one_at_a_time(read_by_ana):
    assert limited.call(partial(len, "abc"), who="Ben") == 3, "though Ana's is still being read"
    seconds: list[int] = []
    second = threading.Thread(target=lambda: seconds.append(limited.call(partial(len, "abcd"), who="Ana")))
    second.start()
    second.join(0.5)
    assert seconds == []
    read_by_ana()
    second.join()
    assert seconds == [4]


def test_who_waits_too_long_is_told(read_by_ana, monkeypatch):
    monkeypatch.setattr(limited, "PATIENCE", 0.1)
    with pytest.raises(Unreadable, match="other files are being read just now"):
        limited.call(partial(len, "abc"), who="Ana")
