"""Fixtures for all tests: one database, built from the sources as they are, and its record."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.system", "tests.chromium"]


def pytest_configure() -> None:
    """One profile for hypothesis: a slow machine is no fault, and in a check the examples are the same each time."""
    from tests.system import in_ci

    gc.set_threshold(700, 10, 100)  # what the tests hold to their end is not looked through every few seconds
    sys.dont_write_bytecode = False  # what is compiled here, each process that a test starts need not compile again
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    slow = [HealthCheck.too_slow]
    settings.register_profile("suite", deadline=None, suppress_health_check=slow, derandomize=in_ci())
    settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """All modules and all tests stay to the end: the collection of garbage need not go through them."""
    gc.freeze()


@pytest.fixture(scope="session")
def made_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Gives the folder of that name, made by the first of the processes that run the tests; never change it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        path = shared / name
        with FileLock(f"{path}.lock"):
            if not path.exists():
                half = shared / f"{name}-half"
                half.mkdir()
                make(half)
                half.rename(path)
        return path

    return folder


@pytest.fixture(scope="session")
def built_database(made_once: Callable[..., Path]) -> Path:
    """The path of a database built from data/sources alone, without what a user has imported."""
    from data.build import build

    name = "cosponsorship.duckdb"
    made = made_once("database", lambda folder: build(target=folder / name, data_dir=folder / "no-user-folder"))
    return made / name


@pytest.fixture(scope="session")
def record(built_database: Path):
    """The record in that database (data.store.Record); never change its frames."""
    from data import store

    return store.record(built_database)


@pytest.fixture(scope="session")
def with_draft(made_once: Callable[..., Path]):
    """The real record with a draft of the 81st session that is being sponsored (tests.drafted); never change it."""
    from tests.drafted import Drafted, drafted

    return Drafted.at(made_once("drafted", drafted))
