"""The matrix: every State by every text, one mark a cell, grouped as the caller orders the rows.

Filled square: sponsor. Small ring: not a sponsor. Hatching: not known. Blank: not yet a Member. As tall as the rows
need on screen; in an export of a fixed size the rows are folded into several columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.compare import two_states
from analytics.scope import BODIES
from charts.chart import Chart
from charts.drawing import Drawing, empty, scatter
from charts.matrixfold import Rows, fold_rows, row_lines
from charts.matrixmarks import WORDS, add_cells, add_hatching, add_names, column_heads
from charts.phrases import bodies, count
from charts.sheet import Sheet
from charts.sources import Context
from charts.swatches import Swatch
from charts.wording import joined_notes


def matrix(
    cells: pd.DataFrame,
    context: Context,
    order: Sequence[str] | None = None,
    group: str = "un_group",
    layout: str = "wide",
    theme: str = "light",
) -> Chart:
    """`cells`: analytics.grid.cells in a scope, only the States that are to be shown; `order`: their ISO codes in
    the order of the rows within each group (default: by name); `group`: the column that heads the rows.

    The ISO code is in `customdata` of each cell and each name; the name of a trace of cells is its resolution.
    """
    texts = cells.drop_duplicates("resolution")[["resolution", "body", "year", "adopted_on", "coverage"]]
    # One body beside the other, as they are never pooled.
    place = {body: n for n, body in enumerate(BODIES)}
    texts = texts.sort_values(
        ["body", "adopted_on"], key=lambda c: c.map(place) if c.name == "body" else c, kind="stable"
    )
    rows = cells.drop_duplicates("iso3")[["iso3", "short_name", "status", group]]
    rows = rows.rename(columns={group: "heading"})
    rank = {code: n for n, code in enumerate(order)} if order is not None else {}
    rows = rows.assign(rank=[rank.get(code, len(rank)) for code in rows["iso3"]], last=rows["heading"].eq(""))
    rows = rows.sort_values(["last", "heading", "rank", "short_name"]).reset_index(drop=True)
    values = cells.pivot_table(index="iso3", columns="resolution", values="value", aggfunc="first")
    data = Rows(texts.reset_index(drop=True), rows, values)
    title, note = _pair(cells, rows) or _title(data), joined_notes(_note(data), *context.missing)
    subtitle = ", ".join(p for p in (_subtitle(data), context.scope) if p)
    return Chart(
        name="states-by-resolution-" + ("-".join(dict.fromkeys(texts["body"])).lower() or "none"),
        title=title,
        subtitle=subtitle,
        note=note,
        source=context.source,
        alt=f"Matrix of States (rows) and resolutions (columns). {title}. {note}".replace("\n", " ").strip(),
        table=_table(data),
        draw=lambda sheet: _draw(sheet, data),
        data_version=context.data_version,
        layout=layout,
        theme=theme,
    )


def _pair(cells: pd.DataFrame, rows: pd.DataFrame) -> str:
    """Of two States alone: what they have in common."""
    if len(rows) != 2:
        return ""
    rows = rows.sort_values("rank", kind="stable")
    return two_states(cells, *rows["iso3"]).finding(*rows["short_name"])


def _title(data: Rows) -> str:
    """How many States are on every list that is known for them, and how many on none."""
    if data.values.empty:
        return "No State or text in this selection"
    members = data.rows.loc[data.rows["status"] == "member", "iso3"]
    values = data.values.loc[members] if len(members) else data.values
    made, known = values.eq("sponsor").sum(axis=1), values.isin(("sponsor", "not_sponsor")).sum(axis=1)
    if not known.any():
        return f"Who sponsored {'this text' if len(data.texts) == 1 else 'these texts'} is not known State by State"
    if len(data.rows) == 1:
        return (
            f"{data.rows['short_name'].iloc[0]}: {made.iloc[0]} of {count(int(known.iloc[0]), 'text')} known"
        )
    always, never = int(((made == known) & (known > 0)).sum()), int(((made == 0) & (known > 0)).sum())
    # Who is unknown on every text is counted as neither; nor is one who was no Member yet.
    dark = int(((known == 0) & values.eq("unknown").any(axis=1)).sum())
    them = "it" if always == 1 else "them"
    said = f"Of {count(len(values), 'State')}, {always} sponsored every text known for {them}"
    said += f", {never} none" if never or not dark else ""
    return said + (f"; nothing is known of {dark}" if dark else "")


def _subtitle(data: Rows) -> str:
    return f"One row a State, one column a text: {bodies(data.texts['body'])}" if len(data.texts) else ""


def _note(data: Rows) -> str:
    # A State that was no Member yet could not sponsor: its cell is neither known nor unknown.
    asked = data.values[data.values.ne("not_member")]
    unknown, total = int(asked.eq("unknown").sum().sum()), int(asked.notna().sum().sum())
    dark = int((asked.eq("unknown") | asked.isna()).all().sum())
    if not unknown:
        return ""
    said = f"Not known: {unknown:,} of {total:,} cells"
    return said + (f", among them all of {count(dark, 'text')}." if dark else ".")


def _draw(sheet: Sheet, data: Rows) -> go.Figure:
    drawing = Drawing()
    if data.values.empty:
        return sheet.place(empty(), 50)
    lay, colours = sheet.layout, sheet.colours
    sheet.legend = [
        Swatch("sponsor", "sponsor", "sponsor"),
        Swatch("not a sponsor", "", "outline", shape="circle"),
        Swatch("not known", "ground", "unknown", hatch=True),
        Swatch("blank: not yet a Member", shape=""),
    ]
    lines = row_lines(data)
    fold = fold_rows(sheet, data, len(lines))
    wide = sheet.width / fold.blocks
    jumps = (data.texts["body"] != data.texts["body"].shift()).cumsum() - 1
    offsets = np.array([(n + 0.5 + 0.6 * jump) * fold.pitch for n, jump in enumerate(jumps)])
    high = fold.head + fold.lines * fold.row
    places = {n: fold.place(at, wide) for at, (_, n) in enumerate(lines) if n >= 0}
    rules: tuple[list, list] = ([], [])
    for left, y in places.values():
        rules[0].extend([left, left + fold.names + offsets[-1] + fold.pitch / 2, None])
        rules[1].extend([-y - fold.row / 2, -y - fold.row / 2, None])
    drawing.add(
        scatter(
            x=rules[0], y=rules[1], mode="lines", hoverinfo="skip", line={"color": colours.grid, "width": 1}
        )
    )
    add_hatching(sheet, drawing, data, fold, places, offsets)
    for at, text in enumerate(data.texts.itertuples()):
        add_cells(sheet, drawing, data, fold, places, text, float(offsets[at]))
    add_names(sheet, drawing, data, fold, lines, wide)
    notes = []
    for block in range(fold.blocks):
        notes += column_heads(sheet, data, fold, block * wide, offsets)
    drawing.notes += notes
    drawing.hide_axes(sheet.width, high)
    return sheet.place(drawing, high if lay.height is None else (sheet.room or high))


def _table(data: Rows) -> pd.DataFrame:
    table = data.values.reindex(data.rows["iso3"])
    table = table.reindex(columns=list(data.texts["resolution"])).replace(WORDS).reset_index(drop=True)
    table.insert(0, "State", data.rows["short_name"])
    table.insert(1, "Code", data.rows["iso3"])
    table.insert(2, "Group", data.rows["heading"].replace("", "Observer"))
    table.columns.name = None
    return table
