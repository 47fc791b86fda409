"""What is new is noted once, for each record by itself, and each person is told what came after their last visit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from workspace import news
from workspace.store import Workspace


def names(before: dict[str, dict], after: dict[str, dict]) -> list[dict]:
    """News of drawn records, whose texts are {"n": number}: what changed, from and to."""
    return [{"of": n, "was": before.get(n), "now": after.get(n)} for n in sorted({*before, *after})]


def compared(workspace: Workspace, place: str = "", **held: int) -> list[dict]:
    workspace.news.compare(place, {name: {"n": number} for name, number in held.items()}, names)
    return [one.told for one in reversed(workspace.news.of_record(place))]


def test_only_what_differs_from_the_time_before_is_noted(workspace: Workspace) -> None:
    assert compared(workspace, a=1, b=1) == []
    assert compared(workspace, a=1, b=1) == []
    changed = {"of": "b", "was": {"n": 1}, "now": {"n": 2}}
    assert compared(workspace, a=1, b=2) == [changed]
    gone, fresh = {"of": "a", "was": {"n": 1}, "now": None}, {"of": "c", "was": None, "now": {"n": 3}}
    assert compared(workspace, b=2, c=3) == [changed, gone, fresh]
    assert compared(workspace, b=2, c=3) == [changed, gone, fresh]
    keys = {one.key for one in workspace.news.of_record("")}
    assert len(keys) == 3


def test_laptops_that_share_a_workspace_have_news_of_their_own_records(workspace: Workspace) -> None:
    assert compared(workspace, "one", a=1) == compared(workspace, "two", a=9) == []
    assert compared(workspace, "one", a=2) == [{"of": "a", "was": {"n": 1}, "now": {"n": 2}}]
    assert compared(workspace, "two", a=9) == []


def test_each_person_is_told_what_came_after_their_last_visit(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    monkeypatch.setattr(news, "now", lambda: clock)
    ben = workspace.signed("Ben")

    def new(who: Workspace) -> tuple[datetime | None, list[str], list[str]]:
        since = who.news.visit("", who.who)
        told = [one.told["of"] for one in who.news.of_record("", since.news)]
        return since.at, told, [one.subject for one in who.news.of_campaigns(since.changes)]

    compared(workspace, a=1)
    workspace.campaigns.create("Earlier", "GA", 2026)
    assert new(ben) == (None, [], [])  # a first visit: everything is new, so nothing is told
    compared(workspace, a=2)
    workspace.campaigns.create("Later", "GA", 2027)
    ben.campaigns.create("By Ben", "GA", 2028)
    assert new(ben) == (None, ["a"], ["Later"])  # within the first visit
    clock += news.PAUSE + timedelta(minutes=1)
    seen = clock - news.PAUSE - timedelta(minutes=1)
    assert new(ben) == (seen, [], [])  # what came within the last visit was told then
    compared(workspace, a=3)
    clock += news.PAUSE - timedelta(minutes=1)
    assert new(ben) == (seen, ["a"], [])
    assert new(ben) == (seen, ["a"], [])  # loading the page again is no new visit
    assert new(workspace)[0] is None


def test_a_feed_has_one_secret_at_a_time_and_can_be_taken_back(workspace: Workspace) -> None:
    anna, ben = workspace.feeds, workspace.signed("Ben").feeds
    assert anna.made_at() is None
    first, other = anna.make(), ben.make()
    assert (anna.owner(first), anna.owner(other), anna.owner("guess")) == ("Anna", "Ben", "")
    second = anna.make()
    assert (anna.owner(first), anna.owner(second)) == ("", "Anna")
    assert anna.made_at() is not None
    anna.revoke()
    assert (anna.owner(second), anna.owner(other)) == ("", "Ben")
    told = [line.action for line in workspace.log.entries()]
    assert told == ["took a feed address back", "made a feed address", "made a feed address", "made a feed address"]


def test_sign_outs_are_kept_until_their_time(workspace: Workspace) -> None:
    workspace.signed_out.keep({"a": 100.0, "b": 300.0}, 50)
    assert workspace.signed_out.all() == {"a": 100.0, "b": 300.0}
    workspace.signed_out.keep({"b": 300.0, "c": 400.0}, 200)
    assert workspace.signed_out.all() == {"b": 300.0, "c": 400.0}
