"""The measures that pages ask for, on the record held, with nothing remembered from before."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import Result, measure
from benchmarks.scale.questions import QUESTIONS, fresh
from data import build, store


def results() -> Iterator[Result]:
    """Times of the questions of benchmarks.scale; the record is built for this and opened once."""
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / "bench.duckdb"
        build.build(target=target, data_dir=Path(name) / "none")
        record = store.record(target)
        for question in QUESTIONS:
            yield measure(question.name, lambda ours=question.ours: ours(fresh(record)), note=question.page)
