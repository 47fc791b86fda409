"""Overview tells who comes back what is new, with a link to each, and keeps private what is private."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from access.settings import Settings
from analytics import news
from briefing.feed import NAMESPACE
from data import store
from pages.news import entries, feed
from tests.pages.visit import answer, opened, words
from workspace.database.noted import visits
from workspace.database.schema import now
from workspace.errors import WorkspaceError
from workspace.store import Workspace

TEXT = "A/RES/78/216"


ROLES = {"anna@example.org": "member", "ben@example.org": "reader"}


@pytest.fixture(autouse=True)
def compared_anew() -> None:
    entries._compared.clear()


def links(at: AppTest) -> dict[str, str]:
    """What the links in the box of news say, without Markdown's backslashes, and the addresses that they lead to."""
    found = [link.proto for link in at.get("page_link") if "fiber_new" in link.proto.icon]
    return {link.label.replace("\\", ""): f"{link.page}?{link.query_string}" for link in found}


def went_home(desk: Workspace, hours: int = 48) -> None:
    """Nobody has looked for so long."""
    with desk._database.write() as connection:
        connection.execute(update(visits).values(at=now() - timedelta(hours=hours)))


def known_without(desk: Workspace, *states: str) -> None:
    """The record was known, before, without these States on TEXT."""
    held = news.held(store.record())
    one = held[TEXT]
    held[TEXT] = replace(one, named=tuple(iso3 for iso3 in one.named if iso3 not in states))
    desk.news.compare("", {name: text.as_json() for name, text in held.items()}, entries._between)


def test_who_comes_back_is_told_what_is_new_with_a_link_to_it(desk_of_own: Workspace) -> None:
    known_without(desk_of_own, "ALB", "NOR")
    assert links(opened("")) == {}  # a first visit
    went_home(desk_of_own)
    said = words(opened(""))
    assert "New since your last visit" not in said  # it was told of, or could be, in the first
    assert "Nothing is new since your last visit on" in said
    ben = desk_of_own.signed("Ben")
    campaign = ben.campaigns.create("GA 2026", "GA", 2026)
    for iso3 in ("KEN", "GHA"):
        ben.shortlist.add(campaign.id, iso3, note="the counsellor is with us")
    entry = ben.shortlist.entries(campaign.id)[0]
    ben.shortlist.change(entry.id, entry.version, status="contacted", note="call again in June")
    desk_of_own.shortlist.change(entry.id, entry.version + 1, status="committed")
    at = opened("")
    assert "New since your last visit" in words(at)
    assert links(at) == {
        "Ben began the campaign “GA 2026”.": f"shortlist?campaign={campaign.id}",
        "Ben put Ghana and Kenya on the shortlist of “GA 2026”.": f"shortlist?campaign={campaign.id}",
        "Ben set Kenya to “contacted”, from “to contact”, on the shortlist of “GA 2026”.": (
            f"shortlist?campaign={campaign.id}"
        ),
        "Ben changed the note of Kenya on the shortlist of “GA 2026”.": f"shortlist?campaign={campaign.id}",
    }
    assert links(opened("")) == links(at)  # loading the page again is no new visit


def test_names_that_came_to_the_record_are_told(desk_of_own: Workspace) -> None:
    opened("")
    went_home(desk_of_own)
    known_without(desk_of_own, "ALB", "NOR")
    entries._compared.clear()  # as after another start
    assert links(opened("")) == {
        "Albania and Norway are no longer named on A/RES/78/216 (2023) by the lists held.": (
            "resolutions?text=A%2FRES%2F78%2F216"
        ),
        "Albania and Norway are named on A/RES/78/216 (2023) now, and were not before.": (
            "resolutions?text=A%2FRES%2F78%2F216"
        ),
    }


def test_overview_is_shown_where_the_workspace_is_out_of_reach(
    desk_of_own: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise WorkspaceError("The workspace cannot be used.")

    monkeypatch.setattr("workspace.news.News.visit", refused)
    at = opened("")
    assert answer(at)
    assert "What we do not know" in words(at)


def test_the_feed_tells_the_same_without_what_notes_say(desk_of_own: Workspace) -> None:
    known_without(desk_of_own, "ALB")
    entries.compare(desk_of_own)
    campaign = desk_of_own.signed("Ben").campaigns.create("GA 2026", "GA", 2026)
    ben = desk_of_own.signed("Ben").shortlist
    entry = ben.add(campaign.id, "KEN", note="the counsellor is with us")
    ben.change(entry.id, entry.version, note="call again in June", next_step="ring <script>")
    mine, without = (feed.made(desk_of_own, campaigns) for campaigns in (True, False))
    titles = [
        [
            entry.findtext(f"{{{NAMESPACE}}}title")
            for entry in ElementTree.fromstring(content).iter(f"{{{NAMESPACE}}}entry")
        ]
        for content in (mine, without)
    ]
    record = "Albania is named on A/RES/78/216 (2023) now, and was not before."
    assert titles[1] == [record]
    assert titles[0][-1] == record
    assert "Ben changed the note of Kenya on the shortlist of “GA 2026”." in titles[0]
    for said in (b"counsellor", b"June", b"script"):
        assert said not in mine
    assert feed.made(desk_of_own, True) == mine
    assert b"http://localhost:8501/resolutions?text=A%2FRES%2F78%2F216" in mine


def test_a_secret_opens_what_the_role_of_its_owner_may_see_now(
    desk_of_own: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    roles = dict(ROLES)
    served = Settings("127.0.0.1", 8501, "https://d.example.org", 12, roles)
    monkeypatch.setattr("access.settings.current", lambda: served)
    desk_of_own.campaigns.create("GA 2026", "GA", 2026)
    secrets = {who: desk_of_own.signed(who).feeds.make() for who in (*roles, "gone@example.org")}
    told = {who: feed.of_secret(secret) for who, secret in secrets.items()}
    assert b"Ana Ruiz began the campaign" in told["anna@example.org"]
    assert b"https://d.example.org/shortlist?campaign=" in told["anna@example.org"]
    assert b"campaign" not in told["ben@example.org"]
    assert told["gone@example.org"] is None
    assert feed.of_secret("guess") is None
    del roles["anna@example.org"]  # out of the configuration
    assert feed.of_secret(secrets["anna@example.org"]) is None
