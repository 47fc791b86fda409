"""The strokes that hatch a State on a map."""

import json
from functools import cache

from files.paths import GEO


@cache
def of_states() -> dict[str, list[list[float]]]:
    """By iso3: lon, lat, lon, lat … in degrees along each stroke (data.geo.make); [] for States too small for one."""
    made: dict[str, list[list[float]]] = json.loads((GEO / "strokes.json").read_text(encoding="utf-8"))
    return made
