"""The browser in the background: it asks nobody on the network, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SWITCHES = (
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name is looked up, whatever asks for one
    "--no-proxy-server",  # a proxy would be asked without a look-up
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--no-pings",
    "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,"
    "MediaRouter,OptimizationHints,Translate,"
    "WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup",  # pages below an address bar that nobody sees
)
"""What every browser that the product starts is told; choreographer's own switches come before these."""
_LATER = 'for limit in -v -t; do ulimit -S $limit unlimited 2>/dev/null; done; exec nice -n 10 "$@"'
LATER = ("sh", "-c", _LATER, "sh") if os.name == "posix" else ()
"""Before a command: it computes when nobody else does, and limits that files.apart set for its process end there."""
_PREFIX = "cosponsor-browser-"
PATIENCE = 10
"""Seconds in which a browser that has ended may still write to its folder."""


def boxed_folder(browser: str, home: Path | None = None) -> Path | None:
    """The folder in which a browser from a snap or flatpak may read and write; None where it may use any.

    Neither sees the system's folder for temporary files, and a snap no hidden folder of the user: each has one of its
    own (SNAP_USER_COMMON; ~/.var/app). On Ubuntu `chromium-browser` is a script that starts the snap.
    """
    home = home or Path.home()
    path = Path(browser)
    if "flatpak" in path.parts and "exports" in path.parts:
        return home / ".var" / "app" / path.name / "cache"
    if "snap" in path.parts or path.resolve().name == "snap" or _starts_a_snap(path):
        return home / "snap" / ("chromium" if "chromium" in path.name else path.name) / "common"
    return None


def _starts_a_snap(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError:
        return False
    return start.startswith(b"#!") and b"/snap/bin/" in start


@contextlib.contextmanager
def folder(browser: str) -> Iterator[Path]:
    """A new folder that this browser can read, removed at the end with patience. OSError where none can be made."""
    made = new_folder(browser)
    try:
        yield made
    finally:
        remove(made)


def new_folder(browser: str) -> Path:
    """A new folder that this browser can read; those that ended processes left are removed. OSError where none can be
    made."""
    within = boxed_folder(browser)
    if within:
        within.mkdir(parents=True, exist_ok=True)
    for left in Path(within or tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        if not _lives(left.name.removeprefix(_PREFIX).partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=within))


def _lives(process: str) -> bool:
    """Whether there may be a process of that number."""
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return True


def remove(made: Path, patience: float = PATIENCE) -> bool:
    """Remove a browser's folder; parts of the browser may write for a moment after its end. Whether it is gone.

    Never raises: what was made with the browser is done, and a folder left behind is no fault of it.
    """
    until = time.monotonic() + patience
    while os.path.lexists(made):
        shutil.rmtree(made, ignore_errors=True)
        if not os.path.lexists(made):
            break
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True
