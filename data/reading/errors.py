"""The one error that importers raise: which file, where in it, and what to do about it."""

from __future__ import annotations


class ImporterError(ValueError):
    """A file cannot be taken in. `file`, `place` and `remedy` are plain sentences for the person at the screen."""

    def __init__(self, file: str, place: str, remedy: str):
        self.file, self.place, self.remedy = file, place, remedy
        super().__init__(f"{file}: {place}. {remedy}")
