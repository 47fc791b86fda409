"""The document in hand: read once, kept in the session until it is accepted or discarded."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pandas as pd
import streamlit as st

from analytics.english import long_date
from data.reading import reader
from data.reading.context import Context
from data.reading.model import ImporterError
from data.review import begun
from data.review.begun import Begun, Document
from files import paths
from pages.shared.frame import visitor
from pages.shared.markdown import plain
from pages.shared.record.memory import once

MEGABYTES = 20
_KEY, _REVIEW, _RESTORED, _LOOKED = "import-document", "import-review", "import-restored", "import-looked"
_ROWS = "rows-last-"
_CHOSEN = tuple(
    f"{what}-"
    for what in (
        *("pick", "means", "vote", "rest", "missed", "resolution", "stage", "use", "whole-is", "doubt"),
        *("origin", "symbol", "link", "source", "note", "seen", "picture"),
    )
)
"""How the keys of widgets begin in which a choice is made; each holds the key of the document."""


def context() -> Context:
    """Names, texts and lists now held, with what the user has added. Raises ImporterError or SourceError."""
    return _context(str(paths.DATA_DIR))


@once(4)
def _context(folder: str) -> Context:
    return Context.from_files(data_dir=paths.DATA_DIR if paths.DATA_DIR.is_dir() else None)


def current() -> Document | None:
    """The document in hand."""
    if _KEY not in st.session_state and not st.session_state.get(_LOOKED):
        st.session_state[_LOOKED] = True
        if held := begun.reviews(_folder()):
            go_on(held[0])
    return st.session_state.get(_KEY)


def go_on(review: Begun) -> None:
    """Take a review in hand again that was begun earlier, with all that had been chosen in it."""
    document = begun.document_of(_folder(), review.key)
    if document is None:
        st.session_state["import-error"] = (
            f"The review of {review.name} that was begun on {day(review)} cannot be restored: its files are gone or "
            "damaged. Bring the document again."
        )
        begun.end(_folder(), review.key)
        return
    st.session_state.update({_KEY: document, _REVIEW: review, _RESTORED: True})
    for key, value in review.choices.items():
        st.session_state[key] = pd.DataFrame(value) if key.startswith(_ROWS) else value


def restored() -> Begun | None:
    """The review in hand where it was begun in an earlier visit."""
    return st.session_state.get(_REVIEW) if st.session_state.get(_RESTORED) and current() else None


def others() -> list[Begun]:
    """The reviews that were begun and not ended, but for the one in hand."""
    held = current()
    return [one for one in begun.reviews(_folder()) if held is None or one.key != held.key]


def day(review: Begun) -> str:
    """When a review was begun, in words."""
    begun_at = datetime.fromisoformat(review.begun)
    return f"{long_date(begun_at)} at {begun_at:%H:%M} UTC"


def discard(review: Begun) -> None:
    """Forget a review that is not in hand."""
    begun.end(_folder(), review.key)


def remember() -> None:
    """At the end of a run: keep on disk what has been chosen in the review in hand."""
    document, review = current(), st.session_state.get(_REVIEW)
    if document is None or review is None:
        return
    choices = {
        str(key): value.to_dict("list") if isinstance(value, pd.DataFrame) else value
        for key, value in st.session_state.items()
        if document.key in str(key) and str(key).startswith((*_CHOSEN, _ROWS)) and _simple(value)
    }
    if choices != review.choices:
        _try(lambda: st.session_state.update({_REVIEW: begun.choose(_folder(), review, choices)}))


def _simple(value: object) -> bool:
    whole = isinstance(value, (str, int, float, pd.DataFrame)) or value is None
    return whole or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _begin(document: Document) -> None:
    """Take a document in hand. Where the same review was begun earlier, it goes on."""
    folder = _folder()
    earlier = next((one for one in begun.reviews(folder) if one.key == document.key), None)
    held = begun.document_of(folder, document.key) if earlier else None
    if earlier and held and list(held.lists) == list(document.lists):
        go_on(earlier)
        return
    st.session_state.update({_KEY: document, _RESTORED: False, _REVIEW: None})
    _try(lambda: st.session_state.update({_REVIEW: begun.keep(folder, document)}))


def _try(act: Callable[[], object]) -> None:
    try:
        act()
    except OSError as error:
        st.caption(plain(f"This review is not kept on disk, only in this visit: {error}"))


def _folder() -> Path:
    return begun.folder_of(paths.DATA_DIR, visitor.email())


def take(data: bytes, name: str, pasted: bool = False) -> None:
    """Read an upload or a pasted text and keep what was recognised; the same document is not read twice. Raises
    ImporterError (file, place, remedy) where it cannot be read; then no document is in hand."""
    held = st.session_state.pop(_KEY, None)
    st.session_state[_LOOKED] = True
    if len(data) > MEGABYTES * 1_000_000:
        raise ImporterError(name, f"it is larger than {MEGABYTES} MB", "Save only the pages with the list.")
    if held and held.sha256 == hashlib.sha256(data).hexdigest() and not held.mapping:
        st.session_state[_KEY] = held
        return
    _read(data, name, pasted)


def with_columns(document: Document, mapping: Mapping[str, int]) -> None:
    """Take the lists of a table anew, by these columns. Raises ImporterError."""
    drop()
    _read(document.data, document.name, document.pasted, mapping)


def _read(data: bytes, name: str, pasted: bool, mapping: Mapping[str, int] | None = None) -> None:
    found = reader.read(data, name, context(), mapping or None, visitor.email())
    shown = (found.head, found.width, found.problem)
    _begin(Document(found.name, found.sha256, data, pasted, found.lists, mapping or {}, *shown))


def hold(document: Document) -> None:
    """Put a document in hand that has been read already."""
    st.session_state.pop("import-done", None)
    st.session_state.pop("import-error", None)
    _begin(document)


def drop() -> None:
    """Forget the document in hand and its review, and empty the fields it came from."""
    if held := st.session_state.pop(_KEY, None):
        begun.end(_folder(), held.key)
    st.session_state["import-round"] = st.session_state.get("import-round", 0) + 1
