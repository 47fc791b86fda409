"""Where a list comes from, as the user says: nothing of it is taken from the text by itself, symbols are offered."""

from dataclasses import dataclass

import streamlit as st

from analytics.english import capital
from data.reading.documents.document_text import READ_BY_OCR
from data.reading.model import ImportedList
from data.reading.text.symbols import FIND, tidy
from data.words import COLLEAGUE, E_MAIL, NOTES, ORIGINS, UN_DOCUMENT, WEB_PAGE
from pages.add.document import Document

_WHO = {
    E_MAIL: "From whom, of which day",
    COLLEAGUE: "From whom, of which day",
    NOTES: "Whose notes, of which day and meeting",
}


@dataclass(frozen=True)
class Source:
    """What the user has said of the source; `lacks`: what is still to be said, in words."""

    title: str = ""
    symbol: str = ""
    link: str = ""
    lacks: tuple[str, ...] = ()


def ask(document: Document, key: str) -> str | None:
    """What kind of source it is (one of ORIGINS); None until the user has said it. A fetched document tells itself."""
    return st.selectbox(
        "Where does it come from?",
        list(ORIGINS),
        index=0 if document.address else None,
        key=f"origin-{key}",
        persist_state="session",
        format_func=lambda origin: capital(ORIGINS[origin]),
        placeholder="choose",
    )


def fields(origin: str | None, one: ImportedList, document: Document, key: str) -> Source:
    """The fields for a source of that kind."""
    if origin is None:
        return Source(lacks=("where it comes from",))
    left, right = st.columns(2)
    symbol = link = None
    if origin == UN_DOCUMENT:
        offered = symbols_in(one)
        symbol = left.selectbox(
            "Symbol of the document",
            offered,
            index=0 if (one.named_in or one.document_symbol) and not document.pasted else None,
            key=f"symbol-{key}",
            persist_state="session",
            placeholder="choose one that stands in the text, or write it",
            accept_new_options=True,
        )
    if origin in (UN_DOCUMENT, WEB_PAGE):
        link = (left if origin == WEB_PAGE else right).text_input(
            "Link to the page" if origin == WEB_PAGE else "Link to where it was read (optional)",
            document.address,
            key=f"link-{key}-{origin}",
            persist_state="session",
            placeholder="https://",
        )
    what = _WHO.get(origin, "Title of the source")
    title = right.text_input(
        what, capital(one.kind) if origin == UN_DOCUMENT else "", key=f"source-{key}-{origin}", persist_state="session"
    )
    open_points = {
        "the symbol of the document, or a link to it": origin == UN_DOCUMENT and not (symbol or link),
        "the link to the page": origin == WEB_PAGE and not link,
        what[:1].lower() + what[1:]: not title.strip(),
    }
    said = [symbol if symbol and symbol not in title else "", title.strip()]
    if title.strip():
        said += ["" if document.pasted else f"file {document.name}", READ_BY_OCR if one.scanned else ""]
    return Source(
        ", ".join(filter(None, said)),
        symbol or "",
        link or "",
        tuple(what for what, lacks in open_points.items() if lacks),
    )


def symbols_in(one: ImportedList) -> list[str]:
    """The symbols that stand in the text, those that its layout takes for its own first."""
    own = (one.named_in, one.document_symbol)
    return list(dict.fromkeys(filter(None, (*own, *(tidy(found) for found in FIND.findall(one.text))))))
