"""The panels of the shares of groups: how many stand in a row, and one body's shares in one of them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.english import count, group_short, percent
from charts.frame.figure import Drawing
from charts.frame.panels import Panel, head_height, line_in, on_hover, points_in
from charts.frame.sheet import Sheet
from data.tongues.speech import say

SYMBOLS = {"GA": "circle", "HRC": "diamond", "CHR": "square"}
_DASHES = {"GA": "solid", "HRC": "2px,3px", "CHR": "6px,3px"}

_LOWEST = 6  # a panel under six lines of small print shows nothing


@dataclass(frozen=True)
class Fitted:
    """Heads, panels a row, pixels between them, of one's width, and over it for its head."""

    titles: list[str]
    across: int
    gap: float
    wide: float
    over: float


def fit(
    sheet: Sheet, groups: list[str], names: Mapping[str, str], unders: list[str], room: tuple[float, float]
) -> Fitted:
    """How many panels of groups stand in a row, and by which names. `room`: width of all, and height under each row. In
    a picture of a fixed size many panels would leave no height to draw in: then more stand in a row, and groups go by
    their short names."""
    lay, (wide, foot) = sheet.layout, room
    usual = 1 if lay.tight else min(len(groups), 3 if lay.width < 800 else 5)
    wider = min(len(groups), -(-len(groups) // 2)) if sheet.room and len(groups) > usual else usual
    full, short = [names.get(g, group_short(g)) for g in groups], [group_short(g) for g in groups]
    found = []
    for titles, across in ((full, usual), (short, usual), (short, wider)):
        gap = 0 if across == 1 else lay.label * 2
        panel = (wide - gap * (across - 1)) / across
        over = head_height(sheet, titles, unders, panel)
        high = sheet.room / -(-len(groups) // across) - over - foot if sheet.room else math.inf
        found.append((high, Fitted(titles, across, gap, panel, over)))
        if high >= _LOWEST * lay.small:
            break
    return max(found, key=lambda option: option[0])[1]


def add_shares(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, tint: str) -> None:
    """One body in one panel: the line between whole lists, the range of gapped lists, the points."""
    if part["share"].notna().sum() == 0:
        return
    part = part.sort_values("adopted_on")
    unit, body = sheet.layout.unit, part["body"].iloc[0]
    # the share of a list with a gap is no point of a line: the true one may lie above
    whole = part["share"].where(part["status"] == "complete")
    shares = [None if pd.isna(share) else round(float(share), 4) for share in whole]
    line = {"color": tint, "width": (2.4 if body == "GA" else 1.3) * unit, "dash": _DASHES[body]}
    drawing.add(line_in(panel, list(part["year"]), shares, line))
    gaps = part[(part["status"] == "gap") & (part["share_high"] > part["share_low"])]
    if len(gaps):
        xs = [v for year in gaps["year"] for v in (year, year, None)]
        ys = [
            v
            for low, high in zip(gaps["share_low"], gaps["share_high"], strict=True)
            for v in (round(low, 4), round(high, 4), None)
        ]
        drawing.add(line_in(panel, xs, ys, {"color": tint, "width": 1 * unit}))
    known = part[part["share"].notna()]
    hollow = known["status"].eq("gap")
    said = [
        say("at least {n} of {states}" if gap else "{n} of {states}", n=int(made), states=count(int(members), "State"))
        for gap, made, members in zip(hollow, known["sponsors"], known["members"], strict=True)
    ]
    look = {
        "symbol": SYMBOLS[body],
        "size": 8.5 * unit,
        "color": [sheet.colours.ground if h else tint for h in hollow],
        "line": {"color": tint, "width": 1.8 * unit},
    }
    words = [f"{one}, {percent(float(part))}" for one, part in zip(said, known["share"], strict=True)]
    shares = [round(float(share), 4) for share in known["share"]]
    drawing.add(points_in(panel, list(known["year"]), shares, look, **on_hover(known["resolution"], words)))
