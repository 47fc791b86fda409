"""The document in hand: read once, kept in the session until it is accepted or discarded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from data.reading.cells import from_heading, looks_like_table, read_csv, read_xlsx
from data.reading.context import Context
from data.reading.errors import ImporterError
from data.reading.model import ImportedList
from data.reading.recognise import recognise
from data.reading.safe_open import Opened, open_upload
from files import paths
from pages.shared import record as tables

MEGABYTES = 20
_KEY = "import-document"


@dataclass
class Document:
    """What was uploaded or pasted. `rows`: its cells where it is a table; `mapping`: its columns, if stated; `address`:
    where it was fetched from the United Nations, "" where the user brought it."""

    name: str
    sha256: str
    data: bytes
    pasted: bool
    rows: list[list[str]] = field(default_factory=list)
    mapping: dict[str, int] | None = None
    lists: list[ImportedList] = field(default_factory=list)
    problem: str = ""
    address: str = ""

    @property
    def key(self) -> str:
        """A short name of this reading of the document, for the keys of widgets."""
        return f"{self.sha256[:10]}-{hash(tuple(sorted((self.mapping or {}).items()))) & 0xFFFF:x}"


def context() -> Context:
    """Names, texts and lists now held, with what the user has added. Raises ImporterError or SourceError."""
    return _context(tables.record().version, str(paths.DATA_DIR))


@st.cache_resource(max_entries=4, show_spinner=False)
def _context(version: str, folder: str) -> Context:
    return Context.from_files(data_dir=paths.DATA_DIR if paths.DATA_DIR.is_dir() else None)


def current() -> Document | None:
    """The document in hand."""
    return st.session_state.get(_KEY)


def take(data: bytes, name: str, pasted: bool = False, mapping: Mapping[str, int] | None = None) -> None:
    """Read an upload or a pasted text and keep what was recognised; the same document is not read twice.

    A document in which no list is found is kept with its `problem` if it is a table: its columns can be stated.
    Raises ImporterError (file, place, remedy) otherwise; then no document is in hand.
    """
    held = st.session_state.pop(_KEY, None)
    if len(data) > MEGABYTES * 1_000_000:
        raise ImporterError(name, f"it is larger than {MEGABYTES} MB", "Save only the pages with the list.")
    opened = open_upload(data, name)
    stated = dict(mapping) if mapping else None
    if held and held.sha256 == opened.sha256 and held.mapping == stated:
        st.session_state[_KEY] = held
        return
    made = Document(opened.name, opened.sha256, data, pasted, _rows(opened), stated)
    try:
        made.lists = recognise(data, opened.name, context(), mapping)
    except ImporterError as error:
        if not made.rows:
            raise
        made.problem = str(error)
    st.session_state[_KEY] = made


def hold(document: Document) -> None:
    """Put a document in hand that has been read already."""
    st.session_state.pop("import-done", None)
    st.session_state.pop("import-error", None)
    st.session_state[_KEY] = document


def drop() -> None:
    """Forget the document in hand, and empty the fields it came from."""
    st.session_state.pop(_KEY, None)
    st.session_state["import-round"] = st.session_state.get("import-round", 0) + 1


def _rows(opened: Opened) -> list[list[str]]:
    """The cells of a table; [] where it is none: a text is one if each line has the same number of cells."""
    if opened.kind == "xlsx":
        return from_heading(read_xlsx(opened.data, opened.name))
    if opened.kind != "text":
        return []
    try:
        rows = read_csv(opened.text.lstrip("\ufeff"), opened.name)
    except ImporterError:
        return []
    widths = {len(row) for row in rows}
    if looks_like_table(rows):
        return from_heading(rows)
    return rows if len(rows) > 2 and len(widths) == 1 and max(widths) > 1 else []
