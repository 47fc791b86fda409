"""The assembly: one State, one tile, in five regional blocks. The primary picture of where support stands."""

from functools import partial

import pandas as pd

from analytics.english import group_short
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import UN_GROUPS, text_on
from charts.frame.figure import Drawing, Trace, empty, hatched, placed, scatter, unseen
from charts.frame.legend import Swatch, colour
from charts.frame.sheet import Sheet
from charts.frame.text import block, escape, height, width
from charts.frame.tiles import COUNT, TILE, Block, Wanted, plan, squares
from charts.kinds.states.paint import Painting
from data.tongues.speech import say


def assembly(painting: Painting, context: Context) -> Chart:
    """The tiles of a painting (charts.kinds.states.paint): 193 Members by regional group, observers apart. Each point
    carries the ISO code in `customdata`."""
    subtitle = say("Each tile is one Member State. {subtitle}", subtitle=context.within(painting.subtitle))
    name, note = painting.named(Kind.ASSEMBLY), context.noted(painting.note)
    figures, table = painting.figures(), _table(painting)
    draw = partial(_draw, painting=painting)
    return Chart(Kind.ASSEMBLY, name, painting.title, subtitle, note, figures, table, draw, context)


def _draw(sheet: Sheet, painting: Painting) -> Drawing:
    if painting.states.empty:
        return sheet.place(empty(), 50)
    looks = painting.used()
    sheet.legend = list(looks.values())
    ordered = _sorted(painting)
    groups = [ordered[ordered["un_group"] == group] for group in UN_GROUPS]
    observers = ordered[ordered["status"] == "observer"]
    label = sheet.layout.label * 1.05
    heads = [painting.head(group) for group in UN_GROUPS]
    extra = label * 0.9 + 30 * sheet.layout.unit if len(observers) else 0
    room = None if sheet.room is None else sheet.room - extra
    names = [group_short(group) for group in UN_GROUPS]
    laid = plan(Wanted([len(g) for g in groups], names, heads, label), sheet.width, room)
    pitch = laid.pitch
    rows, annotations = [], []
    for states, place in zip(groups, laid.blocks, strict=True):
        corners = [
            (place.left + (n % place.columns) * pitch, -place.top - (n // place.columns) * pitch)
            for n in range(len(states))
        ]
        rows.append(states.assign(x=[x for x, _ in corners], y=[y for _, y in corners]))
        annotations += _head(sheet, place, label)
    deep = laid.height
    if len(observers):
        said = say("Observers, outside the Member States")
        left = width(said, sheet.layout.small) * 1.04 + pitch * 0.3
        top = deep + label * 0.9
        rows.append(observers.assign(x=[left + n * pitch for n in range(len(observers))], y=-top))
        at = placed(0, -top - pitch * TILE / 2, "left middle")
        annotations.append(sheet.label(escape(said), sheet.layout.small, sheet.colours.secondary, **at))
        deep = top + pitch
    tiles = pd.concat(rows, ignore_index=True)
    drawing = Drawing()
    drawing.notes += annotations
    for key, swatch in looks.items():
        drawing.add(_fill(sheet, tiles[tiles["look"] == key], swatch, pitch * TILE))
    drawing.add(_points(sheet, tiles, looks, pitch * TILE))
    drawing.axes(
        {"visible": False, "range": [-1, sheet.width], "constrain": "domain", "constraintoward": "left"},
        {
            "visible": False,
            "range": [-deep, 1],
            # a stretched figure keeps its tiles square
            "scaleanchor": "x",
            "scaleratio": 1,
            "constrain": "domain",
            "constraintoward": "top",
        },
    )
    return sheet.place(drawing, deep + 1)


def _sorted(painting: Painting) -> pd.DataFrame:
    """States in the order of the looks, then of the painting's own order, then of their codes."""
    states = painting.states
    rank = states["look"].map({key: n for n, key in enumerate(painting.looks)})
    return states.assign(rank=rank).sort_values(["rank", "order", "iso3"])


def _fill(sheet: Sheet, tiles: pd.DataFrame, swatch: Swatch, side: float) -> Trace:
    """All tiles of one look as one path."""
    # half of an outline lies outside of its path, where the edge of the picture would cut it
    outlined = not swatch.fill or swatch.hatch or (swatch.line or swatch.fill) != swatch.fill
    inset = 1.0 if swatch.heavy else 0.5 if outlined else 0.0
    corners = [(x + inset, y - inset) for x, y in zip(tiles["x"], tiles["y"], strict=True)]
    xs, ys = squares(corners, side - 2 * inset)
    line = colour(sheet.colours, swatch.line)
    trace = scatter(
        x=xs,
        y=ys,
        mode="lines",
        fill="toself",
        hoverinfo="skip",
        name=swatch.label,
        fillcolor=colour(sheet.colours, swatch.fill),
        line={"color": line, "width": 2 if swatch.heavy else 1, "dash": "dot" if swatch.dotted else "solid"},
    )
    if swatch.hatch:
        ground = trace.pop("fillcolor")
        trace["fillpattern"] = hatched(line, ground, side / 4.2) | {"fgopacity": 0.6}
    return trace


def _points(sheet: Sheet, tiles: pd.DataFrame, looks: dict[str, Swatch], side: float) -> Trace:
    """One clear marker a State, with its code, its code as customdata and what is said of it."""
    inks = {key: _ink(sheet, swatch) for key, swatch in looks.items()}
    said = [
        f"<b>{escape(name)}</b><br>{escape(sentence)}"
        for name, sentence in zip(tiles["short_name"], tiles["sentence"], strict=True)
    ]
    return scatter(
        x=[round(x + side / 2, 1) for x in tiles["x"]],
        y=[round(y - side / 2, 1) for y in tiles["y"]],
        mode="markers+text",
        text=list(tiles["iso3"]),
        customdata=list(tiles["iso3"]),
        hovertext=said,
        hovertemplate="%{hovertext}<extra></extra>",
        textposition="middle center",
        textfont={"size": round(side * 0.36, 1), "color": [inks[look] for look in tiles["look"]]},
        marker=unseen(round(side, 1)),
        # a click marks the tile and leaves all others as they are
        selected={"marker": {"color": sheet.colours.pick}, "textfont": {"color": "#1b2330"}},
        unselected={"marker": {"opacity": 1}},
        name=say("States"),
    )


def _ink(sheet: Sheet, swatch: Swatch) -> str:
    if swatch.text == "left":
        return colour(sheet.colours, "left")
    if swatch.fill in ("", "ground", "pale"):
        return sheet.colours.ink if swatch.hatch else sheet.colours.secondary
    return text_on(colour(sheet.colours, swatch.fill))


def _head(sheet: Sheet, place: Block, size: float) -> list[dict]:
    """Name and count over a block, resting on its tiles; both in the tiles' own coordinates."""
    base = -place.top + size * 0.25
    name_base = base + height(list(place.count), size * COUNT)
    under, over = (placed(place.left, y, "left bottom") for y in (base, name_base))
    return [
        sheet.label(block(list(place.count)), size * COUNT, sheet.colours.secondary, **under),
        sheet.label(block(list(place.name)), size, sheet.colours.ink, bold=True, **over),
    ]


def _table(painting: Painting) -> pd.DataFrame:
    """State, code, regional group, what is shown and what is said of it."""
    states = painting.states.sort_values(["un_group", "short_name"])
    shown = states["look"].map({key: swatch.label for key, swatch in painting.looks.items()})
    return pd.DataFrame(
        {
            say("State"): states["short_name"],
            say("Code"): states["iso3"],
            say("Regional group"): states["un_group"].map({"": say("Observer"), **{g: say(g) for g in UN_GROUPS}}),
            say("Shown as"): shown,
            say("Record"): states["sentence"],
        }
    ).reset_index(drop=True)
