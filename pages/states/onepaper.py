"""The one-pager of a State: as a Word file, as PDF where there is a browser, and as a page, in three languages."""

from __future__ import annotations

from functools import partial

import streamlit as st

from briefing.document.reasons import nearest
from briefing.formats import browser_ready
from briefing.onepager.content import content
from briefing.onepager.onepager import onepager_docx, onepager_html, onepager_pdf
from data.tongues.speech import ENGLISH, NotTranslated, speaking
from data.tongues.state_names import LANGUAGES
from files.names import stem as file_stem
from pages.shared.campaign import chain
from pages.shared.card.waiting import line_of_downloads
from pages.shared.download import download
from pages.shared.record import record as tables

_FORMATS = (("Word", "docx", onepager_docx), ("PDF", "pdf", onepager_pdf), ("web page", "html", onepager_html))


def downloads(iso3: str) -> None:
    """The buttons; each file is made on its click, in the language chosen: that of the State's mission at first, where
    it is known."""
    record, name = tables.record(), tables.names()[iso3]
    language = st.segmented_control(
        "Language of the one-pager",
        list(LANGUAGES),
        default=chain.tongue_of([iso3]) or ENGLISH,
        required=True,
        format_func=LANGUAGES.get,
        key=f"onepager-language-{iso3}",
    )
    if language != ENGLISH:
        try:
            with speaking(language):
                content(record, iso3)
        except NotTranslated as missing:
            st.info(f"The one-pager of {name} is in English only: {missing}.", icon=":material/translate:")
            return

    def made(make):
        with speaking(language):
            return make(record, iso3, nearest(record, iso3))

    said = () if language == ENGLISH else (language,)
    stem = file_stem("one-pager", iso3, name, record.version, *said)
    buttons = st.container(horizontal=True)
    in_line = line_of_downloads()
    with buttons:
        for label, ending, make in _FORMATS:
            download(
                f"One-pager ({label})",
                in_line(partial(made, make)),
                f"{stem}.{ending}",
                disabled=ending == "pdf" and bool(browser_ready()),
                key=f"onepager-{ending}-{iso3}",
            )
