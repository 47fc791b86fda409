"""A server that others can reach does not start without a configuration that says who may come in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import commands, dashboard
from files.paths import ROOT
from tests.browser.server import free_port


def started(place: dashboard.Place, **environ: str) -> subprocess.CompletedProcess[str]:
    settings = commands.environment_for(ROOT, {**os.environ, **environ})
    command = dashboard.command(Path(sys.executable), place)
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=120, check=False)


def test_an_open_address_without_sign_in_is_refused() -> None:
    done = started(dashboard.Place(free_port(), "0.0.0.0", "localhost"))
    assert done.returncode != 0
    assert "nobody would have to sign in" in done.stdout + done.stderr


@pytest.mark.parametrize("text", ["", "[server]\nurl = 'http://d.example.org'\n"])
def test_a_configuration_with_faults_is_refused(tmp_path: Path, text: str) -> None:
    config = tmp_path / "server.toml"
    config.write_text(text)
    done = started(dashboard.Place(free_port()), COSPONSOR_SERVER_CONFIG=str(config))
    assert done.returncode != 0
    assert f"{config} cannot be used" in done.stdout + done.stderr
