"""The small samples in a legend row, drawn in pixels so that they keep their size when a figure is stretched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from charts.frame.colors import CLEAR, Palette
from charts.frame.text import height, width, wrap
from data.tongues.speech import say


def colour(colours: Palette, name: str) -> str:
    """A colour by name: a field of the palette ("sponsor"), one of a row ("steps.2"), "" for none, or #rrggbb."""
    if not name:
        return CLEAR
    if name.startswith("#"):
        return name
    field, _, place = name.partition(".")
    value = getattr(colours, field)
    return value[int(place)] if place else value


@dataclass(frozen=True)
class Swatch:
    """One entry: a sample and its label. Colours by name (see `colour`). `shape` is "square", "circle",
    "dot" (a circle of half the size), "diamond", "line", "dash" or "" (only the label, itself in the colour `text`)."""

    label: str
    fill: str = ""
    line: str = ""
    hatch: bool = False
    dotted: bool = False
    heavy: bool = False
    shape: str = "square"
    text: str = "secondary"

    def text_colour(self, colours: Palette) -> str:
        """Colour of the label."""
        return colour(colours, self.text)

    def indent(self, size: float) -> float:
        """Pixels from the left edge of the sample to the label."""
        return size * {"": 0, "line": 2.2, "dash": 2.2}.get(self.shape, 1.6)


def said(looks: Mapping[str, Swatch]) -> dict[str, Swatch]:
    """Looks whose labels are messages, with them said."""
    return {key: replace(swatch, label=say(swatch.label)) for key, swatch in looks.items()}


def flow(legend: Sequence[Swatch], size: float, limit: float) -> Iterator[tuple[Swatch, float, float, list[str]]]:
    """Each entry with its left edge, its distance from the top (both in pixels) and the lines of its label; nothing is
    wider than `limit`."""
    left, top, tall = 0.0, 0.0, 0.0
    for swatch in legend:
        lines = wrap(swatch.label, size, limit - swatch.indent(size))
        needs = swatch.indent(size) + max((width(line, size) for line in lines), default=0)
        if left and left + needs > limit:
            left, top, tall = 0.0, top + tall, 0.0
        yield swatch, left, top, lines
        left, tall = left + needs + size * 1.7, max(tall, _tall(lines, size))


def legend_height(legend: Sequence[Swatch], size: float, limit: float) -> float:
    """Pixels that all entries need."""
    return max((top + _tall(lines, size) for _, _, top, lines in flow(legend, size, limit)), default=0)


def _tall(lines: list[str], size: float) -> float:
    return height(lines, size) + size * 0.45


def shapes(swatch: Swatch, colours: Palette, origin: tuple[float, float], size: float, y: float) -> list[dict]:
    """Plotly shapes of the sample, its upper left corner at `origin` pixels (right, up) of paper (0, `y`)."""
    if not swatch.shape:
        return []
    left, top = origin
    place = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": y}
    line = {
        "color": colour(colours, swatch.line or swatch.fill),
        "width": 2 if swatch.heavy else 1,
        "dash": "dot" if swatch.dotted else "solid",
    }
    if swatch.shape in ("line", "dash"):
        middle = top - size / 2
        line |= {"width": 2, "dash": "dot" if swatch.shape == "dash" else "solid"}
        return [
            {**place, "type": "line", "x0": left, "x1": left + size * 1.7, "y0": middle, "y1": middle, "line": line}
        ]
    fill = colour(colours, swatch.fill)
    if swatch.shape == "diamond":
        half = size / 2
        path = (
            f"M{left:.1f},{top - half:.1f}L{left + half:.1f},{top:.1f}L{left + size:.1f},{top - half:.1f}"
            f"L{left + half:.1f},{top - size:.1f}Z"
        )
        return [{**place, "type": "path", "path": path, "fillcolor": fill, "line": line}]
    kind = "circle" if swatch.shape in ("circle", "dot") else "rect"
    inset = size / 4 if swatch.shape == "dot" else 0
    drawn = [
        {
            **place,
            "type": kind,
            "x0": left + inset,
            "x1": left + size - inset,
            "y0": top - size + inset,
            "y1": top - inset,
            "fillcolor": fill,
            "line": line,
        }
    ]
    if swatch.hatch:
        drawn.append(
            {
                **place,
                "type": "path",
                "path": _hatching(left, top, size),
                "fillcolor": CLEAR,
                "line": {"color": colour(colours, swatch.line), "width": 1},
            }
        )
    return drawn


def _hatching(left: float, top: float, size: float) -> str:
    """Three diagonals inside a square, rising to the right as in Plotly's "/" pattern."""
    bottom, right = top - size, left + size
    third = size / 2
    strokes = [
        (left, bottom + third, left + size - third, top),
        (left, bottom, right, top),
        (left + third, bottom, right, top - third),
    ]
    return "".join(f"M{a:.1f},{b:.1f}L{c:.1f},{d:.1f}" for a, b, c, d in strokes)
