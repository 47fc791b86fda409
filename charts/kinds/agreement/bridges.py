"""Who bridges the regional groups: of each, the States that sign most with States outside it, with names."""

from __future__ import annotations

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from analytics.agreement.pairs import ENOUGH
from analytics.english import body_name, group_short, listing
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import UN_GROUPS
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.kinds.agreement.rows import Bar, Section, draw_rows
from charts.words.together import bridge_notes, bridging
from data.words import STAGES, at_stage

SHOWN = 4
"""So many of each group are drawn; all stand in the table."""


def bridges_chart(bridges: pd.DataFrame, groups: dict[str, str], body: str, asked: str, context: Context) -> Chart:
    """`bridges`: analytics.agreement.pairs.bridges; `groups`: regional group of each State by ISO code.

    The ISO code is in `customdata` of the trace of names."""
    title, note = bridging(bridges), context.noted(bridge_notes(bridges))
    what = f"States of other regional groups with which it signed at least {ENOUGH} texts, by their group"
    subtitle = context.within(f"{what}. {body_name(body)}{at_stage(asked)}")
    named = "; ".join(f"{row.short_name} with {listing(row.names, 3)}" for row in _first(bridges).itertuples())
    alt = f"Bars, some States of each regional group. {title}. {named}. {note}".replace("\n", " ")
    draw, table = partial(_draw, bridges=bridges, groups=groups), _table(bridges, asked)
    return Chart(Kind.BRIDGES, f"bridges-{body.lower()}", title, subtitle, note, alt, table, draw, context)


def _first(bridges: pd.DataFrame) -> pd.DataFrame:
    return bridges.groupby("un_group").head(SHOWN)


def _draw(sheet: Sheet, bridges: pd.DataFrame, groups: dict[str, str]) -> go.Figure:
    first = _first(bridges)
    looks = {
        group: Swatch(f"with {group_short(group)}", sheet.colours.group_mark(group), sheet.colours.group_mark(group))
        for group in UN_GROUPS
    }
    sections = [
        Section(
            group_short(group), [_bar(row, groups) for _, row in first[first["un_group"] == group].iterrows()], group
        )
        for group in UN_GROUPS
    ]
    return draw_rows(sheet, sections, looks, max(bridges["number"], default=1))


def _bar(row: pd.Series, groups: dict[str, str]) -> Bar:
    held = [groups[iso3] for iso3 in row["partners"]]
    parts = tuple(float(held.count(group)) for group in UN_GROUPS)
    figures = f"{row['number']}: {listing(row['names'], 2)}"
    return Bar(row["short_name"], parts, figures, f"signs with {listing(row['names'], 12)}", row["iso3"])


def _table(bridges: pd.DataFrame, asked: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "State": bridges["short_name"],
            "Code": bridges["iso3"],
            "Regional group": bridges["un_group"].map(group_short),
            "States outside its group": bridges["number"],
            "Which, most texts first": bridges["names"].map(", ".join),
            "Texts signed with them, added up": bridges["together"],
            "Stage": STAGES[asked],
        }
    )
