from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootstrap import environment
from bootstrap.environment import RUN, TEST, ensure, python_of, stamp_of, version_of, why_failed
from bootstrap.talk import SetupError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real environment, made once: the tests copy it, which is ten times as fast."""
    venv = tmp_path_factory.mktemp("made") / ".venv"
    environment._make(venv)
    return venv


@pytest.fixture
def project(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with nothing to install, so that a real pip is quick and needs no internet."""
    for name in (*TEST, "constraints.txt"):
        (tmp_path / name).write_text("# nothing\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")

    def copy(venv: Path) -> None:
        shutil.rmtree(venv, ignore_errors=True)
        shutil.copytree(made, venv, symlinks=True)

    monkeypatch.setattr(environment, "_make", copy)
    return tmp_path


def count_installs(monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    calls: list[tuple] = []
    real = environment._install
    monkeypatch.setattr(environment, "_install", lambda *given: (calls.append(given[2]), real(*given)))
    return calls


def test_made_once_then_left_alone_until_a_requirement_changes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installs = count_installs(monkeypatch)
    python = ensure(project)
    assert subprocess.run([python, "-c", "import pip"], check=False).returncode == 0
    assert ensure(project) == python == python_of(project / ".venv")
    assert installs == [RUN]
    ensure(project, TEST)
    ensure(project)
    assert installs == [RUN, TEST]
    (project / "requirements.txt").write_text("# nothing yet\n")
    ensure(project)
    assert installs == [RUN, TEST, RUN]


def test_half_installed_or_broken_environments_are_made_afresh(project: Path) -> None:
    python = ensure(project)
    stray = project / ".venv" / "stray"
    for damage in (
        lambda: (project / ".venv" / "half-installed").touch(),
        lambda: (python.unlink(), python.symlink_to(project / "gone")),
        lambda: (python.unlink(), python.write_text("#!/bin/sh\nexit 1\n"), python.chmod(0o755)),
        lambda: _edit(project / ".venv" / "pyvenv.cfg", "version = ", "version = 2."),
    ):
        stray.touch()
        damage()
        (project / "requirements.txt").write_text(f"# {damage}\n")
        ensure(project)
        assert not stray.exists()
        assert version_of(project / ".venv") == "{}.{}".format(*sys.version_info)
        assert not (project / ".venv" / "half-installed").exists()


def _edit(path: Path, old: str, new: str) -> None:
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_an_install_that_fails_while_fetching_leaves_the_environment_and_no_stamp(project: Path) -> None:
    ensure(project)
    stray = project / ".venv" / "stray"
    stray.touch()
    (project / "requirements.txt").write_text("no-such-package-at-all==1\n")
    with pytest.raises(SetupError, match="no-such-package-at-all"):
        ensure(project)
    (project / "requirements.txt").write_text("# nothing\n")
    ensure(project)
    assert stray.exists()


SETTING_UP = """
import subprocess, sys, time
from pathlib import Path
from bootstrap import environment
with environment._alone(Path(sys.argv[1])):
    pip = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False)
    print(pip.pid, flush=True)
    time.sleep(60)
"""


def test_another_set_up_is_waited_for_and_its_pip_and_nothing_is_to_be_deleted(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """Killed for real: first the set-up alone, then the pip that goes on without it."""
    monkeypatch.setattr(environment, "PATIENCE", 0)
    (project / "build").mkdir()
    (project / "build" / "setup-running").write_text("1")  # as earlier versions left it: process 1 lives
    ensure(project)
    (project / "requirements.txt").write_text("# changed\n")
    command = [sys.executable, "-c", SETTING_UP, str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as first:
        pip = int(first.stdout.readline())
        with pytest.raises(SetupError, match="Another set-up"):
            ensure(project)
        first.kill()
        first.wait()
        with pytest.raises(SetupError, match="Another set-up"):
            ensure(project)
        monkeypatch.setattr(environment, "PATIENCE", 60)
        threading.Timer(0.5, os.kill, (pip, signal.SIGKILL)).start()
        assert ensure(project).exists(), "the next start waits for that pip, and mends what it left"
    assert "waiting for it to end" in capsys.readouterr().err


def test_settings_for_other_pythons_do_not_break_the_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real environment, a real pip, a real package, under all that a user may have set."""
    project, elsewhere, package = tmp_path / "project", tmp_path / "elsewhere", tmp_path / "package"
    for folder in (project, elsewhere, package):
        folder.mkdir()
    (elsewhere / "pip.py").write_text("raise SystemExit('a pip of somebody else')")
    (elsewhere / "ensurepip.py").write_text("raise SystemExit('an ensurepip of somebody else')")
    with zipfile.ZipFile(package / "mine-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("mine.py", "")
        wheel.writestr("mine-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: mine\nVersion: 1\n")
        wheel.writestr("mine-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("mine-1.dist-info/RECORD", "mine.py,,\n")
    for name in TEST:
        (project / name).write_text("mine==1\n")
    (tmp_path / "pip.conf").write_text("[install]\nuser = true\n")
    set_by_user = {
        "PYTHONPATH": elsewhere,
        "PYTHONHOME": elsewhere,
        "PIP_USER": 1,
        "PIP_TARGET": elsewhere,
        "PIP_NO_INDEX": 1,
        "PIP_FIND_LINKS": package,
        "PIP_CONFIG_FILE": tmp_path / "pip.conf",
        "PYTHONUSERBASE": elsewhere,
    }
    for name, value in set_by_user.items():
        monkeypatch.setenv(name, str(value))
    python = ensure(project)
    where = "import mine; print(mine.__file__)"
    found = subprocess.run([python, "-I", "-c", where], capture_output=True, text=True, check=True).stdout
    assert Path(found).is_relative_to(project / ".venv")
    assert sorted(one.name for one in elsewhere.iterdir()) == ["ensurepip.py", "pip.py"]


def _bound_by_permissions() -> None:
    """Take from root, where the tests run as root, the right to write where permissions forbid it."""
    if sys.platform == "linux" and os.geteuid() == 0:
        drop_from_bounding_set, dac_override = 24, 1  # prctl(2), capabilities(7)
        ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    """The real run.py, first start, by a user who may only read its folder."""
    root = tmp_path / "product"
    root.mkdir()
    for name in ("bootstrap", "files"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("run.py", *TEST, "constraints.txt"):
        shutil.copy(ROOT / name, root)
    root.chmod(0o555)
    command = [sys.executable, str(root / "run.py"), "build"]
    try:
        told = subprocess.run(
            command, cwd="/", capture_output=True, text=True, check=False, preexec_fn=_bound_by_permissions
        )
    finally:
        root.chmod(0o755)
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1, told.stderr
    assert str(root) in told.stderr
    assert "home folder" in told.stderr


def test_a_python_without_venv_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SetupError, match=r"apt-get install python3\.\d+-venv"):
        ensure(tmp_path)


@settings(max_examples=30)
@given(st.lists(st.binary(max_size=20), min_size=2, max_size=2), st.sampled_from(["3.11", "3.12"]))
def test_the_stamp_tells_any_two_sets_of_inputs_apart(tmp_path_factory, contents, version) -> None:
    root = tmp_path_factory.mktemp("stamp")
    (root / "requirements.txt").write_bytes(contents[0])
    (root / "constraints.txt").write_bytes(contents[1])
    stamp = stamp_of(root, RUN, version)
    assert stamp == stamp_of(root, RUN, version)
    assert stamp != stamp_of(root, RUN, version + "1")
    assert stamp != stamp_of(root, TEST, version)
    (root / "requirements.txt").write_bytes(contents[0] + b"x")
    assert stamp != stamp_of(root, RUN, version)
    (root / "requirements.txt").write_bytes(contents[0])
    (root / "constraints.txt").write_bytes(b"x" + contents[1])
    assert stamp != stamp_of(root, RUN, version)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("WARNING: Retrying ... [Errno -3] Temporary failure in name resolution", "no internet"),
        ("NewConnectionError('... getaddrinfo failed')", "no internet"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("/x/.venv/bin/python: No module named pip", "python3-venv"),
        ("ERROR: No matching distribution found for streamlit==1.67.0", "streamlit==1.67.0"),
    ],
)
def test_the_reason_of_a_failure_is_told_in_words(line: str, told: str) -> None:
    assert told in why_failed(["Collecting streamlit", line])
