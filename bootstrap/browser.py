"""Finds a Chromium (Chrome, Chromium or Edge): it turns figures into images and drives the browser tests."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# Chromium first: it is the one that set-up installs itself.
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_APPS = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS_PATHS = (
    r"Chromium\Application\chrome.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_browser(
    environ: Mapping[str, str] | None = None, platform: str = sys.platform, root: str | Path = "/"
) -> str | None:
    """Return the path of a Chromium, Chrome or Edge on this machine, or None.

    The environment variable BROWSER_PATH (the one Kaleido reads too) comes first where it names a file that
    can be run; a BROWSER_PATH that does not is passed over. `platform` is a value of sys.platform; `root`
    stands for the top of the file system, so that a test can search a folder of its own.
    """
    environ = os.environ if environ is None else environ
    named = environ.get("BROWSER_PATH")
    if named and _runs(Path(named)):
        return str(Path(named))
    for name in NAMES:
        found = shutil.which(name, path=environ.get("PATH", ""))
        if found:
            return found
    return next((str(path) for path in _usual_places(environ, platform, Path(root)) if _runs(path)), None)


def install_hint(platform: str = sys.platform) -> str:
    """Return one sentence that says how to get a browser that can make images."""
    if platform == "win32":
        return "Install Google Chrome or Microsoft Edge, or set BROWSER_PATH to the chrome.exe you have."
    if platform == "darwin":
        return "Install Google Chrome, or set BROWSER_PATH to the browser program you have."
    return (
        "Install Chromium (on Debian: sudo apt-get install chromium) or Google Chrome, "
        "or set BROWSER_PATH to the browser program you have."
    )


def _usual_places(environ: Mapping[str, str], platform: str, root: Path) -> Iterator[Path]:
    """Yield where installers put a browser that is not on the PATH."""
    if platform == "win32":
        for path in WINDOWS_PATHS:
            for folder in WINDOWS_FOLDERS:
                if environ.get(folder):
                    yield Path(environ[folder]).joinpath(*path.split("\\"))
    elif platform == "darwin":
        homes = [root / "Applications"]
        if environ.get("HOME"):
            homes.append(Path(environ["HOME"]) / "Applications")
        for app in MAC_APPS:
            for home in homes:
                yield home / f"{app}.app" / "Contents" / "MacOS" / app
    else:
        for place in ("snap/bin/chromium", "opt/google/chrome/chrome", "opt/microsoft/msedge/msedge"):
            yield root / place


def _runs(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)
