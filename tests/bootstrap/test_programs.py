from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest

from bootstrap import programs, talk
from bootstrap.programs import Program


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict:
    """A machine where `there` says which programs exist, `works` which packages apt can install."""
    state = {"there": set(), "works": set(), "asked": []}

    def program(name: str) -> Program:
        return Program(name.title(), "tests", (f"{name}-package",), lambda: name if name in state["there"] else None)

    def install(packages: list[str], rights: list[str]) -> str:
        state["asked"].append(packages)
        state["there"] |= {name for name in state["works"] if f"{name}-package" in packages}
        return "" if all(p.removesuffix("-package") in state["works"] for p in packages) else "E: no such package"

    monkeypatch.setattr(programs, "PROGRAMS", {name: program(name) for name in ("one", "two")})
    monkeypatch.setattr(programs, "apt_install", install)
    monkeypatch.setattr(programs, "apt_rights", lambda: [])
    return state


def test_nothing_is_installed_where_everything_is_there(machine: dict, tmp_path: Path) -> None:
    machine["there"] = {"one", "two"}
    assert programs.ensure(["one", "two"], tmp_path / "memory") == []
    assert machine["asked"] == []


def test_only_what_is_missing_is_installed(machine: dict, tmp_path: Path) -> None:
    machine["there"], machine["works"] = {"one"}, {"two"}
    assert programs.ensure(["one", "two"], tmp_path / "memory") == []
    assert machine["asked"] == [["two-package"]]


def test_a_failure_is_told_remembered_and_not_tried_at_the_next_start(
    machine: dict, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    memory = tmp_path / "build" / "memory.json"
    assert programs.ensure(["one"], memory) == ["one"]
    assert "no such package" in capsys.readouterr().err
    assert programs.ensure(["one"], memory) == ["one"]
    assert len(machine["asked"]) == 1
    assert programs.ensure(["one"], memory, again=True) == ["one"]
    assert len(machine["asked"]) == 2


def test_it_asks_first_and_a_no_is_remembered(machine: dict, tmp_path: Path) -> None:
    memory, questions = tmp_path / "memory.json", []

    def no(question: str) -> bool:
        questions.append(question)
        return False

    for _ in range(2):
        assert programs.ensure(["one", "two"], memory, agreed=no) == ["one", "two"]
    assert machine["asked"] == []
    assert [question.partition("?")[0] for question in questions] == ["Install One, Two with apt-get"]


@pytest.mark.parametrize(("typed", "yes"), [("\n", True), ("y\n", True), ("n\n", False), ("no\n", False), ("", False)])
def test_who_sits_at_the_keyboard_is_asked(typed: str, yes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard = io.StringIO(typed)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)
    assert talk.agreed("Install it?") is yes


def test_where_nobody_can_be_asked_it_is_as_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for nobody in (None, io.StringIO("n\n")):
        monkeypatch.setattr("sys.stdin", nobody)
        assert talk.agreed("Install it?")


def test_after_a_week_it_is_tried_again(machine: dict, tmp_path: Path) -> None:
    memory = tmp_path / "memory.json"
    memory.write_text(json.dumps({"one": time.time() - programs.RETRY_AFTER - 1}))
    machine["works"] = {"one"}
    assert programs.ensure(["one"], memory) == []


def test_one_that_cannot_be_installed_does_not_keep_another_from_it(machine: dict, tmp_path: Path) -> None:
    memory = tmp_path / "memory.json"
    programs.ensure(["one"], memory)
    machine["works"] = {"two"}
    assert programs.ensure(["one", "two"], memory) == ["one"]
    assert machine["asked"][-1] == ["two-package"]


@pytest.mark.parametrize("text", ["", "[1]", "null", '{"one": "yesterday"}', "\x00{"])
def test_a_damaged_memory_is_no_memory(machine: dict, tmp_path: Path, text: str) -> None:
    memory = tmp_path / "memory.json"
    memory.write_text(text)
    assert programs.ensure(["one"], memory) == ["one"]
    assert len(machine["asked"]) == 1


def test_without_rights_apt_is_not_asked(machine: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "apt_rights", lambda: None)
    assert programs.ensure(["one"], tmp_path / "memory") == ["one"]
    assert machine["asked"] == []
    assert not (tmp_path / "memory").exists()


def test_a_memory_that_cannot_be_written_stops_nothing(machine: dict, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert programs.ensure(["one"], tmp_path / "file" / "memory.json") == ["one"]


def test_apt_reports_its_last_line_and_stops_at_the_first_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "apt-get"
    fake.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\necho reading\necho "E: broken"\nexit 100\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert programs.apt_install(["chromium"], []) == "E: broken"
    calls = (tmp_path / "calls").read_text().splitlines()
    assert ["update" in calls[0], "--download-only chromium" in calls[1], len(calls)] == [True, True, 2]


def test_every_program_has_a_hint_with_its_packages() -> None:
    for name, program in programs.PROGRAMS.items():
        assert program.packages[0] in programs.hint(name)
