"""Cohesion of groups over time: the agreement index on lists of sponsors, and beside it in recorded votes.

A panel a group. The line runs through whole lists alone; a list with a gap is hollow; grey where most did not sponsor.
Votes are triangles, those on hostile amendments small and pointing down: they are no points of the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from analytics.agreement.cohesion import AMENDMENT
from analytics.english import bodies_at, body_name, count, group_short
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import UN_GROUPS
from charts.frame.figure import Drawing, empty
from charts.frame.legend import Swatch
from charts.frame.panels import Panel, grid, head, line_in, points_in, set_axes, value_axis, year_axis, year_ticks
from charts.frame.sheet import Sheet
from charts.frame.text import width
from charts.kinds.trends.region_series import SYMBOLS, fit
from charts.words.together import cohesion_notes, cohesive
from data.words import STAGES

_REACH = (-0.04, 1.06)
_LED = {"sponsored": "most sponsored", "did not": "most did not sponsor", "even": "half sponsored"}
_VOTED = {"yes": "most in favour", "no": "most against", "abstain": "most abstained", "even": "even"}


def cohesion(
    lists: pd.DataFrame, votes: pd.DataFrame, context: Context, names: Mapping[str, str] | None = None
) -> Chart:
    """`lists`, `votes`: analytics.agreement.cohesion.on_lists and in_votes of one or several bodies; `names`: full
    names of political groups."""
    groups = [g for g in UN_GROUPS if g in set(lists["group"]) | set(votes["group"])]
    groups += sorted((set(lists["group"]) | set(votes["group"])) - set(groups))
    title, note = cohesive(lists), context.noted(cohesion_notes(lists, votes))
    seen = list(lists["body"].unique())
    where = bodies_at(lists) if seen else ""
    shapes = {"GA": "circles: Assembly", "HRC": "diamonds: Council", "CHR": "squares: Commission"}
    what = "Agreement index of each group, on lists of sponsors and in recorded votes"
    subtitle = context.within(what) + (f". {where}" if where else "")
    subtitle += f" ({', '.join(shapes[body] for body in SYMBOLS if body in seen)})" if len(seen) > 1 else ""
    told = lists[lists["index"].notna()]
    said = "; ".join(
        f"{group_short(group)}: " + ", ".join(f"{y} {i:.2f}" for y, i in zip(part["year"], part["index"], strict=True))
        for group, part in told.groupby("group", sort=False)
    )
    alt = f"Panels of lines, one for each group. {title}. {said}. {note}".replace("\n", " ")
    stem = f"cohesion-{'-'.join(b.lower() for b in SYMBOLS if b in set(lists['body']) | set(votes['body'])) or 'none'}"
    draw = partial(_draw, lists=lists, votes=votes, groups=groups, names=names or {})
    return Chart(Kind.COHESION, stem, title, subtitle, note, alt, _table(lists, votes), draw, context)


def _draw(
    sheet: Sheet, lists: pd.DataFrame, votes: pd.DataFrame, groups: list[str], names: Mapping[str, str]
) -> go.Figure:
    lists, votes = lists[lists["index"].notna()], votes[votes["index"].notna()]
    if lists.empty and votes.empty:
        return sheet.place(empty(), 50)
    lay = sheet.layout
    sheet.legend = [
        Swatch("on a list of sponsors", "sponsor", "sponsor", shape="circle"),
        Swatch("most did not sponsor", "outline", "outline", shape="circle"),
        Swatch("triangle: vote on the text", shape=""),
        Swatch("pointing down: vote on a hostile amendment", shape=""),
    ]
    left = width("0.5", lay.small) + 8
    wide, foot = sheet.width - left, lay.small * 2.3
    unders = [_under(lists, votes, group) for group in groups]
    fitted = fit(sheet, groups, names, unders, (wide, foot))
    rows = -(-len(groups) // fitted.across)
    body = sheet.room or rows * (fitted.over + foot + (105 if lay.tight else 240 if rows == 1 else 150))
    years = pd.concat([lists["year"], votes["year"]])
    first, last = int(years.min()), int(years.max())
    span = (first - 1.0, last + 1.0) if last > first else (first - 2.0, last + 2.0)
    ticks = year_ticks(years, *span, fitted.wide, lay.small)
    drawing = Drawing()
    panels = grid(len(groups), fitted.across, (wide, body), (fitted.over, foot, fitted.gap))
    for group, panel, title, under in zip(groups, panels, fitted.titles, unders, strict=True):
        drawing.notes += head(sheet, panel, title, under, sheet.colours.group_text(group))
        tint = sheet.colours.group_mark(group)
        for code in SYMBOLS:
            _add_lists(sheet, drawing, panel, lists[(lists["group"] == group) & (lists["body"] == code)], tint)
        for kind in ("text", AMENDMENT):
            _add_votes(sheet, drawing, panel, votes[(votes["group"] == group) & (votes["kind"] == kind)])
        steps = [0, 0.5, 1] if panel.high < 6 * lay.small * 1.3 else [0, 0.25, 0.5, 0.75, 1]
        axis = value_axis(sheet, panel, _REACH, steps, percents=False)
        set_axes(drawing, panel, year_axis(sheet, span, ticks), axis)
    return sheet.place(drawing, body, left=left)


def _under(lists: pd.DataFrame, votes: pd.DataFrame, group: str) -> str:
    on, cast = int((lists["group"] == group).sum()), int((votes["group"] == group).sum())
    return f"{count(on, 'list')}, {count(cast, 'vote')}"


def _add_lists(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, tint: str) -> None:
    """One body in one panel: the line between whole lists, and the points."""
    if part.empty:
        return
    unit, body = sheet.layout.unit, part["body"].iloc[0]
    index = part["index"].astype(float).round(4)
    whole = [value if status == "complete" else None for value, status in zip(index, part["status"], strict=True)]
    line = {"color": tint, "width": (2 if body == "GA" else 1.3) * unit}
    drawing.add(line_in(panel, list(part["year"]), whole, line))
    tints = [sheet.colours.outline if led == "did not" else tint for led in part["led"]]
    hollow = part["status"].eq("gap")
    look = {
        "symbol": SYMBOLS[body],
        "size": 8.5 * unit,
        "color": [sheet.colours.ground if gap else one for gap, one in zip(hollow, tints, strict=True)],
        "line": {"color": tints, "width": 1.8 * unit},
    }
    drawing.add(
        points_in(
            panel,
            list(part["year"]),
            list(index),
            look,
            customdata=list(part["resolution"]),
            hovertext=[
                f"index {row['index']:.2f}: {_LED[row['led']]} ({row['sponsors']} of "
                f"{row['sponsors'] + row['others']}; {row['unknown']} not known)"
                for _, row in part.iterrows()
            ],
            hovertemplate="<b>%{customdata}</b> (%{x})<br>%{hovertext}<extra></extra>",
        )
    )


def _add_votes(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame) -> None:
    if part.empty:
        return
    small = part["kind"].iloc[0] == AMENDMENT
    look = {
        "symbol": "triangle-down" if small else "triangle-up",
        "size": (5.5 if small else 9) * sheet.layout.unit,
        "color": sheet.colours.ground if small else sheet.colours.ink,
        "line": {"color": sheet.colours.ink, "width": 1.1 * sheet.layout.unit},
    }
    drawing.add(
        points_in(
            panel,
            list(part["year"]),
            list(part["index"].astype(float).round(4)),
            look,
            customdata=[_called(row) for _, row in part.iterrows()],
            hovertext=[
                f"index {row['index']:.2f}: {_VOTED[row['led']]} ({row['yes']} in favour, {row['no']} against, "
                f"{row['abstain']} abstaining; of {row['silent']} no vote)"
                for _, row in part.iterrows()
            ],
            hovertemplate="<b>%{customdata}</b> (%{x})<br>%{hovertext}<extra></extra>",
        )
    )


def _called(row: pd.Series) -> str:
    return row["stage"].capitalize() if row["kind"] == AMENDMENT else f"Vote on {row['resolution']}"


def _table(lists: pd.DataFrame, votes: pd.DataFrame) -> pd.DataFrame:
    """Lists and votes one under the other; no number stands where none is known."""
    on = pd.DataFrame(
        {
            "Body": lists["body"].map(body_name),
            "Text": lists["resolution"],
            "Year": lists["year"],
            "Answer": "sponsoring",
            "Group": lists["group"].map(group_short),
            "Index": lists["index"].round(4),
            "Most": lists["led"].map(_LED),
            "Sponsored": lists["sponsors"],
            "Did not": lists["others"],
            "Not known": lists["unknown"],
            "Stage": lists["asked"].map(STAGES),
        }
    )
    cast = pd.DataFrame(
        {
            "Body": votes["body"].map(body_name),
            "Text": votes["resolution"],
            "Year": votes["year"],
            "Answer": [
                f"vote on {row['stage']}" if row["kind"] == AMENDMENT else "vote on the text"
                for _, row in votes.iterrows()
            ],
            "Group": votes["group"].map(group_short),
            "Index": votes["index"].round(4),
            "Most": votes["led"].map(_VOTED),
            "In favour": votes["yes"],
            "Against": votes["no"],
            "Abstaining": votes["abstain"],
            "No vote recorded": votes["silent"],
        }
    )
    table = pd.concat([on, cast], ignore_index=True)
    whole = [
        name
        for name in table
        if name in {"Sponsored", "Did not", "Not known", "In favour", "Against", "Abstaining", "No vote recorded"}
    ]
    return table.astype(dict.fromkeys(whole, "Int64"))
