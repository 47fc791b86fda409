"""Accepting into a folder of a test's own: what `accept` finds sound is written by `keep`, without a rebuild."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from data.added.entries import Entry
from data.reading.context import Context
from data.review import accept, exchange, keep


def accept_list(folder: Path, given: accept.Acceptance, context: Context) -> Entry:
    return keep.write(folder, [accept.accept_list(given, context)])[0]


def accept_votes(folder: Path, given: accept.Acceptance, context: Context) -> Entry:
    return keep.write(folder, [accept.accept_votes(given, context)])[0]


def accept_resolution(folder: Path, facts: dict[str, str], by: str, context: Context) -> Entry:
    return keep.write(folder, [accept.accept_resolution(facts, by, context)])[0]


def import_all(folder: Path, content: bytes, name: str = "the file") -> tuple[list[Entry], list[Entry]]:
    new, held = exchange.from_colleague(folder, content, name)
    return keep.write(folder, new), held


def accept_all(folder: Path, given: Iterable[accept.Acceptance], context: Context) -> list[Entry]:
    return keep.write(folder, [accept.accept_list(one, context) for one in given])
