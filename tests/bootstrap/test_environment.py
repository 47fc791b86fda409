from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootstrap import environment
from bootstrap.environment import RUN, TEST, ensure, python_of, stamp_of, version_of, why_failed
from bootstrap.talk import SetupError


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


def test_made_once_then_left_alone_until_a_requirement_changes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    assert not (project / "build" / "setup-running").exists()


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


def test_a_second_set_up_at_the_same_time_is_refused_and_a_dead_one_is_not(project: Path) -> None:
    lock = project / "build" / "setup-running"
    lock.parent.mkdir()
    lock.write_text(str(os.getppid()))
    with pytest.raises(SetupError, match="Another set-up"):
        ensure(project)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    lock.write_text(str(ended.pid))
    assert ensure(project).exists()


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
