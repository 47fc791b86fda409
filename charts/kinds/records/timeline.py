"""One State's record, text by text: a lane for each body, on one time axis.

Filled: sponsor. Hollow: not a sponsor, in another colour where it withdrew. Pale diamond: not named when tabled.
Hatched with "?": not known. Small dot: not yet a Member. A recorded vote is written beside its text. On a narrow screen
time runs downwards.
"""

from __future__ import annotations

from functools import partial

import pandas as pd

from analytics.english import bodies_at, body_name, count, listing
from analytics.grid import not_known, withdrew
from charts.frame.chart import Chart, Context, Kind
from charts.frame.names import slug
from charts.kinds.records.timeline_marks import draw_timeline
from data.words import BODIES, FINAL, NOT_WHEN_TABLED, SPONSOR, STAGES, UNKNOWN, at_stage


def timeline(history: pd.DataFrame, name: str, context: Context) -> Chart:
    """`history`: Measures.history of one State, in a scope; `name`: the State's short name.

    Each point carries its resolution in `customdata`."""
    present = [body for body in BODIES if body in set(history["body"])]
    title = _title(history, name, present)
    unknown = history[history["value"] == UNKNOWN]
    late = history[history["value"].eq(NOT_WHEN_TABLED) & ~history["known"]]
    back = history[withdrew(history)]
    note = context.noted(
        f"Not known for {len(unknown)} of {count(len(history), 'text')}: no list is held, "
        f"or the list leaves {name} open."
        if len(unknown)
        else "",
        f"Not named when {listing(late['resolution'])} was tabled; whether it joined later is not known."
        if len(late)
        else "",
        f"It had sponsored {listing(back['resolution'])} and withdrew." if len(back) else "",
        *(f"{row.resolution}: {row.remark}" for row in history.itertuples() if row.remark),
    )
    stages = bodies_at(history[history["asked"] != FINAL])
    marks = "Each mark is one text on human rights defenders, recorded votes written beside"
    subtitle = context.within(marks)
    subtitle += f"; lists: {stages}" if stages else ""
    told = "; ".join(
        f"{body_name(b)}: " + ", ".join(f"{r.year} {r.word}" for r in part.itertuples())
        for b, part in history.groupby("body", sort=False)
    )
    alt = f"Timeline of one State. {title}. {told}. {note}".replace("\n", " ").strip()
    draw = partial(draw_timeline, history=history, present=present)
    return Chart(Kind.TIMELINE, f"timeline-{slug(name)}", title, subtitle, note, alt, _table(history), draw, context)


def _title(history: pd.DataFrame, name: str, present: list[str]) -> str:
    """In each body, how many of the texts that are known the State sponsored, and when last."""
    parts = []
    for body in present:
        part = history[(history["body"] == body) & history["known"]]
        if len(part):
            made = int(part["value"].eq(SPONSOR).sum())
            when = at_stage(part["asked"].iloc[0])
            texts = str(len(part)) if parts else count(len(part), "known text")
            parts.append(f"{made} of {texts} in the {body_name(body)}{when}")
    if not parts:
        return f"{name}: its record is not known for this period"
    made = history[history["value"] == SPONSOR]
    last = ""
    if len(made):
        latest = made.loc[made["adopted_on"].idxmax()]
        # With several bodies "last" would be read as the one that is named last.
        where = f"in the {body_name(latest['body'])} " if len(parts) > 1 else ""
        later = history[history["adopted_on"] > latest["adopted_on"]]
        known = " known" if not_known(later).any() else ""
        last = f"; last{known} {where}in {latest['year']}"
    return f"{name} sponsored {listing(parts)}{last}"


def _table(history: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Body": history["body"].map(body_name),
            "Resolution": history["resolution"],
            "Year": history["year"],
            "Subject": history["short_title"],
            "Record": history["word"],
            "Vote": history["vote"],
            "Stage": history["asked"].map(STAGES),
        }
    )
