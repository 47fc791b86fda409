"""One State's nearest and furthest, by name: bars of the texts that both sponsored, and that neither did."""

from __future__ import annotations

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from analytics.english import body_name, count, group_short, percent_told
from charts.frame.chart import Chart, Context, Kind
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.kinds.agreement.rows import Bar, Section, draw_rows
from charts.words.together import alike, alike_notes
from data.words import STAGES, at_stage

SHOWN = 12
"""So many are drawn at each end; all stand in the table."""
LOOKS = {
    "both": Swatch("both sponsored", "sponsor", "sponsor"),
    "neither": Swatch("neither sponsored", "pale", "outline"),
    "apart": Swatch("one of the two alone", "ground", "outline"),
}


def ranking(table: pd.DataFrame, name: str, body: str, asked: str, context: Context) -> Chart:
    """`table`: analytics.agreement.pairs.with_state; `name`: of the State; `body` and `asked`: body and stage.

    The ISO code is in `customdata` of the trace of names."""
    title, note = alike(name, table), context.noted(alike_notes(name, table))
    what = f"Agreement with {name}: both sponsored or both did not, of the texts on which both are known"
    subtitle = context.within(f"{what}. {body_name(body)}{at_stage(asked)}")
    alt = f"Two lists of States with bars, the nearest and the furthest. {title}. {note}".replace("\n", " ")
    stem = f"agreement-with-{name}-{body.lower()}"
    draw = partial(_draw, table=table, name=name)
    rows, shares = _table(table, name, asked), ("Agreement",)
    return Chart(Kind.RANKING, stem, title, subtitle, note, alt, rows, draw, context, shares=shares)


def _draw(sheet: Sheet, table: pd.DataFrame, name: str) -> go.Figure:
    told = table[table["share"].notna()]
    near = told.head(min(SHOWN, len(told) - len(told) // 2))
    far = (
        told.iloc[len(near) :].sort_values(["share", "known", "short_name"], ascending=[True, False, True]).head(SHOWN)
    )
    sections = [Section(f"Nearest to {name}", _bars(near)), Section(f"Furthest from {name}", _bars(far))]
    return draw_rows(sheet, sections, LOOKS, 1.0)


def _bars(rows: pd.DataFrame) -> list[Bar]:
    made = []
    for row in rows.itertuples():
        apart = row.only_one + row.only_other
        said = f"both sponsored {row.both}, neither {row.neither}, one alone {apart}, of {count(row.known, 'text')}"
        parts = tuple(number / row.known for number in (row.both, row.neither, apart))
        figures = f"{percent_told(row.share)} of {count(row.known, 'text')}, {row.both} both signed"
        made.append(Bar(row.short_name, parts, figures, said, row.iso3))
    return made


def _table(table: pd.DataFrame, name: str, asked: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "State": table["short_name"],
            "Code": table["iso3"],
            "Regional group": table["un_group"].map(group_short),
            "Agreement": table["share"].round(4),
            "Texts known of both": table["known"],
            "Both sponsored": table["both"],
            "Neither sponsored": table["neither"],
            f"Only {name}": table["only_one"],
            "Only the other": table["only_other"],
            "Stage": STAGES[asked],
        }
    )
