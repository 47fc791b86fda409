"""Presentations that were made in this run of the dashboard, to be shown full screen at an address of their own.

serve.py answers /present/NAME from here; nothing is written to disk, and only the last few are kept.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

KEPT = 8
_lock = threading.Lock()
_shown: OrderedDict[str, bytes] = OrderedDict()


def keep(content: bytes) -> str:
    """Keep a presentation and return the path at which the dashboard shows it."""
    name = hashlib.sha256(content).hexdigest()[:16]
    with _lock:
        _shown[name] = content
        _shown.move_to_end(name)
        while len(_shown) > KEPT:
            _shown.popitem(last=False)
    return f"/present/{name}"


def find(name: str) -> bytes | None:
    """The presentation of that name, or None."""
    with _lock:
        return _shown.get(name)
