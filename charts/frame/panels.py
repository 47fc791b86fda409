"""Small multiples: panels of one size in a grid, their heads, their years, and room for a remark inside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.english import percent_told
from charts.frame.figure import Drawing, Trace, scatter
from charts.frame.sheet import Sheet
from charts.frame.text import block, height, width, wrap
from data.tongues.speech import decimal

Size = tuple[float, float]
"""Width and height, or right and down, in pixels."""


@dataclass(frozen=True)
class Panel:
    """One panel of an area, in pixels from its upper left; `x`, `y` are the names of its axes."""

    left: float
    top: float
    wide: float
    high: float
    x: str
    y: str
    area: Size


def grid(count: int, columns: int, area: Size, spaces: tuple[float, float, float]) -> list[Panel]:
    """`count` panels, `columns` a row, in an area; `spaces`: over each for its head, under it for its years, and
    between two."""
    head, foot, gap = spaces
    rows = -(-count // columns)
    wide = (area[0] - gap * (columns - 1)) / columns
    high = area[1] / rows - head - foot
    panels = []
    for n in range(count):
        row, column = divmod(n, columns)
        at = (column * (wide + gap), row * (head + high + foot) + head)
        suffix = "" if n == 0 else str(n + 1)
        panels.append(Panel(*at, wide, high, f"x{suffix}", f"y{suffix}", area))
    return panels


def of_bodies(
    sheet: Sheet, drawing: Drawing, heads: Sequence[tuple[str, str]], left: float, tall: float
) -> list[Panel]:
    """Panels side by side or, on a narrow sheet, one under the other, with their heads drawn. `heads`: name and what
    stands under it; `left`: pixels for the labels of the axis; `tall`: height of a panel where the sheet leaves it
    open."""
    lay = sheet.layout
    across = 1 if lay.tight else len(heads)
    gap = 0 if across == 1 else lay.label * 2.2
    wide = sheet.width - left
    over = head_height(sheet, *zip(*heads, strict=True), (wide - gap * (across - 1)) / across)
    foot = lay.small * 2.3
    body = sheet.room or (len(heads) if lay.tight else 1) * (over + foot + tall)
    panels = grid(len(heads), across, (wide, body), (over, foot, gap))
    for panel, (name, under) in zip(panels, heads, strict=True):
        drawing.notes += head(sheet, panel, name, under, sheet.colours.ink)
    return panels


def line_in(panel: Panel, xs: Sequence[float], ys: Sequence[float | None], look: dict) -> Trace:
    """A line in the axes of a panel, broken where a value is None."""
    axes = {"xaxis": panel.x, "yaxis": panel.y}
    return scatter(x=xs, y=ys, mode="lines", connectgaps=False, hoverinfo="skip", line=look, **axes)


def points_in(panel: Panel, xs: Sequence[float], ys: Sequence[float], look: dict, **said: Any) -> Trace:
    """Points in the axes of a panel; `said`: of each on a hover and a click."""
    axes = {"xaxis": panel.x, "yaxis": panel.y}
    return scatter(x=xs, y=ys, mode="markers", cliponaxis=False, marker=look, **axes, **said)


def on_hover(texts: Iterable[str], words: Iterable[str], said: str = "%{hovertext}") -> dict[str, Any]:
    """What points say on a hover, under their text and its year, and on a click; `said`: around the words of each."""
    template = f"<b>%{{customdata}}</b> (%{{x}})<br>{said}<extra></extra>"
    return {"customdata": list(texts), "hovertext": list(words), "hovertemplate": template}


def set_axes(drawing: Drawing, panel: Panel, x: dict, y: dict) -> None:
    """Put the axes of a panel in their place."""
    area = panel.area
    across = [panel.left / area[0], (panel.left + panel.wide) / area[0]]
    up = [1 - (panel.top + panel.high) / area[1], 1 - panel.top / area[1]]
    drawing.axes(
        {"domain": _inside(across), "anchor": panel.y, **x},
        {"domain": _inside(up), "anchor": panel.x, **y},
        panel.x[1:],
    )


def value_axis(sheet: Sheet, panel: Panel, reach: Size, steps: Sequence[float], percents: bool = True) -> dict:
    """The axis of numbers, with a quiet grid; named in the panels at the left only."""
    told = percents or any(step % 1 for step in steps)
    return {
        "range": list(reach),
        "tickvals": list(steps),
        **({"ticktext": [percent_told(step) if percents else _number(step) for step in steps]} if told else {}),
        "showgrid": True,
        "showticklabels": panel.left < 1,
        "tickfont": {"size": sheet.layout.small},
        "ticklabelstandoff": 4,
    }


def _number(step: float) -> str:
    """A number on an axis: "0", "0.25"."""
    return decimal(step, len(f"{step:g}".partition(".")[2])) if step % 1 else str(int(step))


def year_axis(sheet: Sheet, span: Sequence[float], ticks: Sequence[int]) -> dict:
    """The axis of years under a panel: short ticks, small figures, a quiet line."""
    return {
        "range": span,
        "tickvals": list(ticks),
        "ticktext": [str(t) for t in ticks],
        "ticks": "outside",
        "ticklen": 4,
        "showline": True,
        "linecolor": sheet.colours.rule,
        "tickfont": {"size": sheet.layout.small},
    }


def _inside(domain: list[float]) -> list[float]:
    return [min(1.0, max(0.0, round(part, 5))) for part in domain]


def head(sheet: Sheet, panel: Panel, name: str, under: str, colour: str) -> list[dict]:
    """Name and a line under it, over a panel, left."""
    lay = sheet.layout
    lines, small = (wrap(name, lay.label, panel.wide, bold=True), wrap(under, lay.small, panel.wide))
    at = {
        "xref": "paper",
        "yref": "paper",
        "x": panel.left / panel.area[0],
        "y": 1 - panel.top / panel.area[1],
        "xanchor": "left",
        "yanchor": "bottom",
    }
    base = lay.small * 0.7
    return [
        sheet.label(block(small), lay.small, sheet.colours.secondary, **at, yshift=base),
        sheet.label(block(lines), lay.label, colour, bold=True, **at, yshift=base + height(small, lay.small)),
    ]


def head_height(sheet: Sheet, names: Iterable[str], unders: Iterable[str], limit: float) -> float:
    """Height that the tallest head of panels of that width needs."""
    lay = sheet.layout
    pairs = zip(names, unders, strict=True)
    tallest = max(
        (
            height(wrap(n, lay.label, limit, True), lay.label) + height(wrap(u, lay.small, limit), lay.small)
            for n, u in pairs
        ),
        default=0,
    )
    return tallest + lay.small * 1.5


def year_ticks(years: Iterable[int], first: float, last: float, wide: float, size: float) -> list[int]:
    """Years to name under a panel that spans first..last: the first and last, and others where there is room."""
    years = sorted({int(year) for year in years})
    if not years or last <= first:
        return years[:1]
    room = width("2000", size) * 1.25
    per_year = wide / (last - first)
    chosen = [years[0]]
    if (years[-1] - years[0]) * per_year >= room:
        chosen.append(years[-1])
    # the middle first, so that the years spread evenly
    for year in sorted(years, key=lambda y: abs(y - (years[0] + years[-1]) / 2)):
        if all(abs(year - other) * per_year >= room for other in chosen):
            chosen.append(year)
    return sorted(chosen)


def free_spot(size: Size, near: Size, area: Size, taken: Sequence[Size], clearance: float) -> Size | None:
    """Upper left corner for a box of `size` close to the point `near` that covers none of the points `taken`. All in
    pixels of a panel of `area`, from its upper left; None where there is no such spot."""
    wide, high = size
    best, cost = None, float("inf")
    step = 6.0
    y = 2.0
    while y + high <= area[1] - 2:
        x = 0.0
        while x + wide <= area[0]:
            clear = all(
                px < x - clearance or px > x + wide + clearance or py < y - clearance or py > y + high + clearance
                for px, py in taken
            )
            distance = abs(x + wide / 2 - near[0]) * 0.6 + min(abs(y - near[1]), abs(y + high - near[1]))
            if clear and distance < cost:
                best, cost = (x, y), distance
            x += step
        y += step
    return best


def along(points: Sequence[Size], step: float = 6.0) -> list[Size]:
    """Points every few pixels along a broken line, so that a remark can keep off it."""
    made = list(points)
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        pieces = int(max(abs(x1 - x0), abs(y1 - y0)) // step)
        made += [(x0 + (x1 - x0) * n / pieces, y0 + (y1 - y0) * n / pieces) for n in range(1, pieces)]
    return made


@dataclass(frozen=True)
class Remark:
    """What is to be said of a point: `at` in the panel's own units, `spot` in its pixels; `limits`: widths to try."""

    words: str
    at: Size
    spot: Size
    limits: Sequence[float]


def callout(sheet: Sheet, panel: Panel, remark: Remark, taken: Sequence[Size], clearance: float) -> dict | None:
    """The remark where it covers none of the points `taken`, with a line to its point; None where there is no room."""
    lay = sheet.layout
    for limit in remark.limits:
        lines = wrap(remark.words, lay.small, limit)
        box = (max(width(line, lay.small) for line in lines), height(lines, lay.small))
        place = free_spot(box, remark.spot, (panel.wide, panel.high), taken, clearance)
        if place:
            return sheet.label(block(lines), lay.small, sheet.colours.secondary) | {
                "xref": panel.x,
                "yref": panel.y,
                "x": remark.at[0],
                "y": remark.at[1],
                "showarrow": True,
                "arrowhead": 0,
                "arrowwidth": 1,
                "arrowcolor": sheet.colours.secondary,
                "ax": place[0] + box[0] / 2 - remark.spot[0],
                "ay": place[1] + box[1] / 2 - remark.spot[1],
                "standoff": 6 * lay.unit,
            }
    return None
