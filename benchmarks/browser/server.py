"""A dashboard on a free port of this machine, and the time that its process has computed."""

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


@dataclass(frozen=True)
class Server:
    """Where it answers, and its process."""

    url: str
    process: int

    def cpu(self) -> float:
        """Seconds that the process has computed so far, in the steps of the system's clock (Linux alone; else 0)."""
        stat = Path(f"/proc/{self.process}/stat")
        if not stat.exists():
            return 0.0
        user, system = stat.read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(entry: str, settings: Mapping[str, str]) -> Iterator[Server]:
    """Run a script as run.py runs the dashboard; it ends on leaving. RuntimeError if it does not start."""
    with socket.socket() as probe:
        probe.bind((dashboard.HOST, 0))
        port = probe.getsockname()[1]
    place = dashboard.Place(port)
    command = [entry if part == dashboard.ENTRY else part for part in dashboard.command(Path(sys.executable), place)]
    environ = commands.environment_for(ROOT, {**os.environ, **settings})
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        patience = time.monotonic() + 90
        while not dashboard.answers(port):
            if process.poll() is not None or time.monotonic() > patience:
                raise RuntimeError(f"{entry} did not start")
            time.sleep(0.1)
        yield Server(f"http://{dashboard.HOST}:{port}", process.pid)
    finally:
        dashboard.end(process)
