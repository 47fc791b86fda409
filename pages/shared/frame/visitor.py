"""Who is here, and what they may do: everything on a computer of one's own, what their role allows on a server."""

from typing import Literal

import streamlit as st

from access import gate, settings
from access.settings import LOCAL
from pages.shared.markdown import plain

NEEDED = {"add": "editor", "log": "admin"} | dict.fromkeys(
    ("targets", "coalition", "shortlist", "briefing", "letter"), "member"
)
"""The role that a page is for, by its address; all others are for every reader."""


def email() -> str:
    """The address with which the visitor signed in; "" on a computer of one's own."""
    return str(st.context.headers.get(gate.WHO) or "")


def role() -> str:
    """The visitor's role (access.settings.ROLES); "" for nobody that the configuration knows. Without a configuration
    the user of this computer may do everything. Where the server listens beyond this computer all the same (a host that
    runs app.py by itself), nobody signs in, and everybody only reads."""
    configured = settings.current()
    if configured is not None:
        return "admin" if email() == gate.ITSELF else configured.role_of(email())
    return "admin" if (st.get_option("server.address") or "") in LOCAL else "reader"


def seen(page: str) -> Literal["visible", "hidden"]:
    """Whether the menu shows a page: only to whom it is for, and the log only where there is a server to tell of."""
    alone = page == "log" and settings.current() is None
    return "visible" if may(NEEDED[page]) and not alone else "hidden"


def may(needed: str) -> bool:
    """Whether the visitor's role is that one or one that may do more."""
    return gate.may(role(), needed)


def require(needed: str) -> None:
    """Stop the page, and say why, for a visitor who may not."""
    if not may(needed):
        st.error(f"This needs the role “{needed}” here; yours is “{role() or 'none'}”. Ask whoever runs this server.")
        st.stop()


def box() -> None:
    """At the side, on a server: who is signed in, and the way out."""
    configured = settings.current()
    if configured is None:
        return
    st.caption(f"{plain(email())} · {role()}")
    if configured.sign_in is not None and st.button("Sign out", icon=":material/logout:", key="sign-out"):
        st.logout()
