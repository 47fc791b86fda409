"""What stands around every page: search and scope at the side, the answer on top, the source line below."""

from __future__ import annotations

from html import escape
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.store import NoDatabase
from pages.shared import address as link
from pages.shared import navigate as go
from pages.shared import record as tables
from pages.shared import scope, search, style, viewport, visitor
from workspace.errors import WorkspaceError

BOUNDARIES = (
    "The designations employed and the presentation of material on maps do not imply the expression of any opinion "
    "whatsoever on the part of the Secretariat of the United Nations concerning the legal status of any country, "
    "territory, city or area or of its authorities, or concerning the delimitation of its frontiers or boundaries."
)


def show(page: StreamlitPage) -> None:
    """The page with what stands around it. No page ends in a traceback because the workspace is out of reach."""
    begin(page.url_path)
    try:
        page.run()
    except WorkspaceError as error:  # the record can be read without the workspace
        st.error(str(error))
    end()


def begin(page: str) -> None:
    """Before the page with that address: style, size of the window, and the sidebar."""
    style.apply()
    try:
        tables.record()
    except NoDatabase as problem:
        st.error(f"{problem}. Then load this page again.", icon=":material/database_off:")
        st.stop()
    viewport.mount()
    go.follow()
    link.gather()
    with st.sidebar:
        visitor.box()
        search.box()
        scope.picker(page)


def answer(question: str, sentence: str) -> None:
    """The top of a page: its question, small, and its answer, large. Sentences are computed by the caller."""
    with st.container(gap=None):
        st.html(f'<p class="over">{escape(question)}</p>')
        st.title(sentence, anchor=False)


def end() -> None:
    """After the page: what the address says; version of the data, licences, boundaries."""
    link.tell()
    held = tables.record()
    st.html(
        f'<div class="foot">Data version {held.version}, built {held.built_on} · facts from UN documents, '
        "compilation CC BY 4.0 · boundaries: UN Geodata by way of Plotly (MIT) · unknown is never counted as "
        f"“no”.<br>{BOUNDARIES}</div>"
    )


def stop() -> NoReturn:
    """End a page that has nothing more to show, with what stands below every page."""
    end()
    st.stop()
