"""The UN documents that a chart or a statement rests on, for footnotes and lists of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charts.chart import Chart
from charts.phrases import long_date
from data.drafts import NOT_ADOPTED
from data.store import Record


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
    """The documents behind a chart: every resolution that it rests on, names or lists, and the list of sponsors used of
    each."""
    texts = {*named_in(chart, record), *getattr(chart, "texts", ())}
    ordered = record.with_drafts.resolutions.sort_values("adopted_on")["resolution"]
    return of_resolutions([symbol for symbol in ordered if symbol in texts], record)


def named_in(chart: Chart, record: Record) -> list[str]:
    """Resolutions that stand in the chart's words or in a column of its table, in order of adoption."""
    words = f"{chart.title} {chart.subtitle} {chart.note} "
    words += " ".join(map(str, chart.table.columns))
    for column in ("Resolution", "Text", "Latest text", "Best text"):
        if column in chart.table:
            words += " " + " ".join(map(str, chart.table[column]))
    ordered = record.with_drafts.resolutions.sort_values("adopted_on")["resolution"]
    return [symbol for symbol in ordered if _stands_in(symbol, words)]


def of_resolutions(resolutions: Iterable[str], record: Record) -> list[Document]:
    """Each resolution, followed by the document with the list of its sponsors that is used."""
    record = record.with_drafts
    texts = record.resolutions.set_index("resolution")
    used = record.lists[record.lists["used_for_analysis"] == "yes"].set_index("resolution")
    found: dict[str, Document] = {}
    for symbol in resolutions:
        text = texts.loc[symbol]
        adopted = f"adopted {long_date(text['adopted_on'])}" if text["adoption"] != NOT_ADOPTED else NOT_ADOPTED
        what = f"{text['short_title']}, {adopted}"
        held = used.loc[symbol] if symbol in used.index else None
        own = held is not None and held["document_symbol"] == symbol
        found.setdefault(symbol, Document(symbol, what + (", with its sponsors" if own else ""), text["official_url"]))
        if held is not None and not own:
            what = f"list of sponsors of {symbol} ({held['stage']})"
            document = Document(held["document_symbol"], what, held["official_url"] or held["read_at"])
            found.setdefault(f"{symbol} {held['document_symbol']}", document)
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
