"""The marks of the matrix, cells, hatching, names and heads, and how its rows are folded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.english import group_short
from charts.frame.colors import CLEAR
from charts.frame.figure import Drawing, hatched, placed, scatter
from charts.frame.sheet import Sheet
from charts.frame.text import escape, width
from data.tongues.speech import headed, say
from data.words import CELLS, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, WITHDREW

WORDS = {**CELLS, NOT_MEMBER: "not yet a Member", WITHDREW: WITHDREW}
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
        names = (
            max(width(say("Sponsors"), size, bold=True), *(width(n, size) for n in data.rows["short_name"]))
            + size * 0.6
        )
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


def head_size(small: float, pitch: float) -> float:
    """Size of the heads: what fits a column, but never under 8 pixels (then only some columns have one)."""
    return min(small, max(8.0, pitch * 0.95))


@dataclass(frozen=True)
class Grid:
    """The matrix while it is drawn. `places`: left edge and middle of the line of each row, by its number; `offsets`:
    middle of the column of each text, from the names."""

    sheet: Sheet
    drawing: Drawing
    data: Rows
    fold: Fold
    places: dict[int, tuple[float, float]]
    offsets: np.ndarray


def add_cells(grid: Grid, at: int) -> None:
    """The marks of one text, by its number: a trace for each value that occurs."""
    data, fold, colours = grid.data, grid.fold, grid.sheet.colours
    text, offset = data.texts.iloc[at], float(grid.offsets[at])
    side = min(fold.pitch, fold.row)
    looks = {
        SPONSOR: {"symbol": "square", "size": side * 0.72, "color": colours.sponsor},
        NOT_SPONSOR: {
            "symbol": "circle",
            "size": side * 0.34,
            "color": colours.ground,
            "line": {"color": colours.outline, "width": 1},
        },
        WITHDREW: {"symbol": "x-thin", "size": side * 0.34, "line": {"color": colours.left, "width": 1.6}},
        NOT_WHEN_TABLED: {"symbol": "line-ew", "size": side * 0.3, "line": {"color": colours.secondary, "width": 1.6}},
        UNKNOWN: {"symbol": "square", "size": side * 0.72, "color": CLEAR},
    }
    said = f"{escape(text['resolution'])} ({text['year']})"
    values = data.values[text["resolution"]].reindex(data.rows["iso3"]).to_numpy()
    for value, look in looks.items():
        chosen = np.flatnonzero(values == value)
        if not len(chosen):
            continue
        spots = [grid.places[n] for n in chosen]
        grid.drawing.add(
            scatter(
                x=np.array([left + fold.names + offset for left, _ in spots], dtype="float32"),
                y=np.array([-y for _, y in spots], dtype="float32"),
                mode="markers",
                marker=look,
                name=text["resolution"],
                customdata=list(data.rows["iso3"].iloc[chosen]),
                hovertext=list(data.rows["short_name"].iloc[chosen]),
                hovertemplate=f"<b>%{{hovertext}}</b><br>{headed(said, say(WORDS[value]))}<extra></extra>",
                unselected={"marker": {"opacity": 1}},
            )
        )


def add_hatching(grid: Grid) -> None:
    """Cells that are not known, runs of them in a column drawn as one hatched strip."""
    sheet, data, fold, places = grid.sheet, grid.data, grid.fold, grid.places
    xs, ys = [], []
    half, up = fold.pitch * 0.4, fold.row * 0.42
    for at, resolution in enumerate(data.texts["resolution"]):
        dark = data.values[resolution].reindex(data.rows["iso3"]).eq(UNKNOWN).to_numpy()
        start = None
        for n in range(len(dark) + 1):
            on = n < len(dark) and dark[n]
            joins = start is not None and on and _adjacent(places[n - 1], places[n], fold.row)
            if start is not None and not joins:
                (left, first), (_, last) = places[start], places[n - 1]
                x = left + fold.names + float(grid.offsets[at])
                low, high = round(-last - up, 1), round(-first + up, 1)
                xs += [round(x - half, 1), round(x + half, 1), round(x + half, 1), round(x - half, 1), None]
                ys += [high, high, low, low, None]
                start = None
            if on and start is None:
                start = n
    if xs:
        grid.drawing.add(
            scatter(
                x=xs,
                y=ys,
                mode="none",
                fill="toself",
                hoverinfo="skip",
                name="not known",
                fillpattern=hatched(sheet.colours.unknown, sheet.colours.ground, 5 * sheet.layout.unit),
            )
        )


def _adjacent(one: tuple[float, float], other: tuple[float, float], row: float) -> bool:
    return one[0] == other[0] and abs(other[1] - one[1] - row) < 0.01


def add_names(grid: Grid, lines: list[tuple[str, int]], wide: float) -> None:
    """Names of the States (with their codes to click on) and headings of the groups."""
    data, fold, sheet = grid.data, grid.fold, grid.sheet
    places = [fold.place(at, wide) for at in range(len(lines))]
    for heading in (False, True):
        chosen = [
            (words or data.rows["short_name"].iloc[n], n, place)
            for (words, n), place in zip(lines, places, strict=True)
            if (n < 0) == heading
        ]
        grid.drawing.add(
            scatter(
                x=[round(place[0], 1) for _, _, place in chosen],
                y=[round(-place[1], 1) for _, _, place in chosen],
                mode="text",
                textposition="middle right",
                text=[f"<b>{escape(words)}</b>" if heading else escape(words) for words, _, _ in chosen],
                textfont={"size": fold.size * (1.05 if heading else 1), "color": sheet.colours.ink},
                customdata=[""] * len(chosen) if heading else [data.rows["iso3"].iloc[n] for _, n, _ in chosen],
                hoverinfo="skip" if heading else "text",
                cliponaxis=False,
                name="headings" if heading else "names",
                selected={"textfont": {"color": sheet.colours.ink}},
            )
        )


def column_heads(grid: Grid, left: float) -> list[dict]:
    """Year and symbol over each column, standing; where columns are very narrow, only what fits."""
    sheet, data, fold = grid.sheet, grid.data, grid.fold
    lay = sheet.layout
    size = head_size(lay.small, fold.pitch)
    low = (width("≥193", 1) + 0.8) * size - fold.head
    return [
        sheet.label(
            f"<b>{text.year}</b> {escape(text.resolution)}",
            size,
            sheet.colours.secondary,
            textangle=-90,
            name="head",
            **placed(round(left + fold.names + float(grid.offsets[n]), 1), low, "center bottom"),
        )
        for n, text in enumerate(data.texts.itertuples())
        if n % fold.every(size) == 0
    ]
