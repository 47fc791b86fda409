"""The process is killed before each step of what the page calls, or several processes call it at once: nothing is lost.

`keep`, `undo` and `redo` run as on the page, with the check of the whole record and its rebuild.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

import pytest

from data import store
from data.added.entries import UNDONE, Entry, read_all
from data.build import build
from data.reading.context import Context
from data.reading.model import NamedState
from data.review.accept import Acceptance
from data.review.exchange import export_all
from data.review.keep import set_aside
from files.paths import ROOT
from tests.data.review.kept import accept_list

TEXT, EARLIER = "A/RES/78/216", "A/RES/76/174"
BEGIN = textwrap.dedent(
    """
    import os, shutil, sys, traceback
    from pathlib import Path
    from data.added.entries import read_all
    from data.review.accept import Acceptance, accept_list
    from data.review.exchange import from_colleague
    from data.review.keep import keep, redo, undo
    from data.reading.context import Context
    from data.reading.model import NamedState
    from files import paths
    from tests.data.killed import before_each, copying

    context = Context.from_files()
    place = Path(sys.argv[1])

    def given(text):
        return Acceptance(text, "final", [NamedState("Norway", "NOR"), NamedState("Sweden", "SWE")], "Ada", "Report",
                          "partial", document_symbol="A/78/481/Add.2")

    def child(act, here):  # so that modules load once
        process = os.fork()
        if not process:
            try:
                paths.DATA_DIR, paths.DATABASE = here / "user", here / "d.duckdb"
                act()
                os._exit(0)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        return process
    """
)
AT_ONCE = """
waiting, begin = os.pipe()

def accepted(text):
    os.close(begin)
    os.read(waiting, 1)  # all begin together
    keep(lambda: [accept_list(given(text), context)], str)

running = [child(lambda: accepted(text), place) for text in sys.argv[2:]]
os.close(begin)
sys.exit(any([os.waitpid(process, 0)[1] for process in running]))
"""
KILLED = """
acts = {
    "keep": lambda: keep(lambda: [accept_list(given(sys.argv[2]), context)], str),
    "keep several": lambda: keep(lambda: from_colleague(paths.DATA_DIR, (place / "theirs.json").read_bytes())[0], str),
    "undo": lambda: undo(read_all(paths.DATA_DIR)[0].id, str),
    "redo": lambda: redo(read_all(paths.DATA_DIR, "undone")[0].id, str),
}
steps = ("open", "write", "fsync", "replace", "mkdir", "unlink", "rmdir")
for name, act in acts.items():
    here = place / name / "running"
    shutil.copytree(place / ("undone" if name == "redo" else "kept"), here)
    copy = copying()
    left = lambda step: shutil.copytree(here, here.with_name(f"step-{step:03}"), copy_function=copy)
    if os.waitpid(child(lambda: before_each(steps, left, act), here), 0)[1]:
        sys.exit(1)
    here.rename(here.with_name("whole"))
"""


SEEN: dict[tuple[int, int], dict[str, int]] = {}
"""What `used` has told, by the file: most steps leave the database as it was."""


def norway_and_sweden(text: str) -> Acceptance:
    named = [NamedState("Norway", "NOR"), NamedState("Sweden", "SWE")]
    return Acceptance(text, "final", named, "Ada", "Report", "partial", document_symbol="A/76/462/Add.2")


def used(database: Path) -> dict[str, int]:
    """How many names the list has that is used of each text; raises where the database is half written."""
    file = (database.stat().st_ino, database.stat().st_mtime_ns)
    if file not in SEEN:
        lists = store.record(database).rows("lists")
        SEEN[file] = dict(lists[lists.used_for_analysis == "yes"].set_index("resolution").n_states)
    return SEEN[file]


def run(code: str, place: Path, *arguments: str) -> None:
    command = [sys.executable, "-c", BEGIN + code, str(place), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Entry]:
    """A folder with what was left by each act: killed before each step ("step-…"), and let alone ("whole"). And the
    import that was there before."""
    if not hasattr(os, "fork"):
        pytest.skip("needs a system with fork")
    place = tmp_path_factory.mktemp("killed")
    kept, undone, theirs = place / "kept", place / "undone", place / "theirs"
    earlier = accept_list(kept / "user", norway_and_sweden(EARLIER), Context.from_files())
    shutil.copytree(kept, undone)
    set_aside(undone / "user", earlier.id)
    for before in (kept, undone):
        build(target=before / "d.duckdb", data_dir=before / "user")
    for text in (TEXT, "A/RES/60/161"):
        accept_list(theirs, norway_and_sweden(text), Context.from_files())
    (place / "theirs.json").write_bytes(export_all(theirs))
    run(KILLED, place, TEXT)
    return place, earlier


@pytest.mark.parametrize("act", ["keep", "keep several", "undo", "redo"])
def test_killed_at_any_step_nothing_is_lost_and_nothing_is_half_written(act, killed, tmp_path):
    folder, earlier = killed
    old = used(folder / ("undone" if act == "redo" else "kept") / "d.duckdb")
    *stopped, whole = sorted((folder / act).iterdir())
    assert len(stopped) > 5
    new = used(whole / "d.duckdb")
    assert new != old
    left = {}
    for place in stopped:
        # Every import is in one of the two places, whole; of several the first ones may be there already.
        kept, aside = read_all(place / "user"), read_all(place / "user", UNDONE)
        assert earlier in [*kept, *aside], place.name
        assert len({e.id for e in (*kept, *aside)}) == len(kept) + len(aside), place.name
        assert used(place / "d.duckdb") in (old, new), place.name
        left[tuple(e.id for e in kept)] = place / "user"
    for folder in left.values():  # the next build takes in what was kept
        build(target=tmp_path / "next.duckdb", data_dir=folder)
        after = used(tmp_path / "next.duckdb")
        assert {text: after[text] for text in (TEXT, EARLIER)} == expected(read_all(folder)), folder


def expected(kept: Iterable[Entry]) -> dict[str, int]:
    names = dict.fromkeys([e.facts["resolution"] for e in kept], 2)
    return {TEXT: names.get(TEXT, 73), EARLIER: names.get(EARLIER, 8)}


def test_lists_accepted_at_once_are_all_in_the_record(tmp_path):
    texts = ["A/RES/76/174", "A/RES/60/161", "A/RES/54/170"]
    run(AT_ONCE, tmp_path, *texts)
    assert sorted(e.facts["resolution"] for e in read_all(tmp_path / "user")) == sorted(texts)
    assert set(texts) <= set(used(tmp_path / "d.duckdb"))
    assert [used(tmp_path / "d.duckdb")[text] for text in texts] == [2, 2, 2]
