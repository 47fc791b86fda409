"""How many panels of groups stand in a row, and by which names, so that each has height to draw in."""

from __future__ import annotations

import math
from collections.abc import Mapping

from analytics.english import group_short
from charts.frame.panels import head_height
from charts.frame.sheet import Sheet

_LOWEST = 6  # a panel under six lines of small print shows nothing


def fit(
    sheet: Sheet, groups: list[str], names: Mapping[str, str], unders: list[str], wide: float, foot: float
) -> tuple[list[str], int, int, float, float, float]:
    """Heads, panels a row, rows, gap, width of a panel, height of the heads.

    In a picture of a fixed size many panels would leave no height to draw in: then more stand in a row, and groups
    go by their short names.
    """
    lay = sheet.layout
    usual = 1 if lay.tight else min(len(groups), 3 if lay.width < 800 else 5)
    wider = min(len(groups), -(-len(groups) // 2)) if sheet.room and len(groups) > usual else usual
    full, short = [names.get(g, group_short(g)) for g in groups], [group_short(g) for g in groups]
    found = []
    for titles, across in ((full, usual), (short, usual), (short, wider)):
        rows = -(-len(groups) // across)
        gap = 0 if across == 1 else lay.label * 2
        panel = (wide - gap * (across - 1)) / across
        over = head_height(sheet, titles, unders, panel)
        high = sheet.room / rows - over - foot if sheet.room else math.inf
        found.append((high, (titles, across, rows, gap, panel, over)))
        if high >= _LOWEST * lay.small:
            break
    return max(found, key=lambda option: option[0])[1]
