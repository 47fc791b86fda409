"""One body's shares in one panel of the regional small multiples."""

from __future__ import annotations

import pandas as pd

from analytics.english import count, percent
from charts.frame.drawing import Drawing, scatter
from charts.frame.panels import Panel
from charts.frame.sheet import Sheet

SYMBOLS = {"GA": "circle", "HRC": "diamond", "CHR": "square"}


_DASHES = {"GA": "solid", "HRC": "2px,3px", "CHR": "6px,3px"}


def add_shares(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, body: str, tint: str) -> None:
    """One body in one panel: the line, broken where a share cannot be told, the range of gapped lists, the points."""
    if part["share"].notna().sum() == 0:
        return
    part = part.sort_values("adopted_on")
    unit = sheet.layout.unit
    axes = {"xaxis": panel.x, "yaxis": panel.y}
    shares = [None if pd.isna(s) else round(float(s), 4) for s in part["share"]]
    drawing.add(
        scatter(
            x=list(part["year"]),
            y=shares,
            mode="lines",
            connectgaps=False,
            hoverinfo="skip",
            **axes,
            line={"color": tint, "width": (2.4 if body == "GA" else 1.3) * unit, "dash": _DASHES[body]},
        )
    )
    gaps = part[(part["status"] == "gap") & (part["share_high"] > part["share_low"])]
    if len(gaps):
        xs = [v for year in gaps["year"] for v in (year, year, None)]
        ys = [
            v
            for low, high in zip(gaps["share_low"], gaps["share_high"], strict=True)
            for v in (round(low, 4), round(high, 4), None)
        ]
        drawing.add(
            scatter(x=xs, y=ys, mode="lines", hoverinfo="skip", **axes, line={"color": tint, "width": 1 * unit})
        )
    known = part[part["share"].notna()]
    hollow = known["status"].eq("gap")
    said = [
        f"{at}{made} of {count(int(members), 'State')}"
        for at, made, members in zip(
            hollow.map({True: "at least ", False: ""}), known["sponsors"], known["members"], strict=True
        )
    ]
    drawing.add(
        scatter(
            x=list(known["year"]),
            y=[round(float(s), 4) for s in known["share"]],
            mode="markers",
            **axes,
            cliponaxis=False,
            marker={
                "symbol": SYMBOLS[body],
                "size": 8.5 * unit,
                "color": [sheet.colours.ground if h else tint for h in hollow],
                "line": {"color": tint, "width": 1.8 * unit},
            },
            customdata=list(known["resolution"]),
            hovertext=[f"{words}, {percent(float(part))}" for words, part in zip(said, known["share"], strict=True)],
            hovertemplate="<b>%{customdata}</b> (%{x})<br>%{hovertext}<extra></extra>",
        )
    )
