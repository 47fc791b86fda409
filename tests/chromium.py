"""The one Chromium that tests drive, through Playwright, and when its tests run.

Loaded as a pytest plugin by tests/conftest.py. Playwright's event loop holds the main thread from its start to
its end, so it is started for one module of tests at a time, and in it what wants a loop of its own comes first.
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
    "--process-per-site",  # with another page of the dashboard open, a new one finds its scripts compiled
    # No other machine is found, so that a test says the same with and without internet.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


def driven_last(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests module by module, in each those that use the fixture `browser`, directly or not, at the end."""
    modules = {path: place for place, path in enumerate(dict.fromkeys(item.path for item in items))}
    return sorted(items, key=lambda item: (modules[item.path], "browser" in getattr(item, "fixturenames", ())))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of a module that drive a browser last."""
    items[:] = driven_last(items)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; the test is skipped, or with CI=true fails, where there is none."""
    path = require("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
