"""Everything that can be asked: each text, pair, body and stage, and periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, combinations_with_replacement

from tests.oracle.cells import offered
from tests.oracle.changes import comparable
from tests.oracle.record import Record
from tests.oracle.said.sentences import Ask

BODIES = ("GA", "CHR", "HRC")


def series(record: Record) -> Iterator[Ask]:
    """Each body at each stage that it offers."""
    for body in BODIES:
        for stage in offered(record, body):
            yield Ask(record, body, stage)


def texts(record: Record) -> Iterator[Ask]:
    for ask in series(record):
        for text in ask.texts:
            yield replace(ask, text=text)


def pairs(record: Record) -> Iterator[Ask]:
    """Each two texts whose lists can be compared at the stage."""
    for ask in series(record):
        for before, text in combinations(ask.texts, 2):
            if comparable(record, before, text, ask.stage):
                yield replace(ask, text=text, before=before)


def periods(record: Record, step: int = 3) -> Iterator[Ask]:
    """Periods from the year of one text to that of another, each of the texts at both ends, and the whole."""
    for ask in series(record):
        years = sorted({text.year for text in ask.texts})
        for n, (since, until) in enumerate(combinations_with_replacement(years, 2)):
            if n % step == 0 or (since, until) == (years[0], years[-1]):
                yield replace(ask, since=since, until=until)
