"""Fixtures for tests that drive a real Chromium against the running dashboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from files.paths import ROOT
from tests.browser.look import VIEWPORTS
from tests.browser.server import Server, serving
from tests.browser.watch import Watch
from tests.data.fetch.watch import asked_by_children, in_children

HERE = Path(__file__).resolve().parent


# First of all such hooks, so that `-m "not browser"` finds the markers.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests of this folder. They are the slowest: behind all others where one process runs all tests, and
    where several do, before them, so that none is left waiting for another at the end."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.system)
    items.sort(key=lambda item: HERE in item.path.parents, reverse=hasattr(config, "workerinput"))


@pytest.fixture(scope="session")
def dashboard(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on a free port, on the database built from data/sources and an empty user folder, started as run.py
    does. Whatever the tests did with it, it asked no other machine."""
    folder = tmp_path_factory.mktemp("dashboard")
    settings = {
        "COSPONSOR_DATABASE": str(built_database),
        "COSPONSOR_DATA_DIR": str(folder / "user"),
        "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full",  # so that a failed test says why
    }
    with serving(ROOT, folder / "server.log", settings | in_children(folder), warm=False) as server:
        yield server
    assert asked_by_children(folder).outside == []


@pytest.fixture
def viewport(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Width and height of the window. Others: parametrize("viewport", ["desktop", "phone"], indirect=True)."""
    return VIEWPORTS[getattr(request, "param", "desktop")]


@pytest.fixture
def colour_scheme(request: pytest.FixtureRequest) -> str:
    """What the browser asks of the theme: light. Others: parametrize("colour_scheme", [...], indirect=True)."""
    return getattr(request, "param", "light")


Profile = tuple[BrowserContext, Watch]
Profiles = Callable[[tuple[int, int], str], Profile]
_MADE: WeakKeyDictionary[Browser, dict[tuple[str, tuple[int, int], str], Profile]] = WeakKeyDictionary()


@pytest.fixture(scope="module")
def profiles(browser: Browser, dashboard: Server) -> Profiles:
    """Gives the profile of a size of window and a theme, and who watches it: the same one as long as the browser lives,
    so that it loads the scripts of the dashboard once. Its first page stays open and keeps the process alive that has
    compiled them."""
    made = _MADE.setdefault(browser, {})

    def profile(viewport: tuple[int, int], colour_scheme: str) -> tuple[BrowserContext, Watch]:
        key = (dashboard.url, viewport, colour_scheme)
        if key not in made:
            context = browser.new_context(
                base_url=dashboard.url,
                viewport={"width": viewport[0], "height": viewport[1]},
                color_scheme=colour_scheme,
                reduced_motion="reduce",
                accept_downloads=True,
            )
            # the tour has tests of its own, whose pages are new; an empty page keeps nothing
            seen = "sessionStorage.getItem('new') || localStorage.setItem('cosponsor-tour', 'seen')"
            context.add_init_script(f"try {{ {seen} }} catch {{}}")
            context.new_page().goto("/_stcore/health")
            made[key] = context, Watch(context)
        return made[key]

    return profile


@pytest.fixture
def page(profiles: Profiles, viewport: tuple[int, int], colour_scheme: str) -> Iterator[Page]:
    """An empty page, of a profile that holds nothing but what the browser has loaded; look.open_page goes from there to
    a page of the dashboard.

    At the end the test fails where any request was for another machine, or where the console or the page
    reported an error.
    """
    context, watch = profiles(viewport, colour_scheme)
    watch.problems.clear()
    try:
        yield context.new_page()
        watch.look()
    finally:
        kept, *rest = context.pages
        for left in rest:
            left.close()
        kept.evaluate("() => localStorage.clear()")
        context.clear_cookies()
        context.clear_permissions()
    if watch.problems:
        pytest.fail("\n".join(dict.fromkeys(watch.problems)), pytrace=False)
