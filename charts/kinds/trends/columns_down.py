"""Stacked columns lying down, time running downwards, for a narrow screen."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts.frame.drawing import empty
from charts.frame.sheet import Sheet
from charts.frame.text import width
from charts.kinds.trends.stacks import BAR, STACK, Stacks, group_swatch, stack_bars, with_names
from charts.words.findings import short_event


def draw_lying(sheet: Sheet, data: Stacks) -> go.Figure:
    """The same lying down, time running downwards, for a narrow screen."""
    lay, counts = sheet.layout, data.counts
    if counts.empty:
        return sheet.place(empty(), 40)
    sheet.legend_above = True
    sheet.legend = [group_swatch(sheet, g) for g in STACK] if len(with_names(data)) else []
    starred = set(data.events["resolution"])
    for event in data.events.itertuples():
        year = counts.loc[counts["resolution"] == event.resolution, "year"].iloc[0]
        sheet.add_note(f"* {year}: {short_event(event.text)}.")
    first, last = int(counts["year"].min()), int(counts["year"].max())
    per_year, left = 19.0, width("2000", lay.label) + 8
    top = float(counts["shown"].max()) if counts["shown"].notna().any() else 10.0
    room = sheet.width - left - width("≥100*", lay.label, True) - 8
    per_unit = room / top
    drawing = stack_bars(sheet, data, per_unit, per_year * BAR, across=True)
    notes = []
    for row in counts.itertuples():
        if pd.isna(row.shown):
            notes.append(
                sheet.label(
                    "no list",
                    lay.small,
                    sheet.colours.secondary,
                    x=0,
                    y=row.year,
                    xanchor="left",
                    yanchor="middle",
                    xshift=4,
                )
            )
            continue
        stub = 6 / per_unit if row.status == "gap" else 0
        if stub:
            drawing.add_shape(
                type="rect",
                x0=float(row.shown),
                x1=float(row.shown) + stub,
                y0=row.year - BAR / 2,
                y1=row.year + BAR / 2,
                fillcolor=sheet.colours.ground,
                line={"color": sheet.colours.secondary, "width": 1.2, "dash": "2px,2px"},
            )
        number = f"{'≥' if row.shown_text.startswith('at least') else ''}{row.shown}"
        notes.append(
            sheet.label(
                f"{number}{'*' if row.resolution in starred else ''}",
                lay.label,
                sheet.colours.ink,
                bold=True,
                x=float(row.shown) + stub,
                y=row.year,
                xanchor="left",
                yanchor="middle",
                xshift=5,
            )
        )
    drawing.notes += notes
    drawing.axes(
        {"visible": False, "range": [0, (sheet.width - left) / per_unit]},
        {
            "range": [last + 0.6, first - 0.6],
            "tickvals": list(counts["year"]),
            "ticks": "",
            "ticklabelstandoff": 5,
            "tickfont": {"size": lay.label, "color": sheet.colours.ink},
        },
    )
    return sheet.place(drawing, per_year * (last - first + 1.2), left=left)
