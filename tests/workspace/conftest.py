"""Every workspace test runs twice: on SQLite, and on a PostgreSQL that the tests start and stop themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.workspace.postgres import Postgres, running
from workspace.store import Workspace


@pytest.fixture(scope="session")
def _server() -> Iterator[Postgres]:
    with running() as server:
        yield server


@pytest.fixture
def postgres(_server: Postgres) -> Iterator[Callable[[], str]]:
    """Call it for the address of an empty database of a real server."""
    yield _server
    _server.take_back()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.system)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty workspace."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'user' / 'workspace.sqlite'}"
    return request.getfixturevalue("postgres")()


@pytest.fixture
def workspace(url: str) -> Iterator[Workspace]:
    """An empty workspace, signed by Anna."""
    opened = Workspace.open(url, who="Anna")
    yield opened
    opened.close()
