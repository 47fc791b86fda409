"""Who bridges the regional groups: of each, the States that sign most with States outside it, with names."""

from functools import partial
from typing import Any

import pandas as pd

from analytics.agreement.pairs import ENOUGH
from analytics.english import body_name, group_short, listing
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import UN_GROUPS
from charts.frame.figure import Drawing
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.kinds.agreement.rows import Bar, Section, draw_rows
from charts.words.together import bridge_notes, bridging
from data.tongues.speech import clauses, headed, in_language, say, to_say
from data.tongues.speech import name as called
from data.words import STAGES, at_stage

_WITH = to_say(
    {
        "African Group": "with African",
        "Asia-Pacific Group": "with Asia-Pacific",
        "Eastern European Group": "with Eastern European",
        "Latin American and Caribbean Group": "with Latin America & Caribbean",
        "Western European and Others Group": "with Western Europe & Others",
    }
)
SHOWN = 4
"""So many of each group are drawn; all stand in the table."""


def bridges_chart(bridges: pd.DataFrame, groups: dict[str, str], body: str, asked: str, context: Context) -> Chart:
    """`bridges`: analytics.agreement.pairs.bridges; `groups`: regional group of each State by ISO code. The ISO code is
    in `customdata` of the trace of names."""
    title, note = bridging(bridges), context.noted(bridge_notes(bridges))
    told = "States of other regional groups with which it signed at least {n} texts, by their group"
    subtitle = context.within(f"{say(told, n=ENOUGH)}. {body_name(body)}{at_stage(asked)}")
    named = clauses(
        say("{name} with {others}", name=called(row.iso3, row.short_name), others=listing(_partners(row), 3))
        for row in _first(bridges).itertuples()
    )
    draw, table = partial(_draw, bridges=bridges, groups=groups), _table(bridges, asked)
    return Chart(Kind.BRIDGES, f"bridges-{body.lower()}", title, subtitle, note, named, table, draw, context)


def _first(bridges: pd.DataFrame) -> pd.DataFrame:
    return bridges.groupby("un_group").head(SHOWN)


def _partners(row: Any) -> list[str]:
    """The names of those with whom the State of this row signs, most texts first."""
    return [*map(called, row.partners, row.names)]


def _draw(sheet: Sheet, bridges: pd.DataFrame, groups: dict[str, str]) -> Drawing:
    first = _first(bridges)
    looks = {
        group: Swatch(_WITH[group], sheet.colours.group_mark(group), sheet.colours.group_mark(group))
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
    partners = _partners(row)
    figures = headed(str(row["number"]), listing(partners, 2))
    said = say("signs with {names}", names=listing(partners, 12))
    return Bar(called(row["iso3"], row["short_name"]), parts, figures, said, row["iso3"])


def _table(bridges: pd.DataFrame, asked: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("State"): in_language(bridges)["short_name"],
            say("Code"): bridges["iso3"],
            say("Regional group"): bridges["un_group"].map(group_short),
            say("States outside its group"): bridges["number"],
            say("Which, most texts first"): [", ".join(_partners(row)) for row in bridges.itertuples()],
            say("Texts signed with them, added up"): bridges["together"],
            say("Stage"): say(STAGES[asked]),
        }
    )
