"""The marks of the matrix: cells, hatching, names and heads."""

from dataclasses import dataclass

import numpy as np

from charts.frame.colors import CLEAR
from charts.frame.figure import Drawing, hatched, placed, scatter
from charts.frame.sheet import Sheet
from charts.frame.text import block, escape, width
from charts.kinds.records.matrix_fold import Fold, Rows, head_size, name_lines
from data.tongues.speech import headed, say
from data.words import CELLS, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, WITHDREW

WORDS = {**CELLS, NOT_MEMBER: "not yet a Member", WITHDREW: WITHDREW}


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
                x=[round(float(left + fold.names + offset), 1) for left, _ in spots],
                y=[round(-float(y), 1) for _, y in spots],
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
    names = [block(written) for written in name_lines(sheet, data, fold.size)]
    for heading in (False, True):
        chosen = [
            (f"<b>{escape(words)}</b>" if heading else names[n], n, place)
            for (words, n), place in zip(lines, places, strict=True)
            if (n < 0) == heading
        ]
        grid.drawing.add(
            scatter(
                x=[round(place[0], 1) for _, _, place in chosen],
                y=[round(-place[1], 1) for _, _, place in chosen],
                mode="text",
                textposition="middle right",
                text=[words for words, _, _ in chosen],
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
