"""On Overview: what is new since the visitor's last visit, and how to follow it with a feed reader."""

from functools import partial
from time import monotonic
from urllib.parse import urlsplit

import streamlit as st

from access import gate, settings
from analytics.english import long_date
from pages.news import entries, feed
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.frame import frame, visitor
from pages.shared.markdown import plain
from workspace.errors import WorkspaceError
from workspace.news import Since
from workspace.store import Workspace

SHOWN = 6
AGAIN_AFTER = 300
"""Seconds after which a visitor who is still here is noted again."""
_SCRIPTS = {
    "resolutions": "pages/resolutions.py",
    "sources": "pages/sources/page.py",
    "shortlist": "pages/shortlist/page.py",
}
_SEEN, _NEW = "_seen", "_new-feed"


def since_last_visit() -> None:
    """A line for each thing that is new, the latest first, with a link to its page; nothing at a first visit. Overview
    is shown as ever where the workspace is out of reach."""
    try:
        held = desk.own()
        entries.compare(held)
        since = _since(held)
    except WorkspaceError:
        return
    if since is None or since.at is None:
        return
    found = feed.found(held, visitor.may("member"), since)
    when = plain(f"{long_date(since.at.date())}, {since.at:%H:%M} UTC")
    if not found:
        st.caption(f"Nothing is new since your last visit on {when}.")
        return
    with st.container(border=True, key="news", gap="xsmall"):
        st.markdown(f"**New since your last visit** on {when}")
        _lines(found[:SHOWN])
        if more := found[SHOWN:]:
            frame.folded(f"{len(more)} more", "news", partial(_lines, more))


def _lines(found: list[entries.Entry]) -> None:
    for entry in found:
        st.page_link(
            _SCRIPTS[entry.page], label=plain(entry.sentence), query_params=entry.query, icon=":material/fiber_new:"
        )


def _since(held: Workspace) -> Since | None:
    """The end of the visit before this one; None for the server itself, which opens every page beforehand."""
    if visitor.email() == gate.ITSELF:
        return None
    who = held.who if held.shared or visitor.email() else ""  # on a computer of one's own there is one person
    at, whose, since = st.session_state.get(_SEEN, (0.0, "", None))
    if since is None or whose != who or monotonic() - at > AGAIN_AFTER:
        since = held.news.visit(entries.place(held), who)
        st.session_state[_SEEN] = (monotonic(), who, since)
    return since


def follow() -> None:
    """How to have what is new in a feed reader: an address on this computer, or one of the member's own on a server."""
    frame.folded("Follow what is new in a feed reader", "feed", _follow, icon=":material/rss_feed:")


def _follow() -> None:
    with errors_told():
        held = desk.own()
        if settings.current() is None:
            parts = urlsplit(str(st.context.url))
            st.caption("While the dashboard runs, a feed reader on this computer finds it here:")
            st.code(f"{parts.scheme}://{parts.netloc}{gate.FEED}atom.xml", language=None)
        else:
            _address(held)
        st.download_button(
            "Feed as a file (Atom)",
            partial(feed.made, held, visitor.may("member")),
            "what-is-new.atom",
            feed.MIME,
            on_click="ignore",
            icon=":material/download:",
            key="feed-file",
        )


def _address(held: Workspace) -> None:
    made = held.feeds.made_at()
    if secret := st.session_state.pop(_NEW, ""):
        st.caption("Your address, shown this once. Whoever has it can read your feed, and nothing else:")
        st.code(f"{settings.current().url}{gate.FEED}{secret}", language=None)
    elif made is not None:
        st.caption(
            f"You made an address on {long_date(made.date())}. It is not shown again; a new one takes its place."
        )
    else:
        st.caption(
            "A feed reader cannot sign in. It can read at a secret address of your own, which tells what your role "
            "may see, without notes and next steps, for as long as you have a role here."
        )
    with st.container(horizontal=True):
        if st.button("Make an address", icon=":material/key:", key="feed-make"):
            st.session_state[_NEW] = held.feeds.make()
            st.rerun(scope="fragment")
        if made is not None and st.button("Take it back", icon=":material/key_off:", key="feed-revoke"):
            held.feeds.revoke()
            st.rerun(scope="fragment")
