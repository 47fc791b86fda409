"""The programs outside Python: where they are, and how they are installed where apt may do it."""

from __future__ import annotations

import glob
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bootstrap.browser import find_browser, install_hint
from bootstrap.talk import say

# A failed installation is left alone for this long: a start must not wait for the same failure each time.
RETRY_AFTER = 7 * 24 * 3600
UPDATE_SECONDS, DOWNLOAD_SECONDS = 120, 900


@dataclass(frozen=True)
class Program:
    """A program: its name for people, what it is for, the Debian packages that hold it, how to find it."""

    title: str
    purpose: str
    packages: tuple[str, ...]
    find: Callable[[], str | None]


def _office() -> str | None:
    fixed = (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        os.path.join(os.environ.get("PROGRAMFILES", ""), "LibreOffice", "program", "soffice.exe"),
    )
    return shutil.which("soffice") or next((path for path in fixed if os.path.isfile(path)), None)


def _postgres() -> str | None:
    """The newest `initdb`: Debian keeps it off the PATH, in a folder for each version."""
    installed = glob.glob("/usr/lib/postgresql/*/bin/initdb")
    newest = max(installed, key=lambda path: int(Path(path).parts[4]), default=None)
    return newest or shutil.which("initdb")


def _nginx() -> str | None:
    """Debian keeps it off the PATH of who is not root."""
    return shutil.which("nginx") or next(filter(os.path.isfile, ("/usr/sbin/nginx",)), None)


def find_tesseract() -> str | None:
    """Return the path of Tesseract, also where its installer for Windows leaves it off the PATH, or None."""
    fixed = os.path.join(os.environ.get("PROGRAMFILES", ""), "Tesseract-OCR", "tesseract.exe")
    return shutil.which("tesseract") or (fixed if os.path.isfile(fixed) else None)


def _dejavu() -> str | None:
    """The folder of the DejaVu fonts."""
    return next((str(file.parent) for file in Path("/usr/share/fonts").rglob("DejaVuSans.ttf")), None)


PROGRAMS = {
    "chromium": Program("Chromium", "images of charts and the browser tests", ("chromium",), find_browser),
    "libreoffice": Program(
        "LibreOffice",
        "looking at exported slides and papers",
        ("libreoffice-impress", "libreoffice-writer", "libreoffice-calc"),
        _office,
    ),
    "dejavu": Program("DejaVu", "drawing with no other font on the machine", ("fonts-dejavu-core",), _dejavu),
    "pdftoppm": Program("pdftoppm", "pictures of PDF pages", ("poppler-utils",), lambda: shutil.which("pdftoppm")),
    "postgresql": Program("PostgreSQL", "the shared workspace", ("postgresql",), _postgres),
    "nginx": Program("nginx", "a server behind a proxy", ("nginx-light",), _nginx),
    "tesseract": Program(
        "Tesseract",
        "reading scanned documents",
        ("tesseract-ocr", "tesseract-ocr-eng", "tesseract-ocr-fra", "tesseract-ocr-spa"),
        find_tesseract,
    ),
}


def find(name: str) -> str | None:
    """Return the path of a program in PROGRAMS (PostgreSQL: of `initdb`), or None. KeyError: no such name."""
    return PROGRAMS[name].find()


def missing(names: Iterable[str]) -> list[str]:
    """Return those of `names` that are not on this machine, in the order given."""
    return [name for name in names if find(name) is None]


def hint(name: str) -> str:
    """Return one sentence that says how to install a program by hand."""
    if name == "chromium":
        return install_hint()
    program = PROGRAMS[name]
    return f"Install {program.title} (on Debian: sudo apt-get install {' '.join(program.packages)})."


def ensure(
    names: Iterable[str], memory: Path, again: bool = False, agreed: Callable[[str], bool] = lambda question: True
) -> list[str]:
    """Install what is missing of `names` where apt and the rights are at hand; return what is missing after.

    `agreed` is asked first. A failure, or a no, is remembered in the file `memory`, and not tried again for a week
    unless `again` is true.
    Never raises for a failed installation: the dashboard runs without any of these programs.
    """
    wanted = missing(names)
    if not wanted:
        return []
    rights = apt_rights()
    recent = {} if again else _recent_failures(memory)
    wanted_now = [name for name in wanted if name not in recent]
    if rights is None or not wanted_now:
        return wanted
    titles = ", ".join(PROGRAMS[name].title for name in wanted_now)
    if not agreed(f"Install {titles} with apt-get? The dashboard runs without, and says what it then cannot do."):
        _remember(memory, dict.fromkeys(wanted_now, time.time()))
        return wanted
    say(f"Installing {titles} with apt-get (once; this can take a few minutes) …")
    packages = [package for name in wanted_now for package in PROGRAMS[name].packages]
    problem = apt_install(packages, rights)
    left = missing(wanted)
    if problem:
        say(f"apt-get could not install {' '.join(packages)}: {problem}")
    _remember(memory, {name: time.time() for name in left if name in wanted_now})
    return left


def apt_rights() -> list[str] | None:
    """Return what to put before a command so that apt may install ([] for root), or None where it may not."""
    if not (shutil.which("apt-get") and shutil.which("timeout")):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        return ["sudo", "-n"] if asked.returncode == 0 else None
    return None


def apt_install(packages: list[str], rights: list[str]) -> str:
    """Install Debian packages; return "" or the last line that apt said when it failed.

    Only the downloads are cut off when they take too long: stopping dpkg half-way would damage the system.
    """
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "Acquire::Retries=1"]
    quiet += ["-o", "DPkg::Lock::Timeout=60"]
    limited = ["timeout", "--kill-after=10"]
    # An update that fails (one of several sources is down) need not stop the installation.
    _run([*rights, *limited, str(UPDATE_SECONDS), *quiet, "update"])
    install = [*quiet, "install", "--no-install-recommends"]
    return _run([*rights, *limited, str(DOWNLOAD_SECONDS), *install, "--download-only", *packages]) or _run(
        [*rights, *install, *packages]
    )


def _run(command: list[str]) -> str:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode == 0:
        return ""
    lines = done.stdout.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"ended with code {done.returncode}"


def _recent_failures(memory: Path) -> dict[str, float]:
    try:
        noted = json.loads(memory.read_text())
        return {name: when for name, when in noted.items() if 0 <= time.time() - when < RETRY_AFTER}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _remember(memory: Path, failures: dict[str, float]) -> None:
    """Note failures. A folder that cannot be written only costs another attempt at the next start."""
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(json.dumps(_recent_failures(memory) | failures))
    except OSError:
        pass
