"""A round of fetching: one document after another, until none is left or somebody stops it; it can go on later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from data.fetch import contents
from data.fetch.client import Client
from data.fetch.hosts import LANGUAGES
from data.fetch.plan import Wanted, after, drafts_of
from data.fetch.refusal import REMEDIES, Refusal
from data.fetch.store import Held, Store, held_as
from data.reading.context import Context
from data.reading.model import ImportedList

RECOGNISED, NO_LIST, NOT_THERE, REFUSED = "list recognised", "no list in it", "not there", "refused"
_CLOSED = ("out of reach", "not trusted")
_ELSEWHERE_TOO = (*_CLOSED, "for browsers", "busy", "too slow", "elsewhere", "no document", "too large")
"""What is wrong with the way and not with the document: another language would be no better."""
"""After which a host is not asked again in this round."""

Tell = Callable[[str], object]
"""Told in a few words what is being done; what it raises ends the document in hand, of which nothing is kept."""


@dataclass(frozen=True)
class Result:
    """What became of one document. `status`: RECOGNISED, NO_LIST, NOT_THERE or REFUSED; `symbol`: under which it was
    asked for; `lists`: with the text that each is about; `fresh`: it was fetched now and not held already."""

    wanted: Wanted
    status: str
    symbol: str
    language: str = ""
    held: Held | None = None
    lists: tuple[ImportedList, ...] = ()
    reason: str = ""
    remedy: str = ""
    fresh: bool = False


@dataclass
class Round:
    """The documents still to fetch and what became of the others. `again`: ask also for what is held already."""

    todo: list[Wanted]
    languages: Sequence[str] = tuple(LANGUAGES)
    again: bool = False
    results: list[Result] = field(default_factory=list)
    closed: dict[str, Refusal] = field(default_factory=dict)

    def step(self, client: Client, store: Store, context: Context, tell: Tell = lambda words: None) -> Result:
        """Fetch and read the next document. Raises OSError where the disk refuses, and what `tell` raises; the document
        then is the next one still."""
        wanted = self.todo[0]
        result = self._one(wanted, client, store, context, tell)
        self.results.append(result)
        known = {one.symbol for one in self.todo} | {one.wanted.symbol for one in self.results}
        self.todo[:1] = [one for one in _on_the_way(result, context) if one.symbol not in known]
        return result

    @property
    def refused(self) -> list[Wanted]:
        """The documents that were refused, for reasons that may have passed."""
        return [one.wanted for one in self.results if one.status == REFUSED]

    def ask_again(self) -> None:
        """Put the documents that were refused back among those to fetch, and ask hosts that were out of reach anew."""
        self.todo += self.refused
        self.results = [one for one in self.results if one.status != REFUSED]
        self.closed.clear()

    def _one(self, wanted: Wanted, client: Client, store: Store, context: Context, tell: Tell) -> Result:
        languages = wanted.languages(self.languages)
        read = partial(_read, wanted, context=context, strict=True)
        refused: Refusal | None = None
        for symbol in filter(None, (wanted.symbol, wanted.also)):
            if not self.again and (held := store.find(symbol, self.languages)):
                tell(f"Reading {symbol}, which is held …")
                return _read(wanted, held, store.read(held) or b"", context)
            for language in languages:
                tell(f"Asking for {symbol} in {LANGUAGES.get(language, language)} …")
                try:
                    result, data = self._ask(client, symbol, language, read, tell)
                except Refusal as error:
                    refused = error if refused is None or refused.kind == "not there" else refused
                    if error.kind in _ELSEWHERE_TOO:
                        return _refused(wanted, symbol, refused)
                    continue
                return replace(result, held=result.held and store.keep(data, result.held))
        return _refused(wanted, wanted.symbol, refused)

    def _ask(
        self, client: Client, symbol: str, language: str, read: Callable[[Held, bytes], Result], tell: Tell
    ) -> tuple[Result, bytes]:
        """One document in one language, from the first host that gives it. Raises Refusal: that of the first host."""
        refused: Refusal | None = None
        for host in client.hosts:
            if host.name in self.closed:
                refused = refused or self.closed[host.name]
                continue
            try:
                answer = client.get(host, symbol, language, lambda size: tell(f"{symbol}: {size / 1e6:.1f} MB …"))
                tell(f"Reading {symbol} …")
                day = datetime.now(UTC).isoformat(timespec="seconds")
                held = held_as(answer.data, symbol, language, answer.address, day)
                return replace(read(held, answer.data), fresh=True), answer.data
            except Refusal as error:
                refused = error if refused is None or refused.kind == "not there" else refused
                if error.kind in _CLOSED:
                    self.closed[host.name] = error
                if error.kind in ("not there", "too large") and not host.mirror:
                    break
        assert refused is not None, "there is a host"
        raise refused


def _read(wanted: Wanted, held: Held, data: bytes, context: Context, strict: bool = False) -> Result:
    """What is in a document. With `strict` Refusal goes on; else, for one that is held, it is the result."""
    try:
        lists = contents.read(data, held.symbol, wanted, context)
    except Refusal as error:
        if strict:
            raise
        return replace(_refused(wanted, held.symbol, error), language=held.language, held=held)
    if not lists:
        return Result(
            wanted,
            NO_LIST,
            held.symbol,
            held.language,
            held,
            reason="no list of sponsors was found in it",
            remedy="If there is one, paste the passage with the names.",
        )
    return Result(wanted, RECOGNISED, held.symbol, held.language, held, lists)


def _refused(wanted: Wanted, symbol: str, error: Refusal | None) -> Result:
    kind = error.kind if error else "not there"
    sentence = error.sentence if error else "it was not found"
    remedy = error.remedy if error else REMEDIES[kind]
    status = NOT_THERE if kind == "not there" else REFUSED
    if not wanted.known and status == NOT_THERE:
        remedy = "Nothing: it need not exist."
    return Result(wanted, status, symbol, reason=sentence, remedy=remedy)


def _on_the_way(result: Result, context: Context) -> list[Wanted]:
    """What to ask for now that this document is there: the next of its kind, and the drafts that a report names."""
    if result.held is None or result.status == REFUSED:
        return []
    found = list(after(result.wanted))
    for one in result.lists:
        row = context.resolution(one.resolution)
        if row and one.resolution in result.wanted.resolutions and not row["draft_symbol"] and one.document_symbol:
            found += drafts_of([one.document_symbol], one.resolution)
    return found
