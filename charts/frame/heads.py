"""The heads of a long picture by themselves, to be kept in view while it is scrolled."""

from __future__ import annotations

import plotly.graph_objects as go


def heads(figure: go.Figure) -> go.Figure | None:
    """The strip of a figure that holds its heads: as wide, and nothing else in it. They are the labels named "head", in
    so many pixels from its plot's upper edge as its `meta` says. None where a figure has no heads."""
    layout = figure.to_dict()["layout"]
    high = round((layout.get("meta") or {}).get("heads", 0))
    if not high:
        return None
    strip = {
        "meta": {},
        "shapes": [],
        "annotations": [note for note in layout["annotations"] if note.get("name") == "head"],
        "height": high,
        "margin": {**layout["margin"], "t": 0, "b": 0},
        "yaxis": {**layout["yaxis"], "range": [-high, 0]},
    }
    return go.Figure({"data": [], "layout": layout | strip}, _validate=False)
