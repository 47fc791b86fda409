"""The one-pager of a State: as a Word file, as PDF where there is a browser, and as a page."""

from __future__ import annotations

import streamlit as st

from briefing.document.forms import pdf as printing
from briefing.document.reasons import nearest
from briefing.formats import browser_ready
from briefing.onepager.onepager import onepager_docx, onepager_html
from charts.frame.names import stem as file_stem
from pages.shared.record import record as tables

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def downloads(iso3: str) -> None:
    """The buttons; each file is made on its click."""
    record = tables.record()
    name = tables.names()[iso3]
    stem = file_stem("one-pager", iso3, name, record.version)
    missing = browser_ready()

    def html() -> str:
        return onepager_html(record, iso3, nearest(record, iso3))

    def docx() -> bytes:
        return onepager_docx(record, iso3, nearest(record, iso3))

    def pdf() -> bytes:
        page = html().encode("utf-8")
        return printing.printed(page, f"{name} and the resolutions on human rights defenders", "", record.version)

    with st.container(horizontal=True):
        st.download_button(
            "One-pager (Word)",
            docx,
            f"{stem}.docx",
            _DOCX,
            on_click="ignore",
            icon=":material/download:",
            key=f"onepager-docx-{iso3}",
        )
        st.download_button(
            "One-pager (PDF)",
            pdf,
            f"{stem}.pdf",
            "application/pdf",
            on_click="ignore",
            disabled=bool(missing),
            icon=":material/download:",
            key=f"onepager-pdf-{iso3}",
        )
        st.download_button(
            "One-pager (web page)",
            html,
            f"{stem}.html",
            "text/html",
            on_click="ignore",
            icon=":material/download:",
            key=f"onepager-html-{iso3}",
        )
