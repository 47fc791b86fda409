"""Clicks through the menu of the dashboard and of its bare counterpart, in turns, and prints both: rounds as argument.

A round starts both servers anew and opens both in a fresh browser; then every page is clicked three times. The first
is the first visit of anybody to that page; the other two count as second visits. What counts is the median."""

import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.browser import shown
from benchmarks.browser.server import Server, serving
from bootstrap.browser import find_browser, install_hint
from data import build
from files import paths

VISITS = 3
QUIET = 600
"""From the click to the last thing that was put into the page: seen when nothing has come for so many milliseconds."""
CLICK, DONE = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("click.js", "done.js"))


@dataclass(frozen=True)
class Click:
    """One click: milliseconds to the last thing drawn, milliseconds that the server and the page's own thread computed.
    The clock feels what else the machine does; what was computed hardly does."""

    drawn: float
    server: float
    page: float


def click(page: Page, server: Server, title: str) -> Click:
    """Click a page in the menu and wait until nothing more comes."""
    before, busy = server.cpu(), _busy(page)
    page.evaluate(CLICK, title)
    drawn = page.wait_for_function(DONE, arg=QUIET, polling=50, timeout=60_000).json_value()
    if page.locator('[data-testid="stException"]').count():
        raise RuntimeError(f"{server.url}: {title} shows an error")
    return Click(drawn, (server.cpu() - before) * 1000, (_busy(page) - busy) * 1000)


@lru_cache
def _meter(page: Page) -> CDPSession:
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    return meter


def _busy(page: Page) -> float:
    """Seconds that the main thread of the page has computed since it was first asked."""
    measured = _meter(page).send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in measured if one["name"] == "TaskDuration")


def measured(rounds: int) -> dict[tuple[str, bool, str], list[Click]]:
    """Clicks by page, whether it was the first visit, and "ours" or "bare". RuntimeError without a browser."""
    program = find_browser()
    if program is None:
        raise RuntimeError(install_hint())
    found = defaultdict(list)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        database, user, bare = folder / "bench.duckdb", folder / "user", folder / "bare.pickle"
        build.build(target=database, data_dir=folder / "none")
        with patch.object(paths, "DATABASE", database), patch.object(paths, "DATA_DIR", user):
            shown.write(bare)
        settings = {"COSPONSOR_DATABASE": str(database), "COSPONSOR_DATA_DIR": str(user), "BARE_PAGES": str(bare)}
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(rounds):
            with serving("serve.py", settings) as ours, serving("benchmarks/browser/bare.py", settings) as plain:
                servers = {"ours": ours, "bare": plain}
                pages = {which: _opened(browser, server) for which, server in servers.items()}
                for visit in range(VISITS):
                    for path, title in shown.PAGES.items():
                        for which, server in servers.items():
                            found[path, visit == 0, which].append(click(pages[which], server, title))
                for page in pages.values():
                    page.context.close()
        browser.close()
    return found


def _opened(browser: Browser, server: Server) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{server.url}/{list(shown.PAGES)[-1]}")
    page.locator("h1").first.wait_for(timeout=60_000)
    page.wait_for_timeout(3000)
    return page


def table(found: dict[tuple[str, bool, str], list[Click]]) -> Iterable[str]:
    """The lines of a Markdown table, a line a page: of each measure ours, the bare page's, and the ratio of clock."""
    heads = ("ms", "bare", "ratio", "server ms", "bare", "page ms", "bare", "ratio computed")
    yield "| page | " + " | ".join(f"{visit}: {head}" for visit in ("first", "second") for head in heads) + " |"
    yield "|---|" + "---:|" * 2 * len(heads)
    for path in shown.PAGES:
        cells = []
        for first in (True, False):
            ours, bare = (_median(found[path, first, which]) for which in ("ours", "bare"))
            pairs = zip((ours.drawn, ours.server, ours.page), (bare.drawn, bare.server, bare.page), strict=True)
            drawn, server, page = ([f"{one:,.0f}" for one in pair] for pair in pairs)
            computed = (ours.server + ours.page) / (bare.server + bare.page)
            cells += [*drawn, f"{ours.drawn / bare.drawn:.2f}", *server, *page, f"{computed:.2f}"]
        yield f"| {path} | {' | '.join(cells)} |"


def _median(clicks: list[Click]) -> Click:
    return Click(*(statistics.median(getattr(one, name) for one in clicks) for name in ("drawn", "server", "page")))


if __name__ == "__main__":
    for line in table(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 3)):
        print(line)
