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
    "snapshot": "briefing.snapshot.snapshot",
    "changes": "data.versions",
    "letter": "briefing.letter.letter",
    "briefing": "briefing.document.make",
    "backup": "workspace backup",
    "restore": "workspace restore",
}
# A user may give these relative to the folder they stand in, while the dashboard runs in the project's.
PATH_VARIABLES = ("COSPONSOR_DATABASE", "COSPONSOR_DATA_DIR")


# Of a user's settings for Python and pip, those that say nothing about what is imported or where it is installed.
PYTHON_KEPT = ("DONTWRITEBYTECODE", "FAULTHANDLER", "HASHSEED", "PYCACHEPREFIX", "UNBUFFERED")
PIP_KEPT = (
    "CACHE_DIR",
    "CERT",
    "CLIENT_CERT",
    "CONFIG_FILE",
    "DEFAULT_TIMEOUT",
    "EXTRA_INDEX_URL",
    "FIND_LINKS",
    "INDEX_URL",
    "KEYRING_PROVIDER",
    "NO_CACHE_DIR",
    "NO_INDEX",
    "PROXY",
    "RETRIES",
    "TIMEOUT",
    "TRUSTED_HOST",
    "USE_FEATURE",
)
# Windows would write in a code page that lacks most names of States.
UTF8 = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"}


def environment_for(root: Path, environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment variables with which a module of the project can be run from any folder.

    What the user has set for other Pythons is left out; the standard streams are UTF-8 on every system.
    """
    environ = isolated(environ)
    return environ | {"PYTHONPATH": str(root)} | UTF8 | absolute_paths(environ)


def isolated(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment (default: this process's) without what could turn the project's Python or pip aside.

    A PYTHONPATH stands before what is installed, a PYTHONHOME undoes a virtual environment, PIP_USER or PIP_TARGET
    install elsewhere. Where packages come from (an index, a proxy, certificates) stays as the user has set it.
    """
    environ = os.environ if environ is None else environ
    kept = {*(f"PYTHON{name}" for name in PYTHON_KEPT), *(f"PIP_{name}" for name in PIP_KEPT)}
    turns_aside = ("PYTHON", "PIP_", "__PYVENV_LAUNCHER__")
    return {
        name: value
        for name, value in environ.items()
        if name.upper() in kept or not name.upper().startswith(turns_aside)
    }


def absolute_paths(environ: Mapping[str, str]) -> dict[str, str]:
    """Return those of PATH_VARIABLES that are set, made absolute from the folder the caller stands in."""
    return {name: os.path.abspath(environ[name]) for name in PATH_VARIABLES if environ.get(name)}


def delegate(python: Path, root: Path, command: str, arguments: Sequence[str]) -> int:
    """Run a subcommand with its arguments and return its exit code. KeyError: no such command.

    It runs in the folder that the caller stands in, so that relative paths mean what the user typed; -P keeps
    a `data` folder that happens to be there from being taken for the project's.
    """
    done = subprocess.run(
        [str(python), "-P", "-m", *COMMANDS[command].split(), *arguments], env=environment_for(root), check=False
    )
    return done.returncode
