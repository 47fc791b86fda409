"""Stacked columns upright: the drawing for all but narrow screens."""

from collections.abc import Sequence

import pandas as pd

from analytics.english import group_short
from charts.frame.colors import UN_GROUPS
from charts.frame.figure import Drawing, empty, placed
from charts.frame.sheet import Sheet
from charts.frame.text import LINE, block, height, width, wrap
from charts.kinds.trends.stacks import BAR, STACK, Stacks, bound, group_swatch, observers_swatch, stack_bars, with_names
from data.tongues.speech import say


def draw_upright(sheet: Sheet, data: Stacks) -> Drawing:
    """The columns on a sheet, with totals, groups named beside the last column, and what happened."""
    lay, counts = sheet.layout, data.counts
    if counts.empty:
        return sheet.place(empty(), 60)
    named = with_names(data)
    direct = len(named) > 0 and named["year"].max() == counts["year"].max()
    names = [wrap(group_short(g), lay.label, lay.label * 8.6) for g in STACK]
    right = max((width(line, lay.label) for lines in names for line in lines), default=0) + lay.label if direct else 0
    first, last = int(counts["year"].min()), int(counts["year"].max())
    per_year = (sheet.width - right) / (last - first + 1)
    per_year = min(per_year, 90 * lay.unit)
    # beside the last column each group is named at its part
    sheet.legend = [] if direct or not len(named) else [group_swatch(sheet, g) for g in UN_GROUPS]
    sheet.legend += observers_swatch(data)
    sheet.legend_above = True
    starred = _events(sheet, data, per_year)
    year_size = lay.small if per_year > width("2000", lay.small) + 3 else lay.small * 0.95
    short = per_year < width("2000", year_size) + 3
    known = counts["shown"].notna().any()
    body = sheet.room or (90 if not known else 400 if lay.width >= 800 else 330)
    below = lay.small * 2
    top = float(counts["shown"].max()) if known else 10.0
    widest = max((width(f"≥{n}*", 1, bold=True) for n in counts["shown"].dropna()), default=1)
    total = min(lay.label * 1.1, max(lay.small * 0.9, (per_year - 2) / widest))
    per_unit = (body - below - total * 2.2 - lay.small * 1.6) / top
    stub = 9 * lay.unit / per_unit
    thick = per_year * BAR
    drawing = stack_bars(sheet, data, per_unit, thick, across=False)
    notes = []
    words = say("at least")
    least = "≥" if per_year < width(words, lay.small) * 0.9 else words
    for row in counts.itertuples():
        if pd.isna(row.shown):
            notes.append(
                sheet.label(
                    say("no list"),
                    lay.small * 0.95,
                    sheet.colours.secondary,
                    textangle=-90,
                    **placed(row.year, 0, "center bottom", up=4),
                )
            )
            continue
        up = float(row.shown) + (stub if row.status == "gap" else 0)
        number = f"{row.shown}{'*' if row.resolution in starred else ''}"
        open_ended = bool(bound(row))
        if open_ended and least == "≥":
            number = f"≥{number}"
        text = f"<b>{number}</b>"
        if open_ended and least != "≥":
            text = f'<span style="font-size:{lay.small:.0f}px">{least}</span><br>{text}'
        notes.append(
            sheet.label(text, total, sheet.colours.ink, **placed(row.year, up, "center bottom", up=2))
            | {"align": "center"}
        )
        if row.status == "gap":
            _open_top(sheet, drawing, row.year, float(row.shown), stub)
    notes += _event_labels(sheet, data, per_year, starred)
    if direct:
        notes += _group_labels(sheet, data, names, per_unit, body - below)
    drawing.notes += notes
    drawing.axes(
        {
            "range": [first - 0.5, first - 0.5 + (sheet.width - right) / per_year],
            "tickvals": list(counts["year"]),
            "ticktext": [f"’{year % 100:02d}" if short else str(year) for year in counts["year"]],
            "tickfont": {"size": year_size, "color": sheet.colours.ink},
            "showline": True,
            "linecolor": sheet.colours.rule,
            "ticks": "",
        },
        {"visible": False, "range": [0, (body - below) / per_unit]},
    )
    return sheet.place(drawing, body, right=right, bottom=below)


