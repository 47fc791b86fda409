"""The marks of the matrix: cells, hatching, names and heads."""

from __future__ import annotations

import numpy as np

from charts.frame.colors import CLEAR
from charts.frame.drawing import Drawing, scatter
from charts.frame.sheet import Sheet
from charts.frame.text import escape
from charts.kinds.records.matrix_fold import Fold, Rows, head_size
from data.words import CELLS, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, WITHDREW

WORDS = {**CELLS, NOT_MEMBER: "not yet a Member", WITHDREW: WITHDREW}


def add_cells(
    sheet: Sheet, drawing: Drawing, data: Rows, fold: Fold, places: dict, text: object, offset: float
) -> None:
    """The marks of one text, a trace for each value that occurs."""
    colours = sheet.colours
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
    said = f"{escape(text.resolution)} ({text.year})"
    values = data.values[text.resolution].reindex(data.rows["iso3"]).to_numpy()
    for value, look in looks.items():
        chosen = np.flatnonzero(values == value)
        if not len(chosen):
            continue
        spots = [places[n] for n in chosen]
        drawing.add(
            scatter(
                x=np.array([left + fold.names + offset for left, _ in spots], dtype="float32"),
                y=np.array([-y for _, y in spots], dtype="float32"),
                mode="markers",
                marker=look,
                name=text.resolution,
                customdata=list(data.rows["iso3"].iloc[chosen]),
                hovertext=list(data.rows["short_name"].iloc[chosen]),
                hovertemplate=f"<b>%{{hovertext}}</b><br>{said}: {WORDS[value]}<extra></extra>",
                unselected={"marker": {"opacity": 1}},
            )
        )


def add_hatching(sheet: Sheet, drawing: Drawing, data: Rows, fold: Fold, places: dict, offsets: np.ndarray) -> None:
    """Cells that are not known, runs of them in a column drawn as one hatched strip."""
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
                x = left + fold.names + float(offsets[at])
                low, high = round(-last - up, 1), round(-first + up, 1)
                xs += [round(x - half, 1), round(x + half, 1), round(x + half, 1), round(x - half, 1), None]
                ys += [high, high, low, low, None]
                start = None
            if on and start is None:
                start = n
    if xs:
        drawing.add(
            scatter(
                x=xs,
                y=ys,
                mode="none",
                fill="toself",
                hoverinfo="skip",
                name="not known",
                fillpattern={
                    "shape": "/",
                    "fgcolor": sheet.colours.unknown,
                    "bgcolor": sheet.colours.ground,
                    "size": 5 * sheet.layout.unit,
                    "solidity": 0.16,
                },
            )
        )


def _adjacent(one: tuple[float, float], other: tuple[float, float], row: float) -> bool:
    return one[0] == other[0] and abs(other[1] - one[1] - row) < 0.01


def add_names(
    sheet: Sheet, drawing: Drawing, data: Rows, fold: Fold, lines: list[tuple[str, int]], wide: float
) -> None:
    """Names of the States (with their codes to click on) and headings of the groups."""
    places = [fold.place(at, wide) for at in range(len(lines))]
    for heading in (False, True):
        chosen = [
            (words or data.rows["short_name"].iloc[n], n, place)
            for (words, n), place in zip(lines, places, strict=True)
            if (n < 0) == heading
        ]
        drawing.add(
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


def column_heads(sheet: Sheet, data: Rows, fold: Fold, left: float, offsets: np.ndarray) -> list[dict]:
    """Year and symbol over each column, standing; where columns are very narrow, only what fits."""
    lay = sheet.layout
    size = head_size(lay.small, fold.pitch)
    every = max(1, int(np.ceil(size / max(fold.pitch, 1) / 1.1)))
    return [
        sheet.label(
            f"<b>{text.year}</b> {escape(text.resolution)}",
            size,
            sheet.colours.secondary,
            textangle=-90,
            x=round(left + fold.names + float(offsets[n]), 1),
            y=-fold.head + 6,
            xref="x",
            yref="y",
            xanchor="center",
            yanchor="bottom",
        )
        for n, text in enumerate(data.texts.itertuples())
        if n % every == 0
    ]
