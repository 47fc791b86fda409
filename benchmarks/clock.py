"""Timing: the median and the fastest of several runs, after one that warms up and is not counted."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One measured thing: its name, seconds (median, fastest), runs, and what else is worth knowing."""

    what: str
    median: float
    fastest: float
    runs: int
    note: str = ""


def measure(what: str, work: Callable[[], object], runs: int = 5, note: str = "") -> Result:
    """Run `work` once to warm up and `runs` times for the clock. Raises whatever the work raises."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return Result(what, statistics.median(seconds), min(seconds), runs, note)


def table(results: list[Result]) -> str:
    """The results as a Markdown table, in milliseconds."""
    lines = ["| what | median ms | fastest ms | runs | note |", "|---|---:|---:|---:|---|"]
    for r in results:
        lines.append(f"| {r.what} | {r.median * 1000:,.1f} | {r.fastest * 1000:,.1f} | {r.runs} | {r.note} |")
    return "\n".join(lines)
