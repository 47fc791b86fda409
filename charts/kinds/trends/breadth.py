"""Cross-regional breadth, and how far each group is from its own best."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analytics.english import body_at, body_name, count, group_short, listing, percent_told
from charts.frame.chart import Chart
from charts.frame.colors import UN_GROUPS
from charts.frame.drawing import Drawing, empty, scatter
from charts.frame.labels import Series, numbered, place_of
from charts.frame.legend import Swatch
from charts.frame.panels import grid, head, head_height, set_axes, year_axis, year_ticks
from charts.frame.sheet import Sheet
from charts.frame.sources import Context
from charts.frame.text import width
from charts.kinds.trends.from_best import BODIES
from charts.words.findings import spread_out
from charts.words.titles import joined_notes
from data.words import STAGES


def breadth_chart(breadth: pd.DataFrame, context: Context, layout: str = "wide", theme: str = "light") -> Chart:
    """Per text: share of sponsors from outside the largest group, and under it which groups took part.

    `breadth`: analytics.breadth.breadth, one or several bodies (a panel each)."""
    present = [body for body in BODIES if body in set(breadth["body"])]
    usable = breadth[breadth["outside_largest"].notna()]
    dark = len(breadth) - len(usable)
    title = spread_out(breadth)
    note = joined_notes(
        "Hollow: list with a gap; a group that does not show there may have taken part."
        if usable["status"].eq("gap").any()
        else "",
        f"{count(dark, 'text')} without a list that allows it: left out." if dark else "",
        *context.missing,
    )
    subtitle = "Share of the sponsors from outside the largest group; squares: regional groups that took part"
    numbers = ", ".join(f"{r.year} {percent_told(r.outside_largest)}" for r in usable.itertuples())
    return Chart(
        name="cross-regional-breadth-" + ("-".join(present).lower() or "none"),
        title=title,
        subtitle=", ".join(p for p in (subtitle, context.scope) if p),
        note=note,
        source=context.source,
        alt=f"Line charts with rows of squares, one for each body. {title}. {numbers}. {note}".replace(
            "\n", " "
        ).strip(),
        table=_breadth_table(breadth),
        draw=lambda sheet: _draw_breadth(sheet, breadth, present),
        data_version=context.data_version,
        layout=layout,
        theme=theme,
    )


def _draw_breadth(sheet: Sheet, breadth: pd.DataFrame, present: list[str]) -> go.Figure:
    lay, colours = sheet.layout, sheet.colours
    usable = breadth[breadth["outside_largest"].notna()]
    if usable.empty:
        return sheet.place(empty(), 50)
    present = [body for body in present if body in set(usable["body"])]
    sheet.legend = [
        Swatch(group_short(g), colours.group_mark(g), colours.group_mark(g), text=colours.group_text(g))
        for g in UN_GROUPS
    ]
    left = width("100%", lay.small) + 8
    across = 1 if lay.tight else len(present)
    gap = 0 if across == 1 else lay.label * 2.2
    area_wide = sheet.width - left
    panel_wide = (area_wide - gap * (across - 1)) / across
    unders = [count(int((usable["body"] == b).sum()), "list") for b in present]
    over = head_height(sheet, [body_at(breadth, b) for b in present], unders, panel_wide)
    foot = lay.small * 2.3
    body = sheet.room or (len(present) if lay.tight else 1) * (over + foot + 230)
    area = (area_wide, body)
    span = (int(usable["year"].min()) - 1.2, int(usable["year"].max()) + 1.2)
    # squares under the lines, in the same axes: a row takes 9 % of the height of the shares
    row, side = 0.09, min(10.5 * lay.unit, panel_wide / (span[1] - span[0]) * 0.72)
    low = -row * (len(UN_GROUPS) + 0.8)
    drawing, notes = Drawing(), []
    for code, panel, under in zip(present, grid(len(present), across, area, over, foot, gap), unders, strict=True):
        part = breadth[breadth["body"] == code].sort_values("adopted_on")
        known = part[part["outside_largest"].notna()]
        notes += head(sheet, panel, area, body_at(breadth, code), under, colours.ink)
        axes = {"xaxis": panel.x, "yaxis": panel.y}
        shares = [None if pd.isna(v) else round(float(v), 4) for v in part["outside_largest"]]
        drawing.add(
            scatter(
                x=list(part["year"]),
                y=shares,
                mode="lines",
                hoverinfo="skip",
                connectgaps=False,
                line={"color": colours.ink, "width": 2 * lay.unit},
                **axes,
            )
        )
        hollow = known["status"].eq("gap")
        drawing.add(
            scatter(
                x=list(known["year"]),
                y=[round(float(v), 4) for v in known["outside_largest"]],
                mode="markers",
                **axes,
                marker={
                    "size": 9 * lay.unit,
                    "color": [colours.ground if h else colours.ink for h in hollow],
                    "line": {"color": colours.ink, "width": 1.8 * lay.unit},
                },
                customdata=list(known["resolution"]),
                cliponaxis=False,
                hovertext=[percent_told(float(part)) for part in known["outside_largest"]],
                hovertemplate="<b>%{customdata}</b> (%{x})<br>%{hovertext} from outside the largest group"
                "<extra></extra>",
            )
        )
        for n, group in enumerate(UN_GROUPS):
            took = known[[group in groups for groups in known["groups"]]]
            drawing.add(
                scatter(
                    x=list(took["year"]),
                    y=[round(-row * (n + 1), 3)] * len(took),
                    mode="markers",
                    hoverinfo="skip",
                    **axes,
                    marker={"symbol": "square", "size": side, "color": colours.group_mark(group)},
                    name=group_short(group),
                )
            )
        place = place_of(panel, span, (low, 1.0))
        shown = list(zip(known["year"], known["outside_largest"].astype(float).round(4), strict=True))
        line = [None if y is None else (x, y) for x, y in zip(part["year"], shares, strict=True)]
        texts = [percent_told(share) for _, share in shown]
        notes += numbered(sheet, panel, Series(shown, texts, line), place, place(0, 0)[1])
        ticks = year_ticks(known["year"], *span, panel.wide, lay.small)
        steps = [0, 0.2, 0.4, 0.6, 0.8] if panel.high > 150 else [0, 0.4, 0.8]
        set_axes(
            drawing,
            panel,
            area,
            year_axis(sheet, span, ticks),
            {
                "range": [low, 1.0],
                "tickvals": steps,
                "ticktext": [percent_told(s) for s in steps],
                "showgrid": True,
                "tickfont": {"size": lay.small},
                "showticklabels": panel.left < 1,
                "ticklabelstandoff": 4,
            },
        )
    drawing.notes += notes
    return sheet.place(drawing, body, left=left)


def _breadth_table(breadth: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Body": breadth["body"].map(body_name),
            "Resolution": breadth["resolution"],
            "Year": breadth["year"],
            "Sponsors by group": breadth["sponsors"].where(breadth["outside_largest"].notna()).astype("Int64"),
            "Groups that took part": [listing(group_short(g) for g in groups) for groups in breadth["groups"]],
            "Share from outside the largest": breadth["outside_largest"].round(4),
            "List": breadth["status"],
            "Stage": breadth["asked"].map(STAGES),
        }
    )
