"""The record: checking the files, building the database, reading it whole."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import Result, measure
from data import build, store
from files import paths


def results() -> Iterator[Result]:
    """Times of each step, on the source files as they are, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "bench.duckdb"
        rows = build.load(paths.SOURCES)
        count = sum(map(len, rows.values()))
        yield measure("read and check the source files", lambda: build.load(paths.SOURCES), note=f"{count:,} rows")
        answer = build.build(target=target, data_dir=folder / "none")
        yield measure("build the database, whole", lambda: build.build(target=target, data_dir=folder / "none"))
        size = f"{target.stat().st_size / 1e6:.1f} MB, version {answer['data_version']}"
        yield measure("read the record from the database", lambda: store._read(target), note=size)
        yield measure("ask for the record again", lambda: store.record(target), note="same version: from memory")
