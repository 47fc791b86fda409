"""What stands around every page: search and scope at the side, the answer on top, the source line below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from charts.frame import font
from data.store import NoDatabase
from pages.shared import meanwhile
from pages.shared.address import address as link
from pages.shared.address import navigate as go
from pages.shared.address import scope
from pages.shared.errors import errors_told
from pages.shared.find import field
from pages.shared.frame import viewport, visitor
from pages.shared.record import record as tables
from pages.shared.record.first_build import build_if_missing

_CSS = """
<style>
/* Whole pixels from the window to a chart: told 0.4 more or less than it has, Plotly draws everything a second time. */
.block-container { padding: 2.6rem 26px 3rem; max-width: 1200px; }
[data-testid="stSidebar"][aria-expanded="true"] { width: 264px !important; min-width: 264px !important; }
[data-testid="stSidebarHeader"]::before {
  content: "Who stands up for defenders"; font-weight: 600; font-size: .95rem; white-space: nowrap;
}
[class*="st-key-card-"] { padding: .4rem 11px .5rem; }
/* The field that finds everything stands above the menu, and what it finds over the menu. */
[data-testid="stSidebarContent"] { position: relative; }
[data-testid="stSidebarNav"] { padding-top: 3.4rem; }
.st-key-finder { position: absolute; top: 3.6rem; left: 1rem; right: 1rem; width: auto; z-index: 2; }
.st-key-viewport, .st-key-tour { position: absolute; height: 0; overflow: hidden; }
.over { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; opacity: .72; margin: 0 0 .15rem; }
.foot { font-size: .8rem; opacity: .8; margin-top: 2rem; border-top: 1px solid #8884; padding-top: .6rem; }
[data-testid="stElementContainer"]:has([data-names]) { display: none; }
.st-key-news [data-testid="stPageLink"] * { white-space: normal; overflow: visible; height: auto; line-height: 1.4; }
.st-key-steps { border-top: 1px solid #8884; padding-top: .6rem; }
.st-key-steps [data-testid="stPageLink"] a { border: 1px solid #8886; border-radius: .5rem; padding: .3rem .8rem; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { opacity: 1; color: inherit; }
[data-testid="stCaptionContainer"] { opacity: .76; }
h1 { text-wrap: balance; margin: 0; padding: 0 !important; font-size: 1.5rem !important; font-weight: 600;
  line-height: 1.25 !important; }
.letter h2 { font-size: 1.15rem !important; }
.letter { max-width: 46rem; margin: 0 auto; line-height: 1.5; }
.letter a { color: inherit; }
/* On paper stands what the page says, not how one gets about in it; what is as wide as a screen is made to fit. */
@media print {
  @page { size: A4 landscape; margin: 10mm; }
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stStatusWidget"],
  [data-testid="stDecoration"], [role="tablist"], .modebar, .st-key-steps, .stButton, .stDownloadButton, .stPopover,
  [data-testid="stPageLink"], [data-testid="stElementToolbar"] { display: none !important; }
  html, body, #root, [data-testid="stApp"], [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    position: static !important; display: block !important; height: auto !important; overflow: visible !important; }
  .block-container { padding: 0; max-width: none; zoom: .85; }
  [class*="st-key-card-"], [data-testid="stPlotlyChart"], [data-testid="stColumn"], tr { break-inside: avoid; }
  h1, h2, h3, .over { break-after: avoid; }
}
@media (max-width: 1000px) { h1 { font-size: 1.25rem !important; } }
@media (max-width: 640px) {
  .block-container { padding-left: 13px; padding-right: 13px; }
  [data-testid="stMetricValue"] { font-size: 1.4rem; }
}
</style>
"""
# On a chosen option and on its first button Streamlit writes white on the theme's light blue, which cannot be read.
_DARK = """
<style>
[data-testid^="stBaseButton-primary"], [data-testid^="stBaseButton-primary"] * { color: #10161f !important; }
[data-testid="stMultiSelectTagsContainer"] [data-tag], [data-tag] * { color: #141a23 !important; }
</style>
"""


def style() -> None:
    """Add the rules to the page."""
    st.html(f"{_CSS}<style>{font.STYLE}</style>")
    if viewport.theme() == "dark":
        st.html(_DARK)


BOUNDARIES = (
    "The designations employed and the presentation of material on maps do not imply the expression of any opinion "
    "whatsoever on the part of the Secretariat of the United Nations concerning the legal status of any country, "
    "territory, city or area or of its authorities, or concerning the delimitation of its frontiers or boundaries."
)


def show(page: StreamlitPage, pages: Sequence[StreamlitPage]) -> None:
    """The page with what stands around it; `pages`: those of the visitor's menu. No page ends in a traceback because
    the workspace is out of reach."""
    begin(page.url_path, pages)
    meanwhile.show()
    with errors_told():  # the record can be read without the workspace
        page.run()
    end()


def begin(page: str, pages: Sequence[StreamlitPage] = ()) -> None:
    """Before the page with that address: style, size of the window, and the sidebar."""
    style()
    build_if_missing()
    try:
        tables.record()
    except NoDatabase as problem:
        st.error(f"{problem}. Then load this page again.", icon=":material/database_off:")
        st.stop()
    viewport.mount()
    go.follow()
    link.gather(page)
    told = link.other_version(tables.record().version)
    if told:
        st.warning(told, icon=":material/history:")
    with st.sidebar:
        visitor.box()
        with st.container(key="finder"):
            field.show(pages)
        scope.picker(page)


def answer(question: str, sentence: str) -> None:
    """The top of a page: its question, small, and its answer, large. Sentences are computed by the caller."""
    st.html(f'<p class="over">{escape(question)}</p><h1>{escape(sentence)}</h1>')


@st.fragment
def folded(label: str, key: str, draw: Callable[[], None], icon: str | None = None) -> None:
    """What opens on a click, and is drawn only then, without the rest of the page; `key`: unique on the page."""
    with st.expander(label, icon=icon, key=f"folded-{key}", on_change="rerun") as part:
        if part.open:
            draw()


def end() -> None:
    """After the page: what the address says; version of the data, licences, boundaries."""
    link.tell()
    held = tables.record()
    st.html(
        f'<div class="foot">Data version {held.version}, built {held.built_on} · facts from UN documents, '
        "compilation CC BY 4.0 · boundaries: UN Geodata by way of Plotly (MIT) · unknown is never counted as "
        f'“no” · <a href="{escape(link.permanent(held.version))}">permanent address of this view</a>.'
        f"<br>{BOUNDARIES}</div>"
    )


def stop() -> NoReturn:
    """End a page that has nothing more to show, with what stands below every page."""
    end()
    st.stop()
