"""The feed: for the file, for a reader on this computer, and for one that knows a member's secret address."""

import uuid
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

import streamlit as st

from access import gate, settings
from briefing.feed import MIME, Item, atom
from pages.news import entries
from pages.shared.campaign import workspace as desk
from pages.shared.record import record as tables
from workspace.news import LATEST, Since
from workspace.store import Workspace

__all__ = ["MIME", "found", "made", "of_secret", "on_this_computer"]

EVER = Since(None, 0, 0)


def found(held: Workspace, campaigns: bool, since: Since = EVER) -> list[entries.Entry]:
    """What is new after `since` in the record and, with `campaigns`, in those (but what `held` is signed by has done
    itself), the latest first. Raises WorkspaceError."""
    new = entries.of_record(held.news.of_record(entries.place(held), since.news))
    if campaigns:
        names = {one.id: one.name for one in held.campaigns.all(archived=True)}
        new += entries.of_campaigns(held.news.of_campaigns(since.changes), names)
    return sorted(new, key=lambda entry: entry.at, reverse=True)[:LATEST]


def made(held: Workspace, campaigns: bool) -> bytes:
    """The feed as Atom, for whom `held` is signed by. Raises WorkspaceError."""
    home = _home()
    items = [
        Item(entry.key, entry.at, entry.sentence, f"{home}/{entry.page}" + _asked(entry.query), entry.by)
        for entry in found(held, campaigns)
    ]
    built = datetime.fromisoformat(tables.record().built_on).replace(tzinfo=UTC)
    whose = home if settings.current() else entries.this_computer()
    return atom(str(uuid.uuid5(uuid.NAMESPACE_URL, f"{whose} {held.who}")), f"{home}/", items, built)


def on_this_computer() -> bytes:
    """The feed of the one user of this computer. Raises WorkspaceError."""
    held = desk.outside()
    entries.compare(held)
    return made(held, campaigns=True)


def of_secret(secret: str) -> bytes | None:
    """The feed of whoever made this secret, with what their role may see now; None for a secret that is nobody's, or
    of somebody without a role. Raises WorkspaceError."""
    configured, held = settings.current(), desk.outside()
    owner = held.feeds.owner(secret)
    role = configured.role_of(owner) if configured and owner else ""
    if not gate.may(role, "reader"):
        return None
    entries.compare(held)
    return made(held.signed(owner), campaigns=gate.may(role, "member"))


def _home() -> str:
    configured = settings.current()
    return configured.url if configured else f"http://localhost:{st.get_option('server.port')}"


def _asked(query: dict[str, str]) -> str:
    return f"?{urlencode(query, quote_via=quote)}" if query else ""
