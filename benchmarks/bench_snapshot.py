"""The whole record as one file: making it, and its first view in Chromium, a fresh window each time, network off.

With COSPONSOR_PEER set to the path of another offline page, that page's first view is timed beside it, turn by turn."""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.clock import Result
from bootstrap.browser import find_browser
from briefing.snapshot.snapshot import snapshot
from data import store

RUNS = 9
PEER = "COSPONSOR_PEER"
WATCHED = """(picture) => {
  window.painted = new Promise((done) => {
    const words = (shown) => {
      const [first] = performance.getEntriesByName("first-contentful-paint");
      first ? done([first.startTime / 1000, shown / 1000]) : requestAnimationFrame(() => words(shown));
    };
    const look = () => requestAnimationFrame(document.querySelector(picture) ? words : look);
    look();
  });
}"""
"""Asks in each frame whether the picture is there; the next frame begins when it has been painted."""


def results() -> Iterator[Result]:
    """Making the file once; then first words and first picture of it, and of the other page where one is given."""
    record, start = store.record(), time.perf_counter()
    content = snapshot(record)
    took = time.perf_counter() - start
    yield Result("the whole record as one file", took, took, 1, f"{len(content) / 1e6:.2f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "defenders.html"
        file.write_bytes(content)
        pages = {"the file": (file, "#page svg")}
        if other := os.environ.get(PEER):
            pages["the other page"] = (Path(other).resolve(), "svg, canvas, table")
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in pages}
        for _ in range(RUNS + 1):  # the first one warms up
            for name, (path, picture) in pages.items():
                seen[name].append(_opened(browser, path, picture))
        browser.close()
        sizes = {name: path.stat().st_size / 1e6 for name, (path, _) in pages.items()}
    for name, size in sizes.items():
        for number, what in enumerate(("first words", "first picture")):
            times = [one[number] for one in seen[name][1:]]
            yield Result(f"{name}: {what}", statistics.median(times), min(times), RUNS, f"{size:.2f} MB")


def _opened(browser: Browser, path: Path, picture: str) -> tuple[float, float]:
    """Seconds from opening to the first words, and to the first picture painted."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(f"({WATCHED})({json.dumps(picture)})")
    page.goto(path.as_uri(), wait_until="commit")
    words, shown = page.evaluate("() => window.painted")
    context.close()
    return words, max(words, shown)
