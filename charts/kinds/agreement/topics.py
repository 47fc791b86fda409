"""Who signs which subject: bars of States, by what is known of them on the texts on defenders."""

from __future__ import annotations

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from analytics.agreement.topics import by_subject
from analytics.english import count, group_short
from charts.frame.chart import Chart, Context, Kind
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.kinds.agreement.rows import Bar, Section, draw_rows
from data.words import CELLS, NOT_SPONSOR, SPONSOR, UNKNOWN

LOOKS = {
    NOT_SPONSOR: Swatch("not on defenders", "ground", "left", heavy=True, text="left"),
    UNKNOWN: Swatch("not known on defenders", "ground", "unknown", hatch=True),
    SPONSOR: Swatch("sponsor of a text on defenders too", "sponsor", "sponsor"),
}
_NOTE = (
    "One name on one text of the subject is enough. Not on defenders: on no list held of these years, and known not to "
    "be on the latest whole one. States for which a group sponsored are not named. Subjects are ours, by title."
)


def topics_chart(signed: pd.DataFrame, period: str, context: Context) -> Chart:
    """`signed`: analytics.agreement.topics.signers; `period`: the years of the other texts, in words."""
    counts = by_subject(signed)
    title, note = topical(counts), context.noted(_NOTE)
    what = (
        f"Member States named on other Third Committee texts, {period}, and on the Assembly's texts on defenders then"
    )
    told = "; ".join(f"{row.subject}: {row.not_sponsor} not, {row.unknown} not known" for row in counts.itertuples())
    alt = f"Bars, one for each subject. {title}. {told}. {note}".replace("\n", " ")
    draw = partial(_draw, counts=counts)
    return Chart(Kind.TOPICS, "topics", title, what, note, alt, _table(signed), draw, context)


def topical(counts: pd.DataFrame) -> str:
    """Title: the subject that most States sign which are on no list on defenders."""
    if counts.empty or not counts[NOT_SPONSOR].max():
        return "No State is known to sign another subject and no text on defenders"
    row = counts.iloc[0]
    return (
        f"{row['subject']}: of {count(int(row['states']), 'State')} that signed a text, {row[NOT_SPONSOR]} are on none "
        f"on defenders, {row[UNKNOWN]} not known"
    )


def _draw(sheet: Sheet, counts: pd.DataFrame) -> go.Figure:
    bars = [
        Bar(
            row["subject"],
            tuple(float(row[key]) for key in LOOKS),
            f"{row[NOT_SPONSOR]} not, {row[UNKNOWN]} not known, {row[SPONSOR]} too",
            f"{count(int(row['states']), 'State')} on {count(int(row['held']), 'text')}",
        )
        for _, row in counts.iterrows()
    ]
    return draw_rows(sheet, [Section("", bars)], LOOKS, max(counts["states"], default=1))


def _table(signed: pd.DataFrame) -> pd.DataFrame:
    """State by State: what leaves the house is names."""
    return pd.DataFrame(
        {
            "Subject": signed["subject"],
            "State": signed["short_name"],
            "Code": signed["iso3"],
            "Regional group": signed["un_group"].map(group_short),
            "Texts that name it": signed["signed"],
            "Texts of the subject": signed["held"],
            "Which": signed["texts"].map(", ".join),
            "Latest": signed["last_year"],
            "On defenders": signed["here"].map(CELLS),
        }
    )
