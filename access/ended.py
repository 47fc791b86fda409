"""Sign-ins that were ended by signing out: known at once, and again after a restart."""

import asyncio
import logging
import time
from collections.abc import Mapping
from typing import Protocol

AGAIN_AFTER = 20
"""Seconds after which what is kept is asked for again, where it could not be read."""


class Kept(Protocol):
    """Where ended sign-ins are kept: a checksum of each, and the moment at which it would have ended anyway."""

    def all(self) -> dict[str, float]:
        """All that are kept. Raises OSError where they cannot be read."""

    def keep(self, ended: Mapping[str, float], moment: float) -> None:
        """Add these, and forget those that ended before `moment`. Raises OSError where they cannot be written."""


class Ended:
    """Whether a sign-in was ended. Until what is kept could be read, one that is older than this start of the server
    counts as ended: somebody may have signed out."""

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept, self._started = kept, time.time()
        self._ended: dict[str, float] = {}
        self._read, self._asked = kept is None, float("-inf")
        self._looking = asyncio.Lock()

    async def holds(self, token: str, since: float) -> bool:
        """Whether that sign-in, of the moment `since`, was ended."""
        if token in self._ended:
            return True
        if not self._read and since < self._started:
            await self._look()
        return token in self._ended or (not self._read and since < self._started)

    async def add(self, token: str, until: float) -> None:
        """That sign-in counts no more, wherever a copy of it is; it would have ended at `until`."""
        self._ended = {known: end for known, end in self._ended.items() if end > time.time()} | {token: until}
        if self._kept is not None:
            try:
                await asyncio.to_thread(self._kept.keep, self._ended, time.time())
            except OSError as error:
                logging.getLogger(__name__).error("A sign-out will not outlive a restart of the server: %s", error)

    async def _look(self) -> None:
        async with self._looking:
            if self._read or self._kept is None or time.monotonic() - self._asked < AGAIN_AFTER:
                return
            try:
                self._ended |= await asyncio.to_thread(self._kept.all)
                self._read = True
            except OSError as error:
                logging.getLogger(__name__).error("Who signed out before this start is not known: %s", error)
            self._asked = time.monotonic()
