"""A figure in few bytes, for the scripts that draw it in a page (figure.js, marks.js), and what all figures share."""

from functools import cache
from typing import Any

import numpy as np

from charts.frame.figure import Drawing
from charts.frame.template import template

_UNUSED = {"template", "meta", "uirevision", "dragmode", "autosize", "hoverlabel", "selected", "unselected", "name"}
"""What a script does not draw by, or gets once for all figures (`look`)."""


def compact(drawing: Drawing) -> dict[str, Any]:
    """The picture as plain data: numbers to five digits (a hundredth of a pixel), without what `look` says."""
    made: dict[str, Any] = _plain(drawing.plain(), _family())
    return made


def look(theme: str = "light") -> dict[str, Any]:
    """Colours and type of a theme, as the template of all figures has them."""
    made: dict[str, Any] = template(theme).layout.to_plotly_json()
    return made


@cache
def _family() -> str:
    family: str = look()["font"]["family"]
    return family


def _plain(value: Any, family: str) -> Any:
    if isinstance(value, dict):
        kept = value.items()
        return {k: _plain(v, family) for k, v in kept if k not in _UNUSED and not (k == "family" and v == family)}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [_plain(one, family) for one in value]
    if isinstance(value, (float, np.floating)):
        return None if value != value else _short(float(value))
    return value.item() if isinstance(value, np.generic) else value


def _short(value: float) -> float | int:
    rounded = float(f"{value:.5g}") if abs(value) < 1000 else round(value, 1)
    return int(rounded) if rounded.is_integer() else rounded
