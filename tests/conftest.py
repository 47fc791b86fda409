"""Fixtures for all tests: one database, built from the sources as they are, and its record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.system", "tests.chromium"]


def pytest_configure() -> None:
    """One profile for hypothesis: a slow machine is no fault, and in a check the examples are the same each time."""
    from tests.system import in_ci

    slow = [HealthCheck.too_slow]
    settings.register_profile("suite", deadline=None, suppress_health_check=slow, derandomize=in_ci())
    settings.load_profile("suite")


@pytest.fixture(scope="session")
def built_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a database built from data/sources alone, without what a user has imported."""
    from data.build import build

    folder = tmp_path_factory.mktemp("database")
    target = folder / "cosponsorship.duckdb"
    build(target=target, data_dir=folder / "no-user-folder")
    return target


@pytest.fixture(scope="session")
def record(built_database: Path):
    """The record in that database (data.store.Record); never change its frames."""
    from data import store

    return store.record(built_database)


@pytest.fixture(scope="session")
def with_draft(tmp_path_factory: pytest.TempPathFactory):
    """The real record with a draft of the 81st session that is being sponsored (tests.drafted); never change it."""
    from tests.drafted import drafted

    return drafted(tmp_path_factory.mktemp("drafted"))
