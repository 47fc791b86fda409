"""The world map, Equal Earth, with circles for the States that are too small to be seen.

Boundaries come from a file that our own server holds (`frame.chart.PLOTLY_MAP_CONFIG`); nothing of them is in the
figure. Plotly cannot hatch an area of a map: the strokes of those that are not known lie over it, cut to their outline.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

import numpy as np
import pandas as pd

from charts.frame.chart import Chart, Context, Kind
from charts.frame.figure import Drawing, trace
from charts.frame.legend import Swatch, colour
from charts.frame.sheet import Sheet
from charts.frame.sources import BOUNDARIES_CREDIT, UN_BOUNDARIES
from charts.frame.text import escape
from charts.kinds.states.islands import SPAN, apart, project, unproject
from charts.kinds.states.paint import Painting
from data.tongues.speech import say
from files.paths import GEO

_PROPORTION = 0.41
"""Height of an Equal Earth world without Antarctica, of its width."""
_NORTH, _SOUTH = 90, -62
_FITS = 0.9
"""Of the room for it, what Plotly draws the world in."""


def worldmap(painting: Painting, places: pd.DataFrame, context: Context) -> Chart:
    """The States of a painting on a map. `places`: record.places (iso3, lon, lat, marker). Each point carries the ISO
    code, in `location` (areas) and `customdata` (areas and circles)."""
    name, note = (
        painting.named(Kind.MAP),
        "\n".join((*filter(None, [context.noted(painting.note)]), say(UN_BOUNDARIES))),
    )
    subtitle, figures, table = context.within(painting.subtitle), painting.figures(), _table(painting)
    context = replace(context, source=". ".join(filter(None, (context.source, say(BOUNDARIES_CREDIT)))))
    draw = partial(_draw, painting=painting, places=places)
    return Chart(Kind.MAP, name, painting.title, subtitle, note, figures, table, draw, context)


def map_looks(looks: dict[str, Swatch]) -> dict[str, Swatch]:
    """The looks of an assembly for areas: filled or hatched, as on a map an empty or a dotted one would not show."""
    made = {}
    for key, swatch in looks.items():
        fill = {"": "pale_area", "pale": "earlier_area"}.get(swatch.fill, swatch.fill)
        if swatch.hatch:
            made[key] = replace(swatch, fill=fill, heavy=False)
        elif swatch.line == "left":
            made[key] = replace(swatch, fill="left", heavy=False)
        elif swatch.dotted:
            made[key] = replace(swatch, fill="neutral", line="neutral", dotted=False)
        else:
            made[key] = swatch if fill == swatch.fill else replace(swatch, fill=fill, line="outline")
    return made


def _legend(looks: Sequence[Swatch]) -> list[Swatch]:
    """The looks, with those that look alike in one entry: two that cannot be told apart are not shown as two."""
    same: dict[tuple[str, str], list[Swatch]] = {}
    for look in looks:
        same.setdefault((look.fill, look.line if look.hatch else ""), []).append(look)
    return [replace(one[0], label=say("; or ").join(look.label for look in one)) for one in same.values()]


def _draw(sheet: Sheet, painting: Painting, places: pd.DataFrame) -> Drawing:
    looks = map_looks(painting.used())
    sheet.legend = _legend([*looks.values(), Swatch(say("not a Member State"), "neutral", "neutral")])
    states = painting.states.merge(places[["iso3", "lon", "lat", "marker"]], on="iso3", how="left")
    body = sheet.width * _PROPORTION if sheet.room is None else sheet.room
    size = max(5.5, 7 * sheet.layout.width / 1100)
    drawing = Drawing()
    for key, swatch in looks.items():
        _add_areas(sheet, drawing, states[states["look"] == key], swatch)
    small = _moved(states[states["marker"].eq(True)], (size + 2) / _scale(sheet.width, body))
    moved = small.loc[small["moved"], ["lon", "lat", "at_lon", "at_lat"]].astype(float).round(1)
    if len(moved):  # a line from each State to its circle, where that stands apart from it
        _add_lines(drawing, moved.to_numpy().tolist(), sheet.colours.secondary)
    for key, swatch in looks.items():
        _add_circles(sheet, drawing, small[small["look"] == key], swatch, size)
    drawing.layout["geo"] = {
        "projection": {"type": "equal earth", "rotation": {"lon": 0}},
        "resolution": 50,
        "lataxis": {"range": [_SOUTH, _NORTH]},
        "showcountries": True,
        "showland": True,
        "countrywidth": 0.4,
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    return sheet.place(drawing, body)


def _scale(width: float, height: float) -> float:
    """Pixels to a unit of the projection, where the world fits a picture of that size."""
    reach = project(np.zeros(2), np.array([_SOUTH, _NORTH]))[:, 1]
    return float(min(width / SPAN, height / (reach[1] - reach[0]))) * _FITS


def _moved(small: pd.DataFrame, distance: float) -> pd.DataFrame:
    """Small States with where their circles stand (at_lon, at_lat), and whether that is clear of the State."""
    at = project(small["lon"].to_numpy(float), small["lat"].to_numpy(float))
    stand = apart(at, distance)
    lon, lat = unproject(stand)
    away = np.linalg.norm(stand - at, axis=1) > distance * 0.6
    return small.assign(at_lon=lon, at_lat=lat, moved=away)


def _said(states: pd.DataFrame) -> list[str]:
    pairs = zip(states["short_name"], states["sentence"], strict=True)
    return [f"<b>{escape(name)}</b><br>{escape(sentence)}" for name, sentence in pairs]


def _add_areas(sheet: Sheet, drawing: Drawing, states: pd.DataFrame, swatch: Swatch) -> None:
    """Areas of one look, with their strokes where it is hatched."""
    fill, line = colour(sheet.colours, swatch.fill), colour(sheet.colours, swatch.line)
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
            text=_said(states),
            hovertemplate="%{text}<extra></extra>",
            marker={"line": {"color": line if swatch.hatch else sheet.colours.ground, "width": 0.4}},
            unselected={"marker": {"opacity": 0.6}},
        )
    )
    if swatch.hatch:
        held = strokes()
        _add_lines(drawing, [stroke for iso3 in states["iso3"] for stroke in held.get(iso3, ())], line)


def _add_lines(drawing: Drawing, lines: Sequence[Sequence[float]], tint: str) -> None:
    """Lines, each given as lon, lat, lon, lat … in degrees."""
    lon, lat = ([value for line in lines for value in (*line[at::2], None)] for at in (0, 1))
    look = {"color": tint, "width": 0.8}
    drawing.add(trace("scattergeo", lon=lon, lat=lat, mode="lines", hoverinfo="skip", line=look))


def _add_circles(sheet: Sheet, drawing: Drawing, small: pd.DataFrame, swatch: Swatch, size: float) -> None:
    """Circles of one look, with a stroke across where it is hatched."""
    if small.empty:
        return
    lon, lat = ([round(float(x), 1) for x in small[column]] for column in ("at_lon", "at_lat"))
    line = colour(sheet.colours, swatch.line)
    drawing.add(
        trace(
            "scattergeo",
            lon=lon,
            lat=lat,
            customdata=list(small["iso3"]),
            text=_said(small),
            mode="markers",
            name=swatch.label,
            hovertemplate="%{text}<extra></extra>",
            marker={"size": size, "color": colour(sheet.colours, swatch.fill), "line": {"color": line, "width": 1}},
            unselected={"marker": {"opacity": 0.6}},
        )
    )
    if swatch.hatch:
        look = {"symbol": "line-ne", "size": size * 0.7, "line": {"color": line, "width": 1}}
        drawing.add(trace("scattergeo", lon=lon, lat=lat, mode="markers", hoverinfo="skip", marker=look))


def _table(painting: Painting) -> pd.DataFrame:
    states = painting.states.sort_values("short_name")
    shown = states["look"].map({key: swatch.label for key, swatch in painting.looks.items()})
    columns = (states["short_name"], states["iso3"], shown, states["sentence"])
    heads = (say("State"), say("Code"), say("Shown as"), say("Record"))
    return pd.DataFrame(dict(zip(heads, columns, strict=True))).reset_index(drop=True)


@cache
def strokes() -> dict[str, list[list[float]]]:
    """By iso3: lon, lat, lon, lat … in degrees along each stroke (data.geo.make); [] for States too small for one."""
    made: dict[str, list[list[float]]] = json.loads((GEO / "strokes.json").read_text(encoding="utf-8"))
    return made
