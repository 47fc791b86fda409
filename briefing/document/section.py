"""What an item of a briefing becomes: words, charts, tables and documents, whatever it is then put into."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.english import long_date
from briefing.document.documents import Document
from briefing.document.markup import Line, computed
from charts.frame.chart import Chart
from data.store import Record

Progress = Callable[[float, str], None]
"""Told how much is done (0 to 1) and what comes next."""


@dataclass(frozen=True)
class Table:
    """A table with its caption. `frame`: plain headings, one row a line."""

    caption: str
    frame: pd.DataFrame


@dataclass(frozen=True)
class Section:
    """One item, ready to be set: heading, paragraphs ("- " begins a point), charts, tables, documents. `own`: the
    user's own words, apart from the computed ones. `failed`: why the item could not be made, else "". `spoken`: what
    the user wants to say with it, for the speaker's notes alone."""

    kind: str
    title: str
    own: tuple[Line, ...] = ()
    paragraphs: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    documents: tuple[Document, ...] = ()
    failed: str = ""
    spoken: str = ""

    @property
    def words(self) -> tuple[Line, ...]:
        """All that is said in lines: the user's own, ours, and why it could not be made."""
        return (*self.own, *map(computed, filter(None, (*self.paragraphs, self.failed))))


def built_on(record: Record) -> str:
    """The day on which the record was built, in words."""
    return long_date(date.fromisoformat(record.built_on))
