"""The measures that every page asks for, on the whole record, each asked anew."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from analytics import claims, evidence, votes
from analytics.measures import Measures
from analytics.scope import POLITICAL, Scope
from benchmarks.clock import Result, measure
from data import build, store


def results() -> Iterator[Result]:
    """Times of the public measures; the record is built for this."""
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / "bench.duckdb"
        build.build(target=target, data_dir=Path(name) / "none")
        record = store.record(target)

        def anew(ask: Callable[[Measures], pd.DataFrame]) -> Callable[[], pd.DataFrame]:
            # What a record remembers is left out.
            return lambda: ask(Measures(replace(record, remembered=store.Remembered())))

        asked: dict[str, Callable[[Measures], pd.DataFrame]] = {
            "cells": lambda m: m.cells(),
            "counts": lambda m: m.counts(),
            "by_group": lambda m: m.by_group(),
            "by_group, political": lambda m: m.by_group(Scope.whole(grouping=POLITICAL)),
            "breadth": lambda m: m.breadth(),
            "from_best": lambda m: m.from_best(),
            "changes": lambda m: m.changes("A/RES/72/247", "A/RES/74/146"),
            "ladder": lambda m: m.ladder("GA"),
            "history": lambda m: m.history("AUT"),
            "coverage": lambda m: m.coverage(),
        }
        for what, ask in asked.items():
            yield measure(f"measures.{what}", anew(ask), note=f"{len(anew(ask)()):,} rows")
        counts = Measures(record).counts()
        cast = record.rows("votes")
        yield measure("evidence.evidence", lambda: evidence.evidence(record, "A/RES/78/216", "AUT"), note="one cell")
        yield measure("votes.record_of", lambda: votes.record_of(cast, record.resolutions))
        yield measure("claims.highest_ever", lambda: claims.highest_ever(counts, "A/RES/74/146"))
