"""The document in hand: read once, kept in the session until it is accepted or discarded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property

import streamlit as st

from data.reading.cells import Cells
from data.reading.context import Context
from data.reading.documents.parsed import Parsed
from data.reading.model import ImportedList, ImporterError
from data.reading.recognise import lists_in
from files import paths
from pages.shared.record.memory import once

MEGABYTES = 20
_KEY = "import-document"


@dataclass
class Document:
    """What was uploaded or pasted. `parsed`: as it was opened; `mapping`: the columns of a table, if stated;
    `address`: where it was fetched from the United Nations, "" where the user brought it."""

    name: str
    sha256: str
    data: bytes
    pasted: bool
    parsed: Parsed | None = None
    mapping: dict[str, int] | None = None
    lists: list[ImportedList] = field(default_factory=list)
    problem: str = ""
    address: str = ""

    @cached_property
    def rows(self) -> Cells:
        """Its cells where it is a table."""
        return self.parsed.table if self.parsed else []

    @property
    def key(self) -> str:
        """A short name of this reading of the document, for the keys of widgets."""
        return f"{self.sha256[:10]}-{hash(tuple(sorted((self.mapping or {}).items()))) & 0xFFFF:x}"


def context() -> Context:
    """Names, texts and lists now held, with what the user has added. Raises ImporterError or SourceError."""
    return _context(str(paths.DATA_DIR))


@once(4)
def _context(folder: str) -> Context:
    return Context.from_files(data_dir=paths.DATA_DIR if paths.DATA_DIR.is_dir() else None)


def current() -> Document | None:
    """The document in hand."""
    return st.session_state.get(_KEY)


def take(data: bytes, name: str, pasted: bool = False) -> None:
    """Read an upload or a pasted text and keep what was recognised; the same document is not read twice.

    Raises ImporterError (file, place, remedy) where it cannot be read; then no document is in hand.
    """
    held = st.session_state.pop(_KEY, None)
    if len(data) > MEGABYTES * 1_000_000:
        raise ImporterError(name, f"it is larger than {MEGABYTES} MB", "Save only the pages with the list.")
    if held and held.sha256 == hashlib.sha256(data).hexdigest() and held.mapping is None:
        st.session_state[_KEY] = held
        return
    parsed = Parsed.of(data, name)
    _recognise(Document(parsed.opened.name, parsed.opened.sha256, data, pasted, parsed))


def with_columns(document: Document, mapping: dict[str, int]) -> None:
    """Take the lists of a table anew, by these columns. Raises ImporterError."""
    st.session_state.pop(_KEY, None)
    _recognise(replace(document, mapping=mapping or None, lists=[], problem=""))


def _recognise(document: Document) -> None:
    """Keep a document with its lists. One in which none is found is kept with its `problem` if it is a table: its
    columns can be stated. Raises ImporterError otherwise."""
    assert document.parsed is not None
    try:
        document.lists = lists_in(document.parsed, context(), document.mapping)
    except ImporterError as error:
        if not document.rows:
            raise
        document.problem = str(error)
    st.session_state[_KEY] = document


def hold(document: Document) -> None:
    """Put a document in hand that has been read already."""
    st.session_state.pop("import-done", None)
    st.session_state.pop("import-error", None)
    st.session_state[_KEY] = document


def drop() -> None:
    """Forget the document in hand, and empty the fields it came from."""
    st.session_state.pop(_KEY, None)
    st.session_state["import-round"] = st.session_state.get("import-round", 0) + 1
