"""A server that others can reach does not start without a configuration that says who may come in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bootstrap import commands, dashboard
from files.paths import ROOT
from tests.browser.server import free_port, started


def refused(place: dashboard.Place, log: Path, warm: bool, **environ: str) -> str:
    """What a server says that does not start there."""
    settings = commands.environment_for(ROOT, {**os.environ, **environ})
    assert started(ROOT, log, settings, dashboard.command(Path(sys.executable), place), warm).wait(120) != 0
    return log.read_text()


def test_an_open_address_without_sign_in_is_refused(tmp_path: Path) -> None:
    place = dashboard.Place(free_port(), "0.0.0.0", "localhost")
    assert "nobody would have to sign in" in refused(place, tmp_path / "log", warm=False)


@pytest.mark.parametrize("text", ["", "[server]\nurl = 'http://d.example.org'\n"])
def test_a_configuration_with_faults_is_refused(tmp_path: Path, text: str) -> None:
    config = tmp_path / "server.toml"
    config.write_text(text)
    place = dashboard.Place(free_port())
    said = refused(place, tmp_path / "log", warm=True, COSPONSOR_SERVER_CONFIG=str(config))
    assert f"{config} cannot be used" in said
