"""The squares of a matrix of agreement, shaded by share, with names and heads as they fit."""

from dataclasses import dataclass
from math import ceil

import numpy as np
import pandas as pd

from analytics.english import percent_told
from charts.frame.colors import text_on
from charts.frame.figure import Drawing, empty, hatched, placed, scatter, unseen
from charts.frame.legend import colour, said
from charts.frame.sheet import Sheet
from charts.frame.text import block, escape, height, width, wrap
from charts.frame.tiles import squares
from charts.kinds.states.alike import DARK, SHADES, TOO_FEW, step
from data.tongues.speech import say

_LOOKS = {**SHADES, DARK: TOO_FEW}
_SMALLEST = 6.5
"""Under this text nobody reads: then only some rows have their names."""


@dataclass(frozen=True)
class Grid:
    """`names`: of rows and columns; `heads`: over the columns; `codes`: of a click; `cells`: a row for each two with
    `at` (row, column), `share` (NaN: not told) and `said`; `written`: whether shares stand in the squares."""

    names: list[str]
    heads: list[str]
    codes: list[str]
    cells: pd.DataFrame
    written: bool


@dataclass(frozen=True)
class _Laid:
    """Pixels: left of the squares, over them, of a square to the right and downwards, of the text; lines of the names
    of rows and of the heads of columns, and whether these are turned."""

    left: float
    over: float
    pitch: float
    tall: float
    size: float
    names: list[list[str]]
    heads: list[list[str]]
    turned: bool


def draw_squares(sheet: Sheet, grid: Grid) -> Drawing:
    """The squares on a sheet, as large as it allows."""
    if grid.cells.empty:
        return sheet.place(empty(), 50)
    keys = [step(share) for share in grid.cells["share"]]
    sheet.legend = [swatch for key, swatch in said(_LOOKS).items() if key in set(keys)]
    laid = _lay(sheet, grid)
    drawing = Drawing()
    for key in dict.fromkeys(keys):
        _add_squares(sheet, drawing, grid.cells[np.array(keys) == key], key, laid)
    _add_points(sheet, drawing, grid, keys, laid)
    _add_words(sheet, drawing, grid, laid)
    high = laid.over + len(grid.names) * laid.tall
    drawing.hide_axes(sheet.width, max(high, sheet.room or high))
    return sheet.place(drawing, max(high, sheet.room or high))


def _lay(sheet: Sheet, grid: Grid) -> _Laid:
    """The largest text with which each row has its name; on the narrowest screens some rows go without."""
    lay, number = sheet.layout, len(grid.names)
    size = lay.label
    while True:
        names = [wrap(name, size, sheet.width * 0.3) for name in grid.names]
        left = max(_long(lines, size) for lines in names) + size
        pitch = min((sheet.width - left) / number, (120 if grid.written else 26) * lay.unit)
        words = [word for head in grid.heads for word in head.split()]
        turned = not grid.written or max(width(word, size) for word in words) > pitch - 4
        room = sheet.width * (0.3 if height(2, size) < pitch else 1) if turned else pitch - 4
        heads = [wrap(head, size, room) for head in grid.heads]
        standing = max(_long(lines, _head_size(size, pitch)) if turned else height(lines, size) for lines in heads)
        over = standing + size * 0.6
        tall = min(pitch, 64 * lay.unit) if grid.written else pitch
        if sheet.room is not None:
            tall = min(tall, (sheet.room - over) / number)
        if not grid.written:
            pitch = tall = min(pitch, tall)
        if size <= _SMALLEST or _line(names, size) <= tall:
            return _Laid(left, over, pitch, tall, size, names, heads, turned)
        size *= 0.93


def _long(lines: list[str], size: float) -> float:
    return max(width(line, size) for line in lines)


def _line(names: list[list[str]], size: float) -> float:
    """Pixels that the deepest name needs."""
    deepest = max(map(len, names))
    return size * (1.3 if deepest > 1 else 1.05) * deepest


