"""The points, lines and numbers of one body in the count trend."""

from __future__ import annotations

import pandas as pd

from charts.frame.drawing import Drawing, scatter
from charts.frame.labels import Place, Series, numbered
from charts.frame.panels import Panel
from charts.frame.sheet import Sheet


def kind(counts: pd.DataFrame) -> pd.Series:
    """list, reported, adoption (a number at adoption) or bound: how sure a number is."""
    told = counts["shown_text"]
    kinds = pd.Series("reported", index=counts.index).mask(counts["status"].eq("complete"), "list")
    return kinds.mask(told.str.endswith("at adoption"), "adoption").mask(told.str.startswith("at least"), "bound")


def add_series(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, place: Place) -> list[dict]:
    """The points of one body, the line between numbers that are known, and their labels; `place`: see
    charts.frame.labels.place_of."""
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
    texts = [f"{'≥' if row.shown_text.startswith('at least') else ''}{row.shown}" for row in known.itertuples()]
    points = list(zip(known["year"], known["shown"].astype(int), strict=True))
    line = [None if y is None else (x, y) for x, y in zip(part["year"], solid, strict=True)]
    return numbered(sheet, panel, Series(points, texts, line), place, panel.high)
