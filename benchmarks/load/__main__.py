"""How long clicks take while many people work, against one alone: `python -m benchmarks.load [people] [seconds]`.

Each person opens pages, changes the scope, takes charts away, and thinks 7 to 22 seconds between clicks. Prints the
median and the 95th percentile of each kind of click, errors, and the memory of the server's process.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from random import Random

from websockets.exceptions import WebSocketException

from benchmarks.browser.server import Server, serving
from benchmarks.load.acts import Done, act
from benchmarks.load.person import Failed, Person
from data import build

THINKS = (7.0, 22.0)
ALONE = 60
"""So much does the one person, against whom the others are held and who does not think long, before them and after."""
SETTLES = 40
BEFORE, MOST, AFTER = "before they came", "at most", f"{SETTLES} seconds after they left"


@dataclass
class Measured:
    """Clicks, and what went wrong."""

    done: list[Done] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Stay:
    """How long somebody stays: until that moment (of time.monotonic), or for `most` things done; `thinks`: the fewest
    and the most seconds between two."""

    until: float
    thinks: tuple[float, float] = THINKS
    most: float = inf


async def work(url: str, seed: int, stay: Stay, told: Measured) -> None:
    """One person, from coming to leaving."""
    chance, did = Random(seed), 0
    try:
        async with Person(url) as person:
            await asyncio.sleep(chance.uniform(0, stay.thinks[1]))
            told.done.append(Done("first page", "overview", await person.open("")))
            while time.monotonic() < stay.until and did < stay.most:
                await asyncio.sleep(chance.uniform(*stay.thinks))
                did += 1
                try:
                    told.done += await act(person, chance)
                except Failed as error:
                    told.errors.append(str(error))
    except (OSError, WebSocketException, Failed) as error:
        told.errors.append(f"{type(error).__name__}: {error}")


async def together(url: str, people: int, seconds: float) -> Measured:
    """Many people at once for so long."""
    told = Measured()
    stay = Stay(time.monotonic() + seconds)
    await asyncio.gather(*(work(url, seed, stay, told) for seed in range(1, people + 1)))
    return told


async def alone(url: str, seed: int) -> Measured:
    """One person, who does the same by another chance."""
    told = Measured()
    await work(url, seed, Stay(time.monotonic() + 600, (0.1, 0.3), ALONE), told)
    return told


def memory(server: Server) -> float:
    """Megabytes that the server's process holds (Linux alone; else 0)."""
    status = Path(f"/proc/{server.process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0.0)


def table(one: Measured, many: Measured) -> Iterator[str]:
    """The lines of a Markdown table, a line a kind of click, then all clicks but files that are made."""
    yield "| click | n | one: p50 ms | p95 | many: n | p50 ms | p95 | p95 / one's p95 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    kinds = ["page", "scope", "tab", "file", "picture"]
    for name, of in [*((kind, [kind]) for kind in kinds), ("page, scope, tab", kinds[:3]), ("all", kinds)]:
        mine, theirs = ([d.seconds for d in measured.done if d.kind in of] for measured in (one, many))
        if len(mine) > 1 and len(theirs) > 1:
            ratio = _p95(theirs) / _p95(mine)
            cells = [len(mine), *_told(mine), len(theirs), *_told(theirs)]
            yield f"| {name} | {' | '.join(f'{cell:,.0f}' for cell in cells)} | {ratio:.1f} |"


def _told(seconds: list[float]) -> tuple[float, float]:
    return 1000 * statistics.median(seconds), 1000 * _p95(seconds)


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


@contextmanager
def server() -> Iterator[Server]:
    """A dashboard with an empty workspace."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build.build(target=folder / "bench.duckdb", data_dir=folder / "none")
        settings = {"COSPONSOR_DATABASE": str(folder / "bench.duckdb"), "COSPONSOR_DATA_DIR": str(folder / "user")}
        with serving("serve.py", settings) as held:
            yield held


def measured(people: int, seconds: float) -> Iterable[str]:
    """What is printed, line by line."""
    with server() as held:
        asyncio.run(alone(held.url, 1001))  # whoever came first has paid for what is made once
        one = asyncio.run(alone(held.url, 1002))
        sizes = {BEFORE: memory(held)}
        began, computed = time.monotonic(), held.cpu()

        async def watched() -> Measured:
            task = asyncio.create_task(together(held.url, people, seconds))
            sizes[MOST] = sizes[BEFORE]
            while not task.done():
                sizes[MOST] = max(sizes[MOST], memory(held))
                await asyncio.wait({task}, timeout=1)
            return task.result()

        many = asyncio.run(watched())
        share = (held.cpu() - computed) / (time.monotonic() - began)
        time.sleep(SETTLES)
        sizes[AFTER] = memory(held)
        again = asyncio.run(alone(held.url, 1003))  # what else the machine does may have changed meanwhile
        one = Measured(one.done + again.done, one.errors + again.errors)
    yield from table(one, many)
    yield ""
    yield f"{people} people, {seconds:.0f} seconds, {len(many.done):,} clicks, {len(many.errors)} errors."
    yield from sorted({f"- {error}" for error in [*one.errors, *many.errors]})
    yield f"The server's process computed for {share:.2f} of one processor."
    sizes_told = ", ".join(f"{size:,.0f} MB {when}" for when, size in sizes.items())
    yield f"Memory: {sizes_told} ({sizes[AFTER] / sizes[BEFORE] - 1:+.0%})."


if __name__ == "__main__":
    given = [float(argument) for argument in sys.argv[1:]]
    for line in measured(int(given[0]) if given else 50, given[1] if len(given) > 1 else 180):
        print(line, flush=True)
