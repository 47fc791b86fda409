"""The measures that every page asks for, on the whole record."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from analytics import breadth, changes, claims, coverage, evidence, grid, history, ladder, scope, trends, votes
from benchmarks.clock import Result, measure
from data import build, store


def results() -> Iterator[Result]:
    """Times of the public measures; the record is built for this and read once."""
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / "bench.duckdb"
        build.build(target=target, data_dir=Path(name) / "none")
        record = store.record(target)
    cells = grid.cells(record)
    grouped = scope.group_of(cells, record.group_members)
    by_group = trends.by_group(grouped)
    counts = trends.counts(cells, record.claims)
    yield measure("grid.cells", lambda: grid.cells(record), note=f"{len(cells):,} cells")
    yield measure("scope.group_of, regional", lambda: scope.group_of(cells, record.group_members))
    yield measure("scope.group_of, political", lambda: scope.group_of(cells, record.group_members, scope.POLITICAL))
    yield measure("trends.counts", lambda: trends.counts(cells, record.claims), note=f"{len(counts)} texts")
    yield measure("trends.by_group", lambda: trends.by_group(grouped), note=f"{len(by_group)} rows")
    yield measure("breadth.breadth", lambda: breadth.breadth(by_group))
    yield measure("breadth.from_best", lambda: breadth.from_best(by_group))
    two = ("A/RES/72/247", "A/RES/74/146")
    yield measure("changes.changes", lambda: changes.changes(cells, *two), note="two texts")
    yield measure("ladder.ladder", lambda: ladder.ladder(cells, "GA"), note="195 States, General Assembly")
    yield measure("history.history", lambda: history.history(cells, record, "AUT"), note="one State")
    yield measure("evidence.evidence", lambda: evidence.evidence(record, "A/RES/78/216", "AUT"), note="one cell")
    yield measure("votes.record_of", lambda: votes.record_of(record.votes, record.resolutions))
    yield measure("coverage.coverage", lambda: coverage.coverage(record))
    yield measure("claims.highest_ever", lambda: claims.highest_ever(counts, "A/RES/74/146"))
