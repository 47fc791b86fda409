"""One size, in a process of its own: builds the record, asks every question, and prints one line of JSON a question."""

import argparse
import importlib
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sized
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.scale import made
from data import build, store

ENOUGH_SECONDS = 20
"""A question is asked no longer than this in all, but at least once."""


@dataclass(frozen=True)
class Line:
    """A question at one size, times in milliseconds. median, p95: of the product; used: of the processors (all threads)
    for its median run; sql, pandas: what these used of the processors (NaN where not asked), so that other work on the
    machine does not enter the ratio; memory: megabytes by which the process grew; rows: of the answer."""

    texts: int
    name: str
    page: str
    median: float
    p95: float
    used: float
    sql: float
    pandas: float
    memory: float
    rows: int


def resident() -> float:
    """Megabytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def timed(work: Callable[[], object], runs: int) -> tuple[list[float], list[float], object]:
    """Milliseconds of each run by the clock and of the processors, after one that warms up, and the last answer."""
    clock: list[float] = []
    cpu: list[float] = []
    answer = None
    start = time.perf_counter()
    for run in range(runs + 1):
        began, used = time.perf_counter(), time.process_time()
        answer = work()
        if run or time.perf_counter() - start > ENOUGH_SECONDS:
            clock.append(1000 * (time.perf_counter() - began))
            cpu.append(1000 * (time.process_time() - used))
        if time.perf_counter() - start > ENOUGH_SECONDS:
            break
    return clock, cpu, answer


def main(arguments: list[str]) -> None:
    """`one_size TEXTS FOLDER RUNS build|ask|server`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("runs", type=int)
    parser.add_argument("what", choices=("build", "ask", "server"))
    given = parser.parse_args(arguments)
    {"build": _build, "ask": _ask, "server": _server}[given.what](given.texts, given.folder, given.runs)


def _database(folder: Path, texts: int) -> Path:
    return folder / f"{texts}.duckdb"


def _build(texts: int, folder: Path, runs: int) -> None:
    sources = folder / str(texts)
    laps = [time.perf_counter()]
    made.write(sources, texts)
    laps.append(time.perf_counter())
    rows = build.build(sources, _database(folder, texts), folder / "nobody")["rows"]
    laps.append(time.perf_counter())
    size = _database(folder, texts).stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    told = {"texts": texts, "drawn": laps[1] - laps[0], "built": laps[2] - laps[1], "size": size, "peak": peak}
    print(json.dumps(told | {"rows": rows}))


def _ask(texts: int, folder: Path, runs: int) -> None:
    from benchmarks.scale.questions import QUESTIONS, Frames, Question, fresh, opened, plain

    record, con, sql = store.record(_database(folder, texts)), opened(_database(folder, texts)), plain()
    frames = Frames(con)

    def asked(question: Question) -> Line:
        before = resident()
        clock, used, answer = timed(lambda: question.ours(fresh(record)), runs)
        grown, written, vector = resident() - before, sql.get(question.name), question.pandas
        return Line(
            texts=texts,
            name=question.name,
            page=question.page,
            median=statistics.median(clock),
            p95=sorted(clock)[round(0.95 * (len(clock) - 1))],
            used=statistics.median(used),
            sql=statistics.median(timed(lambda: con.sql(written).df(), runs)[1]) if written else float("nan"),
            pandas=statistics.median(timed(lambda: vector(frames), runs)[1]) if vector else float("nan"),
            memory=grown,
            rows=len(answer) if isinstance(answer, Sized) else 1,
        )

    for question in QUESTIONS:
        print(json.dumps(asdict(asked(question))), flush=True)


def _server(texts: int, folder: Path, runs: int) -> None:
    """What a server holds that has every page loaded and every question of a page answered once."""
    from benchmarks.scale.questions import QUESTIONS

    for name in ("streamlit", "charts.catalog", "briefing.formats"):
        importlib.import_module(name)
    start = resident()
    record = store.record(_database(folder, texts))
    opened = resident()
    for question in QUESTIONS:
        question.ours(record)
    store.tidy()  # as the server does four times a minute
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({"texts": texts, "start": start, "opened": opened, "asked": resident(), "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1:])
