"""Which documents would settle which texts, before anything is asked for.

Known are those that the record names: a text's draft, its report, what its lists were read in. Others may exist: a
revision, an addendum with further sponsors, the report of the Council's session. Of those only the first is asked
for, and the next one when it is there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.drafts import NOT_ADOPTED
from data.fetch.hosts import LANGUAGES
from data.reading.context import Context
from data.reading.model import ImporterError
from data.reading.text import symbols

_OTHER_SYMBOL = re.compile(r"\s*\(([^)]*/[^)]*)\)")  # E/2000/23 (E/CN.4/2000/167); but not A/60/509/Add.2 (Part II)
_LAST = re.compile(r"(?P<rest>.*/(?P<kind>Rev|Add)\.)(?P<number>\d+)")
_FORM = re.compile(r"[A-Za-z]{1,6}(?:/[\w.()\- ]+)+")
_SESSION_REPORTS_SINCE = 16
"""From this session of the Council on, the report of session N is A/HRC/N/2."""
_MOST = 9


@dataclass(frozen=True)
class Wanted:
    """A document to fetch. `kind` for people; `resolutions`: the texts it may settle; `known`: the record names it;
    `also`: another symbol that the same document carries."""

    symbol: str
    kind: str
    resolutions: tuple[str, ...] = ()
    known: bool = True
    also: str = ""

    def languages(self, chosen: Sequence[str]) -> Sequence[str]:
        """Those to ask for: a document that may not exist only in the first, as all are issued together."""
        return chosen if self.known else chosen[:1]


def of_symbols(given: Iterable[str], context: Context) -> tuple[Wanted, ...]:
    """The documents of these symbols and no others. Raises ImporterError for what is no symbol."""
    made = []
    for symbol in given:
        if not _FORM.fullmatch(symbol.strip()) or ".." in symbol:
            raise ImporterError(symbol, "it is no symbol of a document", "Write it like A/C.3/76/L.28.")
        text = context.resolution_of(symbol)
        made.append(Wanted(_plain(symbol), _kind(symbol), (text,) if text else ()))
    return joined(made)


def missing(context: Context) -> list[str]:
    """The texts without a complete list, the latest first."""
    lacking = [r for r in context.resolutions if r["sponsor_coverage"] != "complete"]
    return [r["resolution"] for r in sorted(lacking, key=lambda r: r["adopted_on"], reverse=True)]


def of_texts(resolutions: Iterable[str], context: Context) -> tuple[Wanted, ...]:
    """The documents that would settle these texts. Raises ImporterError for a text that is not in the record."""
    made: list[Wanted] = []
    for resolution in resolutions:
        row = context.resolution(resolution)
        if row is None:
            raise ImporterError(resolution, "it is not in the record", "Write it like A/RES/76/174.")
        held = [r["document_symbol"] for r in context.lists if r["resolution"] == resolution]
        named = [row["draft_symbol"], resolution if row["adoption"] == NOT_ADOPTED else "", *_parts(held)]
        made += drafts_of(named, resolution) + _reports(row, held)
    return joined(made)


def after(found: Wanted) -> tuple[Wanted, ...]:
    """What may exist once this document is there: the next of its kind, and further sponsors of a revision."""
    match = _LAST.fullmatch(found.symbol)
    if found.known or not match or int(match["number"]) >= _MOST:
        return ()
    following = [replace(found, symbol=f"{match['rest']}{int(match['number']) + 1}")]
    if match["kind"] == "Rev":
        following.append(Wanted(f"{found.symbol}/Add.1", _kind(f"{found.symbol}/Add.1"), found.resolutions, False))
    return tuple(following)


def fewest_and_most_requests(asked: Sequence[Wanted], languages: Sequence[str] = tuple(LANGUAGES)) -> tuple[int, int]:
    """How many requests documents that are not held take: if each known one is there in the first language, and if
    it is in none of them. Redirects, further tries and what is found on the way come on top."""
    most = sum(len(one.languages(languages)) * (2 if one.also else 1) for one in asked)
    return len(asked), most


def drafts_of(named: Sequence[str], resolution: str) -> list[Wanted]:
    """The drafts of a text, of whose documents some are named: each version of it, and what may exist besides."""
    known = [_plain(one) for one in named if symbols.DRAFT.fullmatch(_plain(one))]
    made = []
    for root in dict.fromkeys(symbols.root(one) for one in known):
        mine = [one for one in known if symbols.root(one) == root]
        latest = max((int(m[1]) for one in mine if (m := re.search(r"/Rev\.(\d+)", one))), default=0)
        # A revision has a draft before it, and revisions before it.
        sure = [root, *(f"{root}/Rev.{number}" for number in range(1, latest + 1)), *mine]
        perhaps = [f"{root}/Rev.{latest + 1}", f"{root}/Add.1", *([f"{root}/Rev.{latest}/Add.1"] if latest else [])]
        made += [Wanted(one, _kind(one), (resolution,)) for one in sure]
        made += [Wanted(one, _kind(one), (resolution,), known=False) for one in perhaps]
    return made


def _reports(row: dict[str, str], held: Sequence[str]) -> list[Wanted]:
    text, written = row["resolution"], row["report_symbol"]
    made = []
    if written:
        other = _OTHER_SYMBOL.search(written)
        symbol = _plain(written)
        made.append(Wanted(symbol, "report", (text,), also=_plain(other[1]) if other else ""))
        if not symbols.is_addendum(symbol):
            made.append(Wanted(f"{symbol}/Add.1", "addendum to a report", (text,), known=False))
    elif row["body"] == "HRC" and row["adoption"] != NOT_ADOPTED and int(row["session"]) >= _SESSION_REPORTS_SINCE:
        made.append(Wanted(f"A/HRC/{row['session']}/2", "report of the session", (text,), known=False))
    others = [_plain(one) for one in _parts(held)]
    made += [
        Wanted(one, "document of a list held", (text,))
        for one in others
        if one not in ("", text) and not symbols.DRAFT.fullmatch(one)
    ]
    return made


def _parts(written: Iterable[str]) -> list[str]:
    """The symbols in a field that may name several: "A/C.3/78/L.30/Rev.1 and A/78/481/Add.2"."""
    return [part.strip() for text in written for part in re.split(r"\s+and\s+|;", text) if "/" in part]


def _plain(symbol: str) -> str:
    """A symbol as an address has it: without the other symbol of the document, and without spaces."""
    return re.sub(r"\s+", "", _OTHER_SYMBOL.sub("", symbol))


def _kind(symbol: str) -> str:
    if not symbols.DRAFT.fullmatch(_plain(symbol)):
        return "document"
    if symbols.is_addendum(symbol):
        return "addendum to a draft"
    return "revised draft" if symbols.is_revision(symbol) else "draft"


def joined(made: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """Each document once, with all the texts that it may settle."""
    kept: dict[str, Wanted] = {}
    for one in made:
        before = kept.get(one.symbol, one)
        texts = tuple(dict.fromkeys(before.resolutions + one.resolutions))
        kept[one.symbol] = replace(before, resolutions=texts, known=before.known or one.known)
    return tuple(kept.values())
