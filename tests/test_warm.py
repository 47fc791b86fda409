"""A forked Python is to its command what a new one is."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.browser.server import started
from tests.warm import HOUSE, Warm, can_fork

TELLS = """
import os, sys
from files import paths
print(sys.argv[1:], os.getcwd(), os.environ.get("HOME"), paths.DATA_DIR, sys.stdout.encoding, sys.stdout.errors, "é")
print(sys.stderr.encoding, [path for path in sys.path if path and "python" not in path], file=sys.stderr)
sys.exit(END)
"""


@pytest.mark.skipif(not can_fork(), reason="this system forks no process that has loaded much")
@pytest.mark.parametrize("end", ["3", "'a sentence'", "None", "1 / 0"])
@pytest.mark.parametrize("streams", ["cp1252", "utf-8:backslashreplace"])
def test_it_has_the_same_environment_arguments_streams_and_end(tmp_path: Path, end: str, streams: str) -> None:
    root = Path(__file__).resolve().parents[1]
    settings = {"PYTHONPATH": str(root), "COSPONSOR_DATA_DIR": str(tmp_path / "user"), "PYTHONIOENCODING": streams}
    command = [sys.executable, "-P", "-c", TELLS.replace("END", end), "a", "b c"]
    told = []
    for warm in (True, False):
        said = tmp_path / f"warm {warm}"
        ended = started(tmp_path, said, settings, command, warm).wait(60)
        told.append((ended, sorted(line for line in said.read_bytes().splitlines() if not line.startswith(b" "))))
    forked, new = told
    assert forked == new
    assert len(forked[1]) >= 2


@pytest.mark.skipif(not can_fork(), reason="this system forks no process that has loaded much")
def test_it_ends_by_a_signal_and_has_nothing_of_the_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ModuleType("__main__")  # what AppTest leaves behind
    page.__file__ = str(tmp_path / "app.py")
    Path(page.__file__).write_text("raise AssertionError('a page that another test has tried was run')")
    monkeypatch.setitem(sys.modules, "__main__", page)
    held = f"print({{*{HOUSE!r}}} & {{*sys.modules}}, 'pandas' in sys.modules, flush=True)"
    code = f"import sys, time; {held}; time.sleep(60)"
    asleep = Warm(["-c", code], tmp_path, {}, tmp_path / "said")
    while not (tmp_path / "said").exists() or not (tmp_path / "said").read_text():
        assert asleep.poll() is None
    assert (tmp_path / "said").read_text() == "set() True\n"
    asleep.kill()
    assert asleep.wait(20) == -signal.SIGKILL
