"""How far support reached in each group, text by text: one panel a group, bodies apart by the shape of the point.

A hollow point is a list with a gap: it shows the names that are held, a thin line reaches to the most that is
possible. The line runs through whole lists alone."""

from collections.abc import Mapping
from functools import partial

import pandas as pd

from analytics.english import bodies_at, body_at, count, group_short, listing, percent_told
from charts.frame.chart import Chart, Context, Event, Kind
from charts.frame.colors import LIGHT, UN_GROUPS
from charts.frame.figure import Drawing, empty
from charts.frame.labels import place_of, traced
from charts.frame.native import Form, Native, Plot, Series, native, plain
from charts.frame.panels import Panel, Remark, callout, grid, head, set_axes, value_axis, year_axis, year_ticks
from charts.frame.sheet import Sheet
from charts.frame.text import width
from charts.kinds.trends.region_series import SYMBOLS, add_shares, fit
from charts.words.findings import by_body
from charts.words.groups import share_notes, shared
from data.tongues.speech import clauses, say, to_say
from data.words import BODY_CODES, COMPARABLE, NAMED, STATUS, at_stage, stage_words

_REACH = (-0.03, 1.04)
"""What the axis of shares shows."""
_SHAPES = {
    "GA": to_say("Circles: General Assembly{when}"),
    "HRC": to_say("diamonds: Human Rights Council{when}"),
    "CHR": to_say("squares: Commission on Human Rights{when}"),
}


def regions(by_group: pd.DataFrame, context: Context, names: Mapping[str, str] | None = None) -> Chart:
    """`by_group`: Measures.by_group, one or several bodies, by regional or political group; `names`: full
    names of political groups, where they should stand over the panels."""
    groups = [g for g in UN_GROUPS if g in set(by_group["group"])]
    groups += sorted(set(by_group["group"]) - set(groups))
    present = [body for body in SYMBOLS if body in set(by_group["body"])]
    stages = dict(zip(by_group["body"], by_group["asked"], strict=True))
    shapes = clauses(say(_SHAPES[body], when=at_stage(stages[body])) for body in present)
    shapes = shapes if len(present) > 1 else bodies_at(by_group)
    plain_subtitle = context.within(say("Share of the Members of each group that sponsored"))
    subtitle = plain_subtitle + (f". {shapes}" if shapes else "")
    title, note = shared(by_group), share_notes(by_group)
    name, figures = f"support-by-group-{'-'.join(present).lower() or 'none'}", _figures(by_group, groups)
    draw = partial(_draw, table=by_group, groups=groups, events=context.events, names=names or {})
    drawn = _native(by_group, groups, present, plain_subtitle, context)
    rows, shares = _table(by_group), (say("Share"),)
    return Chart(Kind.SHARES, name, title, subtitle, note, figures, rows, draw, context, drawn, shares)


