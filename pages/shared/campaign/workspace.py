"""The user's workspace, opened once for all pages, and signed by the name that is asked for before the first change."""

from collections.abc import Callable
from time import monotonic

import streamlit as st

from pages.shared.frame import visitor
from workspace.errors import WorkspaceError
from workspace.store import Workspace

# A server that does not answer costs some seconds each time it is asked: not at every click again.
AGAIN_AFTER = 20
_FAILED = "_workspace_failed"
_SIGNS, _KEPT = "_signs", "who"


@st.cache_resource(show_spinner="Opening the workspace …")
def _opened() -> Workspace:
    return Workspace.open()


def outside() -> Workspace:
    """The workspace outside the run of a page, signed by the user of this computer alone, if it is. Raises
    WorkspaceError."""
    opened = _opened()
    return opened.signed(_kept(opened))


def own() -> Workspace:
    """The workspace for what the dashboard notes by itself (news, visits, feeds), whatever the visitor's role, signed
    as `workspace`. Raises WorkspaceError."""
    opened = _opened()
    if _SIGNS not in st.session_state:
        st.session_state[_SIGNS] = _kept(opened)
    return opened.signed(who())


def _kept(opened: Workspace) -> str:
    """The name that signed on earlier days; "" on a server, where others go by the same settings."""
    return "" if opened.shared else str(opened.settings.get(_KEPT, ""))


def workspace() -> Workspace:
    """The workspace, signed with the name that was given (`who`): for reading, and for what nobody signs. Raises
    WorkspaceError; for AGAIN_AFTER seconds then the same error again, without another attempt."""
    if not visitor.may("member"):
        raise WorkspaceError("Campaigns and briefings are for members of the coalition; your role is to read.")
    since, said = st.session_state.get(_FAILED, (0.0, ""))
    if said and monotonic() - since < AGAIN_AFTER:
        raise WorkspaceError(said)
    try:
        return own()
    except WorkspaceError as error:
        st.session_state[_FAILED] = (monotonic(), str(error))
        raise


def who() -> str:
    """The name that signs changes: the address of who signed in, else the name given; "" before that."""
    return visitor.email() or st.session_state.get(_SIGNS, "")


def sign(name: str) -> None:
    """From here on that name signs; in a workspace of this computer alone also on later days."""
    name = " ".join(name.split())
    if name and name != who():
        st.session_state[_SIGNS] = name
        if not (held := workspace()).shared:
            held.settings.set(_KEPT, name)


def ask_who(key: str) -> None:
    """A field for the name that signs, beside the first change; nothing once it is known. `key`: tells apart the
    fields of one page; `to_change` takes it."""
    if not who():
        st.text_input("Your name, to sign your changes", key=f"who-{key}")


def to_change(key: str) -> Workspace:
    """The workspace for a change that its history tells of. Raises WorkspaceError while nobody has said who signs."""
    sign(st.session_state.get(f"who-{key}", ""))
    if not who():
        raise WorkspaceError("Nothing was saved yet: say your name first, it signs this change and those after it.")
    return workspace()


def tell(action: str, subject: str) -> None:
    """On a server, note in the log what the visitor did outside the workspace (workspace.log). Raises WorkspaceError.
    On a computer of one's own there is nobody else to tell apart."""
    teller()(action, subject)


def teller() -> Callable[[str, str], None]:
    """`tell` for this visitor, to be called later: a download is made outside the run of a page. Raises
    WorkspaceError."""
    return workspace().log.add if visitor.email() else lambda action, subject: None


def forget_failure() -> None:
    """Ask again at once, at the user's wish."""
    st.session_state.pop(_FAILED, None)