def _add_words(sheet: Sheet, drawing: Drawing, grid: Grid, laid: _Laid) -> None:
    """Names of rows and heads of columns, where they are too close only some of them."""
    every = max(1, ceil(_line(laid.names, laid.size) / laid.tall - 0.01))
    for n, lines in enumerate(laid.names):
        if n % every == 0:
            at = placed(0, round(-laid.over - (n + 0.5) * laid.tall, 1), "left middle")
            drawing.notes.append(sheet.label(block(lines), laid.size, sheet.colours.ink, **at))
    size = _head_size(laid.size, laid.pitch)
    every = max(1, ceil(size / laid.pitch / 1.05)) if laid.turned else 1
    turn = {"textangle": -90} if laid.turned else {}
    for n, lines in enumerate(laid.heads):
        if n % every == 0:
            at = placed(round(laid.left + (n + 0.5) * laid.pitch, 1), -laid.over + laid.size * 0.4, "center bottom")
            drawing.notes.append(sheet.label(block(lines), size, sheet.colours.secondary, **at, **turn))


def _head_size(size: float, pitch: float) -> float:
    return min(size, max(7.0, pitch))


def _add_squares(sheet: Sheet, drawing: Drawing, cells: pd.DataFrame, key: str, laid: _Laid) -> None:
    """All squares of one look as one path."""
    left, over, pitch, tall, swatch = laid.left, laid.over, laid.pitch, laid.tall, _LOOKS[key]
    gap = min(1.0, pitch * 0.06)
    xs: list[float | None] = []
    ys: list[float | None] = []
    if abs(pitch - tall) < 0.1:
        corners = [
            (left + c * pitch + gap / 2, -over - r * tall - gap / 2)
            for r, c in zip(cells["row"], cells["column"], strict=True)
        ]
        xs, ys = squares(corners, pitch - gap)
    else:
        for r, c in zip(cells["row"], cells["column"], strict=True):
            x0, y0 = left + c * pitch + gap, -over - r * tall - gap
            x1, y1 = x0 + pitch - 2 * gap, y0 - tall + 2 * gap
            xs += [x0, x1, x1, x0, x0, None]
            ys += [y0, y0, y1, y1, y0, None]
    fill, line = colour(sheet.colours, swatch.fill), colour(sheet.colours, swatch.line)
    made = scatter(
        x=xs,
        y=ys,
        mode="none" if swatch.hatch else "lines",
        fill="toself",
        hoverinfo="skip",
        name=say(swatch.label),
        line={"color": fill, "width": 0},
    )
    if swatch.hatch:
        made["fillpattern"] = hatched(line, fill, max(3, pitch / 4))
    else:
        made["fillcolor"] = fill
    drawing.add(made)


def _add_points(sheet: Sheet, drawing: Drawing, grid: Grid, keys: list[str], laid: _Laid) -> None:
    """A clear marker on each square, with what is said of it and, where they are large, the share."""
    left, over, pitch, tall, cells = laid.left, laid.over, laid.pitch, laid.tall, grid.cells
    fills = [colour(sheet.colours, _LOOKS[key].fill) for key in keys]
    words = {}
    written = grid.written and pitch * 0.3 >= _SMALLEST
    if written:
        words = {
            "text": ["" if pd.isna(share) else percent_told(float(share)) for share in cells["share"]],
            "textposition": "middle center",
            "textfont": {"size": min(laid.size, pitch * 0.3), "color": [text_on(fill) for fill in fills]},
        }
    drawing.add(
        scatter(
            x=[round(left + (c + 0.5) * pitch, 1) for c in cells["column"]],
            y=[round(-over - (r + 0.5) * tall, 1) for r in cells["row"]],
            mode="markers+text" if written else "markers",
            marker=unseen(max(3.0, min(pitch, tall) - 1)),
            customdata=[grid.codes[r] for r in cells["row"]],
            hovertext=[escape(said) for said in cells["said"]],
            hovertemplate="%{hovertext}<extra></extra>",
            name="pairs",
            unselected={"marker": {"opacity": 1}},
            **words,
        )
    )
