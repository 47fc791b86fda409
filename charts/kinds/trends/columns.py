"""Stacked columns: how many sponsors each text of one body had, by regional group, on a true time axis.

A text without a list is never a zero: a reported number is a hatched outline, a list with a gap has an open top,
a list of which only part could be read is hatched, and a text of which nothing is held is marked "no list"."""

from dataclasses import replace
from typing import Any

import pandas as pd

from analytics.english import body_name, group_short, of_body, sponsors_at
from charts.frame.chart import Chart, Context, Kind, sentences
from charts.frame.colors import LIGHT, UN_GROUPS
from charts.frame.figure import Drawing, empty, placed
from charts.frame.native import Form, Look, Native, Plot, Series, native, plain
from charts.frame.sheet import Sheet
from charts.frame.text import width
from charts.kinds.trends.columns_upright import draw_upright
from charts.kinds.trends.stacks import BAR, STACK, Stacks, bound, group_swatch, observers_swatch, stack_bars, with_names
from charts.words.findings import AT_ADOPTION, count_notes, counted, sureness
from data.tongues.speech import headed, say, to_say
from data.words import NAMED, at_stage, stage_words


def columns(counts: pd.DataFrame, by_group: pd.DataFrame, context: Context) -> Chart:
    """`counts`, `by_group`: Measures of one body, by regional group. Raises ValueError for more than one body."""
    if counts["body"].nunique() > 1:
        raise ValueError("numbers of different bodies do not stand in one stack; draw one body at a time")
    sponsors = by_group.pivot_table(index="resolution", columns="group", values="sponsors", aggfunc="sum")
    sponsors = sponsors.reindex(index=counts["resolution"], columns=list(UN_GROUPS)).fillna(0).astype(int)
    counts = counts.assign(sure=sureness(counts)).reset_index(drop=True)
    body = counts["body"].iloc[0] if len(counts) else ""
    told = "{sponsors} of each {body} text on human rights defenders{when}, by regional group"
    if not body:
        told = "{sponsors} of each text on human rights defenders{when}, by regional group"
    when = at_stage(counts["asked"].iloc[0]) if len(counts) else ""
    filled = {"sponsors": sponsors_at(counts), "body": body_name(body), "of_body": of_body(body), "when": when}
    subtitle = context.within(say(told, **filled))
    title = counted(counts, {event.resolution for event in context.events})
    note, data = count_notes(counts), Stacks(counts, sponsors, context.events)
    name, table, drawn = f"sponsors-by-region-{body.lower() or 'none'}", _table(data), _native(data, subtitle, context)
    numbers = ", ".join(headed(str(row.year), row.shown_text) for row in counts.itertuples())
    figures = sentences(numbers, *(event.sentence for event in context.events))

    def draw(sheet: Sheet) -> Drawing:
        return _draw_lying(sheet, data) if sheet.layout.tight else draw_upright(sheet, data)

    return Chart(Kind.COLUMNS, name, title, subtitle, note, figures, table, draw, context, drawn)


