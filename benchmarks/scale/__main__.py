"""How measures and page tables hold with many texts: `python -m benchmarks.scale [--sizes 250,2500,25000] [--runs 20]`.

Each size is built and asked in a process of its own, one after the other, so that no memory is carried over.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.run import machine

HEAD = "| question | page | texts | rows | median | p95 | processor | growth | / SQL | / pandas | memory MB |"


def main(arguments: list[str]) -> int:
    """Print the tables in Markdown; times in milliseconds, ratios and growth of processor time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--sizes", default="250,2500,25000", help="numbers of texts, ascending (default %(default)s)")
    parser.add_argument("--runs", type=int, default=20, help="how often each question is asked (default %(default)s)")
    parser.add_argument("--folder", type=Path, help="where the records are kept (default: a folder that is removed)")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        built = [_told(size, folder, given.runs, "build")[0] for size in sizes]
        print(f"{machine()}\n\n## Building\n\n{_buildings(built)}\n\n## Asking\n", flush=True)
        asked = [line for size in sizes for line in _told(size, folder, given.runs, "ask")]
        print(f"{_answers(asked)}\n\n## Memory of a server\n", flush=True)
        print(_servers([_told(size, folder, given.runs, "server")[0] for size in sizes]))
    return 0


def _told(size: int, folder: Path, runs: int, what: str) -> list[dict[str, Any]]:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "benchmarks.scale.one_size", str(size), str(folder), str(runs), what]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _buildings(built: list[dict[str, Any]]) -> str:
    lines = [
        "| texts | rows | drawn s | checked and built s | file MB | most memory MB |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for one in built:
        numbers = (sum(one["rows"].values()), one["drawn"], one["built"], one["size"], one["peak"])
        lines.append(f"| {one['texts']:,} | " + " | ".join(f"{number:,.0f}" for number in numbers) + " |")
    return "\n".join(lines)


def _answers(asked: list[dict[str, Any]]) -> str:
    lines = [HEAD, "|---|---|" + "---:|" * 9]
    for name in dict.fromkeys(line["name"] for line in asked):
        before = float("nan")
        for line in (line for line in asked if line["name"] == name):
            times = [f"{line[key]:,.1f}" for key in ("median", "p95", "used")]
            ratios = [line["used"] / before, line["used"] / line["sql"], line["used"] / line["pandas"]]
            before = line["used"]
            told = [f"{line['texts']:,}", f"{line['rows']:,}", *times]
            told += ["" if math.isnan(ratio) else f"{ratio:.2f}" for ratio in ratios]
            lines.append(f"| {name} | {line['page']} | {' | '.join(told)} | {max(0, line['memory']):,.0f} |")
    return "\n".join(lines)


def _servers(servers: list[dict[str, Any]]) -> str:
    lines = ["| texts | loaded MB | record opened MB | every question answered MB | most MB |", "|---:|" + "---:|" * 4]
    for one in servers:
        lines.append(
            f"| {one['texts']:,} | " + " | ".join(f"{one[k]:,.0f}" for k in ("start", "opened", "asked", "peak")) + " |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
