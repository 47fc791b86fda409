"""The points, lines and numbers of one body in the count trend."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from charts.frame.drawing import Drawing, scatter
from charts.frame.panels import Panel, Size, along
from charts.frame.sheet import Sheet
from charts.frame.text import width
from charts.words.findings import AT_ADOPTION, BOUND, LIST, REPORTED


@dataclass(frozen=True)
class Number:
    """The number at a point: its label, the pixels of the panel that it takes (left, top, right, bottom), and whether
    it stands under its point."""

    label: dict
    box: tuple[float, float, float, float]
    under: bool

    def points(self) -> list[Size]:
        """Points of its box, for what must keep off it."""
        left, top, right, bottom = self.box
        return [(x, y) for x in (left, (left + right) / 2, right) for y in (top, (top + bottom) / 2, bottom)]


def add_series(
    sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, axes: tuple[Size, Size]
) -> dict[str, Number]:
    """The points of one body (analytics.trends.counts, with charts.words.findings.sureness as `sure`), the line between
    whole numbers, and their labels."""
    tint, unit = sheet.colours.sponsor, sheet.layout.unit
    where = {"xaxis": panel.x, "yaxis": panel.y}
    known = part[part["shown"].notna()]
    # a lower bound, and a number of another moment, is no point of a line: the true number may lie above
    whole = part["sure"].isin((LIST, REPORTED))
    solid = [int(shown) if on else None for shown, on in zip(part["shown"], whole, strict=True)]
    drawing.add(
        scatter(
            x=list(part["year"]),
            y=solid,
            mode="lines",
            connectgaps=False,
            hoverinfo="skip",
            **where,
            line={"color": tint, "width": 2 * unit},
        )
    )
    drawing.add(
        scatter(
            x=list(known["year"]),
            y=[int(v) for v in known["shown"]],
            mode="markers",
            cliponaxis=False,
            **where,
            marker={
                "symbol": [{BOUND: "diamond", AT_ADOPTION: "square"}.get(sure, "circle") for sure in known["sure"]],
                "size": 9 * unit,
                "color": [tint if sure == LIST else sheet.colours.ground for sure in known["sure"]],
                "line": {"color": tint, "width": 1.8 * unit},
            },
            customdata=list(known["resolution"]),
            hovertext=list(known["shown_text"]),
            hovertemplate="<b>%{customdata}</b> (%{x})<br>%{hovertext} sponsors<extra></extra>",
        )
    )
    dark = part[part["shown"].isna()]
    if len(dark):
        drawing.add(
            scatter(
                x=list(dark["year"]),
                y=[0] * len(dark),
                mode="markers",
                cliponaxis=False,
                **where,
                marker={"symbol": "x-thin", "size": 6 * unit, "line": {"color": sheet.colours.secondary, "width": 1.2}},
                customdata=list(dark["resolution"]),
                hovertemplate="<b>%{customdata}</b> (%{x})<br>number not known<extra></extra>",
            )
        )
    points = [panel.spot(*axes, (row.year, row.shown)) for row in known.itertuples()]
    pairs = zip(part["year"], solid, strict=True)
    line = [None if number is None else panel.spot(*axes, (year, number)) for year, number in pairs]
    runs = [list(run) for whole, run in groupby(line, lambda at: at is not None) if whole]
    return _numbers(sheet, panel, known, points, [at for run in runs for at in along(run, 2.0)])


_OVER, _UNDER = "bottom", "top"
_BESIDE = tuple((side, end) for end in (_OVER, _UNDER) for side in ("right", "left"))
_SIDES = (("center", _OVER), ("center", _UNDER), *_BESIDE)
"""Where a number may stand at its point, as anchors of its text: over it, under it, and beside these, in this order."""


def _numbers(
    sheet: Sheet, panel: Panel, known: pd.DataFrame, points: list[Size], line: list[Size]
) -> dict[str, Number]:
    """A number at each point, by resolution, where it touches neither the line nor another point or number; one nearly
    that of the point before is left out where there is no room for both."""
    lay, reach = sheet.layout, 6 * sheet.layout.unit
    tall, radius = lay.small * 1.15, 4.5 * lay.unit
    placed: dict[str, Number] = {}
    for n, row in enumerate(known.itertuples()):
        text = f"{'≥' if row.sure == BOUND else ''}{row.shown}"
        wide, (x, y) = width(text, lay.small, bold=True), points[n]
        others = [at for m, at in enumerate(points) if m != n]
        tried = []
        for xanchor, yanchor in _SIDES:
            aside = 0 if xanchor == "center" else radius * 0.4 * (1 if xanchor == "left" else -1)
            left = x + aside - {"left": 0.0, "center": wide / 2, "right": wide}[xanchor]
            top = y - reach - tall if yanchor == _OVER else y + reach
            box = (left, top, left + wide, top + tall)
            cost = sum(_inside(at, box, 1) for at in line) + 40 * sum(_inside(at, box, radius) for at in others)
            cost += 60 * sum(_touch(box, one.box) for one in placed.values()) + 200 * (box[3] > panel.high)
            tried.append((cost, len(tried), box, xanchor, yanchor, aside))
        cost, _, box, xanchor, yanchor, aside = min(tried)
        if cost >= 40 and n and abs(row.shown - known["shown"].iloc[n - 1]) < 15:
            continue
        under = yanchor == _UNDER
        where = {"xref": panel.x, "yref": panel.y, "x": row.year, "y": int(row.shown), "xanchor": xanchor}
        where |= {"yanchor": yanchor, "yshift": (-6 if under else 6) * lay.unit} | ({"xshift": aside} if aside else {})
        label = sheet.label(text, lay.small, sheet.colours.ink, bold=True, **where)
        placed[row.resolution] = Number(label, box, under)
    return placed


def _inside(point: Size, box: tuple[float, float, float, float], around: float) -> bool:
    return box[0] - around < point[0] < box[2] + around and box[1] - around < point[1] < box[3] + around


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] + 1 and other[0] < one[2] + 1 and one[1] < other[3] and other[1] < one[3]
