"""What every test of a page stands on: the database of the sources alone, and a workspace of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import app_test

from files import paths
from pages.shared.campaign import workspace as desk
from tests.pages.visit import Navigated
from workspace.store import Workspace


@pytest.fixture(scope="session", autouse=True)
def installed_once() -> Iterator[None]:
    """Each AppTest reads what is installed, in search of components: as a server does, once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def desk_of_own(built_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An empty workspace that the pages use, and nothing that a user has imported."""
    monkeypatch.setattr(paths, "DATABASE", built_database)
    monkeypatch.setattr(paths, "DATA_DIR", tmp_path / "user")
    monkeypatch.setenv("COSPONSOR_WORKSPACE_URL", f"sqlite:///{tmp_path}/workspace.sqlite")
    monkeypatch.setattr(app_test, "PagesManager", Navigated)
    desk._opened.clear()
    workspace = Workspace.open(who="Ana Ruiz")
    workspace.settings.set("who", "Ana Ruiz")  # who signs has been asked before
    yield workspace
    workspace.close()
    desk._opened.clear()
