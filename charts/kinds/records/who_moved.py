"""What changed between two texts: who left to the left, who joined to the right, by regional group, by name.

States of which it cannot be told are named under their group; they stand on neither side."""

from functools import partial

import pandas as pd

from analytics.english import body_name, group_short, listing
from charts.frame.chart import Chart, Context, Kind, sentences
from charts.frame.colors import UN_GROUPS
from charts.frame.figure import Drawing, placed, scatter
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.frame.text import block, escape, height, width
from charts.kinds.records.who_moved_names import SIDES, Fit, GroupNames, fit_names, group_height, rows_of, unknown_lines
from charts.words.asides import not_known, observers
from charts.words.titles import at_least_moved, came_back
from data.tongues.speech import order, say, to_count, to_say
from data.words import NOT_MEMBER, SPONSOR, at_stage

_CHANGES = to_say(
    {
        "new": "joined for the first time on the lists held",
        "returned": "returned: on an earlier list",
        "between": "joined on a text between the two",
        "stayed": "stayed",
        "left": "sponsored the earlier text only",
        "unknown": "cannot be told",
        "neither": "on neither list",
        NOT_MEMBER: "not yet a Member",
    }
)


def change_chart(changes: pd.DataFrame, before: pd.Series, after: pd.Series, context: Context) -> Chart:
    """`changes`: Measures.changes; `before`, `after`: the rows of record.resolutions. Each point carries the ISO code
    in `customdata`."""
    was, now = int(before["year"]), int(after["year"])
    members = changes[changes["status"].eq("member") & changes["after"].ne(NOT_MEMBER)]
    unknown = members[members["outcome"] == "unknown"]
    title = at_least_moved(changes, was, now)
    subtitle = context.within(
        say(
            "{body}: sponsors{when} of {text} ({year}) compared with {earlier} ({was})",
            body=body_name(after["body"]),
            when=at_stage(after.get("asked", "")),
            text=after["resolution"],
            year=now,
            earlier=before["resolution"],
            was=was,
        )
    )
    note = context.noted(
        not_known(
            unknown["short_name"], len(members), say(" whether they joined, stayed or sponsored the earlier text only")
        ),
        observers(
            changes[changes["after"] == SPONSOR],
            to_count("Observers, outside the Member States: {names} sponsored in {year} too."),
            year=now,
        ),
        came_back(changes, was, now),
    )
    groups = [_names(members, group) for group in UN_GROUPS]
    heads = (say("Sponsored in {was}, not in {now}", was=was, now=now), say("Joined since {was}", was=was))
    draw = partial(_draw, groups=groups, heads=heads)
    return Chart(Kind.MOVES, "who-moved", title, subtitle, note, _figures(groups), _table(changes), draw, context)


def _names(members: pd.DataFrame, group: str) -> GroupNames:
    part = members.loc[members["un_group"] == group, ["short_name", "iso3", "outcome"]]
    told = sorted(part.itertuples(index=False, name=None), key=lambda one: order(one[0]))
    left, joined = ([one for kind in SIDES[side] for one in told if one[2] == kind] for side in ("left", "joined"))
    return GroupNames(group, left, joined, [name for name, _, kind in told if kind == "unknown"])


def _draw(sheet: Sheet, groups: list[GroupNames], heads: tuple[str, str]) -> Drawing:
    lay, colours = sheet.layout, sheet.colours
    sheet.legend = [
        Swatch(say("not sponsored again"), "ground", "left", heavy=True, shape="circle", text="left"),
        Swatch(say("on an earlier list too"), "ground", "joined", heavy=True, shape="circle"),
        Swatch(say("for the first time on the lists held"), "joined", "joined", shape="circle"),
    ]
    fit = fit_names(sheet, groups)
    drawing = Drawing()
    room = fit.middle - fit.row * 0.5  # smaller on the narrowest screen, where the head would not fit beside the axis
    size = lay.label * min(1, room / width(heads[0], lay.label, bold=True))
    where = (("right middle", -0.5, colours.left), ("left middle", 0.5, colours.group_texts[1]))
    notes = [
        sheet.label(escape(said), size, ink, True, **placed(fit.middle + fit.row * off, -lay.label * 0.7, anchor))
        for said, (anchor, off, ink) in zip(heads, where, strict=True)
    ]
    top = lay.label * 1.9
    for names in groups:
        high, parts = _group(sheet, drawing, names, fit, top)
        notes += parts
        top += high
    drawing.notes += notes
    body = top if sheet.room is None else max(sheet.room, top)
    drawing.hide_axes(sheet.width, body)
    return sheet.place(drawing, body)


