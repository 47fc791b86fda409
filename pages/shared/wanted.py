"""For every text without a complete list: which document would settle it, where it is, and where to bring it."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from analytics.english import count, listing
from analytics.scope import BODIES, BODY_NAMES
from pages.add import upload as importing_upload
from pages.shared import frame
from pages.shared.markdown import plain


def show(coverage: pd.DataFrame) -> None:
    """The texts of each body that lack a complete list (analytics.coverage.coverage), the latest first."""
    lacking = coverage[coverage["coverage"] != "complete"]
    for body in BODIES:
        rows = lacking[lacking["body"] == body].iloc[::-1]
        if rows.empty:
            continue
        label = f"{BODY_NAMES[body]}: {count(len(rows), 'text')} without a complete list"
        frame.folded(label, body, partial(_rows, rows), icon=":material/search:")


def _rows(rows: pd.DataFrame) -> None:
    for row in rows.itertuples():
        _row(row)


def _row(row: object) -> None:
    with st.container(key=f"wanted-{row.resolution}"):
        left, right = st.columns([0.7, 0.3], vertical_alignment="center")
        with left:
            st.markdown(f"**{plain(row.resolution)}** ({row.year}) {plain(row.short_title)}: {plain(row.coverage)}")
            found = importing_upload.documents(row.resolution)
            documents = listing(f"[{plain(symbol)}]({url})" for symbol, url in found)
            st.caption(f"Would settle it: {documents or plain(row.wanted)}")
        with right:
            st.page_link(
                "pages/add/page.py",
                label="Fetch it",
                icon=":material/cloud_download:",
                query_params={"wanted": row.resolution, "how": "fetch"},
            )
            st.page_link(
                "pages/add/page.py",
                label="Paste it here",
                icon=":material/content_paste:",
                query_params={"wanted": row.resolution, "how": "paste"},
            )
