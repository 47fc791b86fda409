"""The UN documents that a chart or a statement rests on, for footnotes and lists of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analytics.english import long_date
from charts.frame.chart import Chart
from data.drafts import NOT_ADOPTED
from data.store import Record
from data.words import STAGES


@dataclass(frozen=True)
class Document:
    """`symbol`: as the UN cites it ("" where a list was published elsewhere); `what`: what it is; `url`: where."""

    symbol: str
    what: str
    url: str

    @property
    def line(self) -> str:
        """Symbol and what it is, in one line."""
        return f"{self.symbol}, {self.what}" if self.symbol else self.what


def behind(chart: Chart, record: Record) -> list[Document]:
    """The documents behind a chart: every resolution that it rests on, names or lists, and the lists of sponsors that
    it shows of each."""
    texts = {*named_in(chart, record), *getattr(chart, "texts", ())}
    ordered = record.with_drafts.resolutions.sort_values("adopted_on")["resolution"]
    return of_resolutions([symbol for symbol in ordered if symbol in texts], record, getattr(chart, "lists", ()))


def named_in(chart: Chart, record: Record) -> list[str]:
    """Resolutions that stand in the chart's words or in a column of its table, in order of adoption."""
    words = f"{chart.title} {chart.subtitle} {chart.note} "
    words += " ".join(map(str, chart.table.columns))
    for column in ("Resolution", "Text", "Latest text", "Best text"):
        if column in chart.table:
            words += " " + " ".join(map(str, chart.table[column]))
    ordered = record.with_drafts.resolutions.sort_values("adopted_on")["resolution"]
    return [symbol for symbol in ordered if _stands_in(symbol, words)]


def of_resolutions(resolutions: Iterable[str], record: Record, shown: Iterable[str] = ()) -> list[Document]:
    """Each resolution, followed by the documents with its sponsors: of the lists `shown` (list_id), or where none of
    these is of the text, of the list that is used."""
    record, shown = record.with_drafts, set(shown)
    texts = record.resolutions.set_index("resolution")
    every = record.lists.sort_values("used_for_analysis", ascending=False, kind="stable")
    found: dict[str, Document] = {}
    for symbol in resolutions:
        text = texts.loc[symbol]
        adopted = f"adopted {long_date(text['adopted_on'])}" if text["adoption"] != NOT_ADOPTED else NOT_ADOPTED
        what = f"{text['short_title']}, {adopted}"
        mine = every[every["resolution"] == symbol]
        chosen = mine["list_id"].isin(shown)
        mine = mine[chosen if chosen.any() else mine["used_for_analysis"] == "yes"]
        own = mine["document_symbol"].eq(symbol).any()
        found.setdefault(symbol, Document(symbol, what + (", with its sponsors" if own else ""), text["official_url"]))
        for held in mine[mine["document_symbol"] != symbol].itertuples():
            what = f"list of sponsors of {symbol} ({STAGES[held.stage]})"
            unpublished = not held.document_symbol and not held.read_at
            what += ", not published" if unpublished else ""
            document = Document(held.document_symbol, what, held.official_url or held.read_at)
            found.setdefault(f"{symbol} {held.document_symbol}", document)
    return list(found.values())


def _stands_in(symbol: str, words: str) -> bool:
    """Whether the symbol itself stands there, not only a longer one that begins alike (A/HRC/RES/7/8 in …/7/80)."""
    at = words.find(symbol)
    while at >= 0:
        after = words[at + len(symbol) : at + len(symbol) + 1]
        if not after.isdigit():
            return True
        at = words.find(symbol, at + 1)
    return False
