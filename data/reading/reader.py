"""Reads what a person brings (a document, a pasted text, a colleague's table) in a process of its own, with limits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from data.reading.cells import Cells
from data.reading.context import Context
from data.reading.documents import scans
from data.reading.documents.parsed import Parsed
from data.reading.documents.upload import MAX_SECONDS, display_name
from data.reading.model import ImportedList, ImporterError
from data.reading.recognise import lists_in
from files import limited
from files.office import Unreadable

SECONDS = 60
"""How long a text may be read. A PDF has limits of its own, also for its scanned pages, and this long on top."""
_HEAD = 6

T = TypeVar("T")


@dataclass(frozen=True)
class Found:
    """What was recognised in a document. `head`: the first rows where it is a table; `width`: of the whole table;
    `problem`: why no list was found in it, where it is a table whose columns can be stated."""

    name: str
    sha256: str
    lists: tuple[ImportedList, ...]
    head: Cells
    width: int = 0
    problem: str = ""


def read(data: bytes, name: str, context: Context, mapping: Mapping[str, int] | None = None, who: str = "") -> Found:
    """What is recognised in a document. `mapping`: the columns of a table; `who`: whose documents are read one by one.
    Raises ImporterError (file, place, remedy) where it cannot be read within the limits, or holds no list."""
    return within_limits(partial(_read, data, name, context, mapping), data, name, who)


def within_limits(job: Callable[[], T], data: bytes, name: str, who: str = "") -> T:
    """What a job on a document returns, run in a process with limits. Raises ImporterError, and what the job raises."""
    seconds = SECONDS + (MAX_SECONDS + scans.MAX_SECONDS if b"%PDF-" in data[:1024] else 0)
    try:
        return limited.call(job, seconds, who)
    except Unreadable as error:
        raise ImporterError(display_name(name), error.place, error.remedy) from None


def prepare() -> None:
    """Start the process, so that the first document does not wait for it."""
    limited.call(_nothing)


def _nothing() -> None:
    pass


def _read(data: bytes, name: str, context: Context, mapping: Mapping[str, int] | None) -> Found:
    parsed = Parsed.of(data, name)
    lists: list[ImportedList] = []
    problem = ""
    try:
        lists = lists_in(parsed, context, mapping)
    except ImporterError as error:
        if not parsed.table:
            raise
        problem = str(error)
    rows = parsed.table
    width = max(map(len, rows), default=0)
    return Found(parsed.opened.name, parsed.opened.sha256, tuple(lists), rows[:_HEAD], width, problem)
