"""Every command where the system writes in a code page of Windows: names are not lost, nothing is built in vain."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import commands
from tests.warm import Warm, can_fork

ROOT = Path(__file__).resolve().parents[1]

# run.py as a user starts it, but with the Python of these tests: no environment is made, nothing installed.
COMMAND = """
import sys
from pathlib import Path
sys.argv[0] = "run.py"
import run
from bootstrap import environment, programs
environment.ensure = lambda root, files=(): Path(sys.executable)
programs.ensure = lambda *given, **more: []
if warm := sys.modules.get("tests.warm"):
    from types import SimpleNamespace
    from bootstrap import commands
    commands.subprocess = SimpleNamespace(run=warm.forked)
sys.exit(run.main(sys.argv[1:]))
"""
START = """
import sys
from pathlib import Path
from bootstrap import database, talk
from files import paths
talk.in_utf8()
database.ensure(Path(sys.executable), Path(sys.argv[1]), paths.DATABASE, paths.DATA_DIR)
"""
DOCUMENT = "A/C.3/76/L.28\nNorway, Türkiye, Côte d'Ivoire, Україна and 挪威: draft resolution\n"


@pytest.fixture(scope="module", params=["cp1252", "cp437"])
def machine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """A machine whose streams are in a code page, its user's folder named in letters that the code page lacks."""
    folder = tmp_path_factory.mktemp("machine") / "Права людини – 人权"
    folder.mkdir()
    settings = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COSPONSOR_")},
        "PYTHONIOENCODING": request.param,
        "PYTHONPATH": str(ROOT),
        "COSPONSOR_DATA_DIR": str(folder / "data"),
        "COSPONSOR_DATABASE": str(folder / "record.duckdb"),
    }

    def run(code: str, *arguments: str, warm: bool = can_fork()) -> subprocess.CompletedProcess:
        said, errors = folder.parent / "said", folder.parent / "errors"
        command = [sys.executable, "-c", code, *arguments]
        if warm:
            ended = Warm(command[1:], folder, settings, said, errors).wait(120)
            done = subprocess.CompletedProcess(command, ended, said.read_bytes(), errors.read_bytes())
        else:
            done = subprocess.run(command, env=settings, cwd=folder, capture_output=True, timeout=120, check=False)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done

    built = run(COMMAND, "build", warm=False)
    return folder, run, built


def test_the_build_tells_machines_in_ascii_what_it_built_and_the_next_start_builds_nothing(machine) -> None:
    folder, run, built = machine
    assert built.returncode == 0, built.stderr.decode()
    assert built.stdout.isascii()
    assert json.loads(built.stdout)["path"] == str(folder / "record.duckdb")
    started = run(START, str(ROOT))
    assert (started.returncode, started.stdout, started.stderr) == (0, b"", b"")


def test_a_start_that_builds_says_so_once_and_not_that_it_failed(machine) -> None:
    folder, run, _ = machine
    (folder / "record.duckdb").unlink()
    assert run(START, str(ROOT)).stderr.decode("utf-8").splitlines() == ["Building the database …"]
    assert run(START, str(ROOT)).stderr == b""


def test_what_is_recognised_is_ascii_json_with_every_name(machine) -> None:
    folder, run, _ = machine
    (folder / "список.txt").write_text(DOCUMENT, encoding="utf-8")
    done = run(COMMAND, "import", "список.txt", "--dry-run")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.isascii()
    told = json.dumps(json.loads(done.stdout), ensure_ascii=False)
    assert all(name in told for name in ("Norway", "Türkiye", "Côte d'Ivoire", "Україна", "挪威"))


SAID = (
    (["export", "--list"], "Charts"),
    (["letter", "--help"], "letter"),
    (["letter", "--list"], "English"),
    (["letter", "--state", "CIV", "--request", "assembly", "--out", "лист.txt"], "лист.txt"),
    (["export", "columns", "--body", "GA", "--format", "csv", "--out", "таблиця.csv"], "csv"),
    (["briefing", "--list"], ""),
    (["build", "--help"], "JSON"),
    (["import", "--help"], "dry-run"),
    (["fetch", "--missing", "--plan"], ""),
    (["changes", "--help"], "changes"),
    (["snapshot", "--help"], "snapshot"),
    (["backup", "копія.zip"], "копія.zip"),
    (["restore", "--help"], "restore"),
    (["serve", "--help"], "--config"),
    (["--help"], "run.py"),
)


def test_every_command_is_among_them() -> None:
    assert {command[0] for command, _ in SAID} == {*commands.COMMANDS, "serve", "--help"}


@pytest.mark.parametrize("machine", ["cp1252"], indirect=True)  # in the other one nothing else is written
@pytest.mark.parametrize(
    ("command", "word"), SAID, ids=lambda given: "-".join(given[:2]) if isinstance(given, list) else ""
)
def test_what_is_said_to_people_is_utf8_and_whole(machine, command: list[str], word: str) -> None:
    _, run, _ = machine
    done = run(COMMAND, *command)
    assert done.returncode == 0, done.stderr.decode()
    assert word in done.stdout.decode("utf-8")
    done.stderr.decode("utf-8")


def test_a_file_that_is_not_there_is_named_in_its_own_letters(machine) -> None:
    _, run, _ = machine
    done = run(COMMAND, "import", "немає.pdf", "--dry-run")
    assert done.returncode == 1
    assert "немає.pdf" in done.stderr.decode("utf-8")
