"""Lines in which heavy work waits: one after the other, in the order of coming, told how many are before it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[int], None]
_TOLD: ContextVar[Told | None] = ContextVar("told", default=None)


@contextmanager
def telling(told: Told) -> Iterator[None]:
    """Within the block, whoever waits in a line is told by `told` how many are before, and 0 when it is its turn."""
    token = _TOLD.set(told)
    try:
        yield
    finally:
        _TOLD.reset(token)


class Line:
    """A line for one kind of work, of which one is done at a time."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._waiting: list[object] = []

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and have it for the block. Not to be asked for again within it."""
        mine, told, last = object(), _TOLD.get(), 0
        with self._moved:
            self._waiting.append(mine)
        try:
            while before := self._before(mine, last):
                last = before
                if told:
                    told(before)
            if told and last:
                told(0)
            yield
        finally:
            with self._moved:
                self._waiting.remove(mine)
                self._moved.notify_all()

    def _before(self, mine: object, last: int) -> int:
        """How many are before, once that is another number than `last`."""
        with self._moved:
            while (before := self._waiting.index(mine)) and before == last:
                self._moved.wait()
            return before


PICTURES, PRINTS, BRIEFINGS = Line(), Line(), Line()
"""Figures that the browser draws; pages that it prints; all that is made whole (briefing.apart)."""


def waiting(before: int) -> str:
    """ "2 before you" while one waits; "" when it is one's turn."""
    return f"{before} before you …" if before else ""
