"""The subcommands that other parts of the project answer, each a module run in the project's environment."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

COMMANDS = {
    "build": "data.build",
    "import": "data.reading",
    "fetch": "data.fetch",
    "export": "briefing.export",
    "letter": "briefing.letter.letter",
    "briefing": "briefing.document.make",
}
# A user may give these relative to the folder they stand in, while the dashboard runs in the project's.
PATH_VARIABLES = ("COSPONSOR_DATABASE", "COSPONSOR_DATA_DIR")


def environment_for(root: Path, environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment variables with which a module of the project can be run from any folder."""
    environ = dict(os.environ if environ is None else environ)
    others = [part for part in environ.get("PYTHONPATH", "").split(os.pathsep) if part]
    environ["PYTHONPATH"] = os.pathsep.join([str(root), *(part for part in others if part != str(root))])
    return environ | absolute_paths(environ)


def absolute_paths(environ: Mapping[str, str]) -> dict[str, str]:
    """Return those of PATH_VARIABLES that are set, made absolute from the folder the caller stands in."""
    return {name: os.path.abspath(environ[name]) for name in PATH_VARIABLES if environ.get(name)}


def delegate(python: Path, root: Path, command: str, arguments: Sequence[str]) -> int:
    """Run a subcommand with its arguments and return its exit code. KeyError: no such command.

    It runs in the folder that the caller stands in, so that relative paths mean what the user typed; -P keeps
    a `data` folder that happens to be there from being taken for the project's.
    """
    done = subprocess.run(
        [str(python), "-P", "-m", COMMANDS[command], *arguments], env=environment_for(root), check=False
    )
    return done.returncode
