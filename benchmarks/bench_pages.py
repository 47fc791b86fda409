"""The script run of each page without a browser, everything cached, and the size of the maps that pages send."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.clock import Result, measure
from charts import catalog
from data import build, store
from files import paths

PAGES = (
    "overview",
    "where",
    "trends",
    "resolutions",
    "states",
    "compare",
    "add",
    "sources",
    "targets",
    "coalition",
    "shortlist",
    "briefing",
    "letter",
)
MAPS = ("map-status", "map-change", "map-times", "map-ladder")
LIMIT = 60_000  # bytes of a map's figure; the tests of charts/ hold it to that


class _Navigated(PagesManager):
    """Goes by app.py's navigation from the first run on, as the server does (see serve.py)."""

    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        PagesManager.uses_pages_directory = False


def results() -> Iterator[Result]:
    """Times of each page's script, from its second run on, and of writing out each map. The workspace is empty."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "bench.duckdb"
        build.build(target=target, data_dir=folder / "none")
        with (
            patch.object(paths, "DATABASE", target),
            patch.object(paths, "DATA_DIR", folder / "user"),
            patch.dict("os.environ", COSPONSOR_WORKSPACE_URL=f"sqlite:///{folder}/workspace.sqlite"),
            patch("streamlit.testing.v1.app_test.PagesManager", _Navigated),
        ):
            for page in PAGES:
                yield _script(page)
        record = store.record(target)
        for chart in MAPS:
            figure = catalog.build(chart, record).build()
            size = len(figure.to_json().encode())
            note = f"{size / 1000:.1f} kB of at most {LIMIT / 1000:.0f} kB"
            yield measure(f"{chart}, figure to JSON", figure.to_json, note=note)


def _script(page: str) -> Result:
    at = AppTest.from_file(paths.ROOT / "app.py", default_timeout=180)
    at._page_hash = calc_hash(page)  # switch_page knows an address only after the first run
    at.run()
    if at.exception:
        raise RuntimeError(f"{page}: {at.exception[0].message}")
    charts = len(at.get("plotly_chart"))
    return measure(f"script of {page}", at.run, note=f"{charts} charts" if charts != 1 else "1 chart")
