"""A matrix of agreement: States of one group, or regional groups, against one another, shaded by share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.agreement.pairs import WHY_ENOUGH
from analytics.english import body_name, count, group_short, percent_told
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import CLEAR, UN_GROUPS, text_on
from charts.frame.drawing import Drawing, empty, placed, scatter
from charts.frame.legend import Swatch, colour
from charts.frame.sheet import Sheet
from charts.frame.text import escape, height, width, wrap
from charts.frame.tiles import squares
from charts.kinds.states.alike import DARK, SHADES, TOO_FEW, step
from charts.words.together import across, joined_notes, paired
from data.words import STAGES, at_stage


@dataclass(frozen=True)
class Grid:
    """`names`: of rows and columns; `heads`: over the columns; `codes`: of a click; `cells`: a row for each two with
    `at` (row, column), `share` (NaN: not told) and `said`; `written`: whether shares stand in the squares."""

    names: list[str]
    heads: list[str]
    codes: list[str]
    cells: pd.DataFrame
    written: bool


def of_states(pairs: pd.DataFrame, people: pd.DataFrame, group: str, body: str, asked: str, context: Context) -> Chart:
    """`pairs`: analytics.agreement.pairs.pairs; `people`: iso3 and short_name of the group, in the order of the rows;
    `group`: its name. The ISO code of the row is in `customdata` of each square."""
    names = dict(zip(people["iso3"], people["short_name"], strict=True))
    turned = pairs.rename(columns={"one": "other", "other": "one", "only_one": "only_other", "only_other": "only_one"})
    cells = pd.concat([pairs, turned], ignore_index=True)
    place = {iso3: n for n, iso3 in enumerate(names)}
    cells = cells.assign(row=cells["one"].map(place), column=cells["other"].map(place))
    cells["said"] = [
        f"{names[row.one]} and {names[row.other]}: "
        + (
            f"{percent_told(row.share)} of {count(row.known, 'text')}, both sponsored {row.both}"
            if row.share == row.share
            else f"only {count(row.known, 'text')} known of both"
        )
        for row in cells.itertuples()
    ]
    grid = Grid(list(names.values()), list(names), list(names), cells, False)
    title = paired(pairs, group)
    table = pd.DataFrame(
        {
            "State": pairs["one"].map(names),
            "Other State": pairs["other"].map(names),
            "Agreement": pairs["share"].round(4),
            "Texts known of both": pairs["known"],
            "Both sponsored": pairs["both"],
            "Neither sponsored": pairs["neither"],
            "Stage": STAGES[asked],
        }
    )
    what = f"Both sponsored or both did not, of the texts on which both are known. {body_name(body)}{at_stage(asked)}"
    return _chart(grid, title, what, table, f"agreement-within-{group}-{body.lower()}", context)


def of_groups(between: pd.DataFrame, body: str, asked: str, context: Context) -> Chart:
    """`between`: analytics.agreement.pairs.between."""
    groups = [group for group in UN_GROUPS if group in set(between["one"])]
    place = {group: n for n, group in enumerate(groups)}
    cells = between.assign(row=between["one"].map(place), column=between["other"].map(place))
    cells["said"] = [
        f"{group_short(row.one)} and {group_short(row.other)}: {percent_told(row.share)} of the texts of "
        f"{count(row.states, 'pair')} of States"
        for row in cells.itertuples()
    ]
    shorts = [group_short(group) for group in groups]
    once = between[between["one"] <= between["other"]]
    table = pd.DataFrame(
        {
            "Group": once["one"].map(group_short),
            "Other group": once["other"].map(group_short),
            "Agreement": once["share"].round(4),
            "Pairs of States": once["states"],
            "Texts known of both, added up": once["known"],
            "Both sponsored, added up": once["both"],
            "Stage": STAGES[asked],
        }
    )
    what = "All pairs of States from the two groups: both sponsored or both did not, of the texts known of both"
    what = f"{what}. {body_name(body)}{at_stage(asked)}"
    grid = Grid(shorts, shorts, [""] * len(groups), cells, True)
    return _chart(grid, across(between), what, table, f"agreement-between-groups-{body.lower()}", context)


def _chart(grid: Grid, title: str, what: str, table: pd.DataFrame, stem: str, context: Context) -> Chart:
    dark = int(table["Agreement"].isna().sum())
    note = context.noted(joined_notes(WHY_ENOUGH, f"Hatched: {count(dark, 'pair')} with fewer." if dark else ""))
    told = "; ".join(grid.cells["said"]) + ". " if grid.written else ""
    alt = f"Matrix of agreement, one square for each two. {title}. {told}{note}".replace("\n", " ")
    return Chart(
        Kind.AGREEMENT, stem, title, context.within(what), note, alt, table, partial(_draw, grid=grid), context
    )


def _draw(sheet: Sheet, grid: Grid) -> go.Figure:
    if grid.cells.empty:
        return sheet.place(empty(), 50)
    lay, number = sheet.layout, len(grid.names)
    keys = [step(share) if pd.notna(share) else DARK for share in grid.cells["share"]]
    sheet.legend = [swatch for key, swatch in {**SHADES, DARK: TOO_FEW}.items() if key in set(keys)]
    size = lay.label
    while True:
        names = [wrap(name, size, sheet.width * 0.3) for name in grid.names]
        left = max(width(line, size) for lines in names for line in lines) + size
        pitch = min((sheet.width - left) / number, 120 * lay.unit if grid.written else 26 * lay.unit)
        heads = [wrap(head, size, pitch - 4) if grid.written else [head] for head in grid.heads]
        over = max(height(lines, size) for lines in heads) if grid.written else _standing(size, pitch)
        over += size * 0.6
        tall = min(pitch, 64 * lay.unit) if grid.written else pitch
        if sheet.room is not None:
            tall = min(tall, (sheet.room - over) / number)
        if not grid.written:
            pitch = tall = min(pitch, tall)
        deepest = max(map(len, names))
        if size <= 6 or (size * (1.3 if deepest > 1 else 1.05) * deepest <= tall):
            break
        size *= 0.93
    drawing = Drawing()
    for key in dict.fromkeys(keys):
        _add_squares(sheet, drawing, grid.cells[np.array(keys) == key], key, (left, over, pitch, tall))
    _add_points(sheet, drawing, grid, keys, (left, over, pitch, tall), size)
    for n, lines in enumerate(names):
        at = placed(0, round(-over - (n + 0.5) * tall, 1), "left middle")
        drawing.notes.append(sheet.label("<br>".join(map(escape, lines)), size, sheet.colours.ink, **at))
    every = 1 if grid.written else max(1, int(np.ceil(_head_size(size, pitch) / max(pitch, 1) / 1.05)))
    for n, lines in enumerate(heads):
        if n % every:
            continue
        at = placed(round(left + (n + 0.5) * pitch, 1), -over + size * 0.4, "center bottom")
        turn = {} if grid.written else {"textangle": -90}
        text = "<br>".join(map(escape, lines))
        drawing.notes.append(sheet.label(text, _head_size(size, pitch), sheet.colours.secondary, **at, **turn))
    high = over + number * tall
    drawing.hide_axes(sheet.width, max(high, sheet.room or high))
    return sheet.place(drawing, max(high, sheet.room or high))


def _head_size(size: float, pitch: float) -> float:
    return min(size, max(7.0, pitch))


def _standing(size: float, pitch: float) -> float:
    return width("WWW", _head_size(size, pitch))


Box = tuple[float, float, float, float]
"""Pixels: left of the squares, over them, of a square to the right and downwards."""


def _add_squares(sheet: Sheet, drawing: Drawing, cells: pd.DataFrame, key: str, box: Box) -> None:
    """All squares of one look as one path."""
    left, over, pitch, tall = box
    swatch: Swatch = {**SHADES, DARK: TOO_FEW}[key]
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
        name=swatch.label,
        line={"color": fill, "width": 0},
    )
    if swatch.hatch:
        made["fillpattern"] = {
            "shape": "/",
            "fgcolor": line,
            "bgcolor": fill,
            "size": max(3, pitch / 4),
            "solidity": 0.16,
        }
    else:
        made["fillcolor"] = fill
    drawing.add(made)


def _add_points(sheet: Sheet, drawing: Drawing, grid: Grid, keys: list[str], box: Box, size: float) -> None:
    """A clear marker on each square, with what is said of it and, where they are large, the share."""
    left, over, pitch, tall = box
    cells = grid.cells
    fills = [colour(sheet.colours, {**SHADES, DARK: TOO_FEW}[key].fill) for key in keys]
    words = {}
    if grid.written:
        words = {
            "text": ["" if pd.isna(share) else percent_told(float(share)) for share in cells["share"]],
            "textposition": "middle center",
            "textfont": {"size": min(size, pitch * 0.3), "color": [text_on(fill) for fill in fills]},
        }
    drawing.add(
        scatter(
            x=[round(left + (c + 0.5) * pitch, 1) for c in cells["column"]],
            y=[round(-over - (r + 0.5) * tall, 1) for r in cells["row"]],
            mode="markers+text" if grid.written else "markers",
            marker={"symbol": "square", "size": max(3.0, min(pitch, tall) - 1), "color": CLEAR, "line": {"width": 0}},
            customdata=[grid.codes[r] for r in cells["row"]],
            hovertext=[escape(said) for said in cells["said"]],
            hovertemplate="%{hovertext}<extra></extra>",
            name="pairs",
            unselected={"marker": {"opacity": 1}},
            **words,
        )
    )
