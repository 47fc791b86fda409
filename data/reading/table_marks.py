"""Columns of a table that say yes or no of each State: "sponsor", ticks, "yes" and "no".

A table may list all States and mark those who sponsor, in one column for each text. Every such column is a list of
its own; a State that it does not mark is not on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from data.reading.text import symbols

_YES = {
    "yes",
    "y",
    "x",
    "✓",
    "✔",
    "☑",
    "●",
    "•",
    "1",
    "1.0",
    "true",
    "oui",
    "si",
    "sí",
    "named",
    "sponsor",
    "sponsors",
    "co sponsor",
    "cosponsor",
    "additional sponsor",
    "original sponsor",
    "joined",
}
_NO = {"", "no", "n", "0", "0.0", "false", "non", "-", "–", "—", "none", "not sponsor", "not a sponsor", "not member"}
_OPEN = {"?", "unknown", "not known", "withdrawn", "withdrew", "removed"}
_ABOUT = re.compile(r"sponsor|auteur|patrocin", re.IGNORECASE)
_MAIN = re.compile(r"\b(?:main|lead|core)\b")


def role_of(cell: str) -> str | None:
    """sponsor or main sponsor; None where the cell says no; the cell itself where it says something else."""
    plain = " ".join(re.sub(r"[-_]", " ", cell).split()).lower() or cell.strip()
    if _MAIN.search(plain):
        return "main sponsor"
    if plain in _YES:
        return "sponsor"
    return None if plain in _NO else cell


def mark_columns(body: Sequence[Sequence[str]], width: int, taken: Iterable[int]) -> list[int]:
    """The columns, from 0, in which every cell is a mark and at least one says yes; `taken` hold something else."""
    return [at for at in range(width) if at not in set(taken) and _is_marks(body, at)]


def _is_marks(body: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at].strip() if at < len(row) else "" for row in body]
    roles = [role_of(cell) for cell in cells]
    known = all(r in (None, "sponsor", "main sponsor") or r.strip().lower() in _OPEN for r in roles)
    return known and any(r in ("sponsor", "main sponsor") for r in roles)


def tells(head: str, body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column of marks is about sponsoring: its heading names a text or sponsors, or its cells say so."""
    cells = " ".join(row[at] for row in body if at < len(row))
    return bool(symbols.FIND.search(head) or _ABOUT.search(head) or _ABOUT.search(cells))


def says_no(body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column of marks also says no of a State; else it parts nobody (a "1" that numbers the only row)."""
    return any(role_of(row[at].strip() if at < len(row) else "") is None for row in body)
