"""Presentations that were made in this run of the dashboard, to be shown full screen at an address of their own.

serve.py answers /present/NAME from here; nothing is written to disk, and only the last few of each visitor are kept."""

import hashlib
import threading
from collections import OrderedDict

KEPT = 8
_lock = threading.Lock()
_shown: OrderedDict[tuple[str, str], bytes] = OrderedDict()


def keep(content: bytes, who: str) -> str:
    """Keep a presentation for the visitor it was made for; return the path at which the dashboard shows it."""
    name = hashlib.sha256(content).hexdigest()[:16]
    with _lock:
        _shown[name, who] = content
        _shown.move_to_end((name, who))
        theirs = [key for key in _shown if key[1] == who]
        for key in theirs[:-KEPT]:
            del _shown[key]
    return f"/present/{name}"


def find(name: str, who: str) -> bytes | None:
    """The presentation of that name that was made for that visitor, or None."""
    with _lock:
        return _shown.get((name, who))
