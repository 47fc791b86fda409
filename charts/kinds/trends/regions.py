"""How far support reached in each group, text by text: one panel a group, bodies apart by the shape of the point.

A hollow point is a list with a gap: it shows the names that are held, a thin line reaches to the most that is
possible. Texts whose share cannot be told break the line.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analytics.english import bodies_at, body_at, body_name, count, group_short, listing, percent_told
from charts.frame.chart import Chart
from charts.frame.colors import UN_GROUPS
from charts.frame.drawing import Drawing, empty
from charts.frame.panels import Panel, along, callout, free_spot, grid, head, set_axes, year_axis, year_ticks
from charts.frame.sheet import Sheet
from charts.frame.sources import Context
from charts.frame.text import height, width, wrap
from charts.kinds.trends.region_fit import fit
from charts.kinds.trends.region_series import SYMBOLS, add_shares
from charts.words.findings import KINDS_ON_CHARTS, share_notes, shared, short_event
from charts.words.titles import joined_notes
from data.words import NAMED, STAGES

_SHAPES = {
    "GA": "Circles: General Assembly",
    "HRC": "diamonds: Human Rights Council",
    "CHR": "squares: Commission on Human Rights",
}


def regions(
    by_group: pd.DataFrame,
    events: pd.DataFrame,
    context: Context,
    names: Mapping[str, str] | None = None,
    layout: str = "wide",
    theme: str = "light",
) -> Chart:
    """`by_group`: analytics.trends.by_group, one or several bodies, by regional or political group; `events`:
    record.events; `names`: full names of political groups, where they should stand over the panels."""
    groups = [g for g in UN_GROUPS if g in set(by_group["group"])]
    groups += sorted(set(by_group["group"]) - set(groups))
    present = [body for body in SYMBOLS if body in set(by_group["body"])]
    shapes = "; ".join(
        _SHAPES[body] + body_at(by_group, body).removeprefix(body_name(body)).replace(", ", " ") for body in present
    )
    shapes = shapes if len(present) > 1 else bodies_at(by_group)
    subtitle = ", ".join(p for p in ("Share of the Members of each group that sponsored", context.scope) if p)
    subtitle += f". {shapes}" if shapes else ""
    told = events[events["kind"].isin(KINDS_ON_CHARTS) & events["resolution"].isin(by_group["resolution"])]
    title = shared(by_group)
    note = joined_notes(share_notes(by_group), *context.missing)
    return Chart(
        name="support-by-group-" + ("-".join(present).lower() or "none"),
        title=title,
        subtitle=subtitle,
        note=note,
        source=context.source,
        alt=_alt(title, by_group, groups, note),
        table=_table(by_group),
        draw=lambda sheet: _draw(sheet, by_group, groups, told, names or {}),
        data_version=context.data_version,
        layout=layout,
        theme=theme,
    )


def _draw(
    sheet: Sheet,
    table: pd.DataFrame,
    groups: list[str],
    events: pd.DataFrame,
    names: Mapping[str, str],
    noted: bool = False,
) -> go.Figure:
    lay = sheet.layout
    usable = table[table["share"].notna()]
    if usable.empty:
        return sheet.place(empty(), 50)
    left = width("100%", lay.small) + 8
    area_wide = sheet.width - left
    unders = [count(_members(table, g), "State") for g in groups]
    foot = lay.small * 2.3
    titles, across, rows, gap, panel_wide, over = fit(sheet, groups, names, unders, area_wide, foot)
    body = sheet.room or rows * (over + foot + (105 if lay.tight else 270 if rows == 1 else 150))
    area = (area_wide, body)
    first, last = int(usable["year"].min()), int(usable["year"].max())
    span = (first - 1.0, last + 1.0) if last > first else (first - 2.0, last + 2.0)
    ticks = year_ticks(usable["year"], *span, panel_wide, lay.small)
    drawing, notes = Drawing(), []
    panels = grid(len(groups), across, area, over, foot, gap)
    for n, (group, panel) in enumerate(zip(groups, panels, strict=True)):
        tint = sheet.colours.group_mark(group)
        notes += head(sheet, panel, area, titles[n], unders[n], sheet.colours.group_text(group))
        part = table[table["group"] == group]
        for body_code in SYMBOLS:
            add_shares(sheet, drawing, panel, part[part["body"] == body_code], body_code, tint)
        at_left = panel.left < 1
        # under 60 px of height five labels would touch
        steps = [0, 0.5, 1] if panel.high < 6 * lay.small * 1.3 else [0, 0.2, 0.4, 0.6, 0.8, 1]
        set_axes(
            drawing,
            panel,
            area,
            year_axis(sheet, span, ticks),
            {
                "range": [-0.03, 1.04],
                "tickvals": steps,
                "ticktext": [percent_told(s) for s in steps],
                "showgrid": True,
                "showticklabels": at_left,
                "tickfont": {"size": lay.small},
                "zeroline": False,
                "ticklabelstandoff": 4,
            },
        )
    if not noted:
        placed = [_remark(sheet, table, groups, panels, event, span) for event in events.itertuples()]
        if any(remark is None for remark in placed):
            for event in events.itertuples():
                sheet.add_note(f"{event.date.year}: {short_event(event.text)}.")
            return _draw(sheet, table, groups, events, names, noted=True)
        notes += [remark for remark in placed if remark]
    drawing.notes += notes
    return sheet.place(drawing, body, left=left)


def _members(table: pd.DataFrame, group: str) -> int:
    part = table[table["group"] == group]
    return int(part.loc[part["adopted_on"].idxmax(), "members"]) if len(part) else 0


def _remark(
    sheet: Sheet, table: pd.DataFrame, groups: list[str], panels: list[Panel], event: object, span: tuple[float, float]
) -> dict | None:
    """What happened, in the panel where it shows most, with a line to its point; None where there is no room."""
    lay = sheet.layout
    drops = {}
    for group in groups:
        part = table[(table["group"] == group) & table["share"].notna()].sort_values("adopted_on")
        mine = part[part["resolution"] == event.resolution]
        if len(mine):
            same = part[(part["body"] == mine["body"].iloc[0]) & (part["adopted_on"] < mine["adopted_on"].iloc[0])]
            drops[group] = (float(same["share"].iloc[-1]) if len(same) else 0) - float(mine["share"].iloc[0])
    if not drops:
        return None
    words = f"{event.date.year}: {short_event(event.text)}"
    for group in sorted(drops, key=drops.get, reverse=True)[:3]:
        panel = panels[groups.index(group)]
        part = table[(table["group"] == group) & table["share"].notna()].sort_values("adopted_on")

        def point(year: float, share: float, panel: Panel = panel) -> tuple[float, float]:
            return ((year - span[0]) / (span[1] - span[0]) * panel.wide, (1.04 - share) / 1.07 * panel.high)

        taken = []
        for _, one in part.groupby("body"):
            taken += along([point(y, s) for y, s in zip(one["year"], one["share"], strict=True)])
        mine = part[part["resolution"] == event.resolution].iloc[0]
        target = point(mine["year"], mine["share"])
        for limit in (panel.wide, panel.wide * 0.85, panel.wide * 0.65):
            lines = wrap(words, lay.small, limit)
            box = (max(width(line, lay.small) for line in lines), height(lines, lay.small))
            spot = free_spot(box, target, (panel.wide, panel.high), taken, lay.small * 0.75)
            if spot:
                return callout(sheet, panel, lines, box, spot, target, (int(mine["year"]), float(mine["share"])))
    return None


def _table(table: pd.DataFrame) -> pd.DataFrame:
    # Without a list of the stage nobody was counted: single names may be held all the same, so none is not said.
    listed = table["status"].isin(NAMED)
    return pd.DataFrame(
        {
            "Body": table["body"],
            "Resolution": table["resolution"],
            "Year": table["year"],
            "Group": table["group"].map(group_short),
            "Sponsors named": table["sponsors"].astype("Int64").where(listed),
            "Not known": table["unknown"].astype("Int64").where(listed),
            "Members": table["members"],
            "Share": table["share"].round(4),
            "List": table["status"],
            "Stage": table["asked"].map(STAGES),
        }
    )


def _alt(title: str, table: pd.DataFrame, groups: list[str], note: str) -> str:
    parts = []
    for group in groups:
        part = table[(table["group"] == group) & table["share"].notna()].sort_values("adopted_on")
        if len(part):
            last = part.iloc[-1]
            bound = "at least " if last["status"] == "gap" else ""
            parts.append(f"{group_short(group)} {bound}{percent_told(last['share'])} in {last['year']}")
    numbers = f"Latest: {listing(parts)}." if parts else ""
    return f"Small line charts, one for each group. {title}. {numbers} {note}".replace("\n", " ").strip()
