"""What hypothesis is told once, for every property of the suite (tests/conftest.py)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

SLOW = """
import time
from hypothesis import given, strategies as st

drawn = []

@given(st.integers())
def test_slow(number):
    if len(drawn) < 3:
        time.sleep(0.4)
    drawn.append(number)

def test_tell():
    print("drawn", drawn)
"""


def test_a_slow_machine_fails_no_property() -> None:
    assert settings.default.deadline is None


@pytest.mark.parametrize("ci", ["true", ""])
def test_no_time_limit_and_in_a_check_the_same_examples_each_time(tmp_path: Path, ci: str) -> None:
    """Run for real: a property that takes 0.4 s, twice what hypothesis allows by itself."""
    made = tmp_path / "test_slow.py"
    made.write_text(SLOW)
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "tests.conftest", "-p", "no:cacheprovider", str(made)]
    settings_of = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    told = [subprocess.run(command, cwd=tmp_path, env=settings_of, capture_output=True, text=True) for _ in "12"]
    assert [one.returncode for one in told] == [0, 0], told[0].stdout
    drawn = {line for one in told for line in one.stdout.splitlines() if "drawn" in line}
    assert (len(drawn) == 1) == bool(ci)
