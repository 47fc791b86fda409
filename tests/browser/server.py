"""A real dashboard server on a free port of this machine, started and ended by the tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bootstrap import commands, dashboard
from files.paths import ROOT
from tests.warm import Warm, can_fork

READY_SECONDS = 90


@dataclass(frozen=True)
class Server:
    """A running dashboard: where it answers, and the file that holds what it printed."""

    url: str
    log: Path


def free_port() -> int:
    """Return a port of this machine that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind((dashboard.HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def serving(
    root: Path, log: Path, environ: Mapping[str, str], place: dashboard.Place | None = None, warm: bool = True
) -> Iterator[Server]:
    """Run `root`/app.py with `environ` on top of this process's environment; end it, and only it, on leaving.

    What the server prints goes to the file `log`; `warm`: see `started`. RuntimeError, with the end of what it printed,
    when it does not answer.
    """
    place = place or dashboard.Place(free_port())
    watched = environ.get("PYTHONPATH")  # a test may look over the server's shoulder
    environ = commands.environment_for(root, {**os.environ, **environ})
    if watched:
        environ["PYTHONPATH"] = os.pathsep.join([watched, environ["PYTHONPATH"]])
    process = started(root, log, environ, dashboard.command(Path(sys.executable), place), warm)
    try:
        _wait(process, place, log)
        yield Server(url=f"http://{dashboard.HOST}:{place.port}", log=log)
    finally:
        dashboard.end(process)


def started(
    root: Path, log: Path, environ: Mapping[str, str], command: list[str], warm: bool = True
) -> subprocess.Popen | Warm:
    """A Python process in `root` with that environment; what it prints goes to the file `log`. `warm`: forked from one
    that has loaded what it needs, where that goes."""
    if warm and can_fork():
        return Warm(command[1:], root, environ, log)
    with log.open("w") as printed:
        return subprocess.Popen(
            command, cwd=root, env=environ, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT
        )


def _wait(process: subprocess.Popen | Warm, place: dashboard.Place, log: Path) -> None:
    patience = time.monotonic() + READY_SECONDS
    while not dashboard.answers(place.port, place.base):
        if process.poll() is not None or time.monotonic() > patience:
            raise RuntimeError(f"The dashboard did not start:\n{log.read_text()[-3000:]}")
        time.sleep(0.1)


@contextmanager
def of_its_own(database: Path, folder: Path) -> Iterator[Server]:
    """A dashboard of the project on a database, with a user's folder that is empty, whatever other tests have done."""
    settings = {
        "COSPONSOR_DATABASE": str(database),
        "COSPONSOR_DATA_DIR": str(folder / "user"),
        "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full",  # so that a failed test says why
    }
    with serving(ROOT, folder / "server.log", settings) as server:
        yield server