def _open_top(sheet: Sheet, drawing: Drawing, year: int, shown: float, stub: float) -> None:
    """An open, dashed top on a column whose list has a gap."""
    left, right, top = year - BAR / 2, year + BAR / 2, shown + stub
    for start, end in (((left, shown), (left, top)), ((right, shown), (right, top)), ((left, top), (right, top))):
        drawing.add_line(start, end, {"color": sheet.colours.secondary, "width": 1.3, "dash": "2px,2px"})


def _group_labels(sheet: Sheet, data: Stacks, names: list[list[str]], per_unit: float, tall: float) -> list[dict]:
    """Names of the groups beside the last column, each at its segment, moved apart where they would touch."""
    lay = sheet.layout
    named = with_names(data)
    last = int(named["year"].max())
    row = named[named["year"] == last].iloc[-1]
    values = data.sponsors.loc[row["resolution"], list(STACK)]
    ends = values.cumsum()
    middles = [(end - value / 2) * per_unit for end, value in zip(ends, values, strict=True)]
    sizes = [height(lines, lay.label) + 4 for lines in names]
    centres = spread(middles, sizes, 0, tall)
    return [
        sheet.label(
            block(lines),
            lay.label,
            sheet.colours.group_text(group),
            **placed(last + BAR / 2, centre / per_unit, "left middle", right=lay.label * 0.7),
        )
        for lines, group, centre in zip(names, STACK, centres, strict=True)
    ]


def _free(data: Stacks, year: int, per_year: float) -> float:
    """Pixels free at the height above one column, between its neighbours."""
    others = [int(y) for y in data.counts.loc[data.counts["shown"].notna(), "year"] if y != year]
    before = max((y for y in others if y < year), default=year - 2)
    after = min((y for y in others if y > year), default=year + 2)
    return 2 * min(year - before - BAR / 2, after - year - BAR / 2) * per_year - 8


def _events(sheet: Sheet, data: Stacks, per_year: float) -> set[str]:
    """Texts whose event has no room over their column: starred there, and told in a note."""
    starred = set()
    shown = data.counts.set_index("resolution")
    top = data.counts["shown"].max()
    for event in data.events:
        text = shown.loc[event.resolution]
        lines = wrap(event.short, sheet.layout.small, _free(data, int(text["year"]), per_year))
        # decided before the height is known: room for it only well below the tallest column
        room = 0 if pd.isna(text["shown"]) else 1 - float(text["shown"]) / float(top)
        tall = (sheet.layout.height or 560) * 0.55
        if len(lines) > 8 or room * tall < height(lines, sheet.layout.small) + sheet.layout.label * 2:
            starred.add(event.resolution)
            sheet.add_note(f"* {event.dated}.")
    return starred


def _event_labels(sheet: Sheet, data: Stacks, per_year: float, starred: set[str]) -> list[dict]:
    """What happened, over the column that it explains."""
    labels = []
    shown = data.counts.set_index("resolution")
    for event in data.events:
        if event.resolution in starred:
            continue
        text = shown.loc[event.resolution]
        lines = wrap(event.short, sheet.layout.small, _free(data, int(text["year"]), per_year))
        labels.append(
            sheet.label(
                block(lines),
                sheet.layout.small,
                sheet.colours.secondary,
                **placed(
                    int(text["year"]), float(text["shown"]), "center bottom", up=sheet.layout.label * 1.1 * LINE + 8
                ),
            )
            | {"align": "center"}
        )
    return labels


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres for labels of the given sizes, near the wanted centres, without overlap, within low..high. Answers in the
    order given. Where the labels do not fit between low and high they are packed from low."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed: dict[int, float] = {}
    edge = low
    for i in order:
        centre = max(wanted[i], edge + sizes[i] / 2)
        placed[i] = centre
        edge = centre + sizes[i] / 2
    edge = max(high, low + sum(sizes))
    for i in reversed(order):
        placed[i] = min(placed[i], edge - sizes[i] / 2)
        edge = placed[i] - sizes[i] / 2
    return [placed[i] for i in range(len(wanted))]
