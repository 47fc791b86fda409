"""A Python of its own for a command, forked from one that has loaded what the house takes from others: it is ready
two seconds earlier.

What is about the start itself goes on with a new Python. Nothing of the house may be imported here.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import multiprocessing
import os
import runpy
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ("access", "analytics", "bootstrap", "briefing", "charts", "data", "files", "pages", "run", "workspace")


class Warm:
    """As subprocess.Popen, of `python [-P] -m MODULE …` or `python -c CODE …`. What it prints goes into a file,
    `said`, what it says of errors too, or into a file `errors`."""

    def __init__(
        self, arguments: Sequence[str], folder: Path, environ: Mapping[str, str], said: Path, errors: Path | None = None
    ) -> None:
        forks = multiprocessing.get_context("forkserver")
        forks.set_forkserver_preload(["tests.warmed"])
        given = (list(arguments), folder, dict(environ), said, errors)
        self._process: BaseProcess = forks.Process(target=_run, args=given)
        main = ModuleType("__main__")  # else a page that was tried here by Streamlit's AppTest would be run there
        with patch.dict(os.environ, PYTHONPATH=str(ROOT)), patch.dict(sys.modules, __main__=main):
            self._process.start()  # the path: where the first one finds the tests
        self.terminate, self.kill = self._process.terminate, self._process.kill

    def poll(self) -> int | None:
        """As Popen.poll."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """As Popen.wait."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("forked", timeout or 0)
        return self._process.exitcode


def let_go() -> None:
    """Let go of the house's own modules: they take their paths from the environment that they are loaded in."""
    for name in [name for name in sys.modules if name.partition(".")[0] in HOUSE]:
        del sys.modules[name]


def can_fork() -> bool:
    """Whether this system forks a process that has loaded much without harm."""
    return sys.platform == "linux"


def forked(command: Sequence[str], env: Mapping[str, str], check: bool) -> subprocess.CompletedProcess:
    """As subprocess.run of a Python that has loaded what this one has; for a process that is Warm itself."""
    child = os.fork()
    if not child:
        os._exit(_become(command[1:], env))
    return subprocess.CompletedProcess(command, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _run(arguments: list[str], folder: Path, environ: dict[str, str], said: Path, errors: Path | None) -> None:
    os.chdir(folder)
    with said.open("w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    if errors:
        with errors.open("w") as out:
            os.dup2(out.fileno(), 2)
    sys.exit(_become(arguments, environ))


def _become(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a command as Python would with that environment; its exit code."""
    let_go()
    os.environ.clear()
    os.environ.update(environ)
    encoding, _, errors = environ.get("PYTHONIOENCODING", "utf-8").partition(":")
    sys.stdout.reconfigure(encoding=encoding, errors=errors or "strict")
    sys.stderr.reconfigure(encoding=encoding, errors="backslashreplace")
    installed = [path for path in sys.path if Path(path).is_relative_to(sys.base_prefix) or "site-packages" in path]
    safe = arguments[0] == "-P"
    here = [] if safe else [os.getcwd()]
    sys.path[:] = [*here, *filter(None, environ.get("PYTHONPATH", "").split(os.pathsep)), *installed]
    kind, what, *sys.argv[1:] = arguments[safe:]
    try:
        with contextlib.suppress(ModuleNotFoundError):
            importlib.import_module("sitecustomize")
        if kind == "-m":
            runpy.run_module(what, run_name="__main__", alter_sys=True)
        else:
            exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})
        return 0
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
