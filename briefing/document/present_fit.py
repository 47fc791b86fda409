"""What fits on one screen of the presentation: words and rows of tables, measured, the rest on the next screen.

Sizes in pixels of the stage, which is 1600 x 900, as in the style sheet of briefing.document.present.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from briefing.document.markup import POINT, Line
from briefing.document.paper import cell_text
from charts.frame.text import wrap

STAGE, MARGIN = 900, 48
TITLE, WORDS, CELL = 44, 34, 24
_WIDE, _TITLE_WIDE, _WORDS_WIDE = 1504, 1480, 1400
_PADDING = 24
_BELOW = 48
"""Kept free for the remark under a table and the number of the slide."""


def words(title: str, said: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs in pages that fit below the title; one that is longer than a page stands alone."""
    return _pages(list(said), [_paragraph(line) for line in said], _room(title))


def tables(title: str, frame: pd.DataFrame) -> list[pd.DataFrame]:
    """All rows, in pages that fit below the title and the headings."""
    heads, *lines = _lines(frame)
    wide = _widths([heads, *lines], _WIDE)
    room = _room(title) - _row(heads, wide) - _BELOW
    found = _pages(list(range(len(lines))), [_row(line, wide) for line in lines], room)
    return [frame.iloc[page[0] : page[-1] + 1] for page in found] or [frame]


def shares(frame: pd.DataFrame) -> list[float]:
    """Widths of the columns, in per cent."""
    return _widths(_lines(frame), 100)


def _widths(lines: list[list[str]], whole: float) -> list[float]:
    """Widths by the longest cell of each column, up to 90 signs; headings may break."""
    longest = []
    for head, *cells in zip(*lines, strict=True):
        word = max(map(len, head.split()), default=0)
        longest.append(max(8, word + 2, min(len(head), 16), *(min(90, len(cell) + 2) for cell in cells)))
    return [whole * part / sum(longest) for part in longest]


def _lines(frame: pd.DataFrame) -> list[list[str]]:
    """Headings and rows as text."""
    heads = [str(name) for name in frame.columns]
    return [heads, *([cell_text(value) for value in row] for row in frame.itertuples(index=False, name=None))]


def _pages(what: list, tall: Sequence[float], room: float) -> list[list]:
    pages: list[list] = []
    used = room + 1
    for one, height in zip(what, tall, strict=True):
        if used + height > room:
            pages.append([])
            used = 0
        pages[-1].append(one)
        used += height
    return pages


def _room(title: str) -> float:
    return STAGE - 2 * MARGIN - len(wrap(title, TITLE, _TITLE_WIDE, True)) * TITLE * 1.2 - 32


def _paragraph(line: Line) -> float:
    wide = _WORDS_WIDE - (40 if line.kind == POINT else 0)
    bold = any(run.bold for run in line.runs)
    return len(wrap(line.text, WORDS, wide, bold)) * WORDS * 1.4 + 18


def _row(line: Sequence[str], wide: Sequence[float]) -> float:
    lines = max(
        len(wrap(text, CELL, max(60, width - _PADDING) * 0.98)) or 1 for text, width in zip(line, wide, strict=True)
    )
    return lines * CELL * 1.5 + 17
