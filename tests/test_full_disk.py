"""On a disk that is really full, a small one of the test's own: it is said, and what was there is still whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from files.paths import ROOT

ALONE = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")
MOUNT = 'mount -t tmpfs -o "size=$1" none "$2" && shift 2 && exec "$@"'
FILL = """
import json, os, sys
from pathlib import Path
folder, told = Path(sys.argv[1]), {}
def fill():
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return
def tried(name, act):
    try:
        act()
        told[name] = ""
    except Exception as error:
        told[name] = f"{type(error).__name__}: {error}"
"""
BUILD = """
from data import build
(folder / "x.duckdb").write_text("the old one")
tried("build", lambda: build.build(target=folder / "x.duckdb", data_dir=folder / "none"))
told["held"] = {one.name: one.read_text() for one in folder.iterdir()}
print(json.dumps(told))
"""
WORK = """
from files import whole
from workspace.backup import backup
from workspace.store import Workspace
url = f"sqlite:///{folder / 'user' / 'workspace.sqlite'}"
workspace = Workspace.open(url, who="Anna")
workspace.campaigns.create("Before", "GA", 2026)
whole.write(folder / "list.json", b"the old one")
fill()
tried("save", lambda: [workspace.campaigns.create(f"Meanwhile {n}", "GA", 2026) for n in range(200)])
tried("file", lambda: whole.write(folder / "list.json", bytes(1_000_000)))
tried("backup", lambda: backup.backup(folder / "b.zip", folder / "user", url))
told["list"] = (folder / "list.json").read_text()
(folder / "filler").unlink()
tried("save again", lambda: workspace.campaigns.create("After", "GA", 2026))
tried("backup again", lambda: backup.backup(folder / "c.zip", folder / "user", url))
told["names"] = sorted(one.name for one in workspace.campaigns.all() if not one.name.startswith("Meanwhile"))
told["held"] = sorted(one.name for one in folder.iterdir())
print(json.dumps(told))
"""


@pytest.fixture
def on_a_small_disk(tmp_path: Path) -> Callable[[str, str], dict[str, Any]]:
    """What a script tells that runs in a folder on a disk of a size that nobody else sees."""

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        told = {"COSPONSOR_DATA_DIR": str(tmp_path / "user"), "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [*ALONE, MOUNT, "sh", *command], cwd=ROOT, env=os.environ | told, capture_output=True, text=True
        )

    try:
        possible = run("1m", str(tmp_path), "true").returncode == 0
    except FileNotFoundError:
        possible = False
    if not possible:
        pytest.skip("a disk of one's own may not be made here")

    def told(size: str, code: str) -> dict[str, Any]:
        done = run(size, str(tmp_path), sys.executable, "-c", FILL + code, str(tmp_path))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return told


@pytest.mark.parametrize("size", ["64k", "3m"])
def test_a_build_says_so_and_leaves_the_old_database_and_nothing_else(on_a_small_disk, size: str) -> None:
    told = on_a_small_disk(size, BUILD)
    assert told["build"] == "OSError: the disk is full"
    assert told["held"] == {"x.duckdb": "the old one"}


def test_what_is_saved_accepted_or_backed_up_is_whole_or_refused_and_goes_on_once_there_is_space(
    on_a_small_disk,
) -> None:
    told = on_a_small_disk("4m", WORK)
    assert "The disk is full: free some space and try again." in told["save"]
    assert told["file"].endswith("No space left on device") or "[Errno 28]" in told["file"]
    assert told["list"] == "the old one"
    assert told["backup"], "a backup that does not fit is none"
    assert (told["save again"], told["backup again"]) == ("", "")
    assert told["names"] == ["After", "Before"]
    assert told["held"] == ["c.zip", "list.json", "user"]
