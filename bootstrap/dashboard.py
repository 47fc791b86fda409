"""Starts the dashboard on this machine, opens it in the browser, and ends it cleanly."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import threading
import time
import urllib.request
import webbrowser
from dataclasses import dataclass
from pathlib import Path

from bootstrap.commands import environment_for
from bootstrap.talk import SetupError, say

HOST = "127.0.0.1"
ENTRY = "serve.py"  # app.py, with one thing told to the browser beforehand: see there


@dataclass(frozen=True)
class Place:
    """Where the server listens, and under which name and path it answers."""

    port: int
    address: str = HOST
    host: str = ""
    base: str = ""


def command(python: Path, place: Place) -> list[str]:
    """Return the command that starts the server in the project's folder, set up by .streamlit/config.toml."""
    run = [str(python), "-m", "streamlit", "run", ENTRY]
    quiet = ["--logger.hideWelcomeMessage=true", "--logger.level=warning"]
    options = ["--server.headless=true", f"--server.port={place.port}", f"--server.baseUrlPath={place.base}"]
    if place.host:  # for others: under the name that they type, wherever it listens
        options += [f"--server.address={place.address}", f"--server.allowedHosts={place.host}"]
    return [*run, *options, *quiet]


def check_port(port: int, host: str = HOST) -> None:
    """Raise SetupError, naming --port, where another program listens on `port` or may not be listened on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # on Windows this option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise SetupError(
                f"Port {port} may not be used by you. Choose another: python3 run.py --port 8601"
            ) from None
        except OSError:
            other = port + 1 if port < 65535 else 8501
            raise SetupError(
                f"Port {port} is taken: perhaps the dashboard is already open at http://localhost:{port}. "
                f"To start it on another port: python3 run.py --port {other}"
            ) from None


def answers(port: int, base: str = "") -> bool:
    """Whether the server on `port` says that it is ready. Asked directly, whatever proxy is set."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{HOST}:{port}{base}/_stcore/health", timeout=2) as reply:
            return reply.status == 200
    except OSError:
        return False


def start(python: Path, root: Path, place: Place, open_browser: bool, url: str = "") -> int:
    """Run the dashboard until it ends or Ctrl-C is pressed; return its exit code (0 after Ctrl-C).

    `url`: the address that people type; by default that on this computer.
    """
    check_port(place.port, place.address)
    server = subprocess.Popen(command(python, place), cwd=root, env=environment_for(root))
    url = url or f"http://localhost:{place.port}"
    threading.Thread(target=_announce, args=(server, place, url, open_browser), daemon=True).start()
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        return server.wait()
    except KeyboardInterrupt:
        end(server)
        say("The dashboard has ended.")
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)


def end(server: subprocess.Popen, patience: float = 10) -> None:
    """End a server that this process started: first asked to, and by force after `patience` seconds."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(patience)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _announce(server: subprocess.Popen, place: Place, url: str, open_browser: bool) -> None:
    while server.poll() is None:
        if answers(place.port, place.base):
            say(f"The dashboard is at {url} (Ctrl-C ends it).")
            if open_browser:
                webbrowser.open(url)
            return
        time.sleep(0.2)


def send_at_once() -> None:
    """Have each message sent when it is written. Streamlit binds its socket by itself, and asyncio then leaves that
    off: a small message waits until the browser has confirmed the one before, which takes 40 milliseconds or more."""

    def at_once(connection: socket.socket) -> None:
        if connection.family in (socket.AF_INET, socket.AF_INET6):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    asyncio.base_events._set_nodelay = at_once
