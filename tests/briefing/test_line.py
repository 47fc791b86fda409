"""Heavy work is done one after the other, in the order of coming, and whoever waits is told how many are before."""

from __future__ import annotations

import threading
import time

import pytest

from briefing.line import Line, telling, waiting


def until(done: object, patience: float = 10) -> None:
    """Wait for what another thread is about to do."""
    end = time.monotonic() + patience
    while not done():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_work_is_done_in_the_order_of_coming_and_told_how_many_are_before() -> None:
    line, order, told = Line(), [], {name: [] for name in "abc"}
    may_end = {name: threading.Event() for name in "abc"}

    def work(name: str) -> None:
        with telling(told[name].append), line.turn():
            order.append(name)
            may_end[name].wait(10)

    threads = []
    for place, name in enumerate("abc"):
        threads.append(threading.Thread(target=work, args=name))
        threads[-1].start()
        until(lambda name=name, place=place: name in order if place == 0 else told[name])
    assert order == ["a"]
    assert told == {"a": [], "b": [1], "c": [2]}
    may_end["a"].set()
    until(lambda: order == ["a", "b"] and told["c"] == [2, 1])
    assert told["b"] == [1, 0]
    may_end["b"].set()
    until(lambda: order == ["a", "b", "c"])
    may_end["c"].set()
    for thread in threads:
        thread.join(10)
    assert told == {"a": [], "b": [1, 0], "c": [2, 1, 0]}


def test_work_that_fails_lets_the_next_have_its_turn() -> None:
    line = Line()
    with pytest.raises(ValueError, match="no"), line.turn():
        raise ValueError("no")
    with line.turn():
        pass


def test_who_waits_may_give_up() -> None:
    """A click on something else ends the run of the page where it tells."""
    line, held, may_end = Line(), threading.Event(), threading.Event()

    def hold() -> None:
        with line.turn():
            held.set()
            may_end.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)

    def gives_up(before: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError), telling(gives_up), line.turn():
        pass
    may_end.set()
    holder.join(10)
    with line.turn():
        pass


def test_waiting_in_words() -> None:
    assert [waiting(before) for before in (2, 1, 0)] == ["2 before you …", "1 before you …", ""]
