"""The project's own Python environment: made once, from pinned requirements, checked in a moment."""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bootstrap.commands import isolated
from bootstrap.talk import SetupError, say

CONSTRAINTS = "constraints.txt"
RUN = ("requirements.txt",)
TEST = ("requirements.txt", "requirements-test.txt")

PATIENCE = 900
"""Seconds to wait for another set-up, or for what one that was killed has left running."""
OFFLINE_SIGNS = (
    "name resolution",
    "getaddrinfo failed",
    "nodename nor servname",
    "NewConnectionError",
    "NameResolutionError",
    "Network is unreachable",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "connection broken",
    "ProxyError",
)


def python_of(venv: Path) -> Path:
    """Return where a virtual environment keeps its Python on this system."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def version_of(venv: Path) -> str | None:
    """Return the environment's Python version ("3.11"), or None where its Python is missing or broken."""
    asked = [str(python_of(venv)), "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None


def stamp_of(root: Path, files: Iterable[str], version: str) -> str:
    """Return a hash of what an install depends on: requirement files, constraints, the Python version."""
    digest = hashlib.sha256(version.encode())
    for name in (*files, CONSTRAINTS):
        path = root / name
        digest.update(b"\0" + name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b""))
    return digest.hexdigest()


def ensure(root: Path, files: tuple[str, ...] = RUN) -> Path:
    """Return the Python of `root`/.venv with everything in `files` installed.

    Installs nothing where the stamp of the last install still holds. The stamp is written last; while
    packages are put in place the file `half-installed` stands, so that after an interruption the environment
    is made afresh. Raises SetupError, with what to do, when the environment cannot be made.
    """
    venv = root / ".venv"
    version = version_of(venv)
    stamp = venv / f"installed-{Path(files[-1]).stem}"
    half = venv / "half-installed"
    if version and not half.exists() and _read(stamp) == stamp_of(root, files, version):
        return python_of(venv)
    with _alone(root):
        if half.exists() or version is None or not _usable(venv, version):
            _make(venv)
            version = version_of(venv)
            if version is None:
                raise SetupError(f"The Python in {venv} does not run. Delete that folder and start again.")
        _install(root, venv, files, half)
        stamp.write_text(stamp_of(root, files, version))
        half.unlink(missing_ok=True)
    return python_of(venv)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keep a second set-up from working in the same folder at the same time. SetupError, also where nobody may write.

    The system itself holds the lock for as long as a process has the file open: the set-up, and the pip that it
    started should it be killed alone. So nothing stays behind that a person would have to delete.
    """
    lock = root / "build" / "setup-running"
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as problem:
        raise SetupError(
            f"Set-up cannot write into the folder {root} ({problem.strerror}). Copy the folder to a place that is "
            "yours, such as your home folder, and start it there."
        ) from None
    try:
        _wait_for_lock(handle)
        os.set_inheritable(handle, True)  # for pip
        yield
    finally:
        os.close(handle)


def _wait_for_lock(handle: int) -> None:
    until = time.monotonic() + PATIENCE
    if _locked(handle):
        return
    say("Another set-up of this folder is still running, or its pip is: waiting for it to end …")
    while not _locked(handle):
        if time.monotonic() > until:
            raise SetupError("Another set-up of this folder is still running: wait for it to end, then start again.")
        time.sleep(0.2)


def _locked(handle: int) -> bool:
    """Lock an open file until it is closed everywhere. Whether that was possible; so it is on a disk without locks."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        return problem.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def _usable(venv: Path, version: str) -> bool:
    """Whether packages can be installed: its pip runs, and its Python is the version it was made with."""
    made_with = re.search(r"^version(?:_info)?\s*=\s*(\d+\.\d+)", _read(venv / "pyvenv.cfg"), re.MULTILINE)
    if made_with is None or made_with[1] != version:
        return False
    asked = [python_of(venv), "-m", "pip", "--version"]
    return subprocess.run(asked, capture_output=True, env=isolated(), check=False).returncode == 0


def _make(venv: Path) -> None:
    say("Making the project's own Python environment …")
    lacking = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if lacking:
        raise SetupError(
            f"This Python lacks the module {lacking[0]}. On Debian or Ubuntu: "
            f"sudo apt-get install python{sys.version_info[0]}.{sys.version_info[1]}-venv; then start again."
        )
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(venv)],
        capture_output=True,
        text=True,
        errors="replace",
        env=isolated(),
        close_fds=False,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"The environment {venv} could not be made:\n{(done.stderr or done.stdout).strip()}")


def _install(root: Path, venv: Path, files: tuple[str, ...], half: Path) -> None:
    say("Installing what the dashboard needs (the first time this takes a few minutes) …")
    command = [str(python_of(venv)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--no-user"]  # a pip.conf may say otherwise
    for name in files:
        command += ["-r", str(root / name)]
    if (root / CONSTRAINTS).is_file():
        command += ["-c", str(root / CONSTRAINTS)]
    lines = []
    with subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=isolated(),
        close_fds=False,
    ) as pip:
        for line in pip.stdout:
            lines.append(line.rstrip())
            if line.startswith(("Collecting ", "Installing collected packages")):
                say("  " + line.split(" (")[0].split(":")[0].strip())
            if line.startswith("Installing collected packages"):
                half.touch()  # until here pip has only fetched: a failure leaves an older environment whole
    if pip.returncode:
        raise SetupError(why_failed(lines))


def why_failed(lines: list[str]) -> str:
    """Return what to tell a person when pip failed with these lines."""
    text = "\n".join(lines)
    if any(sign.lower() in text.lower() for sign in OFFLINE_SIGNS):
        return (
            "The packages could not be fetched: there seems to be no internet connection (or a proxy that "
            "pip does not know). Connect once and start again; after that no internet is needed."
        )
    if "No space left" in text:
        return "The disk is full. Set-up needs about 1.5 GB; make room and start again."
    if "No module named pip" in text:
        return "The environment has no pip. On Debian or Ubuntu: sudo apt-get install python3-venv."
    return "The packages could not be installed. The last lines of pip:\n" + "\n".join(lines[-15:])


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
