"""One Plotly template for every figure, in a light and a dark theme.

It is set on each figure explicitly: `import streamlit` makes its own template the default, whose colours are
placeholders that come out black in exports."""

import json
from functools import cache
from typing import Any

import plotly.graph_objects as go

from charts.frame.colors import THEMES, Palette, palette
from charts.frame.font import FONT
from charts.frame.layouts import LAYOUTS, Layout, layout_of

__all__ = ["LAYOUTS", "THEMES", "Layout", "Palette", "filled", "layout_of", "palette", "template"]


@cache
def template(theme: str) -> go.layout.Template:
    """The template of a theme. Raises ValueError for a theme that does not exist."""
    colours = palette(theme)
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "linecolor": colours.rule,
        "gridcolor": colours.grid,
        "tickcolor": colours.rule,
        "tickfont": {"color": colours.secondary},
        "automargin": False,
        "fixedrange": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "color": colours.ink, "size": 13},
            "paper_bgcolor": colours.ground,
            "plot_bgcolor": colours.ground,
            "colorway": list(colours.group_marks),
            "xaxis": axis,
            "yaxis": axis,
            "showlegend": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": colours.ground,
                "bordercolor": colours.rule,
                "align": "left",
                "font": {"family": FONT, "color": colours.ink, "size": 13},
            },
            "modebar": {
                "bgcolor": "rgba(255,255,255,0)",
                "color": colours.secondary,
                "activecolor": colours.ink,
                "remove": ["zoom", "pan", "select", "lasso", "zoomIn", "zoomOut", "autoScale", "resetScale"],
            },
            "annotationdefaults": {"showarrow": False, "borderpad": 0, "font": {"color": colours.ink}},
            "shapedefaults": {"line": {"width": 0}},
            "geo": {
                "bgcolor": colours.ground,
                "landcolor": colours.neutral,
                "showframe": False,
                "showcoastlines": False,
                "showlakes": False,
                "subunitcolor": colours.ground,
                "countrycolor": colours.ground,
            },
        }
    )


def filled(figure: go.Figure) -> dict[str, Any]:
    """The figure as plain data, with what its template says written into its layout in place of the template."""
    plain: dict[str, Any] = json.loads(figure.to_json())
    layout = plain["layout"]
    for name, said in layout.pop("template")["layout"].items():
        if name.endswith("defaults"):
            every = name.removesuffix("defaults") + "s"
            layout[every] = [_over(said, one) for one in layout.get(every, ())]
        elif name in ("xaxis", "yaxis", "geo"):
            layout |= {own: _over(said, layout[own]) for own in layout if own.rstrip("0123456789") == name}
        else:
            layout[name] = _over(said, layout[name]) if name in layout else said
    return plain


def _over(said: Any, own: Any) -> Any:
    """What a figure says over what its template says, part by part."""
    if not (isinstance(said, dict) and isinstance(own, dict)):
        return own
    return said | {name: _over(said.get(name), part) for name, part in own.items()}
