from __future__ import annotations

import compileall
import sys
from pathlib import Path

import pytest

from bootstrap.database import ensure, fingerprint, inputs, stamp_path
from bootstrap.talk import SetupError

# Stands for data/build.py: counts its runs, and refuses where a source says so.
BUILDER = """
import os, sys
from pathlib import Path
root = Path(__file__).parents[1]
source = (root / "data" / "sources" / "states.csv").read_text()
with (root / "runs").open("a") as runs:
    runs.write("x")
if "bad" in source:
    sys.exit("states.csv, row 2: unknown code")
Path(os.environ["COSPONSOR_DATABASE"]).write_text(source)
print("{}")
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    (root / "data" / "sources").mkdir(parents=True)
    (root / "data" / "sources" / "states.csv").write_text("iso3\nNOR\n")
    (root / "data" / "__init__.py").touch()
    (root / "data" / "schema.sql").write_text("-- tables\n")
    (root / "data" / "build.py").write_text(BUILDER)
    monkeypatch.setenv("COSPONSOR_DATABASE", str(root / "record.db"))
    return root


def run(root: Path) -> int:
    """Make sure of the database, and return how often it has been built so far."""
    ensure(Path(sys.executable), root, root / "record.db", root.parent / "user")
    return len((root / "runs").read_text())


def test_built_once_and_again_after_a_change_of_anything_it_is_made_from(project: Path) -> None:
    user = project.parent / "user" / "imports"
    assert [run(project), run(project)] == [1, 1]
    changes = (
        lambda: (project / "data" / "sources" / "states.csv").write_text("iso3\nGHA\n"),
        lambda: (project / "data" / "sources" / "more.csv").write_text("iso3\n"),
        lambda: (project / "data" / "schema.sql").write_text("-- other tables\n"),
        lambda: (user.mkdir(parents=True), (user / "list.json").write_text("{}")),
        lambda: (user / "list.json").unlink(),
        lambda: (project / "record.db").unlink(),
        lambda: (project / "record.db").write_text("damaged"),
    )
    for number, change in enumerate(changes, start=2):
        change()
        assert [run(project), run(project)] == [number, number]


def test_what_python_compiles_when_the_dashboard_first_runs_causes_no_build(project: Path) -> None:
    (project / "data" / "geo").mkdir()
    (project / "data" / "geo" / "make.py").touch()
    run(project)
    compileall.compile_dir(project, quiet=1)
    assert list(project.rglob("geo/__pycache__/*.pyc"))
    assert run(project) == 1


def test_a_workspace_in_the_users_folder_causes_no_build(project: Path) -> None:
    run(project)
    (project.parent / "user").mkdir()
    (project.parent / "user" / "workspace.sqlite").write_text("notes")
    assert run(project) == 1


def test_refused_sources_leave_the_old_database_in_use_and_say_why(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    run(project)
    (project / "data" / "sources" / "states.csv").write_text("bad\n")
    run(project)
    assert "row 2: unknown code" in capsys.readouterr().err
    assert (project / "record.db").read_text() == "iso3\nNOR\n"
    assert run(project) == 3  # asked, and told, again at the next start


def test_refused_sources_without_a_database_stop_the_start(project: Path) -> None:
    (project / "data" / "sources" / "states.csv").write_text("bad\n")
    with pytest.raises(SetupError, match="row 2: unknown code"):
        run(project)


def test_the_fingerprint_sees_names_and_contents_but_no_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("b")
    before = fingerprint([one, two])
    assert before == fingerprint([two, one])
    one.write_text("b")
    two.write_text("a")
    assert before != fingerprint([one, two])


def test_what_the_real_project_is_built_from() -> None:
    root = Path(__file__).resolve().parents[2]
    names = {path.name for path in inputs(root, root / "nowhere")}
    assert {"sponsors.csv", "states.csv", "schema.sql", "build.py", "places.csv"} <= names


def test_a_stamp_that_cannot_be_written_stops_no_start(project: Path) -> None:
    stamp_path(project / "record.db").mkdir()
    assert run(project) == 1
    assert run(project) == 2, "not known to be current"
