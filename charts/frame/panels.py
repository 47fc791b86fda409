"""Small multiples: panels of one size in a grid, their heads, their years, and room for a remark inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charts.frame.drawing import Drawing
from charts.frame.sheet import Sheet
from charts.frame.text import block, height, width, wrap


@dataclass(frozen=True)
class Panel:
    """One panel, in pixels from the upper left of the picture; `x`, `y` are the names of its axes."""

    left: float
    top: float
    wide: float
    high: float
    x: str
    y: str


def grid(count: int, columns: int, area: tuple[float, float], head: float, foot: float, gap: float) -> list[Panel]:
    """`count` panels, `columns` a row, in an area (width, height), each with room for a head and its years."""
    rows = -(-count // columns)
    wide = (area[0] - gap * (columns - 1)) / columns
    high = area[1] / rows - head - foot
    panels = []
    for n in range(count):
        row, column = divmod(n, columns)
        suffix = "" if n == 0 else str(n + 1)
        panels.append(
            Panel(column * (wide + gap), row * (head + high + foot) + head, wide, high, f"x{suffix}", f"y{suffix}")
        )
    return panels


def set_axes(drawing: Drawing, panel: Panel, area: tuple[float, float], x: dict, y: dict) -> None:
    """Put the axes of a panel in their place."""
    across = [panel.left / area[0], (panel.left + panel.wide) / area[0]]
    up = [1 - (panel.top + panel.high) / area[1], 1 - panel.top / area[1]]
    drawing.axes(
        {"domain": _inside(across), "anchor": panel.y, **x},
        {"domain": _inside(up), "anchor": panel.x, **y},
        panel.x[1:],
    )


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


def head(
    sheet: Sheet, panel: Panel, area: tuple[float, float], name: str, under: str, colour: str, limit: float = 0
) -> list[dict]:
    """Name and a line under it, over a panel, left."""
    lay = sheet.layout
    lines, small = (wrap(name, lay.label, limit or panel.wide, bold=True), wrap(under, lay.small, limit or panel.wide))
    at = {
        "xref": "paper",
        "yref": "paper",
        "x": panel.left / area[0],
        "y": 1 - panel.top / area[1],
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


def free_spot(
    size: tuple[float, float],
    near: tuple[float, float],
    area: tuple[float, float],
    taken: Sequence[tuple[float, float]],
    clearance: float,
) -> tuple[float, float] | None:
    """Upper left corner for a box of `size` close to the point `near` that covers none of the points `taken`.

    All in pixels of a panel of `area`, from its upper left; None where there is no such spot.
    """
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


def along(points: Sequence[tuple[float, float]], step: float = 6.0) -> list[tuple[float, float]]:
    """Points every few pixels along a broken line, so that a remark can keep off it."""
    made = list(points)
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        pieces = int(max(abs(x1 - x0), abs(y1 - y0)) // step)
        made += [(x0 + (x1 - x0) * n / pieces, y0 + (y1 - y0) * n / pieces) for n in range(1, pieces)]
    return made


def callout(
    sheet: Sheet,
    panel: Panel,
    lines: list[str],
    box: tuple[float, float],
    spot: tuple[float, float],
    target: tuple[float, float],
    at: tuple[float, float],
) -> dict:
    """A remark of `lines` with its upper left corner at `spot`, and a line to its point: `target` in pixels of the
    panel, `at` in the panel's own units."""
    middle = (spot[0] + box[0] / 2, spot[1] + box[1] / 2)
    return sheet.label(block(lines), sheet.layout.small, sheet.colours.secondary) | {
        "xref": panel.x,
        "yref": panel.y,
        "x": at[0],
        "y": at[1],
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": sheet.colours.secondary,
        "ax": middle[0] - target[0],
        "ay": middle[1] - target[1],
        "standoff": 6 * sheet.layout.unit,
    }
