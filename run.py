#!/usr/bin/env python3
"""Sets up and starts the dashboard. Needs Python 3.11 or newer and nothing else.

    python3 run.py                  start on http://localhost:8501   (--port N, --no-browser, --no-programs)
    python3 run.py build            rebuild the database, print what it holds as one JSON line
    python3 run.py test [ARGUMENTS] set up and run all tests; the arguments go to pytest
    python3 run.py serve --config FILE   start it for several people, who sign in (docs/host.md)

import, fetch, export, snapshot, changes, letter, briefing, backup and restore are commands too: python3 run.py import
--help tells what each can do.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - asked before any import that an older version cannot read
    sys.exit("Python 3.11 or newer is needed; this is %d.%d." % sys.version_info[:2])  # noqa: UP031

import os  # noqa: E402

if __name__ == "__main__":  # what a PYTHONPATH of the user holds is for other programs
    others = [os.path.abspath(part) for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]
    sys.path[1:] = [part for part in sys.path[1:] if os.path.abspath(part) not in others]

import argparse  # noqa: E402
import subprocess  # noqa: E402
from concurrent.futures import ThreadPoolExecutor  # noqa: E402
from pathlib import Path  # noqa: E402

from bootstrap import commands, dashboard, database, environment, programs  # noqa: E402
from bootstrap.talk import SetupError, agreed, in_utf8, say  # noqa: E402

ROOT = Path(__file__).resolve().parent
LACKING = {
    "chromium": "figures cannot be saved as files by the dashboard",
    "tesseract": "scanned documents cannot be read",
}
"""What the dashboard uses outside Python, and what it cannot do without."""
CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
"""What is asked of the code besides the tests: style, layout, types."""
APT_MEMORY = ROOT / "build" / "apt-failures.json"


def port_number(text: str) -> int:
    """Return a port from the command line; argparse turns the error into a message."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text} is not a port number (1 to 65535)")
    return int(text)


def start(arguments: list[str]) -> int:
    """Set up and start the dashboard; return its exit code."""
    asked = argparse.ArgumentParser(
        prog="run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--port", type=port_number, default=8501, help="port on this machine (default 8501)")
    asked.add_argument("--no-browser", action="store_true", help="do not open the browser")
    asked.add_argument("--no-programs", action="store_true", help="install no programs with apt-get")
    options = asked.parse_args(arguments)
    return start_at(dashboard.Place(options.port), "", not options.no_browser, not options.no_programs)


def start_at(place: dashboard.Place, url: str = "", open_browser: bool = False, install: bool = True) -> int:
    """Set up and run the server there; return its exit code."""
    dashboard.check_port(place.port, place.address)  # before minutes of set-up
    python = environment.ensure(ROOT)
    for name in programs.ensure(LACKING, APT_MEMORY, agreed=agreed) if install else programs.missing(LACKING):
        say(f"No {programs.PROGRAMS[name].title} found: {LACKING[name]}. {programs.hint(name)}")
    data_paths = _data_paths()
    database.ensure(python, ROOT, data_paths.DATABASE, data_paths.DATA_DIR)
    return dashboard.start(python, ROOT, place, open_browser, url)


def serve(arguments: list[str]) -> int:
    """Set up and start the dashboard for several people, as a configuration says; return its exit code."""
    from access.settings import VARIABLE, SettingsError, read  # needs the standard library only

    asked = argparse.ArgumentParser(prog="run.py serve", description=serve.__doc__, epilog="See docs/host.md.")
    asked.add_argument("--config", type=Path, required=True, metavar="FILE", help="the configuration, a TOML file")
    config = asked.parse_args(arguments).config.resolve()
    try:
        settings = read(config)
    except SettingsError as error:
        raise SetupError(str(error)) from None
    os.environ[VARIABLE] = str(config)
    place = dashboard.Place(settings.port, settings.address, settings.name, settings.base)
    return start_at(place, settings.url)


def in_several_processes() -> list[str]:
    """What pytest is told where it runs all tests: a process for each core, up to four; each file stays in one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ["-n", str(min(cores, 4)), "--dist", "loadfile", "--no-loadscope-reorder"] if cores > 1 else []


def test(arguments: list[str]) -> int:
    """Set up, run pytest and the checks of style and types; return pytest's exit code, else the worst of theirs."""
    python = environment.ensure(ROOT, environment.TEST)
    for name in programs.ensure(programs.PROGRAMS, APT_MEMORY, again=True):
        say(f"Without {programs.PROGRAMS[name].title} some tests cannot run. {programs.hint(name)}")
    settings = commands.environment_for(ROOT)

    def called(*command: str, **kept: object) -> subprocess.CompletedProcess:
        return subprocess.run([str(python), "-m", *command], cwd=ROOT, env=settings, check=False, **kept)

    with ThreadPoolExecutor(1) as beside:  # what the checks say comes behind the tests
        told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
        checks = [beside.submit(called, *check, **told) for check in CHECKS]
        tests = called("pytest", *(arguments or in_several_processes()))
    found = [(check, done.result()) for check, done in zip(CHECKS, checks, strict=True)]
    for check, done in found:
        if done.returncode:
            say(f"{' '.join(check)} found problems:\n{done.stdout}")
    return tests.returncode or max(done.returncode for _, done in found)


def delegated(command: str, arguments: list[str]) -> int:
    """Set up and run a subcommand that another part of the project answers."""
    python = environment.ensure(ROOT)
    data_paths = _data_paths()
    before = database.fingerprint(database.inputs(ROOT, data_paths.DATA_DIR)) if command == "build" else ""
    code = commands.delegate(python, ROOT, command, arguments)
    if command == "build" and not arguments and code == 0:
        database.note_built(data_paths.DATABASE, before)
    return code


def _data_paths():
    """The module that knows where the data are; it needs the standard library only."""
    from files import paths

    return paths


def main(arguments: list[str]) -> int:
    """Run what the command line asks for; return the exit code."""
    in_utf8()
    # Relative paths in the environment mean the folder the user stands in, also for what runs elsewhere.
    os.environ.update(commands.absolute_paths(os.environ))
    first = arguments[0] if arguments else ""
    try:
        if first == "test":
            return test(arguments[1:])
        if first == "serve":
            return serve(arguments[1:])
        if first in commands.COMMANDS:
            return delegated(first, arguments[1:])
        if first and not first.startswith("-"):
            known = ", ".join(["test", "serve", *commands.COMMANDS])
            say(f"run.py knows no command {first!r}. Commands: {known}; without one it starts the dashboard.")
            return 2
        return start(arguments)
    except SetupError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
