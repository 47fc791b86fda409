"""The one Chromium that tests drive, through Playwright, and when its tests run.

Loaded as a pytest plugin by tests/conftest.py. Playwright's event loop holds the main thread from its start to
its end, so it lives while tests that use it follow each other, and ends before one that may want a loop of its own;
in a module such tests come first.
"""

from __future__ import annotations

from contextlib import ExitStack

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
    # Of two such lists Chromium takes the last: what Playwright puts off itself, and pages below an address bar that
    # each window would load.
    "--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,"
    "AvoidCorsURLLoaderRestartOnRedirect,TcpPortRandomizationWin,OptimizationHints,NetworkTimeServiceQuerying,"
    "AimEnabled,PreconnectToSearch,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup",
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


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """End the browser before a test that does not use it."""
    if "browser" not in getattr(item, "fixturenames", ()):
        _RUNNING.close()


def pytest_sessionfinish() -> None:
    """End the browser."""
    _RUNNING.close()


@pytest.fixture(scope="module")
def browser() -> Browser:
    """The Chromium of this machine; the test is skipped, or with CI=true fails, where there is none."""
    return _RUNNING.browser(require("chromium"))


class _Running:
    """Chromium and Playwright, from the first test that uses them on; what was made in them ends with them."""

    def __init__(self) -> None:
        self._ends = ExitStack()
        self._browser: Browser | None = None

    def browser(self, path: str) -> Browser:
        """The one that runs; started anew where none does, or where a test has ended it."""
        if self._browser is None or not self._browser.is_connected():
            self.close()
            playwright = self._ends.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            self._ends.callback(self._browser.close)
        return self._browser

    def close(self) -> None:
        """End it, where it runs."""
        self._browser = None
        self._ends.close()


_RUNNING = _Running()
