"""A figure while it is being drawn: plain lists and dicts.

Plotly checks every property each time something is added, and copies all shapes and annotations for each new one: a
timeline took seconds. Drawn plainly and handed over once it takes milliseconds; tests have Plotly check the result."""

from typing import Any

import plotly.graph_objects as go

from charts.frame.colors import CLEAR

Trace = dict[str, Any]


def scatter(**properties: Any) -> Trace:
    """A scatter trace (points, lines, filled paths, text), drawn as SVG."""
    return {"type": "scatter", **properties}


def bar(**properties: Any) -> Trace:
    """A bar trace."""
    return {"type": "bar", **properties}


def trace(kind: str, **properties: Any) -> Trace:
    """A trace of any other kind."""
    return {"type": kind, **properties}


def hatched(lines: str, ground: str, size: float, solidity: float = 0.16) -> dict[str, Any]:
    """The pattern of what is not known: strokes of one colour on another, `size` pixels apart."""
    return {"shape": "/", "fgcolor": lines, "bgcolor": ground, "size": size, "solidity": solidity}


def unseen(size: float) -> dict[str, Any]:
    """The look of a square that is not seen, to be pointed at."""
    return {"symbol": "square", "size": size, "color": CLEAR, "line": {"width": 0}}


def placed(x: float, y: float, anchor: str, right: float = 0, up: float = 0) -> dict[str, float | str]:
    """Where a label stands: a point of the first axes, which part of its text lies there, such as "left middle", and so
    many pixels from it."""
    xanchor, yanchor = anchor.split()
    where = {"xref": "x", "yref": "y", "x": x, "y": y, "xanchor": xanchor, "yanchor": yanchor}
    return where | ({"xshift": right} if right else {}) | ({"yshift": up} if up else {})


class Drawing:
    """Traces, shapes, notes and layout of a picture. `figure` makes the Plotly figure of it, in as long again."""

    def __init__(self) -> None:
        self.traces: list[Trace] = []
        self.shapes: list[dict] = []
        self.notes: list[dict] = []
        self.layout: dict[str, Any] = {}

    def add(self, trace: Trace) -> None:
        """One more trace, over those before."""
        self.traces.append(trace)

    def add_shape(self, **properties: Any) -> None:
        """One more shape; in the units of the first axes unless it says otherwise."""
        self.shapes.append({"xref": "x", "yref": "y", **properties})

    def add_line(self, start: tuple[float, float], end: tuple[float, float], line: dict, **properties: Any) -> None:
        """A straight line as a shape; `line`: its look."""
        self.add_shape(type="line", x0=start[0], y0=start[1], x1=end[0], y1=end[1], line=line, **properties)

    def axes(self, x: dict, y: dict, suffix: str = "") -> None:
        """Properties of a pair of axes: "" for the first, "2", "3" … for those of further panels."""
        self.layout[f"xaxis{suffix}"] = {**self.layout.get(f"xaxis{suffix}", {}), **x}
        self.layout[f"yaxis{suffix}"] = {**self.layout.get(f"yaxis{suffix}", {}), **y}

    def hide_axes(self, width: float = 1.0, height: float = 1.0) -> None:
        """Pixels as units, from the upper left corner to the right and, negative, downwards; no axis shows."""
        self.axes({"visible": False, "range": [0, width]}, {"visible": False, "range": [-height, 0]})

    def plain(self) -> dict[str, Any]:
        """The figure as Plotly's language has it, for whoever draws it without Plotly."""
        return {"data": self.traces, "layout": {**self.layout, "shapes": self.shapes, "annotations": self.notes}}

    def figure(self) -> go.Figure:
        """The Plotly figure, not checked by Plotly again."""
        return go.Figure(self.plain(), _validate=False)


def empty() -> Drawing:
    """A picture of nothing, for a scope in which nothing can be drawn: the words around it say why."""
    drawing = Drawing()
    drawing.hide_axes()
    return drawing


def heads(figure: go.Figure) -> go.Figure | None:
    """The strip of a figure that holds its heads: as wide, and nothing else in it. They are the labels named "head", in
    so many pixels from its plot's upper edge as its `meta` says. None where a figure has no heads."""
    high = round((figure.layout.meta or {}).get("heads", 0))
    if not high:
        return None
    layout = figure.layout.to_plotly_json()
    strip = {
        "meta": {},
        "shapes": [],
        "annotations": [note for note in layout["annotations"] if note.get("name") == "head"],
        "height": high,
        "margin": {**layout["margin"], "t": 0, "b": 0},
        "yaxis": {**layout["yaxis"], "range": [-high, 0]},
    }
    return go.Figure({"data": [], "layout": layout | strip}, _validate=False)
