"""One State's record, text by text: a lane for each body, on one time axis.

Filled: sponsor. Hollow: not a sponsor. Hatched with "?": not known. Dotted: not yet a Member. A recorded vote is
written beside its text. On a narrow screen time runs downwards.
"""

from __future__ import annotations

import pandas as pd

from charts.chart import Chart
from charts.phrases import body_name, count, listing
from charts.sources import Context
from charts.timelinedraw import WORDS, draw_timeline
from charts.wording import joined_notes

_BODIES = ("GA", "CHR", "HRC")


def timeline(
    history: pd.DataFrame, name: str, context: Context, layout: str = "wide", theme: str = "light"
) -> Chart:
    """`history`: analytics.history.history of one State, in a scope; `name`: the State's short name.

    Each point carries its resolution in `customdata`."""
    present = [body for body in _BODIES if body in set(history["body"])]
    title = _title(history, name, present)
    unknown = history[history["value"] == "unknown"]
    note = joined_notes(
        f"Not known for {len(unknown)} of {count(len(history), 'text')}: no list is held, "
        f"or the list leaves {name} open."
        if len(unknown)
        else "",
        *(f"{row.resolution}: {row.remark}" for row in history.itertuples() if row.remark),
        *context.missing,
    )
    subtitle = ", ".join(
        p
        for p in (
            "Each mark is one text on human rights defenders; recorded votes are written beside",
            context.scope,
        )
        if p
    )
    told = "; ".join(
        f"{body_name(b)}: " + ", ".join(f"{r.year} {WORDS[r.value]}" for r in part.itertuples())
        for b, part in history.groupby("body", sort=False)
    )
    return Chart(
        name="timeline-" + "".join(c for c in name.lower().replace(" ", "-") if c.isalnum() or c == "-"),
        title=title,
        subtitle=subtitle,
        note=note,
        source=context.source,
        alt=f"Timeline of one State. {title}. {told}. {note}".replace("\n", " ").strip(),
        table=_table(history),
        draw=lambda sheet: draw_timeline(sheet, history, present),
        data_version=context.data_version,
        layout=layout,
        theme=theme,
    )


def _title(history: pd.DataFrame, name: str, present: list[str]) -> str:
    """In each body, how many of the texts that are known the State sponsored, and when last."""
    parts = []
    for body in present:
        part = history[(history["body"] == body) & history["value"].isin(("sponsor", "not_sponsor"))]
        if len(part):
            made = int(part["value"].eq("sponsor").sum())
            parts.append(f"{made} of {count(len(part), 'known text')} in the {body_name(body)}")
    if not parts:
        return f"{name}: its record is not known for this period"
    made = history[history["value"] == "sponsor"]
    last = ""
    if len(made):
        latest = made.loc[made["adopted_on"].idxmax()]
        # With several bodies "last" would be read as the one that is named last.
        where = f"in the {body_name(latest['body'])} " if len(parts) > 1 else ""
        last = f"; last {where}in {latest['year']}"
    return f"{name} sponsored {listing(parts)}{last}"


def _table(history: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Body": history["body"].map(body_name),
            "Resolution": history["resolution"],
            "Year": history["year"],
            "Subject": history["short_title"],
            "Record": history["value"].map(WORDS),
            "Vote": history["vote"],
        }
    )
