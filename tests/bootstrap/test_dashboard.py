from __future__ import annotations

import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bootstrap import dashboard
from bootstrap.talk import SetupError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken():
    """A port of this machine on which somebody listens."""
    with socket.socket() as listening:
        listening.bind((dashboard.HOST, 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_taken_port_is_told_with_the_option_that_helps(taken: int) -> None:
    with pytest.raises(SetupError, match=f"Port {taken} is taken.*--port"):
        dashboard.check_port(taken)


def test_a_free_port_is_accepted_and_left_free(taken: int) -> None:
    with socket.socket() as probe:
        probe.bind((dashboard.HOST, 0))
        free = probe.getsockname()[1]
    dashboard.check_port(free)
    dashboard.check_port(free)


def test_the_server_is_ready_only_when_its_health_page_says_so(taken: int, monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # a proxy is not asked for this machine

    class Health(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/_stcore/health" and ready else 503)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer((dashboard.HOST, 0), Health)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        ready = False
        assert not dashboard.answers(server.server_port)
        ready = True
        assert dashboard.answers(server.server_port)
    finally:
        server.shutdown()
        server.server_close()
    assert not dashboard.answers(server.server_port)


def test_a_server_that_will_not_end_is_ended_by_force() -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as stubborn:
        stubborn.stdout.readline()
        dashboard.end(stubborn, patience=0.2)
        assert stubborn.returncode == -signal.SIGKILL
    dashboard.end(stubborn)  # a second time changes nothing


# Stands for the server: says its process id and folder, then waits to be ended.
SERVER = "import os, time; open('told', 'w').write(f'{os.getpid()} {os.getcwd()}'); time.sleep(60)"
STARTER = """
import sys
from pathlib import Path
from bootstrap import dashboard
dashboard.command = lambda python, place: [sys.executable, "-c", sys.argv[3]]
place = dashboard.Place(int(sys.argv[2]))
sys.exit(dashboard.start(Path(sys.executable), Path(sys.argv[1]), place, open_browser=False))
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ending_the_start_ends_the_server(tmp_path: Path, how: signal.Signals) -> None:
    with socket.socket() as probe:
        probe.bind((dashboard.HOST, 0))
        port = probe.getsockname()[1]
    told = tmp_path / "told"
    command = [sys.executable, "-c", STARTER, str(tmp_path), str(port), SERVER]
    with subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        # A shell lets what it starts in the background ignore the interrupt, and that would be inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as starter:
        while not (told.is_file() and told.read_text()):
            assert starter.poll() is None
        pid, folder = told.read_text().split(" ", 1)
        starter.send_signal(how)
        assert starter.wait(30) == 0
        assert "has ended" in starter.stderr.read()
    assert folder == str(tmp_path)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_the_command_starts_streamlit_without_asking_for_an_address() -> None:
    command = dashboard.command(Path("python"), dashboard.Place(8600))
    assert command[:5] == ["python", "-m", "streamlit", "run", dashboard.ENTRY]
    assert (ROOT / dashboard.ENTRY).is_file()
    assert {"--server.headless=true", "--server.port=8600"} <= set(command)
    assert not any(option.startswith("--server.address") for option in command)  # this computer only: config.toml
    served = dashboard.command(Path("python"), dashboard.Place(8600, "0.0.0.0", "d.example.org", "/defenders"))
    assert {
        "--server.address=0.0.0.0",
        "--server.allowedHosts=d.example.org",
        "--server.baseUrlPath=/defenders",
    } <= set(served)
