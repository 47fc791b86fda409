"""The script run of each page without a browser, everything cached, and the size of the maps that pages send."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from benchmarks.browser.shown import PAGES, opened
from benchmarks.clock import Result, measure
from charts import catalog
from data import build, store
from files import paths

MAPS = ("map-status", "map-change", "map-times", "map-ladder")
LIMIT = 60_000  # bytes of a map's figure; the tests of charts/ hold it to that


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
    at = opened(page)
    charts = len(at.get("plotly_chart"))
    return measure(f"script of {page}", at.run, note=f"{charts} charts" if charts != 1 else "1 chart")
