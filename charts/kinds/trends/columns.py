"""Stacked columns: how many sponsors each text of one body had, by regional group, on a true time axis.

A text without a list is never a zero: a reported number is a hatched outline, a list with a gap has an open top,
a list of which only part could be read is hatched, and a text of which nothing is held is marked "no list".
"""

from __future__ import annotations

import pandas as pd

from analytics.english import body_name, group_short, sponsors_at
from charts.frame.chart import Chart
from charts.frame.colors import UN_GROUPS
from charts.frame.sources import Context
from charts.kinds.trends.columns_down import draw_lying
from charts.kinds.trends.columns_upright import draw_upright
from charts.kinds.trends.stacks import Stacks
from charts.words.findings import KINDS_ON_CHARTS, count_notes, counted
from charts.words.titles import joined_notes
from data.words import NAMED, STAGES, at_stage


def columns(
    counts: pd.DataFrame,
    by_group: pd.DataFrame,
    events: pd.DataFrame,
    context: Context,
    layout: str = "wide",
    theme: str = "light",
) -> Chart:
    """`counts`, `by_group`: analytics.trends of one body, by regional group; `events`: record.events.

    Raises ValueError for more than one body."""
    if counts["body"].nunique() > 1:
        raise ValueError("numbers of different bodies do not stand in one stack; draw one body at a time")
    told = events[events["kind"].isin(KINDS_ON_CHARTS) & events["resolution"].isin(counts["resolution"])]
    sponsors = by_group.pivot_table(index="resolution", columns="group", values="sponsors", aggfunc="sum")
    sponsors = sponsors.reindex(index=counts["resolution"], columns=list(UN_GROUPS)).fillna(0).astype(int)
    body = counts["body"].iloc[0] if len(counts) else ""
    what = f"{sponsors_at(counts)} of each {body_name(body)} text on human rights defenders".replace("  ", " ")
    when = at_stage(counts["asked"].iloc[0]) if len(counts) else ""
    subtitle = ", ".join(p for p in (f"{what}{when}, by regional group", context.scope) if p)
    title = counted(counts, set(told["resolution"]))
    note = joined_notes(count_notes(counts), *context.missing)
    data = Stacks(counts.reset_index(drop=True), sponsors, told)
    table = _table(data)
    return Chart(
        name=f"sponsors-by-region-{body.lower() or 'none'}",
        title=title,
        subtitle=subtitle,
        note=note,
        source=context.source,
        alt=_alt(title, data, note),
        table=table,
        draw=lambda sheet: draw_lying(sheet, data) if sheet.layout.tight else draw_upright(sheet, data),
        data_version=context.data_version,
        layout=layout,
        theme=theme,
    )


def _table(data: Stacks) -> pd.DataFrame:
    counts = data.counts
    table = pd.DataFrame({"Resolution": counts["resolution"], "Year": counts["year"]})
    known = counts["status"].isin(NAMED)
    for group in UN_GROUPS:
        values = pd.Series(data.sponsors[group].to_numpy(), index=counts.index).astype("Int64")
        table[group_short(group)] = values.where(known.to_numpy())
    table["Observers"] = counts["observers"].astype("Int64").where(known)
    table["Sponsors"] = counts["shown_text"]
    table["Number"] = counts["shown"]
    table["List"] = counts["status"].map(
        {
            "complete": "complete",
            "gap": "has a gap",
            "partial": "read in part",
            "count only": "number reported only",
            "none": "not held",
        }
    )
    table["Stage"] = counts["asked"].map(STAGES)
    return table


def _alt(title: str, data: Stacks, note: str) -> str:
    numbers = ", ".join(f"{row.year}: {row.shown_text}" for row in data.counts.itertuples())
    events = " ".join(f"{event.date.year}: {event.text}." for event in data.events.itertuples())
    return f"Stacked columns by year and regional group. {title}. {numbers}. {events} {note}".replace("\n", " ").strip()
