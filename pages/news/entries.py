"""What is new in the record and in the campaigns, as sentences that lead to the page of each."""

import platform
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from access import settings
from analytics import news
from analytics.english import listing
from files.paths import DATA_DIR
from pages.shared.record import record as tables
from workspace.history import Change
from workspace.news import LATEST, Json, Noted
from workspace.store import Workspace

TOGETHER = timedelta(minutes=10)
"""Changes of one kind by one person within so long are told in one sentence."""


@dataclass(frozen=True)
class Entry:
    """One sentence. key: a UUID that stays its own; page, query: where it leads; by: whose doing it was, if any."""

    key: str
    at: datetime
    sentence: str
    page: str
    query: dict[str, str] = field(default_factory=dict)
    by: str = ""


def place(held: Workspace) -> str:
    """Which record is meant, among those of several laptops that share one workspace; "" where there is one alone."""
    return this_computer()[:400] if held.shared and settings.current() is None else ""


def this_computer() -> str:
    """The name of this computer and the user's folder on it: what tells two laptops apart."""
    return f"{platform.node()} {DATA_DIR}"


_compared: dict[tuple[str, str], str] = {}


def compare(held: Workspace) -> None:
    """Note what is new in the record, once for each version of it. Raises WorkspaceError."""
    where, version = place(held), tables.record().version
    if _compared.get((held.place, where)) != version:
        texts = {name: one.as_json() for name, one in news.held(tables.record()).items()}
        held.news.compare(where, texts, _between)
        _compared[held.place, where] = version


def _between(before: dict[str, Json], after: dict[str, Json]) -> list[Json]:
    was, now = ({name: news.from_json(one) for name, one in texts.items()} for texts in (before, after))
    return [one.as_json() for one in news.between(was, now)]


def of_record(noted: Sequence[Noted]) -> list[Entry]:
    """News of the record; of a text that is gone the page of all lists is shown."""
    found = []
    for one in noted:
        told = news.news_from_json(one.told)
        here = told.kind != "gone"
        where = ("resolutions", {"text": told.text}) if here else ("sources", {})
        found.append(Entry(one.key, one.at, news.sentence(told, tables.names()), *where))
    return found


def of_campaigns(changes: Sequence[Change], campaigns: dict[int, str]) -> list[Entry]:
    """Changes, the latest first, those that belong together in one sentence; `campaigns`: names by id. What notes and
    next steps say is not told: a feed goes to whatever reader somebody uses."""
    found = []
    groups = [list(group) for _, group in groupby(changes, _kind)]
    if len(changes) == LATEST:  # the oldest may be a part of what belongs together
        groups = groups[:-1]
    for group in groups:
        first = group[-1]
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{first.at.isoformat()} {first.id}"))
        called = campaigns.get(first.campaign_id, first.subject)
        where = {"campaign": str(first.campaign_id)}
        found.append(Entry(key, group[0].at, _sentence(group, called), "shortlist", where, first.by))
    return found


def _kind(change: Change) -> tuple[int, str, str, str, bool, int, tuple[str, ...]]:
    values = (change.before, change.after) if change.field == "status" else ()
    when = int(change.at.timestamp() // TOGETHER.total_seconds())
    return change.campaign_id, change.by, change.action, change.field, change.entry_id is None, when, values


def _sentence(group: Sequence[Change], campaign: str) -> str:
    """ "Ana put Ghana and Kenya on the shortlist of “GA 2026”." """
    one = group[0]
    who, field = one.by or "Somebody", one.field.replace("_", " ")
    names = tables.names()
    states = listing(sorted({names.get(change.subject, change.subject) for change in group}), news.MOST)
    if one.entry_id is None:
        done = {"created": "began", "archived": "archived", "brought back": "brought back"}.get(one.action)
        return f"{who} {done or f'changed the {field} of'} the campaign “{campaign}”."
    if one.action == "removed":
        return f"{who} took {states} off the shortlist of “{campaign}”."
    if not one.field:
        return f"{who} put {states} on the shortlist of “{campaign}”."
    if one.field == "status":
        return f"{who} set {states} to “{one.after}”, from “{one.before}”, on the shortlist of “{campaign}”."
    return f"{who} changed the {field} of {states} on the shortlist of “{campaign}”."
