"""Whose the files are that Streamlit keeps in memory: media files (downloads, pictures) and uploads.

By itself it gives a media file to whoever knows its address, takes an upload for any visit that is open, and lets a
visit be taken up again without asking whose it was where no provider signs people in. The gate asks here first.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from typing import Any
from weakref import WeakKeyDictionary

from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager, MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileStorage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from access import gate

FETCHED = 15
"""Seconds for which a file is kept that no page shows, as one that was made on a click: the browser is to have it. So
long a button works whose page is drawn anew: the browser shows it until the new one has come."""


class Owned(MediaFileManager):
    """Streamlit's keeper of media files, which also knows for whom each was made.

    Streamlit's own knows which visit shows a file, but of none while its page is drawn anew, and never of a file that
    was made on a click: that one it throws away as soon as two pages were drawn, whoever's they are.
    """

    def __init__(self, storage: MediaFileStorage) -> None:
        super().__init__(storage)
        self._people: defaultdict[str, set[str]] = defaultdict(set)
        self._idle: WeakKeyDictionary[MediaFileMetadata, float] = WeakKeyDictionary()
        self._stale: dict[str, float] = {}

    def add(self, *given: Any, **named: Any) -> str:
        """As Streamlit's: keep a file that a page shows or offers; its address."""
        return self._noted(super().add(*given, **named), {_here()})

    def add_deferred(self, *given: Any, **named: Any) -> str:
        """As Streamlit's: keep what makes a file on a click; the name under which it is asked for."""
        return self._noted(super().add_deferred(*given, **named), {_here()})

    def execute_deferred(self, file_id: str) -> str:
        """As Streamlit's: make that file; its address."""
        people = self.people(file_id)  # before it is made: the page may be drawn anew meanwhile
        return self._noted(super().execute_deferred(file_id), people)

    def people(self, file: str) -> set[str]:
        """E-mail addresses of those for whom the file at an address was made."""
        with self._lock:
            return set(self._people.get(_name(file), ()))

    def _noted(self, address: str, people: set[str]) -> str:
        with self._lock:
            self._people[_name(address)] |= people
        return address

    def remove_orphaned_files(self) -> None:
        """As Streamlit's: throw away what no visit shows or offers any more; and forget whose it was."""
        super().remove_orphaned_files()
        with self._lock:
            for gone in self._people.keys() - self._file_metadata.keys() - self._deferred_callables.keys():
                del self._people[gone]

    def _get_inactive_file_ids(self) -> set[str]:
        now, idle = time.monotonic(), super()._get_inactive_file_ids()
        return {name for name in idle if now - self._idle.setdefault(self._file_metadata[name], now) > FETCHED}

    def _remove_orphaned_deferred_callables(self) -> None:
        now = time.monotonic()
        shown = {name for held in self._files_by_session_and_coord.values() for name in held.values()}
        self._stale = {name: self._stale.get(name, now) for name in self._deferred_callables.keys() - shown}
        for name in [name for name, since in self._stale.items() if now - since > FETCHED]:
            self._drop_deferred_id(name)


def remember() -> None:
    """Put the above in the place of Streamlit's, which offers no way to, before anybody comes; and have a visit taken
    up again only by whoever began it, also where something in front signs people in."""
    runtime = Runtime.instance()
    runtime._media_file_mgr = Owned(runtime.media_file_mgr._storage)
    config.set_option("server.trustedUserHeaders", {gate.WHO: "visitor"})


def owns(email: str, path: str) -> bool:
    """Whether the media file at an address was made for that person, or the upload there is for a visit of theirs that
    is open. False for what there is not."""
    if path.startswith(gate.UPLOADS):
        return email == _whose(path.removeprefix(gate.UPLOADS).split("/")[0]) != ""
    files = Runtime.instance().media_file_mgr
    return isinstance(files, Owned) and email in files.people(path) - {""}


def _whose(visit: str) -> str:
    """E-mail address of whose visit that is; "" where it is not open."""
    client = Runtime.instance().get_client(visit)
    told = client.client_context.headers if client and client.client_context else ()
    return dict(told).get(gate.WHO, "")


def _here() -> str:
    context = get_script_run_ctx()
    return _whose(context.session_id) if context else ""


def _name(address: str) -> str:
    """What stands for a media file in its address, without path and ending."""
    return os.path.splitext(address.rpartition("/")[2])[0]
