"""Reads what was fetched: is it the document that was asked for, and which lists of sponsors are in it."""

from dataclasses import replace
from functools import partial

from data.fetch.masthead import is_other
from data.fetch.plan import Wanted
from data.fetch.refusal import Refusal
from data.reading.context import Context
from data.reading.documents.parsed import Parsed
from data.reading.model import ImportedList, ImporterError
from data.reading.reader import within_limits
from data.reading.recognise import recognise_document
from data.reading.text.symbols import root


def read(data: bytes, symbol: str, wanted: Wanted, context: Context) -> tuple[ImportedList, ...]:
    """The lists and roll calls in a document, each with the text of the record that it is about as far as that is
    known; () where there are none. Raises Refusal where it is another document, or cannot be read."""
    alone = wanted.resolutions[0] if len(wanted.resolutions) == 1 else ""
    try:
        found = within_limits(partial(_lists, data, symbol, context, alone), data, symbol, who="fetched")
    except ImporterError as error:
        raise Refusal("unreadable", error.place, remedy=error.remedy) from error
    return tuple(replace(one, resolution=_about(one, wanted, context)) for one in found)


def _lists(data: bytes, symbol: str, context: Context, alone: str) -> list[ImportedList]:
    document = Parsed.of(data, symbol).text
    if other := is_other(document.text, symbol, read_by_ocr=1 in document.scanned):
        raise Refusal("wrong document", f"the document that came is {other}")
    return recognise_document(document, context, alone)


def _about(one: ImportedList, wanted: Wanted, context: Context) -> str:
    """The text that a list is about: as it says, as its draft or its title tells, or the one it was fetched for
    where it stands in that text's own draft; "" where none of these is so."""
    told = one.resolution or context.resolution_of(one.document_symbol)
    if told or not wanted.resolutions:
        return told
    if root(one.document_symbol) in ("", root(wanted.symbol)) and len(wanted.resolutions) == 1:
        return wanted.resolutions[0]
    title = _plain(one.title)
    same = [r for r in wanted.resolutions if title and (row := context.resolution(r)) and _plain(row["title"]) == title]
    return same[0] if len(same) == 1 else ""


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold().rstrip(".")