def _group(sheet: Sheet, drawing: Drawing, names: GroupNames, fit: Fit, top: float) -> tuple[float, list[dict]]:
    """One group from `top` downwards: its height and its labels; the points go into the figure."""
    lay, colours = sheet.layout, sheet.colours
    high = group_height(sheet, names, fit)
    at = {"xref": "x", "yref": "y", "xanchor": "left"}
    head = height(1, lay.label) if lay.tight else 0
    first = top + head + fit.row / 2
    place = {"yanchor": "top", "y": -top} if lay.tight else {"yanchor": "middle", "y": -first}
    notes = [
        sheet.label(
            escape(group_short(names.group)), lay.label, colours.group_text(names.group), bold=True, x=0, **at, **place
        )
    ]
    over = -top + fit.row * 0.18
    drawing.add_line((0, over), (sheet.width, over), {"color": colours.grid, "width": 1})
    # the axis, only beside names: a line of names that cannot be told crosses it
    axis = [(fit.middle, -(top + head)), (fit.middle, -(top + head + rows_of(names, fit) * fit.row))]
    drawing.add_line(*axis, {"color": colours.rule, "width": 1}, layer="below")
    for side, columns, sign in ((names.left, fit.columns[0], -1), (names.joined, fit.columns[1], 1)):
        if not side:
            notes.append(
                sheet.label(
                    say("no State|none known" if names.unknown else "no State|none"),
                    fit.size,
                    colours.secondary,
                    **placed(fit.middle + sign * fit.row * 0.5, -first, f"{'right' if sign < 0 else 'left'} middle"),
                )
            )
            continue
        rows = -(-len(side) // columns)
        spots = [
            (fit.middle + sign * (fit.row * 0.65 + (n // rows) * fit.column), first + (n % rows) * fit.row)
            for n in range(len(side))
        ]
        tint = colours.left if sign < 0 else colours.joined
        drawing.add(
            scatter(
                x=[round(x, 1) for x, _ in spots],
                y=[round(-y, 1) for _, y in spots],
                mode="markers+text",
                cliponaxis=False,
                text=["  " * (sign > 0) + escape(name) + "  " * (sign < 0) for name, _, _ in side],
                textposition="middle left" if sign < 0 else "middle right",
                textfont={"size": fit.size, "color": colours.ink},
                customdata=[code for _, code, _ in side],
                hoverinfo="text",
                marker={
                    "size": fit.size * 0.72,
                    "line": {"color": tint, "width": 2 * lay.unit},
                    "color": [tint if outcome == "new" else colours.ground for _, _, outcome in side],
                },
                name="left" if sign < 0 else "joined",
                selected={"textfont": {"color": colours.ink}},
                unselected={"marker": {"opacity": 1}},
            )
        )
    lines = unknown_lines(sheet, names, fit)
    if lines:
        under = top + head + rows_of(names, fit) * fit.row + fit.row * 0.15
        notes.append(
            sheet.label(block(lines), fit.size * 0.9, colours.secondary, x=fit.title, y=-under, yanchor="top", **at)
        )
    return high, notes


def _table(changes: pd.DataFrame) -> pd.DataFrame:
    table = changes.sort_values(["outcome", "un_group", "short_name"])
    return pd.DataFrame(
        {
            say("State"): table["short_name"],
            say("Code"): table["iso3"],
            say("Regional group"): table["un_group"].replace("", "Observer").map(say),
            say("Change"): table["outcome"].map({outcome: say(word) for outcome, word in _CHANGES.items()}),
        }
    ).reset_index(drop=True)


def _figures(groups: list[GroupNames]) -> str:
    joined = [name for g in groups for name, _, _ in g.joined]
    left = [name for g in groups for name, _, _ in g.left]
    return sentences(
        say("Joined: {names}.", names=listing(sorted(joined, key=order))) if joined else "",
        say("Only the earlier text: {names}.", names=listing(sorted(left, key=order))) if left else "",
    )
