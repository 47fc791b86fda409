"""The record where there is none: built once, however many come at the same time; what stands in the way is said."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from files import paths
from pages.shared.record import first_build
from tests.pages.visit import answer, opened, sound


@pytest.fixture
def nothing_built(desk_of_own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    database = tmp_path / "not" / "there.duckdb"
    monkeypatch.setattr(paths, "DATABASE", database)
    return database


def test_several_who_come_at_once_wait_for_one_build(nothing_built, monkeypatch):
    builds: list[float] = []

    def slow(tell) -> None:
        builds.append(time.monotonic())
        time.sleep(0.5)
        nothing_built.parent.mkdir(exist_ok=True)
        nothing_built.touch()

    monkeypatch.setattr(first_build, "rebuild", slow)
    visitors = [threading.Thread(target=first_build.build_if_missing) for _ in range(5)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert len(builds) == 1


def test_a_disk_that_refuses_is_said_and_the_next_visit_tries_again(nothing_built):
    nothing_built.parent.write_text("a file where the folder should be")
    at = sound(AppTest.from_file(paths.ROOT / "app.py", default_timeout=120).run())
    assert "Build it with: python3 run.py build" in at.error[-1].value
    assert "could not be written" in at.error[0].value.replace("\\", "") or "disk" in at.error[0].value
    nothing_built.parent.unlink()
    assert answer(opened("overview"))
    assert nothing_built.is_file()
