"""All that the user has added as one file, and taking in such a file from a colleague."""

import json
from functools import partial
from pathlib import Path

from data.added.entries import Entry, from_bytes, read_all
from data.reading.documents.upload import MAX_BYTES, display_name
from data.reading.model import ImporterError
from data.reading.reader import within_limits

KIND = "cosponsorship imports"


def export_all(data_dir: Path) -> bytes:
    """Everything accepted as one JSON file. Raises ImporterError for a damaged file in the folder."""
    entries = [json.loads(entry.to_bytes()) for entry in read_all(Path(data_dir))]
    return (json.dumps({"kind": KIND, "version": 1, "entries": entries}, ensure_ascii=False, indent=1) + "\n").encode()


def from_colleague(
    data_dir: Path, content: bytes, name: str = "the file", who: str = ""
) -> tuple[list[Entry], list[Entry]]:
    """What a colleague's file holds: (new here, already held). Nothing is written. `who`: see data.reading.reader.
    Raises ImporterError where it is no such file, is damaged, or holds what is here with other content."""
    entries = within_limits(partial(_read, content, display_name(name)), content, name, who)
    held = {entry.id: entry for entry in read_all(Path(data_dir))}
    for entry in entries:
        if held.get(entry.id, entry) != entry:
            raise ImporterError(
                name, f"the import {entry.id} is here already with other content", "Undo yours first, or leave theirs."
            )
    return [e for e in entries if e.id not in held], [e for e in entries if e.id in held]


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
