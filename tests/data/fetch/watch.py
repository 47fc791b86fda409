"""Watches which names are looked up and which addresses are connected to, in this process and in those it starts.

Python itself tells of both (audit events), whatever library asks. A hook stays for the life of a process, so that
there is one, and it notes only while somebody watches.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

LOCAL = ("127.0.0.1", "::1", "localhost", "")
_watching: list[Addresses] = []
_HOOK = """
import sys
open({file!r}, "a").close()
def note(event, given):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        asked = given[1] if event in ("socket.connect", "socket.sendto") else given[0]
        asked = asked[0] if isinstance(asked, tuple) else asked
        with open({file!r}, "a") as log:
            log.write(str(asked or "") + "\\n")
sys.addaudithook(note)
"""


def _note(event: str, given: tuple) -> None:
    if not _watching or event not in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        return
    asked = given[1] if event in ("socket.connect", "socket.sendto") else given[0]
    for one in _watching:
        one.note(asked[0] if isinstance(asked, tuple) else asked)


sys.addaudithook(_note)


class Addresses:
    """What was asked: `all`, and `outside`, which are those that are not this computer's."""

    def __init__(self) -> None:
        self.all: list[str] = []

    @property
    def outside(self) -> list[str]:
        """Names and addresses of other machines; a path is a socket on this one."""
        return [one for one in self.all if one not in LOCAL and not one.startswith("/")]

    def note(self, asked: object) -> None:
        """Take down a name or an address."""
        self.all.append(asked.decode() if isinstance(asked, bytes) else str(asked or ""))

    def __enter__(self) -> Addresses:
        _watching.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        _watching.remove(self)


def in_children(folder: Path, path: str | None = None) -> dict[str, str]:
    """Settings with which a Python process, and those that it starts, writes each address into folder/asked.

    `path`: the PYTHONPATH that they need besides (default: that of this process).
    """
    (folder / "sitecustomize.py").write_text(_HOOK.format(file=str(folder / "asked")))
    path = os.environ.get("PYTHONPATH", "") if path is None else path
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), path]))}


def asked_by_children(folder: Path) -> Addresses:
    """What those processes have asked so far."""
    told = Addresses()
    file = folder / "asked"
    for line in file.read_text().splitlines() if file.exists() else ():
        told.note(line)
    return told
