"""How the number of sponsors moved, one panel a body: side by side, on one scale, never added up.

Filled: a complete list. Hollow circle: a number that was reported, final list not held. Hollow square: a number at
adoption, when others could still join. Hollow diamond: at least that many. Texts of which no number is held break the
line and are marked on the axis.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from analytics.english import body_at, body_name, count, sponsors_at
from charts.frame.chart import Chart
from charts.frame.drawing import Drawing, empty
from charts.frame.labels import Place, covered, place_of, traced
from charts.frame.legend import Swatch
from charts.frame.panels import Panel, callout, free_spot, grid, head, head_height, set_axes, year_axis, year_ticks
from charts.frame.sheet import Sheet
from charts.frame.sources import Context
from charts.frame.text import height, width, wrap
from charts.kinds.trends.line_series import add_series, kind
from charts.words.findings import KINDS_ON_CHARTS, counted_side_by_side, short_event
from charts.words.titles import joined_notes
from data.words import BODIES, STAGES


class _Drawn(NamedTuple):
    """The panel of one body, what turns its units into pixels, and its numbers."""

    panel: Panel
    place: Place
    numbers: list[dict]


def lines(
    counts: pd.DataFrame, events: pd.DataFrame, context: Context, layout: str = "wide", theme: str = "light"
) -> Chart:
    """`counts`: analytics.trends.counts of one or several bodies; `events`: record.events."""
    present = [body for body in BODIES if body in set(counts["body"])]
    told = events[events["kind"].isin(KINDS_ON_CHARTS) & events["resolution"].isin(counts["resolution"])]
    counts = counts.assign(body=pd.Categorical(counts["body"], present, ordered=True)).sort_values(
        ["body", "adopted_on"]
    )
    counts = counts.assign(body=counts["body"].astype(str)).reset_index(drop=True)
    title = counted_side_by_side(counts)
    subtitle = ", ".join(
        p for p in (f"{sponsors_at(counts)} of each text on human rights defenders", context.scope) if p
    )
    dark = counts["shown"].isna().sum()
    note = joined_notes(
        f"{count(int(dark), 'text')} without any number: marked on the axis, and no line is drawn across."
        if dark
        else "",
        *context.missing,
    )
    numbers = "; ".join(
        f"{body_name(b)}: " + ", ".join(f"{r.year} {r.shown_text}" for r in part.itertuples())
        for b, part in counts.groupby("body", sort=False)
    )
    return Chart(
        name="sponsors-over-time-" + ("-".join(present).lower() or "none"),
        title=title,
        subtitle=subtitle,
        note=note,
        source=context.source,
        alt=f"Line charts, one for each body. {title}. {numbers}. {note}".replace("\n", " ").strip(),
        table=_table(counts),
        draw=lambda sheet: _draw(sheet, counts, present, told),
        data_version=context.data_version,
        layout=layout,
        theme=theme,
    )


def _draw(
    sheet: Sheet, counts: pd.DataFrame, present: list[str], events: pd.DataFrame, noted: bool = False
) -> go.Figure:
    lay = sheet.layout
    known = counts[counts["shown"].notna()]
    if known.empty:
        return sheet.place(empty(), 50)
    sheet.legend = _legend(known)
    left = width("100", lay.small) + 8
    across = 1 if lay.tight else len(present)
    gap = 0 if across == 1 else lay.label * 2.2
    area_wide = sheet.width - left
    panel_wide = (area_wide - gap * (across - 1)) / across
    unders = [_under(counts[counts["body"] == body]) for body in present]
    over = head_height(sheet, [body_at(counts, b) for b in present], unders, panel_wide)
    foot = lay.small * 2.3
    body_high = sheet.room or (len(present) if lay.tight else 1) * (over + foot + (150 if lay.tight else 250))
    area = (area_wide, body_high)
    top = float(known["shown"].max()) * 1.18
    span = (int(counts["year"].min()) - 1.0, int(counts["year"].max()) + 1.0)
    drawing, notes, drawn = Drawing(), [], {}
    panels = grid(len(present), across, area, over, foot, gap)
    for body, panel, under in zip(present, panels, unders, strict=True):
        part = counts[counts["body"] == body]
        notes += head(sheet, panel, area, body_at(counts, body), under, sheet.colours.ink)
        place = place_of(panel, span, (0, top))
        numbers = add_series(sheet, drawing, panel, part, place)
        drawn[body] = _Drawn(panel, place, numbers)
        notes += numbers
        ticks = year_ticks(part["year"], *span, panel.wide, lay.small)
        steps = list(range(0, int(top) + 1, 20 if panel.high > 120 else 40))
        set_axes(
            drawing,
            panel,
            area,
            year_axis(sheet, span, ticks),
            {
                "range": [0, top],
                "tickvals": steps,
                "showgrid": True,
                "showticklabels": panel.left < 1,
                "tickfont": {"size": lay.small},
                "ticklabelstandoff": 4,
            },
        )
    if not noted:
        placed = [_remark(sheet, counts, event, drawn) for event in events.itertuples()]
        if any(remark is None for remark in placed):
            for event in events.itertuples():
                sheet.add_note(f"{event.date.year}: {short_event(event.text)}.")
            return _draw(sheet, counts, present, events, noted=True)
        notes += placed
    drawing.notes += notes
    return sheet.place(drawing, body_high, left=left)


def _under(part: pd.DataFrame) -> str:
    told = int(part["shown"].notna().sum())
    return f"{count(len(part), 'text')}, number known for {told}"


def _legend(known: pd.DataFrame) -> list[Swatch]:
    kinds = set(kind(known))
    looks = {
        "list": Swatch("complete list", "sponsor", "sponsor", shape="circle"),
        "adoption": Swatch("number at adoption, final list not held", "ground", "sponsor", shape="square", heavy=True),
        "reported": Swatch("number reported, final list not held", "ground", "sponsor", shape="circle", heavy=True),
        "bound": Swatch("≥ at least that many", "ground", "sponsor", shape="diamond", heavy=True),
    }
    return [swatch for kind, swatch in looks.items() if kind in kinds]


def _remark(sheet: Sheet, counts: pd.DataFrame, event: object, drawn: dict[str, _Drawn]) -> dict | None:
    """What happened, with a line to its point; None where there is no room."""
    lay = sheet.layout
    mine = counts[counts["resolution"] == event.resolution].iloc[0]
    if pd.isna(mine["shown"]):
        return None
    panel, place, numbers = drawn[mine["body"]]
    part = counts[(counts["body"] == mine["body"]) & counts["shown"].notna()]
    at = (int(mine["year"]), int(mine["shown"]))
    target = place(*at)
    taken = [*traced([(y, float(n)) for y, n in zip(part["year"], part["shown"], strict=True)], place)]
    taken += covered(numbers, place)
    for limit in (panel.wide * 0.5, panel.wide * 0.4, panel.wide * 0.3):
        said = wrap(f"{event.date.year}: {short_event(event.text)}", lay.small, limit)
        box = (max(width(line, lay.small) for line in said), height(said, lay.small))
        spot = free_spot(box, target, (panel.wide, panel.high), taken, lay.small * 0.8)
        if spot:
            made = callout(sheet, panel, said, box, spot, target, at)
            # the line to the point ends before the number that stands between
            between = any((n["x"], n["y"]) == at and (n["yshift"] < 0) == (made["ay"] > 0) for n in numbers)
            return made | {"standoff": made["standoff"] + lay.small * 1.1} if between else made
    return None


def _table(counts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Body": counts["body"].map(body_name),
            "Resolution": counts["resolution"],
            "Year": counts["year"],
            "Sponsors": counts["shown_text"],
            "Number": counts["shown"],
            "List": counts["status"],
            "Stage": counts["asked"].map(STAGES),
        }
    )
