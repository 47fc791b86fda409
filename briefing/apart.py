"""Whole documents, letters and workbooks are made in a process of their own, one at a time: pages go on meanwhile."""

import contextlib
import os
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from briefing.line import BRIEFINGS
from data.tongues.speech import language, speaking
from files import apart
from files.apart import tell

__all__ = ["NotMade", "made", "tell"]

MEMORY, KEPT = 8_000_000_000, 1_000_000_000
"""Bytes; as files.apart.Process has them. The browser that draws for it has a memory of its own."""
SECONDS = 600
IDLE = 300
"""Seconds without a document after which the process ends, and gives its memory back."""
NICE = 5
"""Pages go before documents, and documents before the browser that draws for them."""
_WHY = {
    apart.TOO_LONG: f"This took longer than {SECONDS // 60} minutes and was stopped. Make it of fewer items or States.",
    apart.TOO_LARGE: "This takes too much memory and was stopped. Make it of fewer items or States.",
}

T = TypeVar("T")
_process = apart.Process("documents", MEMORY, KEPT)
_ending = threading.Timer(IDLE, lambda: None)


class NotMade(RuntimeError):
    """Nothing was made; the message says why, and what to do."""


def made(make: Callable[[], T], told: Callable[[float, str], None] | None = None) -> T:
    """What `make` returns, a function of ours or a partial of one, in its turn (briefing.line) and in the language in
    force. It may be given a record, which opens its file once more, plain values, and `tell`, whose words come to
    `told`. Raises NotMade, and what `make` raises of the errors that we have made."""
    with BRIEFINGS.turn():
        try:
            return _process.do(partial(_later, language(), make), SECONDS, told)
        except apart.Ended as ended:
            usual = f"The process that makes documents ended before it was done ({ended.why}). Press once more."
            raise NotMade(_WHY.get(ended.why, usual)) from None
        finally:
            _end_later()


def _end_later() -> None:
    global _ending
    _ending.cancel()
    _ending = threading.Timer(IDLE, _end)
    _ending.daemon = True
    _ending.start()


def _end() -> None:
    with BRIEFINGS.turn():
        _process.close()


def _later(tongue: str, make: Callable[[], T]) -> T:
    with contextlib.suppress(AttributeError, OSError):  # not on Windows
        os.setpriority(os.PRIO_PROCESS, 0, NICE)
    with speaking(tongue):
        return make()
