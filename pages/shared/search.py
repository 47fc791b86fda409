"""Search for a State or a symbol, from every page."""

from __future__ import annotations

import streamlit as st

from pages.shared import navigate as go
from pages.shared import record as tables
from pages.shared.memory import once


def box() -> None:
    """The search field of the sidebar. Choosing a State or a text opens its page."""
    labels = _labels()
    st.selectbox(
        "Search",
        list(labels),
        index=None,
        key="search",
        format_func=labels.get,
        placeholder="Find a State or symbol",
        on_change=_chosen,
        label_visibility="collapsed",
    )


@once()
def _labels() -> dict[str, str]:
    labels = {f"state:{iso3}": f"{name} ({iso3})" for iso3, name in tables.names().items()}
    return labels | {f"text:{row.resolution}": row.label for row in tables.texts(drafts=True).itertuples()}


def _chosen() -> None:
    kind, _, what = (st.session_state.get("search") or "").partition(":")
    st.session_state["search"] = None
    if kind == "state":
        go.to_state(what)
    elif kind == "text":
        go.to_resolution(what)
