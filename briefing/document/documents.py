"""The UN documents that a chart or a statement rests on, for footnotes and lists of sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analytics.english import long_date
from charts.frame.chart import Chart
from data.drafts import NOT_ADOPTED
from data.store import Record
from data.tongues.speech import quoted, say
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
    """The documents behind a chart: every resolution that it shows or rests on, in order of adoption, and the lists of
    sponsors that it shows of each."""
    texts, ordered = set(chart.context.texts), record.with_drafts.resolutions.sort_values("adopted_on")["resolution"]
    return of_resolutions([symbol for symbol in ordered if symbol in texts], record, chart.context.lists)


def of_resolutions(resolutions: Iterable[str], record: Record, shown: Iterable[str] | None = None) -> list[Document]:
    """Each resolution, followed by the documents with its sponsors: of the lists `shown` (list_id) or, where none are
    given, of the list that is used."""
    record, resolutions = record.with_drafts, list(resolutions)
    columns = ["resolution", "adoption", "adopted_on", "short_title", "official_url"]
    texts = {text.resolution: text for text in record.resolutions[columns].itertuples()}
    every = record.rows("lists", resolution=sorted(set(resolutions)))
    every = every.sort_values("used_for_analysis", ascending=False, kind="stable")
    every = every[every["used_for_analysis"].eq("yes") if shown is None else every["list_id"].isin(set(shown))]
    lists: dict[str, list[Any]] = {}
    for held in every.itertuples():
        lists.setdefault(held.resolution, []).append(held)
    found: dict[str, Document] = {}
    for symbol in resolutions:
        text, mine = texts[symbol], lists.get(symbol, [])
        adopted = say("not yet adopted")
        if text.adoption != NOT_ADOPTED:
            adopted = say("adopted {day}", day=long_date(text.adopted_on))
        what = f"{quoted(text.short_title)}, {adopted}"
        if any(held.document_symbol == symbol for held in mine):
            what += say(", with its sponsors")
        found.setdefault(symbol, Document(symbol, what, text.official_url))
        for held in mine:
            if held.document_symbol == symbol:
                continue
            what = say("list of sponsors of {text} ({stage})", text=symbol, stage=say(STAGES[held.stage]))
            unpublished = not held.document_symbol and not held.read_at
            what += say(", not published") if unpublished else ""
            document = Document(
                held.document_symbol.replace(" and ", say(" and ")), what, held.official_url or held.read_at
            )
            found.setdefault(f"{symbol} {held.document_symbol}", document)
    return list(found.values())
