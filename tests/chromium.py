"""The one Chromium that tests drive, through Playwright, and when its tests run.

Loaded as a pytest plugin by tests/conftest.py. Playwright's event loop holds the main thread from its start to
its end, so there can be one such start in a test run, and tests that want a loop of their own (those that make
images) must come before it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.system import require

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def driven_last(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests in their order, but those that use the fixture `browser`, directly or not, behind all others."""
    return sorted(items, key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests that drive a browser last."""
    items[:] = driven_last(items)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; the test is skipped, or with CI=true fails, where there is none."""
    path = require("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
