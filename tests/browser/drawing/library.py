"""Plotly's own drawing, as the dashboard shows it, for pages of tests that hold another one against it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from files.paths import STATIC_GEO


@cache
def plotly() -> tuple[str, str]:
    """The library as a script, and the boundaries where it looks before it would fetch them."""
    library = (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    world = (STATIC_GEO / "world_50m.json").read_text(encoding="utf-8")
    return library, f'window.PlotlyGeoAssets={{topojson:{{"world_50m":{world}}}}};'