def _draw_lying(sheet: Sheet, data: Stacks) -> Drawing:
    """The same lying down, time running downwards, for a narrow screen."""
    lay, counts = sheet.layout, data.counts
    if counts.empty:
        return sheet.place(empty(), 40)
    sheet.legend_above = True
    groups = STACK if len(with_names(data)) else ()
    sheet.legend = [*(group_swatch(sheet, group) for group in groups), *observers_swatch(data)]
    starred = {event.resolution for event in data.events}
    for event in data.events:
        sheet.add_note(f"* {event.dated}.")
    first, last = int(counts["year"].min()), int(counts["year"].max())
    per_year, left = 19.0, width("2000", lay.label) + 8
    top = float(counts["shown"].max()) if counts["shown"].notna().any() else 10.0
    room = sheet.width - left - width("≥100*", lay.label, True) - 8
    per_unit = room / top
    drawing = stack_bars(sheet, data, per_unit, per_year * BAR, across=True)
    notes = []
    for row in counts.itertuples():
        if pd.isna(row.shown):
            notes.append(
                sheet.label(
                    say("no list"), lay.small, sheet.colours.secondary, **placed(0, row.year, "left middle", right=4)
                )
            )
            continue
        stub = 6 / per_unit if row.status == "gap" else 0
        if stub:
            drawing.add_shape(
                type="rect",
                x0=float(row.shown),
                x1=float(row.shown) + stub,
                y0=row.year - BAR / 2,
                y1=row.year + BAR / 2,
                fillcolor=sheet.colours.ground,
                line={"color": sheet.colours.secondary, "width": 1.2, "dash": "2px,2px"},
            )
        number = f"{bound(row)}{row.shown}"
        notes.append(
            sheet.label(
                f"{number}{'*' if row.resolution in starred else ''}",
                lay.label,
                sheet.colours.ink,
                bold=True,
                **placed(float(row.shown) + stub, row.year, "left middle", right=5),
            )
        )
    drawing.notes += notes
    drawing.axes(
        {"visible": False, "range": [0, (sheet.width - left) / per_unit]},
        {
            "range": [last + 0.6, first - 0.6],
            "tickvals": list(counts["year"]),
            "ticks": "",
            "ticklabelstandoff": 5,
            "tickfont": {"size": lay.label, "color": sheet.colours.ink},
        },
    )
    return sheet.place(drawing, per_year * (last - first + 1.2), left=left)


_LISTS = to_say(
    {
        "complete": "complete",
        "gap": "has a gap",
        "partial": "read in part",
        "count only": "number reported only",
        "none": "not held",
    }
)


def _table(data: Stacks) -> pd.DataFrame:
    counts = data.counts
    table = pd.DataFrame({say("Resolution"): counts["resolution"], say("Year"): counts["year"]})
    known = counts["status"].isin(NAMED)
    for group in UN_GROUPS:
        values = pd.Series(data.sponsors[group].to_numpy(), index=counts.index).astype("Int64")
        table[group_short(group)] = values.where(known.to_numpy())
    table[say("Observers")] = counts["observers"].astype("Int64").where(known)
    table[say("Sponsors")] = counts["shown_text"]
    table[say("Number")] = counts["shown"]
    table[say("List")] = counts["status"].map({status: say(word) for status, word in _LISTS.items()})
    table[say("Stage")] = counts["asked"].map(stage_words())
    return table


def _native(data: Stacks, subtitle: str, context: Context) -> Native | None:
    """Stacks by regional group, the number of the text in its label; a part that was only reported hatched on top."""
    counts = data.counts
    named = counts["resolution"].isin(with_names(data)["resolution"])
    looks = dict.fromkeys(counts.index[counts["status"] == "partial"], Look.HATCHED)
    parts = {g: data.sponsors[g].set_axis(counts.index).where(named) for g in STACK}
    series = [Series(group_short(g), plain(part), LIGHT.group_mark(g), looks) for g, part in parts.items()]
    observers = counts["observers"].where(named)
    if observers.fillna(0).any():
        series.append(Series(say("Observers"), plain(observers), LIGHT.secondary, looks))
    have = pd.DataFrame(parts).sum(axis=1) + observers.fillna(0)
    rest = (counts["shown"].astype("Float64") - have).where(lambda left: left > 0)
    if rest.notna().any():
        hatched = dict.fromkeys(counts.index[rest.notna()], Look.HATCHED)
        series.append(Series(say("Reported, names not held"), plain(rest), LIGHT.outline, hatched))
    for n in counts.index[counts["status"] == "gap"]:  # the edge of what stands on top of the column
        top = max(at for at, one in enumerate(series) if one.values[n])
        series[top] = replace(series[top], looks={**series[top].looks, n: Look.DASHED})
    labels = [f"{row.year}\n{_label(row)}" for row in counts.itertuples()]
    plot = Plot(Form.STACKED, tuple(labels), tuple(series))
    return native([plot], subtitle, context.noted(count_notes(counts)))


def _label(row: Any) -> str:
    if pd.isna(row.shown):
        return say("no list")
    return f"{bound(row)}{row.shown}" + (f" {say('at adoption')}" if row.sure == AT_ADOPTION else "")
