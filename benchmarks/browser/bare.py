"""The bare dashboard: for each page a title and the figures and tables that the real one shows, and nothing else.

Run by `streamlit run`; BARE_PAGES names the file that benchmarks.browser.shown has written."""

import os
from functools import partial

import streamlit as st

from benchmarks.browser.shown import Shown, read


@st.cache_resource(show_spinner=False)
def held() -> dict[str, tuple[str, list[Shown]]]:
    """What each page shows: read once, so that no visit pays for it."""
    return read(os.environ["BARE_PAGES"])


def show(title: str, parts: list[Shown]) -> None:
    """One page."""
    st.title(title, anchor=False)
    for number, part in enumerate(parts):
        if part.kind == "plotly_chart":
            st.plotly_chart(part.content, theme=None, config=part.config, key=f"chart-{number}")
        elif part.kind == "table":
            st.table(part.content)
        else:
            st.dataframe(part.content, hide_index=True)


st.set_page_config(layout="wide")
st.navigation(
    [
        st.Page(partial(show, title, parts), title=title, url_path=path, default=path == "overview")
        for path, (title, parts) in held().items()
    ]
).run()
