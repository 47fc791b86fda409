"""Runs every benchmark of this folder and prints the tables: `python -m benchmarks.run [name …]`.

A benchmark is a module bench_NAME.py with `results()`, which yields benchmarks.clock.Result.
"""

import importlib
import os
import platform
import sys
from pathlib import Path

from benchmarks.clock import table


def names() -> list[str]:
    """The benchmarks that there are, without the prefix, in alphabetical order."""
    return sorted(p.stem.removeprefix("bench_") for p in Path(__file__).parent.glob("bench_*.py"))


def machine() -> str:
    """What the numbers were taken on: processors, system, Python."""
    return f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def main(asked: list[str]) -> int:
    """Print a section a benchmark. Returns 2 for a name that does not exist."""
    unknown = [name for name in asked if name not in names()]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(names())}", file=sys.stderr)
        return 2
    print(f"{machine()}\n")
    for name in asked or names():
        module = importlib.import_module(f"benchmarks.bench_{name}")
        print(f"## {name}\n\n{module.__doc__.splitlines()[0]}\n\n{table(list(module.results()))}\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
