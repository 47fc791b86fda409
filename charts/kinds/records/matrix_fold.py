"""How the rows of the matrix are folded, and what stands in them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.english import group_short
from charts.frame.sheet import Sheet
from charts.frame.text import width, wrap
from data.tongues.speech import say

ROW = 17
"""Pixels of a row on a screen."""


@dataclass(frozen=True)
class Rows:
    """`texts`: the columns; `rows`: the States with their heading; `values` and `known`: State by text; `chosen`:
    whether the texts were chosen one by one, which words must tell."""

    texts: pd.DataFrame
    rows: pd.DataFrame
    values: pd.DataFrame
    known: pd.DataFrame
    chosen: bool = False


@dataclass(frozen=True)
class Fold:
    """How the rows are folded: `blocks` side by side, pixels a row and a text, of the names, of the heads (the totals
    of the texts among them) and of the totals of the States in a body."""

    blocks: int
    lines: int
    row: float
    pitch: float
    names: float
    head: float
    size: float
    total: float

    def every(self, size: float) -> int:
        """Which columns have a head of this size: all (1), every second, …, where they are very narrow."""
        return max(1, int(np.ceil(size / max(self.pitch, 1) / 1.1)))

    def place(self, line: int, wide: float) -> tuple[float, float]:
        """Left edge and middle (downwards) of a line."""
        block, at = divmod(line, self.lines)
        return block * wide, self.head + (at + 0.5) * self.row


def row_lines(data: Rows) -> list[tuple[str, int]]:
    """What stands line under line: ("heading", -1) or ("", row number)."""
    lines: list[tuple[str, int]] = []
    for n, heading in enumerate(data.rows["heading"]):
        if n == 0 or heading != data.rows["heading"].iloc[n - 1]:
            lines.append((group_short(heading) or say("Observers"), -1))
        lines.append(("", n))
    return lines


def fold_rows(sheet: Sheet, data: Rows, lines: int) -> Fold:
    """One block on screen; in a fixed size as many as let the rows be highest."""
    lay, texts = sheet.layout, max(1, len(data.texts))
    bodies = data.texts["body"].nunique()
    gaps = 0.6 * (bodies - 1)

    def fold(blocks: int) -> Fold:
        per = -(-lines // blocks)
        row = float(ROW)
        longest = max(width(f"2026 {r}", 1) for r in data.texts["resolution"]) * 1.03
        most = width("≥193", 1) + 0.8  # the totals of the texts, under their symbols
        head = (longest + most) * lay.small + 14
        if sheet.room is not None:
            row = max(4.0, min(30.0 * lay.unit, (sheet.room - head) / per))
        size = min(lay.label, row * 0.74)
        written_as = name_lines(sheet, data, size)
        if sheet.room is None:
            row = max(row, max(map(len, written_as)) * size * 1.2)
        longest_name = max(width(line, size) for lines_of in written_as for line in lines_of)
        names = max(width(say("Sponsors"), size, bold=True), longest_name) + size * 0.6
        total = width(f"≥{texts}", size) + size * 0.5
        room = sheet.width / blocks - names - total * bodies - (size if blocks > 1 else 0)
        pitch = min(room / (texts + gaps), 2.2 * row, 34 * lay.unit)
        written = (longest + most) * head_size(lay.small, pitch) + 14
        if sheet.room is not None:
            row = max(row, min(30.0 * lay.unit, (sheet.room - written) / per))
        return Fold(blocks, per, row, pitch, names, written, size, total)

    if sheet.room is None:
        return fold(1)
    tried = [fold(blocks) for blocks in range(1, 9)]
    usable = [f for f in tried if f.pitch >= 5] or tried[:1]
    return max(usable, key=lambda f: min(f.row, f.pitch * 1.8))


def name_lines(sheet: Sheet, data: Rows, size: float) -> list[list[str]]:
    """The names of the States in lines: on a screen on which one would leave no room for the marks, several."""
    names = list(data.rows["short_name"])
    if sheet.room is not None or max(width(name, size) for name in names) <= sheet.width * 0.6:
        return [[name] for name in names]
    return [wrap(name, size, sheet.width * 0.42) for name in names]


def head_size(small: float, pitch: float) -> float:
    """Size of the heads: what fits a column, but never under 8 pixels (then only some columns have one)."""
    return min(small, max(8.0, pitch * 0.95))
