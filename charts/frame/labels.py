"""Numbers beside points: each where it covers no point, no line and no other number; where no such place is, none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from charts.frame.panels import Panel, along
from charts.frame.sheet import Sheet
from charts.frame.text import width

Point = tuple[float, float]
Place = Callable[[float, float], Point]
_LETTERS = 0.74
"""Height of the letters of a line, in font sizes."""


@dataclass(frozen=True)
class Series:
    """Points to be numbered, in the units of their axes, and the `line` between them (None: it breaks)."""

    points: Sequence[Point]
    texts: Sequence[str]
    line: Sequence[Point | None]


def place_of(panel: Panel, across: Sequence[float], up: Sequence[float]) -> Place:
    """Turns units of the axes, which span `across` and `up`, into pixels from the upper left of the panel."""
    return lambda x, y: (
        (x - across[0]) / (across[1] - across[0]) * panel.wide,
        (up[1] - y) / (up[1] - up[0]) * panel.high,
    )


def traced(line: Sequence[Point | None], place: Place, step: float = 6.0) -> list[Point]:
    """Pixels every few along a line that may break."""
    runs: list[list[Point]] = [[]]
    for point in line:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(place(*point))
    return [pixel for run in runs for pixel in along(run, step)]


def numbered(sheet: Sheet, panel: Panel, series: Series, place: Place, floor: float) -> list[dict]:
    """A number at each point where there is room: over it, or under it where the line comes down from both sides, or
    beside it. The last, the first, the highest and the lowest come first. `floor`: how far down there is room, in
    pixels."""
    size, radius = sheet.layout.small, 6.5 * sheet.layout.unit
    pixels, values = [place(*point) for point in series.points], [y for _, y in series.points]
    drawn, boxes, labels = traced(series.line, place, 3), [], []
    order = sorted(
        range(len(values)), key=lambda n: (n < len(values) - 1, n > 0, min(values) < values[n] < max(values), n)
    )
    for n in order:
        text, (x, y) = series.texts[n], pixels[n]
        wide, high = width(text, size, bold=True), size * _LETTERS
        for right, down in _around(wide, high, radius + 1.5, in_valley(values, n)):
            box = (x + right - wide / 2, y + down - high / 2, x + right + wide / 2, y + down + high / 2)
            inside = box[0] > -2 and box[1] > -high / 2 and box[2] < panel.wide + 2 and box[3] < floor
            if (
                inside
                and not any(_touches(box, one, radius) for one in pixels)
                and not any(_touches(box, one, 2) for one in drawn)
                and not any(_over(box, other, 2.5) for other in boxes)
            ):
                boxes.append(box)
                labels.append(
                    sheet.label(text, size, sheet.colours.ink, bold=True, xref=panel.x, yref=panel.y)
                    | {"x": series.points[n][0], "y": series.points[n][1], "xanchor": "center", "yanchor": "middle"}
                    | {"xshift": round(right, 1), "yshift": -round(down, 1)}
                )
                break
    return labels


def covered(numbers: Sequence[dict], place: Place) -> list[Point]:
    """Pixels that numbers cover, so that a remark can keep off them."""
    found = []
    for number in numbers:
        x, y = place(number["x"], number["y"])
        half = width(number["text"].removeprefix("<b>").removesuffix("</b>"), number["font"]["size"], bold=True) / 2
        found += [(x + number["xshift"] + part * half, y - number["yshift"]) for part in (-1, 0, 1)]
    return found


def in_valley(values: Sequence[float], n: int) -> bool:
    """Whether the line comes down to the nth point from both sides."""
    return 0 < n < len(values) - 1 and values[n] < min(values[n - 1], values[n + 1])


def _around(wide: float, high: float, radius: float, under: bool) -> list[Point]:
    """Where the middle of a number may stand, as (right, down) of its point, the best first."""
    far, aside = radius + high / 2, wide / 2 + radius * 0.4
    sides = [(0, far), (0, -far)] if under else [(0, -far), (0, far)]
    corners = [(aside, far * 0.8), (-aside, -far * 0.8), (aside, -far * 0.8), (-aside, far * 0.8)]
    return [*sides, *corners, (wide / 2 + radius, 0), (-wide / 2 - radius, 0)]


def _touches(box: tuple[float, float, float, float], point: Point, by: float) -> bool:
    return box[0] - by < point[0] < box[2] + by and box[1] - by < point[1] < box[3] + by


def _over(box: tuple[float, float, float, float], other: tuple[float, float, float, float], by: float) -> bool:
    return box[0] < other[2] + by and other[0] < box[2] + by and box[1] < other[3] + by and other[1] < box[3] + by
