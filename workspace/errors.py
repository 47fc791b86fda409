"""What can go wrong in the workspace, each error worded for the person at the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


class WorkspaceError(Exception):
    """The workspace could not be opened, read or written; the message says why and what to do."""


class NotFound(WorkspaceError):
    """The row that was asked for is not (or no longer) in the workspace."""


class AlreadyThere(WorkspaceError):
    """A row with this name, or this State on this shortlist, exists already."""


def shown(value: object) -> str:
    """One value as a person reads it in a message: quoted, or "empty"."""
    return "empty" if value is None or value == "" else f"“{value}”"


def _called(field: str) -> str:
    return field.replace("_", " ").capitalize()


def _worded(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields as they are told; of one that holds others (what a card shows), its texts."""
    worded: dict[str, object] = {}
    for field, value in fields.items():
        if isinstance(value, Mapping):
            worded |= {name: text for name, text in value.items() if isinstance(text, str)}
        else:
            worded[field] = value
    return worded


class ConflictError(WorkspaceError):
    """Somebody else saved the row after it was read. Nothing of the second editor's was saved.

    subject: what was edited ("Kenya"); yours: the fields that the second editor wanted to save;
    theirs: the row as it is saved now (None if it was removed); removed: by whom and when (UTC), where that is known;
    by, at: who saved or removed it and when; changed: the fields that differ from what the second editor had read,
    where that is known."""

    def __init__(
        self,
        subject: str,
        yours: Mapping[str, object],
        theirs: Mapping[str, Any] | None,
        removed: tuple[str, datetime | None] = ("", None),
        changed: Mapping[str, tuple[object, object]] | None = None,
    ):
        self.subject, self.yours, self.theirs = subject, dict(yours), None if theirs is None else dict(theirs)
        last = removed if theirs is None else (theirs["updated_by"], theirs["updated_at"])
        self.by: str = last[0]
        self.at: datetime | None = last[1]
        self.changed = dict(changed or {})
        super().__init__(self._message())

    def _message(self) -> str:
        by = self.by or "somebody else"
        when = f" on {self.at.day} {self.at:%B %Y at %H:%M} UTC" if self.at else ""
        mine, theirs = _worded(self.yours), _worded(self.theirs or {})
        if self.theirs is None:
            parts = [f"{self.subject} was removed by {by}{when} while you were editing it. Nothing was saved."]
            parts += [f"{_called(field)}: you wanted {shown(value)}." for field, value in mine.items() if value]
            return " ".join(parts)
        parts = [f"{self.subject} was changed by {by}{when} while you were editing it. Nothing of yours was saved."]
        if self.changed:
            told = "; ".join(
                f"{field.replace('_', ' ')} from {shown(old)} to {shown(new)}"
                for field, (old, new) in self.changed.items()
            )
            parts.append(f"Changed meanwhile: {told}.")
        parts += [
            f"{_called(field)}: you wanted {shown(value)}, saved is {shown(theirs.get(field))}."
            for field, value in mine.items()
            if value != theirs.get(field)
        ]
        return " ".join(parts)


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file that is imported. row: as the spreadsheet numbers it (the headings are row
    1); 0 where it concerns the whole file."""

    row: int
    column: str
    found: str
    remedy: str

    def __str__(self) -> str:
        place = "The file" if self.row == 0 else f"Row {self.row}" + (f", {self.column}" if self.column else "")
        return f"{place}: {self.found}. {self.remedy}"


class FileError(WorkspaceError):
    """A file could not be imported. `problems` names every row; nothing of the file was saved."""

    def __init__(self, problems: Sequence[Problem]):
        self.problems = tuple(problems)
        super().__init__("Nothing was imported. " + " ".join(str(problem) for problem in self.problems))
