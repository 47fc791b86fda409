"""Cohesion of groups over time: the agreement index on lists of sponsors, and beside it in recorded votes.

A panel a group. The line runs through whole lists alone; a list with a gap is hollow; grey where most did not sponsor.
Votes are triangles, those on hostile amendments small and pointing down: they are no points of the line."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from analytics.agreement.cohesion import AMENDMENT
from analytics.english import bodies_at, body_name, count, group_short
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import UN_GROUPS
from charts.frame.figure import Drawing, empty
from charts.frame.legend import Swatch
from charts.frame.panels import (
    Panel,
    grid,
    head,
    line_in,
    on_hover,
    points_in,
    set_axes,
    value_axis,
    year_axis,
    year_ticks,
)
from charts.frame.sheet import Sheet
from charts.frame.text import width
from charts.kinds.trends.region_series import SYMBOLS, fit
from charts.words.together import LED, cohesion_notes, cohesive
from data.tongues.speech import clauses, decimal, headed, say, to_say
from data.words import stage_words

_REACH = (-0.04, 1.06)
_VOTED = to_say({"yes": "most in favour", "no": "most against", "abstain": "most abstained", "even": "even"})
_SHAPES = to_say({"GA": "circles: Assembly", "HRC": "diamonds: Council", "CHR": "squares: Commission"})


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
    what = say("Agreement index of each group, on lists of sponsors and in recorded votes")
    subtitle = context.within(what) + (f". {where}" if where else "")
    subtitle += f" ({', '.join(say(_SHAPES[body]) for body in SYMBOLS if body in seen)})" if len(seen) > 1 else ""
    told = lists[lists["index"].notna()]
    said = clauses(
        headed(group_short(group), ", ".join(f"{row.year} {decimal(row.index_)}" for row in part.itertuples()))
        for group, part in told.rename(columns={"index": "index_"}).groupby("group", sort=False)
    )
    stem = f"cohesion-{'-'.join(b.lower() for b in SYMBOLS if b in set(lists['body']) | set(votes['body'])) or 'none'}"
    draw = partial(_draw, lists=lists, votes=votes, groups=groups, names=names or {})
    return Chart(Kind.COHESION, stem, title, subtitle, note, said, _table(lists, votes), draw, context)


def _draw(
    sheet: Sheet, lists: pd.DataFrame, votes: pd.DataFrame, groups: list[str], names: Mapping[str, str]
) -> Drawing:
    lists, votes = lists[lists["index"].notna()], votes[votes["index"].notna()]
    if lists.empty and votes.empty:
        return sheet.place(empty(), 50)
    lay = sheet.layout
    sheet.legend = [
        Swatch(say("on a list of sponsors"), "sponsor", "sponsor", shape="circle"),
        Swatch(say("most did not sponsor"), "outline", "outline", shape="circle"),
        Swatch(say("triangle: vote on the text"), shape=""),
        Swatch(say("pointing down: vote on a hostile amendment"), shape=""),
    ]
    left = width(decimal(0.5, 1), lay.small) + 8
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
    on, cast = (dict(list(rows.groupby(["group", by]))) for rows, by in ((lists, "body"), (votes, "kind")))
    for group, panel, title, under in zip(groups, panels, fitted.titles, unders, strict=True):
        drawing.notes += head(sheet, panel, title, under, sheet.colours.group_text(group))
        tint = sheet.colours.group_mark(group)
        for code in SYMBOLS:
            if (group, code) in on:
                _add_lists(sheet, drawing, panel, on[group, code], tint)
        for kind in ("text", AMENDMENT):
            if (group, kind) in cast:
                _add_votes(sheet, drawing, panel, cast[group, kind])
        steps = [0, 0.5, 1] if panel.high < 6 * lay.small * 1.3 else [0, 0.25, 0.5, 0.75, 1]
        axis = value_axis(sheet, panel, _REACH, steps, percents=False)
        set_axes(drawing, panel, year_axis(sheet, span, ticks), axis)
    return sheet.place(drawing, body, left=left)


def _under(lists: pd.DataFrame, votes: pd.DataFrame, group: str) -> str:
    on, cast = int((lists["group"] == group).sum()), int((votes["group"] == group).sum())
    return f"{count(on, 'list')}, {count(cast, 'vote')}"


def _add_lists(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, tint: str) -> None:
    """One body in one panel: the line between whole lists, and the points."""
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
    said = on_hover(part["resolution"], list(map(_on_list, part.to_dict("records"))))
    drawing.add(points_in(panel, list(part["year"]), list(index), look, **said))


def _add_votes(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame) -> None:
    small = part["kind"].iloc[0] == AMENDMENT
    look = {
        "symbol": "triangle-down" if small else "triangle-up",
        "size": (5.5 if small else 9) * sheet.layout.unit,
        "color": sheet.colours.ground if small else sheet.colours.ink,
        "line": {"color": sheet.colours.ink, "width": 1.1 * sheet.layout.unit},
    }
    rows = part.to_dict("records")
    index = list(part["index"].astype(float).round(4))
    said = on_hover(map(_called, rows), map(_in_vote, rows))
    drawing.add(points_in(panel, list(part["year"]), index, look, **said))


def _on_list(row: Mapping[str, Any]) -> str:
    told = "{led} ({n} of {total}; {dark} not known)"
    numbers = {"n": row["sponsors"], "total": row["sponsors"] + row["others"], "dark": row["unknown"]}
    return headed(say("index {index}", index=decimal(row["index"])), say(told, led=say(LED[row["led"]]), **numbers))


def _in_vote(row: Mapping[str, Any]) -> str:
    told = "{led} ({yes} in favour, {no} against, {abstained} abstaining; of {silent} no vote)"
    numbers = {"yes": row["yes"], "no": row["no"], "abstained": row["abstain"], "silent": row["silent"]}
    return headed(say("index {index}", index=decimal(row["index"])), say(told, led=say(_VOTED[row["led"]]), **numbers))


def _called(row: Mapping[str, Any]) -> str:
    if row["kind"] == AMENDMENT:
        return say("Amendment {symbol}", symbol=row["stage"].removeprefix("amendment "))
    return say("Vote on {text}", text=row["resolution"])


def _table(lists: pd.DataFrame, votes: pd.DataFrame) -> pd.DataFrame:
    """Lists and votes one under the other; no number stands where none is known."""
    on = pd.DataFrame(
        {
            say("Body"): lists["body"].map(body_name),
            say("Text"): lists["resolution"],
            say("Year"): lists["year"],
            say("Answer"): say("sponsoring"),
            say("Group"): lists["group"].map(group_short),
            say("Index"): lists["index"].round(4),
            say("Most"): lists["led"].map(LED).map(say),
            say("Sponsored"): lists["sponsors"],
            say("Did not"): lists["others"],
            say("Not known"): lists["unknown"],
            say("Stage"): lists["asked"].map(stage_words()),
        }
    )
    cast = pd.DataFrame(
        {
            say("Body"): votes["body"].map(body_name),
            say("Text"): votes["resolution"],
            say("Year"): votes["year"],
            say("Answer"): [
                say("vote on amendment {symbol}", symbol=row["stage"].removeprefix("amendment "))
                if row["kind"] == AMENDMENT
                else say("vote on the text")
                for row in votes.to_dict("records")
            ],
            say("Group"): votes["group"].map(group_short),
            say("Index"): votes["index"].round(4),
            say("Most"): votes["led"].map(_VOTED).map(say),
            say("In favour"): votes["yes"],
            say("Against"): votes["no"],
            say("Abstaining"): votes["abstain"],
            say("No vote recorded"): votes["silent"],
        }
    )
    whole = (say("Sponsored"), say("Did not"), say("Not known"))
    whole += (say("In favour"), say("Against"), say("Abstaining"), say("No vote recorded"))
    return pd.concat([on, cast], ignore_index=True).astype(dict.fromkeys(whole, "Int64"))
