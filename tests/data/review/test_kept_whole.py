"""The process is killed before each step of what the page calls, or several processes call it at once: nothing is lost.

`keep`, `undo` and `redo` run as on the page, with the check of the whole record and its rebuild.
"""

from __future__ import annotations

import hashlib
import os
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
    import os, signal, sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from data.added.entries import read_all
    from data.review.accept import Acceptance, accept_list
    from data.review.exchange import from_colleague
    from data.review.keep import keep, redo, undo
    from data.reading.context import Context
    from data.reading.model import NamedState
    from files import paths

    context = Context.from_files()

    def given(text):
        return Acceptance(text, "final", [NamedState("Norway", "NOR"), NamedState("Sweden", "SWE")], "Ada", "Report",
                          "partial", document_symbol="A/78/481/Add.2")
    """
)
AT_ONCE = """
sys.stdin.readline()  # all begin together
keep(lambda: [accept_list(given(sys.argv[2]), context)], str)
"""
# What is prepared stays; each step is tried on a copy of it, in a child of this process, so that modules load once.
KILLED = """
import shutil
acts = {
    "keep": lambda: keep(lambda: [accept_list(given(TEXT), context)], str),
    "keep several": lambda: keep(lambda: from_colleague(paths.DATA_DIR, Path(sys.argv[4]).read_bytes())[0], str),
    "undo": lambda: undo(read_all(paths.DATA_DIR)[0].id, str),
    "redo": lambda: redo(read_all(paths.DATA_DIR, "undone")[0].id, str),
}
place, act = Path(sys.argv[2]), acts[sys.argv[3]]

def run(step):
    count = 0

    def watch(name):
        real = getattr(os, name)

        def call(*args, **kwargs):
            nonlocal count
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        setattr(os, name, call)

    for name in ("open", "write", "fsync", "replace", "mkdir", "unlink", "rmdir"):
        watch(name)
    act()

step, status = 0, signal.SIGKILL
while status == signal.SIGKILL:
    step += 1
    here = place / f"step-{step:03}"
    shutil.copytree(place / "before", here)
    paths.DATA_DIR, paths.DATABASE = here / "user", here / "d.duckdb"
    child = os.fork()
    if not child:
        try:
            run(step)
            os._exit(0)
        except BaseException:
            import traceback
            traceback.print_exc()
            os._exit(9 + 1)
    status = os.waitpid(child, 0)[1]
sys.exit(0 if status == 0 else 1)
"""


SEEN: dict[bytes, dict[str, int]] = {}
"""What `used` has told, by the bytes of the file: most steps leave the database as it was."""


def norway_and_sweden(text: str) -> Acceptance:
    named = [NamedState("Norway", "NOR"), NamedState("Sweden", "SWE")]
    return Acceptance(text, "final", named, "Ada", "Report", "partial", document_symbol="A/76/462/Add.2")


def used(database: Path) -> dict[str, int]:
    """How many names the list has that is used of each text; raises where the database is half written."""
    digest = hashlib.sha256(database.read_bytes()).digest()
    if digest not in SEEN:
        lists = store.record(database).rows("lists")
        SEEN[digest] = dict(lists[lists.used_for_analysis == "yes"].set_index("resolution").n_states)
    return SEEN[digest]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system with fork")
@pytest.mark.parametrize("act", ["keep", "keep several", "undo", "redo"])
def test_killed_at_any_step_nothing_is_lost_and_nothing_is_half_written(act, tmp_path):
    before, colleague = tmp_path / "before", tmp_path / "colleague.json"
    earlier = accept_list(before / "user", norway_and_sweden(EARLIER), Context.from_files())
    if act == "keep several":
        theirs = tmp_path / "theirs"
        for text in (TEXT, "A/RES/60/161"):
            accept_list(theirs, norway_and_sweden(text), Context.from_files())
        colleague.write_bytes(export_all(theirs))
    if act == "redo":
        set_aside(before / "user", earlier.id)
    build(target=before / "d.duckdb", data_dir=before / "user")
    old = used(before / "d.duckdb")
    code = BEGIN + f"TEXT = {TEXT!r}" + KILLED
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(tmp_path), act, str(colleague)],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    *killed, whole = sorted(tmp_path.glob("step-*"))
    assert len(killed) > 5
    new = used(whole / "d.duckdb")
    assert new != old
    left = {}
    for place in killed:
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
    env = {**os.environ, "COSPONSOR_DATA_DIR": str(tmp_path / "user"), "COSPONSOR_DATABASE": str(tmp_path / "d.duckdb")}
    command = [sys.executable, "-c", BEGIN + AT_ONCE, str(ROOT)]
    running = [subprocess.Popen([*command, text], stdin=subprocess.PIPE, env=env) for text in texts]
    for process in running:
        process.stdin.write(b"\n")
        process.stdin.flush()
    assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
    assert sorted(e.facts["resolution"] for e in read_all(tmp_path / "user")) == sorted(texts)
    assert set(texts) <= set(used(tmp_path / "d.duckdb"))
    assert [used(tmp_path / "d.duckdb")[text] for text in texts] == [2, 2, 2]
