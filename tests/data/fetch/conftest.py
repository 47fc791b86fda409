"""Fixtures for tests of fetching: a server that plays the United Nations, and a watch over every address asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.fetch import client
from data.reading.context import Context
from tests.data.fetch.un import UN, playing
from tests.data.fetch.watch import Addresses


@pytest.fixture(scope="session")
def context() -> Context:
    """The sources alone."""
    return Context.from_files()


@pytest.fixture(autouse=True)
def addresses() -> Iterator[Addresses]:
    """Every name looked up and every address connected to. The test fails where one is not this computer's."""
    with Addresses() as watched:
        yield watched
    assert watched.outside == []


@pytest.fixture
def un(monkeypatch: pytest.MonkeyPatch) -> Iterator[UN]:
    """The server, named by COSPONSOR_UN_URL, and no wait between two requests of two tests."""
    monkeypatch.setattr(client, "_TURNS", client._Turns())
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with playing() as server:
        monkeypatch.setenv("COSPONSOR_UN_URL", server.template)
        yield server
