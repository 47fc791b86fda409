"""The points, lines and numbers of one body in the count trend."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.frame.drawing import Drawing, scatter
from charts.frame.panels import Panel
from charts.frame.sheet import Sheet
from charts.frame.text import width


def kind(counts: pd.DataFrame) -> pd.Series:
    """list, reported, adoption (a number at adoption) or bound: how sure a number is."""
    told = counts["shown_text"]
    kinds = pd.Series("reported", index=counts.index).mask(counts["status"].eq("complete"), "list")
    return kinds.mask(told.str.endswith("at adoption"), "adoption").mask(told.str.startswith("at least"), "bound")


def add_series(
    sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, span: tuple[float, float]
) -> list[dict]:
    """The points of one body, the line between numbers that are known, and their labels."""
    tint, unit = sheet.colours.sponsor, sheet.layout.unit
    axes = {"xaxis": panel.x, "yaxis": panel.y}
    known = part[part["shown"].notna()]
    kinds = kind(known)
    # a lower bound, and a number of another moment, is no point of a line: the true number may lie above
    solid = [int(text) if text.isdigit() else None for text in part["shown_text"]]
    drawing.add(
        scatter(
            x=list(part["year"]),
            y=solid,
            mode="lines",
            connectgaps=False,
            hoverinfo="skip",
            **axes,
            line={"color": tint, "width": 2 * unit},
        )
    )
    drawing.add(
        scatter(
            x=list(known["year"]),
            y=[int(v) for v in known["shown"]],
            mode="markers",
            cliponaxis=False,
            **axes,
            marker={
                "symbol": [{"bound": "diamond", "adoption": "square"}.get(k, "circle") for k in kinds],
                "size": 9 * unit,
                "color": [tint if k == "list" else sheet.colours.ground for k in kinds],
                "line": {"color": tint, "width": 1.8 * unit},
            },
            customdata=list(known["resolution"]),
            hovertext=list(known["shown_text"]),
            hovertemplate="<b>%{customdata}</b> (%{x})<br>%{hovertext} sponsors<extra></extra>",
        )
    )
    dark = part[part["shown"].isna()]
    if len(dark):
        drawing.add(
            scatter(
                x=list(dark["year"]),
                y=[0] * len(dark),
                mode="markers",
                cliponaxis=False,
                **axes,
                marker={"symbol": "x-thin", "size": 6 * unit, "line": {"color": sheet.colours.secondary, "width": 1.2}},
                customdata=list(dark["resolution"]),
                hovertemplate="<b>%{customdata}</b> (%{x})<br>number not known<extra></extra>",
            )
        )
    return _numbers(sheet, panel, known, span)


def in_valley(values: Sequence[float], n: int) -> bool:
    """Whether the line comes down to the nth point from both sides: its number then stands under it."""
    return 0 < n < len(values) - 1 and values[n] < min(values[n - 1], values[n + 1])


def _numbers(sheet: Sheet, panel: Panel, known: pd.DataFrame, span: tuple[float, float]) -> list[dict]:
    """A number at each point: over it, or under it where the line comes down from both sides."""
    lay, unit = sheet.layout, sheet.layout.unit
    per_year = panel.wide / (span[1] - span[0])
    values = [int(v) for v in known["shown"]]
    labels, edges = [], {True: -1e9, False: -1e9}
    for n, row in enumerate(known.itertuples()):
        text = f"{'≥' if row.shown_text.startswith('at least') else ''}{row.shown}"
        below = in_valley(values, n)
        wide, at = width(text, lay.small, bold=True), row.year * per_year
        near = n and abs(values[n] - values[n - 1]) < 15
        if near and at - wide / 2 < edges[below] + 1:
            continue
        edges[below] = at + wide / 2
        labels.append(
            sheet.label(
                text,
                lay.small,
                sheet.colours.ink,
                bold=True,
                xref=panel.x,
                yref=panel.y,
                x=row.year,
                y=values[n],
                xanchor="center",
                yanchor="top" if below else "bottom",
                yshift=(-6 if below else 6) * unit,
            )
        )
    return labels
