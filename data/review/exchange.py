"""All that the user has added as one file, and taking in such a file from a colleague."""

from __future__ import annotations

import json
from pathlib import Path

from data.added.entries import Entry, from_bytes, path_of, read_all
from data.reading.documents.upload import MAX_BYTES, display_name
from data.reading.model import ImporterError
from data.review.accept import Check, check_together
from files import whole

KIND = "cosponsorship imports"


def export_all(data_dir: Path) -> bytes:
    """Everything accepted as one JSON file. Raises ImporterError for a damaged file in the folder."""
    entries = [json.loads(entry.to_bytes()) for entry in read_all(Path(data_dir))]
    return (json.dumps({"kind": KIND, "version": 1, "entries": entries}, ensure_ascii=False, indent=1) + "\n").encode()


def import_all(
    data_dir: Path, content: bytes, name: str = "the file", check: Check | None = None
) -> tuple[list[Entry], list[Entry]]:
    """Take in a colleague's file: (added, already held). Everything is checked before anything is kept.

    Raises ImporterError where it is no such file, is damaged, or does not go together with what is held,
    OSError where the disk refuses; then nothing of it is kept.
    """
    entries = _read(content, display_name(name))
    held = {entry.id: entry for entry in read_all(Path(data_dir))}
    added = []
    for entry in entries:
        if entry.id not in held:
            added.append(entry)
        elif held[entry.id] != entry:
            raise ImporterError(
                name, f"the import {entry.id} is here already with other content", "Undo yours first, or leave theirs."
            )
    if added:
        check_together([*held.values(), *added], name, check)
    with whole.all_or_none():
        # Resolutions first: a kill in between must not leave lists without their resolution.
        for entry in sorted(added, key=lambda e: (e.kind != "resolution", e.id)):
            whole.write(path_of(Path(data_dir), entry.id), entry.to_bytes())
    return added, [entry for entry in entries if entry.id in held]


def _read(content: bytes, name: str) -> list[Entry]:
    remedy = "Ask your colleague to export it again."
    if len(content) > MAX_BYTES:
        raise ImporterError(name, "it is too large for such a file", remedy)
    try:
        whole = json.loads(content.decode("utf-8"))
        bodies = whole["entries"] if whole["kind"] == KIND else None
    except (ValueError, KeyError, TypeError, RecursionError):
        bodies = None
    if not isinstance(bodies, list):
        raise ImporterError(name, "it is no file exported from this dashboard", remedy)
    entries = [from_bytes(json.dumps(body).encode(), f"{name}, import {i + 1}") for i, body in enumerate(bodies)]
    if len({entry.id for entry in entries}) != len(entries):
        raise ImporterError(name, "it holds one import twice", remedy)
    return entries
