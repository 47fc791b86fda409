"""The process is killed before each step of accepting an import: the record and the earlier imports are whole."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from data import store
from data.added.entries import path_of, read_all
from data.build import build
from data.reading.context import Context
from data.reading.model import NamedState
from data.review.accept import Acceptance, accept_list
from files import whole

ROOT = Path(__file__).resolve().parents[3]
# Steps that touch the disk, from accepting to the new database in its place. One more runs through to the end.
STEPS = 25
KILLED = textwrap.dedent(
    """
    import os, signal, sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    folder, database, step = Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    from data.build import build
    from data.review.accept import Acceptance, accept_list
    from data.review.commit import accept_and_build
    from data.reading.context import Context
    from data.reading.model import NamedState

    count = 0
    armed = False

    def watch(name):
        real = getattr(os, name)

        def call(*args, **kwargs):
            global count
            if not armed:
                return real(*args, **kwargs)
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        setattr(os, name, call)

    for name in ("open", "write", "fsync", "replace"):
        watch(name)
    context = Context.from_files(data_dir=folder)
    given = Acceptance("A/RES/78/216", "final", [NamedState(n, c) for n, c in (("Norway", "NOR"), ("Sweden", "SWE"))],
                       "Ada", "Report", "partial", document_symbol="A/78/481/Add.2")
    check = (lambda where: None)

    def accept():
        global armed
        armed = True
        return accept_list(folder, given, context, check)

    accept_and_build(folder, accept, lambda: build(target=database, data_dir=folder))
    print("steps", count)
    """
)


def run(folder: Path, database: Path, step: int) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(ROOT), str(folder), str(database), str(step)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A user's folder with one import, and the database built with it."""
    place = tmp_path_factory.mktemp("settled")
    given = Acceptance(
        "A/RES/76/174",
        "final",
        [NamedState("Norway", "NOR"), NamedState("Sweden", "SWE")],
        "Ada",
        "Report",
        "partial",
        document_symbol="A/76/462/Add.2",
    )
    accept_list(place / "user", given, Context.from_files(), lambda _: None)
    build(target=place / "d.duckdb", data_dir=place / "user")
    return place / "user", place / "d.duckdb"


def copy(settled: tuple[Path, Path], place: Path) -> tuple[Path, Path]:
    for entry in read_all(settled[0]):
        whole.write(path_of(place / "user", entry.id), entry.to_bytes())
    (place / "d.duckdb").write_bytes(settled[1].read_bytes())
    return place / "user", place / "d.duckdb"


def test_all_steps_are_tried(settled, tmp_path):
    done = run(*copy(settled, tmp_path), step=10_000)
    assert done.returncode == 0, done.stderr
    assert 5 < int(done.stdout.split()[-1]) <= STEPS


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_killed_at_any_step_the_record_is_whole(settled, tmp_path, step):
    folder, database = copy(settled, tmp_path)
    earlier = read_all(folder)
    done = run(folder, database, step)
    now = read_all(folder)  # raises if a file were half written
    assert now[: len(earlier)] == earlier
    assert len(now) - len(earlier) in (0, 1)
    record = store.record(database)  # raises if the database were half written
    grid = record.grid.set_index(["resolution", "iso3"]).value
    assert grid["A/RES/76/174", "NOR"] == "sponsor"
    used = record.lists[(record.lists.resolution == "A/RES/78/216") & (record.lists.used_for_analysis == "yes")]
    # The database is the former one (73 names) or the new one (2), and only new if the import is kept.
    assert used.n_states.tolist() in ([73], [2])
    assert used.n_states.tolist() == [73] or len(now) > len(earlier)
    assert done.returncode in (-9, 0)
    if done.returncode == 0:
        assert used.n_states.tolist() == [2]


@pytest.mark.parametrize("step", [3, 12])
def test_after_a_kill_the_next_build_takes_in_what_was_kept(settled, tmp_path, step):
    folder, database = copy(settled, tmp_path)
    assert run(folder, database, step).returncode == -9
    kept = len(read_all(folder))
    build(target=database, data_dir=folder)
    # An import's id ends with eight digits; a list of the sources may be a second final one, "#final-catalogue".
    assert store.record(database).lists.list_id.str.contains("#final-[0-9a-f]{8}$").sum() == kept
