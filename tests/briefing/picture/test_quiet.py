"""The browser in the background: whom it asks, where it works, what it leaves. Looked at in a real Chromium."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from briefing.document.forms import pdf as printing
from briefing.picture import quiet, worker
from files import paths
from tests.system import require

OUTSIDE = b'<p>A page</p><img src="https://outside.example/x.png"><link rel="preconnect" href="https://other.example">'


@pytest.fixture
def witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A real Chromium that writes down all it does on the network; gives a function that tells the hosts it asked for.

    Given words, the browser does not get the switches in which one of them stands.
    """
    real, log = require("chromium"), tmp_path / "network.json"

    def told(*without: str) -> Path:
        script = tmp_path / "browser"
        script.write_text(
            f"#!{sys.executable}\nimport os, sys\n"
            f"kept = [one for one in sys.argv[1:] if not any(word in one for word in {without!r})]\n"
            f"os.execv({real!r}, [{real!r}, '--log-net-log={log}', '--net-log-capture-mode=Everything', *kept])\n"
        )
        script.chmod(0o755)
        monkeypatch.setattr("briefing.picture.worker.find_browser", lambda: str(script))
        return log

    return told


def looked_up(log: Path) -> set[str]:
    """The hosts for whose address the system was asked, in Chromium's own log of its network."""
    text = log.read_text(errors="replace").rstrip().rstrip(",")
    noted = json.loads(text if text.endswith("}") else text + "]}")
    kinds = {number: name for name, number in noted["constants"]["logEventTypes"].items()}
    asked = {"HOST_RESOLVER_MANAGER_JOB", "HOST_RESOLVER_SYSTEM_TASK", "HOST_RESOLVER_DNS_TASK", "TCP_CONNECT"}
    return {str(one.get("params", {})) for one in noted["events"] if kinds[one["type"]] in asked and one["phase"] < 2}


def test_a_page_that_is_printed_makes_the_browser_ask_for_no_host(witness) -> None:
    log = witness()
    assert printing.printed(OUTSIDE, "x").startswith(b"%PDF")
    assert looked_up(log) == set()


def test_the_witness_sees_a_browser_that_asks(witness) -> None:
    log = witness("host-resolver-rules")
    printing.printed(OUTSIDE, "x")
    assert any("outside.example" in one for one in looked_up(log))


def test_a_picture_makes_the_browser_ask_for_no_host(witness) -> None:
    log = witness()
    drawing = worker.Worker()
    assert b"<svg" in drawing.render({"data": [{"y": [1, 2]}], "layout": {}}, "svg", 200, 200, 1)
    drawing.close()
    assert looked_up(log) == set()


@pytest.mark.parametrize(
    ("browser", "folder"),
    [
        ("/snap/bin/chromium", "snap/chromium/common"),
        ("/var/lib/flatpak/exports/bin/org.chromium.Chromium", ".var/app/org.chromium.Chromium/cache"),
        ("/usr/bin/google-chrome", None),
    ],
)
def test_a_browser_in_a_box_works_in_a_folder_that_it_sees(tmp_path: Path, browser: str, folder: str | None) -> None:
    assert quiet.boxed_folder(browser, tmp_path) == (folder and tmp_path / folder)


def test_the_script_by_which_ubuntu_starts_the_snap_is_known(tmp_path: Path) -> None:
    script = tmp_path / "chromium-browser"
    script.write_text('#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    assert quiet.boxed_folder(str(script), tmp_path) == tmp_path / "snap" / "chromium" / "common"


def test_pictures_and_prints_are_made_by_a_browser_that_sees_only_that_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a snap's: each file that it is given, and its profile, must lie in the folder of its own."""
    real = require("chromium")
    home = tmp_path / "home"
    common = home / "snap" / "chromium" / "common"
    script = tmp_path / "snap" / "chromium"
    script.parent.mkdir()
    script.write_text(
        f"#!{sys.executable}\nimport os, sys\n"
        "own = ('--user-data-dir=', '--print-to-pdf=', 'file://')\n"
        "given = [one.split('=')[-1].removeprefix('file://') for one in sys.argv if one.startswith(own)]\n"
        f"if not given or not all(one.startswith({str(common)!r}) for one in given):\n    sys.exit('denied')\n"
        f"os.execv({real!r}, [{real!r}, *sys.argv[1:]])\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr("briefing.picture.worker.find_browser", lambda: str(script))
    assert printing.printed(b"<p>x</p>", "x").startswith(b"%PDF")
    drawing = worker.Worker()
    assert b"<svg" in drawing.render({"data": [], "layout": {}}, "svg", 100, 100, 1)
    assert str(drawing._kaleido._index).startswith(common.as_uri())
    drawing.close()
    assert list(common.iterdir()) == []


def test_a_folder_that_is_still_written_to_is_removed_with_patience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The browser puts a file into its folder while the folder is removed, three times."""
    folder, late = tmp_path / "profile", [1, 2, 3]
    folder.mkdir()
    real = os.rmdir

    def rmdir(*given: object, **more: object) -> None:
        if late:
            (folder / f"late-{late.pop()}").touch()
        real(*given, **more)

    monkeypatch.setattr(os, "rmdir", rmdir)
    assert not quiet.remove(folder, patience=0)
    assert quiet.remove(folder)
    assert not folder.exists()
    assert not late


def test_an_export_leaves_no_word_and_no_folder_behind(tmp_path: Path, built_database: Path) -> None:
    require("chromium")
    out = tmp_path / "chart.svg"
    settings = {**os.environ, "COSPONSOR_DATABASE": str(built_database), "PYTHONPATH": str(paths.ROOT)}
    command = [sys.executable, "-m", "briefing.export", "breadth", "--format", "svg", "--out", str(out)]
    with tempfile.TemporaryDirectory() as temporary:  # a short path: Chromium puts a socket there
        settings["TMPDIR"] = temporary
        done = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=120, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert list(Path(temporary).glob("cosponsor-browser-*")) == []
