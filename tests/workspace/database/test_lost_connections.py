"""A real PostgreSQL that is stopped, started again or frozen while a dashboard is connected to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from tests.workspace.postgres import Postgres, running
from workspace.database import postgresql
from workspace.errors import WorkspaceError
from workspace.store import Workspace

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with running() as held:
        yield held


@pytest.fixture
def workspace(server: Postgres) -> Iterator[Workspace]:
    opened = Workspace.open(server(), who="Anna")
    yield opened
    opened.close()


def names(workspace: Workspace) -> list[str]:
    return [campaign.name for campaign in workspace.campaigns.all()]


def test_through_a_restart_nothing_that_was_saved_is_lost_and_no_page_fails(server, workspace) -> None:
    workspace.campaigns.create("Before", "GA", 2026)
    server.stop()
    with pytest.raises(WorkspaceError, match="Check that the server runs"):
        workspace.campaigns.create("Meanwhile", "GA", 2026)
    server.start()
    assert names(workspace) == ["Before"]
    workspace.campaigns.create("After", "GA", 2026)
    assert names(workspace) == ["After", "Before"]


def test_cut_off_in_the_middle_of_a_write_all_of_it_or_nothing_is_saved_and_that_is_told(server, workspace) -> None:
    def write_and_be_cut_off() -> None:
        with workspace._database.write() as connection:
            workspace.campaigns.create("Of another", "GA", 2026)
            workspace.shortlist.add_in(connection, workspace.campaigns.named("Of another").id, "KEN")
            server.stop()

    with pytest.raises(WorkspaceError, match="Check that the server runs|Nothing was saved"):
        write_and_be_cut_off()
    server.start()
    assert names(workspace) == ["Of another"]
    assert workspace.shortlist.entries(workspace.campaigns.named("Of another").id) == []


def test_a_server_that_stands_still_holds_nobody_for_ever(server, monkeypatch) -> None:
    monkeypatch.setattr(postgresql, "SECONDS", 1)
    workspace = Workspace.open(f"{server()}&connect_timeout=2", who="Anna")
    workspace.campaigns.create("Before", "GA", 2026)

    def write_meanwhile() -> None:
        with workspace._database.write() as connection, server.frozen():
            connection.execute(text("UPDATE campaigns SET name = 'Meanwhile'"))

    with pytest.raises(WorkspaceError, match="no answer within 1 second.*Check that the server runs"):
        write_meanwhile()
    with server.frozen(), pytest.raises(WorkspaceError, match="timeout expired.*Check that the server runs"):
        workspace.campaigns.create("Meanwhile", "GA", 2026)
    assert names(workspace) == ["Before"]
    workspace.close()


def test_fifty_people_write_through_a_restart_and_what_was_called_saved_is_there(server, workspace) -> None:
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)
    saved: list[str] = []
    told: list[str] = []

    def write(person: int) -> None:
        mine = workspace.signed(f"P{person}")
        for number in range(4):
            code = f"{chr(65 + person // 26)}{chr(65 + person % 26)}{chr(65 + number)}"
            try:
                mine.shortlist.add(campaign.id, code)
                saved.append(code)
            except WorkspaceError as error:
                told.append(str(error))
            time.sleep(0.1)

    people = [threading.Thread(target=write, args=(person,)) for person in range(50)]
    for one in people:
        one.start()
    time.sleep(0.2)
    server.stop()
    server.start()
    for one in people:
        one.join()
    assert set(saved) <= {entry.iso3 for entry in workspace.shortlist.entries(campaign.id)}
    assert len(saved) + len(told) == 200
    assert all("The workspace at postgresql://" in words for words in told)
