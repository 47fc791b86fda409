"""A host that knows `streamlit run app.py` and nothing else: the record is built at the first visit, once for all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bootstrap import commands, dashboard
from files.paths import ROOT
from tests.browser.server import _wait, free_port

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "tests", "docs", "benchmarks", "__pycache__", ".*_cache")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project as it comes out of a repository."""
    return Path(shutil.copytree(ROOT, tmp_path / "project", ignore=LEFT_OUT))


@pytest.fixture
def address(copy: Path) -> Iterator[str]:
    """Where Streamlit serves that copy."""
    place, log = dashboard.Place(free_port()), copy.parent / "server.log"
    environ = commands.environment_for(copy, {"COSPONSOR_DATA_DIR": str(copy.parent / "user")})
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={place.port}"]
    with log.open("w") as printed:
        process = subprocess.Popen(command, cwd=copy, env=environ, stdout=printed, stderr=subprocess.STDOUT)
        try:
            _wait(process, place, log)
            yield f"http://localhost:{place.port}"
        finally:
            dashboard.end(process)


def test_the_record_is_built_at_the_first_visit_and_once_for_several(browser: Browser, address: str, copy: Path):
    database = copy / "build" / "cosponsorship.duckdb"
    assert not database.exists()
    context = browser.new_context()
    visitors = [context.new_page() for _ in range(3)]
    for page in visitors:
        page.goto(address, wait_until="commit")
    expect(visitors[0].get_by_text("Building the record, once")).to_be_visible(timeout=60_000)
    for page in visitors:
        expect(page.locator("h1")).to_contain_text("sponsors of the latest", timeout=120_000)
        expect(page.get_by_text("Building the record")).to_have_count(0)
    first = database.stat()
    visitors[0].reload()
    expect(visitors[0].locator("h1")).to_contain_text("sponsors of the latest", timeout=60_000)
    assert database.stat().st_ino == first.st_ino
    context.close()
