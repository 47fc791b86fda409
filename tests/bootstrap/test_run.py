from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run
from bootstrap import commands, environment, programs
from bootstrap.talk import SetupError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _no_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here makes an environment or installs a program."""
    monkeypatch.setattr(environment, "ensure", lambda root, files=(): Path(sys.executable))
    monkeypatch.setattr(programs, "ensure", lambda *_, **__: [])


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8501.0", "", "eight", "٨٥٠١"])
def test_what_is_no_port_is_refused(port: str, capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit) as ended:
        run.main([f"--port={port}"])
    assert ended.value.code == 2
    assert "not a port number" in capsys.readouterr().err


def test_an_unknown_option_or_command_starts_nothing(capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit) as ended:
        run.main(["--prot", "8600"])
    assert ended.value.code == 2
    assert run.main(["biuld"]) == 2
    told = capsys.readouterr().err
    assert all(name in told for name in ("biuld", "test", *commands.COMMANDS))


def test_a_taken_port_is_told_before_any_set_up(monkeypatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.setattr(environment, "ensure", lambda root: pytest.fail("set-up began"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert run.main(["--no-browser", "--port", str(taken.getsockname()[1])]) == 1
    assert "--port" in capsys.readouterr().err


def test_a_problem_of_set_up_is_told_in_its_own_words(monkeypatch, capsys: pytest.CaptureFixture) -> None:
    def fail(root: Path, files: tuple = ()) -> Path:
        raise SetupError("no internet connection")

    monkeypatch.setattr(environment, "ensure", fail)
    assert [run.main(["build"]), run.main(["test"])] == [1, 1]
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "no internet connection\n" * 2)


def test_build_leaves_standard_output_to_the_builder_and_notes_what_it_built_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture
) -> None:
    database = tmp_path / "record.duckdb"
    monkeypatch.setattr(run, "_data_paths", lambda: type("Paths", (), {"DATABASE": database, "DATA_DIR": tmp_path}))
    database.touch()
    monkeypatch.setitem(commands.COMMANDS, "build", "platform")  # any module that prints and ends well
    assert run.main(["build"]) == 0
    assert capfd.readouterr().out.count("\n") == 1
    assert (tmp_path / "record.duckdb.built-from").is_file()


@pytest.mark.parametrize(("style", "tests", "code"), [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 5, 5)])
def test_the_test_command_passes_arguments_on_and_returns_what_failed(
    style: int, tests: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    called = []

    def answer(command: list[str], **_: object) -> subprocess.CompletedProcess:
        called.append(command[2:])
        return subprocess.CompletedProcess(command, tests if "pytest" in command else style, "line 7 is wrong")

    monkeypatch.setattr(run.subprocess, "run", answer)
    assert run.main(["test", "-k", "grid", "tests/data"]) == code
    assert sorted(called) == sorted([*map(list, run.CHECKS), ["pytest", "-k", "grid", "tests/data"]])
    assert capsys.readouterr().err.count("line 7 is wrong") == (len(run.CHECKS) if style else 0)


@pytest.mark.parametrize(("cores", "processes"), [(1, []), (2, ["-n", "2"]), (16, ["-n", "4"])])
def test_all_tests_run_in_as_many_processes_as_there_are_cores(
    cores: int, processes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    assert run.in_several_processes()[:2] == processes


def test_relative_paths_in_the_environment_mean_the_callers_folder(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COSPONSOR_DATA_DIR", "mine")
    run.main(["no-such-command"])
    assert os.environ["COSPONSOR_DATA_DIR"] == str(tmp_path / "mine")


def test_help_needs_nothing_but_the_standard_library(tmp_path: Path) -> None:
    command = [sys.executable, "-E", "-S", str(ROOT / "run.py"), "--help"]  # without installed packages
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "--no-browser" in told.stdout


def test_a_module_on_a_users_pythonpath_is_not_taken_for_one_that_run_needs(tmp_path: Path) -> None:
    for name in ("argparse", "hashlib", "bootstrap"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('somebody else')\n")
    told = subprocess.run(
        [sys.executable, str(ROOT / "run.py"), "--help"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "--no-browser" in told.stdout


def test_an_older_python_is_told_what_is_needed() -> None:
    code = "import sys; sys.version_info = (3, 9, 2); sys.argv = ['run.py']; exec(open('run.py').read())"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (1, "Python 3.11 or newer is needed; this is 3.9.\n")


def test_the_check_script_runs_the_test_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert script.read_text().rstrip().endswith("exec python3 run.py test")
