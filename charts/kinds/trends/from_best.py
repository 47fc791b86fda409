"""How far each group is from its own best: its latest share against its best one."""

from functools import partial

import pandas as pd

from analytics.english import at_least, body_at, body_name, group_short, percent
from analytics.scope import BODIES
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import LIGHT, UN_GROUPS
from charts.frame.figure import Drawing, empty
from charts.frame.layouts import Layout
from charts.frame.legend import Swatch
from charts.frame.native import Form, Look, Native, Plot, Series, native, plain
from charts.frame.panels import Panel, line_in, of_bodies, points_in, set_axes
from charts.frame.sheet import Sheet
from charts.frame.text import block, escape, height, width
from charts.words.groups import best_notes, short_of_best
from data.tongues.speech import clauses, say, say_many
from data.words import stage_words


def best_chart(best: pd.DataFrame, context: Context) -> Chart:
    """How far each group is from its own best: latest against best, a panel each body. `best`: Measures.from_best, of
    regional or political groups."""
    present = [body for body in BODIES if body in set(best["body"])]
    title = short_of_best(best)
    gapped = best[best["latest_status"] == "gap"]
    note = context.noted(
        say("Hollow: the latest list has a gap; a thin line reaches to the most that is possible.")
        if len(gapped)
        else "",
        best_notes(best),
    )
    numbers = clauses(
        say(
            "{group}, {body}: {latest} in {latest_year}, best {best} in {best_year}",
            group=group_short(r.group),
            body=body_at(best, r.body),
            latest=at_least(r.latest_sponsors, r.latest_status == "gap"),
            latest_year=r.latest_year,
            best=r.best_sponsors,
            best_year=r.best_year,
        )
        for r in best.itertuples()
    )
    subtitle = context.within(
        say("Members of each group that sponsored: latest text whose list allows it, and the best one")
    )
    name = f"distance-from-best-{'-'.join(present).lower() or 'none'}"
    draw, drawn = partial(_draw, best=best, present=present), _native(best, present, subtitle, context)
    shares = (say("Latest share"), say("Best share"))
    return Chart(Kind.BEST, name, title, subtitle, note, numbers, _table(best), draw, context, drawn, shares)


def _draw(sheet: Sheet, best: pd.DataFrame, present: list[str]) -> Drawing:
    lay = sheet.layout
    if best.empty:
        return sheet.place(empty(), 50)
    groups = [g for g in UN_GROUPS if g in set(best["group"])]
    groups += sorted(set(best["group"]) - set(groups))
    hollow = best["latest_status"] == "gap"
    whole = [] if hollow.all() else [Swatch(say("latest"), "ink", "ink", shape="circle")]
    gapped = [Swatch(say("latest, list with a gap"), "ground", "ink", shape="circle")] if hollow.any() else []
    sheet.legend = [*whole, *gapped, Swatch(say("best"), "ground", "ink", shape="diamond")]
    drawing = Drawing()
    heads = [(body_at(best, body), "") for body in present]
    # the words over a pair stand in two lines where one is too long for the panel
    wide = sheet.width if lay.tight else (sheet.width - lay.label * 2.2 * (len(present) - 1)) / len(present)
    parted = any(_width(lay, one) > wide for _, one in best.iterrows())
    row = lay.label * 3.3 + (height(1, lay.small) if parted else 0)
    panels = of_bodies(sheet, drawing, heads, 0, row * len(groups))
    shares = {
        "range": [-0.02, 1.04],
        "tickvals": [0, 0.25, 0.5, 0.75, 1],
        "ticktext": ["0", *map(percent, (0.25, 0.5, 0.75, 1))],
        "showgrid": True,
        "tickfont": {"size": lay.small},
    }
    for code, panel in zip(present, panels, strict=True):
        part = best[best["body"] == code].set_index("group")
        for n, group in enumerate(groups):
            if group in part.index:
                _pair(sheet, drawing, panel, part.loc[group], n)
                drawing.notes.append(_words(sheet, panel, part.loc[group], n, parted))
        set_axes(drawing, panel, shares, {"visible": False, "range": [len(groups) - 0.5, -0.65]})
    return sheet.place(drawing, panels[0].area[1])