def _draw(
    sheet: Sheet, table: pd.DataFrame, groups: list[str], events: tuple[Event, ...], names: Mapping[str, str]
) -> Drawing:
    lay = sheet.layout
    usable = table[table["share"].notna()]
    if usable.empty:
        return sheet.place(empty(), 50)
    left = width("100%", lay.small) + 8
    area_wide = sheet.width - left
    unders = [count(_members(table, g), "State") for g in groups]
    foot = lay.small * 2.3
    fitted = fit(sheet, groups, names, unders, (area_wide, foot))
    rows = -(-len(groups) // fitted.across)
    body = sheet.room or rows * (fitted.over + foot + (105 if lay.tight else 270 if rows == 1 else 150))
    first, last = int(usable["year"].min()), int(usable["year"].max())
    span = (first - 1.0, last + 1.0) if last > first else (first - 2.0, last + 2.0)
    ticks = year_ticks(usable["year"], *span, fitted.wide, lay.small)
    drawing = Drawing()
    panels = grid(len(groups), fitted.across, (area_wide, body), (fitted.over, foot, fitted.gap))
    known = {group: part.sort_values("adopted_on") for group, part in usable.groupby("group")}
    for group, panel, title, under in zip(groups, panels, fitted.titles, unders, strict=True):
        drawing.notes += head(sheet, panel, title, under, sheet.colours.group_text(group))
        part = table[table["group"] == group].sort_values("adopted_on")
        for body_code in SYMBOLS:
            add_shares(sheet, drawing, panel, part[part["body"] == body_code], sheet.colours.group_mark(group))
        # under 60 px of height five labels would touch
        steps = [0, 0.5, 1] if panel.high < 6 * lay.small * 1.3 else [0, 0.2, 0.4, 0.6, 0.8, 1]
        shares = value_axis(sheet, panel, _REACH, steps)
        set_axes(drawing, panel, year_axis(sheet, span, ticks), shares)
    places = dict(zip(groups, panels, strict=True))
    remarks = [_remark(sheet, known, places, event, span) for event in events]
    if None in remarks:
        for event in events:
            sheet.add_note(f"{event.dated}.")
        return _draw(sheet, table, groups, (), names)
    drawing.notes += remarks
    return sheet.place(drawing, body, left=left)


def _members(table: pd.DataFrame, group: str) -> int:
    part = table[table["group"] == group]
    return int(part.loc[part["adopted_on"].idxmax(), "members"]) if len(part) else 0


def _remark(
    sheet: Sheet, known: Mapping[str, pd.DataFrame], places: dict[str, Panel], event: Event, span: tuple[float, float]
) -> dict | None:
    """What happened, in the panel where it shows most, with a line to its point; None where there is no room. `known`:
    the shares of each group, by day."""
    drops = {}
    for group in (group for group in places if group in known):
        part = known[group]
        mine = part[part["resolution"] == event.resolution]
        if len(mine):
            same = part[(part["body"] == mine["body"].iloc[0]) & (part["adopted_on"] < mine["adopted_on"].iloc[0])]
            drops[group] = (float(same["share"].iloc[-1]) if len(same) else 0) - float(mine["share"].iloc[0])
    for group in sorted(drops, key=lambda group: -drops[group])[:3]:
        panel, place = places[group], place_of(places[group], span, _REACH)
        part, taken = known[group], []
        for _, one in part.groupby("body"):
            taken += traced(list(zip(one["year"], one["share"], strict=True)), place)
        mine = part[part["resolution"] == event.resolution].iloc[0]
        at = (int(mine["year"]), float(mine["share"]))
        limits = [panel.wide, panel.wide * 0.85, panel.wide * 0.65]
        remark = Remark(event.dated, at, place(*at), limits)
        if made := callout(sheet, panel, remark, taken, sheet.layout.small * 0.75):
            return made
    return None


def _table(table: pd.DataFrame) -> pd.DataFrame:
    # Without a list of the stage nobody was counted: single names may be held all the same, so none is not said.
    listed = table["status"].isin(NAMED)
    return pd.DataFrame(
        {
            say("Body"): table["body"].map({body: say(code) for body, code in BODY_CODES.items()}),
            say("Resolution"): table["resolution"],
            say("Year"): table["year"],
            say("Group"): table["group"].map(group_short),
            say("Sponsors named"): table["sponsors"].astype("Int64").where(listed),
            say("Not known"): table["unknown"].astype("Int64").where(listed),
            say("Members"): table["members"],
            say("Share"): table["share"].round(4),
            say("List"): table["status"].map({status: say(word) for status, word in STATUS.items()}),
            say("Stage"): table["asked"].map(stage_words()),
        }
    )


def _figures(table: pd.DataFrame, groups: list[str]) -> str:
    parts = []
    for group in groups:
        part = table[(table["group"] == group) & table["share"].notna()].sort_values("adopted_on")
        if len(part):
            last = part.iloc[-1]
            told = "{group} at least {part} in {year}" if last["status"] == "gap" else "{group} {part} in {year}"
            parts.append(say(told, group=group_short(group), part=percent_told(last["share"]), year=last["year"]))
    return say("Latest: {numbers}.", numbers=listing(parts)) if parts else ""


def _native(
    table: pd.DataFrame, groups: list[str], present: list[str], subtitle: str, context: Context
) -> Native | None:
    """Shares of the groups, one plot a body; a share of a list with a gap is at least that much."""
    plots = []
    for body in present:
        part = table[table["body"] == body]
        texts = part.drop_duplicates("resolution").reset_index(drop=True)
        gapped = frozenset(texts.index[texts["status"] == "gap"])
        series = []
        for n, group in enumerate(groups):
            mine = part[part["group"] == group].set_index("resolution").reindex(texts["resolution"])
            colour = LIGHT.group_mark(group) if group in UN_GROUPS else LIGHT.extra[n % len(LIGHT.extra)]
            whole = Series(group_short(group), plain(mine["share"].round(4)), colour)
            series.append(whole.without(gapped))
            if gapped:
                most = {at: round(float(mine["share_high"].iloc[at]), 4) for at in gapped}
                series.append(whole.gapped(gapped, most, bounds=True))
        title = body_at(table, body) if len(present) > 1 else ""
        plots.append(Plot(Form.LINES, tuple(map(str, texts["year"])), tuple(series), title, percent=True))
    texts = table.drop_duplicates("resolution")
    said = (
        (to_say("Square: the list has a gap, so at least that share ({texts})."), texts["status"].eq("gap")),
        (to_say("No point: no share can be told ({texts})."), ~texts["status"].isin(COMPARABLE)),
    )
    notes = [say(words, texts=by_body(texts[rows])) for words, rows in said if rows.any()]
    return native(plots, subtitle, context.noted(*notes))
