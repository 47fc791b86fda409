"""The benchmarks run and print what they say; no time is asserted."""

from __future__ import annotations

import pytest

from benchmarks import run
from benchmarks.clock import Result, measure, table
from benchmarks.load import __main__ as load
from benchmarks.load.acts import Done


def test_each_run_is_counted_and_the_first_only_warms_up():
    calls = []
    result = measure("work", lambda: calls.append(1), runs=3, note="n")
    assert (len(calls), result.runs, result.what, result.note) == (4, 3, "work", "n")
    assert 0 <= result.fastest <= result.median


def test_the_table_is_in_milliseconds():
    lines = table([Result("a", 1.5, 0.25, 5, "note")]).splitlines()
    assert lines[-1] == "| a | 1,500.0 | 250.0 | 5 | note |"


def test_a_name_that_does_not_exist_is_refused(capsys):
    assert run.main(["nothing"]) == 2
    assert "there are analytics, build" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["analytics", "build"])
def test_the_benchmarks_of_the_record_run(name, capsys, monkeypatch):
    def once(what: str, work, runs: int = 5, note: str = "") -> Result:
        work()
        return Result(what, 0.0, 0.0, 1, note)

    monkeypatch.setattr(f"benchmarks.bench_{name}.measure", once)
    assert run.main([name]) == 0
    assert f"## {name}" in capsys.readouterr().out


def test_the_load_is_told_against_one_person_by_kind_of_click():
    """p95 of 1 to 20 seconds is that of the 19th and 20th, between them: 19.05."""
    one = load.Measured([Done("page", "where", second) for second in (1.0, 1.0, 1.0)])
    many = load.Measured([Done("page", "where", float(second)) for second in range(1, 21)])
    lines = {line.split(" | ")[0]: line for line in load.table(one, many)}
    assert lines["| page"] == "| page | 3 | 1,000 | 1,000 | 20 | 10,500 | 19,050 | 19.1 |"
    assert lines["| all"].endswith("| 19.1 |")
    assert "| scope" not in lines
