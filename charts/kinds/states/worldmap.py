"""The world map, Equal Earth, with circles for the States that are too small to be seen.

Boundaries come from a file that our own server holds (`frame.chart.PLOTLY_MAP_CONFIG`); nothing of them is in the
figure. A map has no hatching, so "not known" is a mid-grey of its own, told apart in the legend.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from analytics.english import group_short
from charts.frame.chart import Chart
from charts.frame.colors import UN_GROUPS
from charts.frame.drawing import Drawing, trace
from charts.frame.legend import Swatch, colour
from charts.frame.sheet import Sheet
from charts.frame.sources import BOUNDARIES_CREDIT, UN_BOUNDARIES, Context
from charts.frame.text import escape
from charts.kinds.states.painting import Painting
from charts.words.titles import joined_notes

_PROPORTION = 0.41
"""Height of an Equal Earth world without Antarctica, of its width."""
_NORTH, _SOUTH = 90, -62


def worldmap(
    painting: Painting, places: pd.DataFrame, context: Context, layout: str = "wide", theme: str = "light"
) -> Chart:
    """The States of a painting on a map. `places`: record.places (iso3, lon, lat, marker).

    Each point carries the ISO code, in `location` (areas) and `customdata` (areas and circles).
    """
    note = joined_notes(painting.note, *context.missing, UN_BOUNDARIES)
    name = painting.name.replace("assembly", "map")
    return Chart(
        name=name,
        title=painting.title,
        subtitle=", ".join(part for part in (painting.subtitle, context.scope) if part),
        note=note,
        source=f"{context.source}. {BOUNDARIES_CREDIT}" if context.source else BOUNDARIES_CREDIT,
        alt=_alt(painting),
        table=_table(painting),
        draw=lambda sheet: _draw(sheet, painting, places),
        data_version=context.data_version,
        is_map=True,
        layout=layout,
        theme=theme,
    )


def map_looks(looks: dict[str, Swatch]) -> dict[str, Swatch]:
    """The looks of an assembly as flat fills: an area cannot be hatched or left empty."""
    made = {}
    for key, swatch in looks.items():
        if swatch.hatch and swatch.line == "sponsor":
            made[key] = replace(swatch, fill="steps.0", line="steps.0", hatch=False, heavy=False)
        elif swatch.hatch and swatch.line == "left":
            made[key] = replace(swatch, fill="left", hatch=False, heavy=False)
        elif swatch.hatch:
            made[key] = replace(swatch, fill="unknown", line="unknown", hatch=False)
        elif key == "left" or swatch.line == "left":
            made[key] = replace(swatch, fill="left", heavy=False)
        elif swatch.dotted:
            made[key] = replace(swatch, fill="neutral", line="neutral", dotted=False)
        elif not swatch.fill:
            made[key] = replace(swatch, fill="pale_area", line="outline")
        elif swatch.fill == "pale":
            made[key] = replace(swatch, fill="earlier_area", line="outline")
        else:
            made[key] = swatch
    return made


def _legend(looks: Sequence[Swatch]) -> list[Swatch]:
    """The looks, with those of one fill in one entry: two that cannot be told apart are not shown as two."""
    same: dict[str, list[Swatch]] = {}
    for look in looks:
        same.setdefault(look.fill, []).append(look)
    return [replace(one[0], label="; or ".join(look.label for look in one)) for one in same.values()]


def _draw(sheet: Sheet, painting: Painting, places: pd.DataFrame) -> go.Figure:
    looks = map_looks(painting.used())
    sheet.legend = _legend([*looks.values(), Swatch("not a Member State", "neutral", "neutral")])
    states = painting.states.merge(places[["iso3", "lon", "lat", "marker"]], on="iso3", how="left")
    drawing = Drawing()
    for key, swatch in looks.items():
        _add(sheet, drawing, states[states["look"] == key], swatch)
    full = sheet.width * _PROPORTION
    body = full if sheet.room is None else min(full, sheet.room)
    drawing.layout["geo"] = {
        "projection": {"type": "equal earth", "rotation": {"lon": 0}},
        "resolution": 50,
        "lataxis": {"range": [_SOUTH, _NORTH]},
        "showcountries": True,
        "showland": True,
        "countrywidth": 0.4,
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    return sheet.place(drawing, sheet.room if sheet.room is not None else body)


def _add(sheet: Sheet, drawing: Drawing, states: pd.DataFrame, swatch: Swatch) -> None:
    """Areas of one look, and circles for those of its States that need one."""
    fill = colour(sheet.colours, swatch.fill)
    said = (states["short_name"] + "|" + states["sentence"]).map(
        lambda words: "<b>{}</b><br>{}".format(*map(escape, words.split("|", 1)))
    )
    drawing.add(
        trace(
            "choropleth",
            locations=list(states["iso3"]),
            z=[1] * len(states),
            locationmode="ISO-3",
            customdata=list(states["iso3"]),
            colorscale=[[0, fill], [1, fill]],
            zmin=0,
            zmax=1,
            showscale=False,
            name=swatch.label,
            text=list(said),
            hovertemplate="%{text}<extra></extra>",
            marker={"line": {"color": sheet.colours.ground, "width": 0.4}},
            unselected={"marker": {"opacity": 0.6}},
        )
    )
    small = states["marker"].eq(True)
    if not small.any():
        return
    drawing.add(
        trace(
            "scattergeo",
            lon=[round(x, 1) for x in states.loc[small, "lon"]],
            lat=[round(x, 1) for x in states.loc[small, "lat"]],
            customdata=list(states.loc[small, "iso3"]),
            text=list(said[small]),
            mode="markers",
            name=swatch.label,
            hovertemplate="%{text}<extra></extra>",
            marker={
                "size": max(5.5, 7 * sheet.layout.width / 1100),
                "color": fill,
                "line": {"color": colour(sheet.colours, swatch.line), "width": 1},
            },
            unselected={"marker": {"opacity": 0.6}},
        )
    )


def _table(painting: Painting) -> pd.DataFrame:
    states = painting.states.sort_values("short_name")
    shown = states["look"].map({key: swatch.label for key, swatch in painting.looks.items()})
    columns = {"State": states["short_name"], "Code": states["iso3"], "Shown as": shown, "Record": states["sentence"]}
    return pd.DataFrame(columns).reset_index(drop=True)


def _alt(painting: Painting) -> str:
    numbers = "; ".join(f"{group_short(group)}: {painting.head(group)}" for group in UN_GROUPS)
    missing = painting.note.replace("\n", " ") or ("" if painting.left_open() else "No State is left open.")
    return f"World map, Equal Earth, with circles for small States. {painting.title}. {numbers}. {missing}".strip()
