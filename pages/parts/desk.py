"""The user's workspace, opened once for all pages, and signed by the name that the user goes by."""

from __future__ import annotations

import streamlit as st

from workspace.store import Workspace


@st.cache_resource(show_spinner=False)
def _opened() -> Workspace:
    return Workspace.open()


def workspace() -> Workspace:
    """The workspace, signed with the name entered in this session, else with the machine's user."""
    opened = _opened()
    name = (st.session_state.get("who") or "").strip()
    return opened.signed(name) if name else opened
