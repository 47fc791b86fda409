"""The user's workspace, opened once for all pages, and signed by the name that the user goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import streamlit as st

from pages.shared import visitor
from workspace.errors import WorkspaceError
from workspace.store import Workspace

# A server that does not answer costs some seconds each time it is asked: not at every click again.
AGAIN_AFTER = 20
_FAILED = "_workspace_failed"


@st.cache_resource(show_spinner="Opening the workspace …")
def _opened() -> Workspace:
    return Workspace.open()


def workspace() -> Workspace:
    """The workspace, signed with the visitor's address, else the name entered in this session, else the machine's user.

    Raises WorkspaceError; for AGAIN_AFTER seconds then the same error again, without another attempt.
    """
    if not visitor.may("member"):
        raise WorkspaceError("Campaigns and briefings are for members of the coalition; your role is to read.")
    since, said = st.session_state.get(_FAILED, (0.0, ""))
    if said and monotonic() - since < AGAIN_AFTER:
        raise WorkspaceError(said)
    try:
        opened = _opened()
    except WorkspaceError as error:
        st.session_state[_FAILED] = (monotonic(), str(error))
        raise
    name = visitor.email() or (st.session_state.get("who") or "").strip()
    return opened.signed(name) if name else opened


def tell(action: str, subject: str) -> None:
    """On a server, note in the log what the visitor did outside the workspace (workspace.log). Raises WorkspaceError.

    On a computer of one's own there is nobody else to tell apart.
    """
    teller()(action, subject)


def teller() -> Callable[[str, str], None]:
    """`tell` for this visitor, to be called later: a download is made outside the run of a page. Raises
    WorkspaceError."""
    return workspace().log.add if visitor.email() else lambda action, subject: None


def forget_failure() -> None:
    """Ask again at once, at the user's wish."""
    st.session_state.pop(_FAILED, None)


@contextmanager
def needed() -> Iterator[None]:
    """Around what cannot be shown without the workspace: what is wrong is told in its place, and the page goes on."""
    try:
        yield
    except WorkspaceError as error:
        st.error(str(error))