def _pair(sheet: Sheet, drawing: Drawing, panel: Panel, one: pd.Series, at: int) -> None:
    """One group: a line from its latest share to its best, and both points."""
    lay, colours, group = sheet.layout, sheet.colours, str(one.name)
    tint = colours.group_mark(group)
    latest, top = round(float(one["latest_share"]), 4), round(float(one["best_share"]), 4)
    drawing.add(line_in(panel, [latest, top], [at, at], {"color": tint, "width": 3 * lay.unit}))
    gapped = one["latest_status"] == "gap"
    if one["latest_unknown"]:
        most = round((one["latest_sponsors"] + one["latest_unknown"]) / one["latest_members"], 4)
        dashed = {"color": colours.secondary, "width": 1, "dash": "2px,2px"}
        drawing.add(line_in(panel, [latest, most], [at, at], dashed))
    told = "latest: at least {n} of {members} in {year}" if gapped else "latest: {n} of {members} in {year}"
    now = say(told, n=one["latest_sponsors"], members=one["latest_members"], year=one["latest_year"])
    best = say("best: {n} in {year}", n=one["best_sponsors"], year=one["best_year"])
    hover = f"<b>{escape(group_short(group))}</b><br>%{{hovertext}}<extra></extra>"
    for share, symbol, fill, text in (
        (top, "diamond", colours.ground, best),
        (latest, "circle", colours.ground if gapped else tint, now),
    ):
        line = {"color": tint, "width": 2 * lay.unit}
        look = {"symbol": symbol, "size": 11 * lay.unit, "color": fill, "line": line}
        drawing.add(points_in(panel, [share], [at], look, hovertext=[text], hovertemplate=hover))


def _words(sheet: Sheet, panel: Panel, one: pd.Series, at: int, parted: bool) -> dict:
    """Name and numbers of a group, over its pair."""
    lay, group = sheet.layout, str(one.name)
    place = {"xref": panel.x, "yref": panel.y, "x": 0, "y": at, "xanchor": "left", "yanchor": "bottom"}
    said = f'<span style="color:{sheet.colours.secondary}">{escape(_numbers(one))}</span>'
    text = f"<b>{block([group_short(group)])}</b>{'<br>' if parted else '  '}{said}"
    return sheet.label(text, lay.small, sheet.colours.group_text(group), **place, yshift=8 * lay.unit)


def _width(lay: Layout, one: pd.Series) -> float:
    return width(group_short(one["group"]), lay.small, bold=True) + width(f"  {_numbers(one)}", lay.small)


def _numbers(one: pd.Series) -> str:
    number = at_least(int(one["latest_sponsors"]), one["latest_status"] == "gap")
    latest = {"latest": number, "latest_year": one["latest_year"]}
    if one["short_by"] <= 0:
        return say("{latest} in {latest_year}, its best", **latest)
    best = {"best": one["best_sponsors"], "best_year": one["best_year"]}
    return say("{latest} in {latest_year}, best {best} in {best_year}", **latest, **best)


def _not_known(one: pd.Series) -> str:
    return say_many(" ({n} not known)", " ({n} not known)", int(one["latest_unknown"])) if one["latest_unknown"] else ""


def _table(best: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Body"): best["body"].map(body_name),
            say("Group"): best["group"].map(group_short),
            say("Latest"): best["latest"],
            say("Latest sponsors"): best["latest_sponsors"],
            say("Latest share"): best["latest_share"].astype(float).round(4),
            say("Not known"): best["latest_unknown"],
            say("Best"): best["best"],
            say("Best sponsors"): best["best_sponsors"],
            say("Best share"): best["best_share"].astype(float).round(4),
            say("Short of best by"): best["short_by"],
            say("Stage"): best["asked"].map(stage_words()),
        }
    )


def _native(best: pd.DataFrame, present: list[str], subtitle: str, context: Context) -> Native | None:
    """Best against latest share of each group, one plot a body."""
    plots = []
    for body in present:
        part = best[best["body"] == body].reset_index(drop=True)
        names = [f"{group_short(one['group'])}{_not_known(one)}\n{_numbers(one)}" for _, one in part.iterrows()]
        gapped = frozenset(part.index[part["latest_status"] == "gap"])
        top = Series(say("Its best text"), plain(part["best_share"].astype(float).round(4)), LIGHT.outline)
        shares = plain(part["latest_share"].astype(float).round(4))
        latest = Series(say("Latest text"), shares, LIGHT.sponsor, dict.fromkeys(gapped, Look.HATCHED), gapped)
        title = body_at(best, body) if len(present) > 1 else ""
        plots.append(Plot(Form.BARS, tuple(names), (top, latest), title, percent=True))
    gap = say("≥, hatched: the latest list has a gap; so many more States as are not known may have sponsored.")
    return native(
        plots, subtitle, context.noted(gap if best["latest_status"].eq("gap").any() else "", best_notes(best))
    )
