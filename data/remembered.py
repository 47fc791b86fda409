"""What was made of one version of the data, kept for the next who asks."""

import threading
from collections.abc import Callable, Hashable

import pandas as pd

from data.tongues.speech import language

MOST = 1_000_000
"""How many values are remembered in all."""


class Remembered:
    """What was made of one version, by key: what was asked for last, as far as it is not too much."""

    def __init__(self) -> None:
        self._lock, self._made, self._held = threading.Lock(), dict[tuple[Hashable, ...], pd.DataFrame](), 0

    def get(self, key: tuple[Hashable, ...], make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """What was made for this key in the language in force, else what `make` makes now; a copy that may be added
        to."""
        key = (language(), *key)
        with self._lock:
            found = self._made.get(key)
        made = make() if found is None else found
        with self._lock:
            self._drop(key)  # what was asked for last stands last
            self._made[key] = made
            self._held += made.size
            while self._held > MOST:
                self._drop(next(iter(self._made)))
        return made.copy(deep=False)

    def _drop(self, key: tuple[Hashable, ...]) -> None:
        if key in self._made:
            self._held -= self._made.pop(key).size

    def held(self) -> list[pd.DataFrame]:
        """All of it."""
        with self._lock:
            return list(self._made.values())

    def forget(self) -> None:
        """Let go of all of it."""
        with self._lock:
            self._made.clear()
            self._held = 0
