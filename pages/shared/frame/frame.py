"""What stands around every page: search and scope at the side, the answer on top, the source line below."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
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

_CSS = f"<style>{Path(__file__).with_name('frame.css').read_text('utf-8')}</style>"
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
