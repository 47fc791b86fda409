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
    """One body in one panel, by day: the line between whole lists, the range of gapped lists, the points."""
    rows = part.to_dict("records")
    known = [row for row in rows if not pd.isna(row["share"])]
    if not known:
        return
    unit, body = sheet.layout.unit, rows[0]["body"]
    # the share of a list with a gap is no point of a line: the true one may lie above
    whole = [row["status"] == "complete" and not pd.isna(row["share"]) for row in rows]
    shares = [round(float(row["share"]), 4) if told else None for row, told in zip(rows, whole, strict=True)]
    line = {"color": tint, "width": (2.4 if body == "GA" else 1.3) * unit, "dash": _DASHES[body]}
    drawing.add(line_in(panel, [row["year"] for row in rows], shares, line))
    gaps = [row for row in rows if row["status"] == "gap" and row["share_high"] > row["share_low"]]
    if gaps:
        xs = [v for row in gaps for v in (row["year"], row["year"], None)]
        ys = [v for row in gaps for v in (round(row["share_low"], 4), round(row["share_high"], 4), None)]
        drawing.add(line_in(panel, xs, ys, {"color": tint, "width": 1 * unit}))
    hollow = [row["status"] == "gap" for row in known]
    said = [
        say(
            "at least {n} of {states}" if gap else "{n} of {states}",
            n=int(row["sponsors"]),
            states=count(int(row["members"]), "State"),
        )
        for gap, row in zip(hollow, known, strict=True)
    ]
    look = {
        "symbol": SYMBOLS[body],
        "size": 8.5 * unit,
        "color": [sheet.colours.ground if h else tint for h in hollow],
        "line": {"color": tint, "width": 1.8 * unit},
    }
    words = [f"{one}, {percent(float(row['share']))}" for one, row in zip(said, known, strict=True)]
    shares, years = [round(float(row["share"]), 4) for row in known], [row["year"] for row in known]
    drawing.add(points_in(panel, years, shares, look, **on_hover([row["resolution"] for row in known], words)))
