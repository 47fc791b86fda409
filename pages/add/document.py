"""The document in hand: read once, kept in the session until it is accepted or discarded."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import streamlit as st

from data.reading import reader
from data.reading.cells import Cells
from data.reading.context import Context
from data.reading.model import ImportedList, ImporterError
from files import paths
from pages.shared.frame import visitor
from pages.shared.record.memory import once

MEGABYTES = 20
_KEY = "import-document"


@dataclass
class Document:
    """What was uploaded or pasted, and what was recognised in it (data.reading.reader.Found). `mapping`: the columns of
    a table, if stated; `address`: where it was fetched from the United Nations, "" where the user brought it."""

    name: str
    sha256: str
    data: bytes
    pasted: bool
    lists: Sequence[ImportedList]
    mapping: Mapping[str, int] = field(default_factory=dict)
    head: Cells = field(default_factory=list)
    width: int = 0
    problem: str = ""
    address: str = ""

    @property
    def key(self) -> str:
        """A short name of this reading of the document, for the keys of widgets; the same on every day."""
        return f"{self.sha256[:10]}-{crc32(repr(sorted(self.mapping.items())).encode()) & 0xFFFF:x}"


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
    if held and held.sha256 == hashlib.sha256(data).hexdigest() and not held.mapping:
        st.session_state[_KEY] = held
        return
    _read(data, name, pasted)


def with_columns(document: Document, mapping: Mapping[str, int]) -> None:
    """Take the lists of a table anew, by these columns. Raises ImporterError."""
    st.session_state.pop(_KEY, None)
    _read(document.data, document.name, document.pasted, mapping)


def _read(data: bytes, name: str, pasted: bool, mapping: Mapping[str, int] | None = None) -> None:
    found = reader.read(data, name, context(), mapping or None, visitor.email())
    st.session_state[_KEY] = Document(
        found.name, found.sha256, data, pasted, found.lists, mapping or {}, found.head, found.width, found.problem
    )


def hold(document: Document) -> None:
    """Put a document in hand that has been read already."""
    st.session_state.pop("import-done", None)
    st.session_state.pop("import-error", None)
    st.session_state[_KEY] = document


def drop() -> None:
    """Forget the document in hand, and empty the fields it came from."""
    st.session_state.pop(_KEY, None)
    st.session_state["import-round"] = st.session_state.get("import-round", 0) + 1
