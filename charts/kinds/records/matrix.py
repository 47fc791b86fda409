"""The matrix: every State by every text, one mark a cell, grouped as the caller orders the rows.

Filled square: sponsor. Small ring: not a sponsor. Cross: withdrew. Dash: not named when tabled. Hatching: not known.
Blank: not yet a Member. As tall as the rows need on screen; in an export of a fixed size the rows are folded into
several columns."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analytics.english import bodies_at, body_name, capital, count
from analytics.grid import withdrew
from analytics.scope import BODIES
from analytics.states.compare import two_states
from charts.frame.chart import Chart, Context, Kind
from charts.frame.figure import Drawing, empty, scatter
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.kinds.records.matrix_fold import Rows, fold_rows, row_lines
from charts.kinds.records.matrix_marks import WORDS, Grid, add_cells, add_hatching, add_names, column_heads
from charts.kinds.records.matrix_totals import add_totals, in_columns
from data.tongues.speech import clauses, headed, say, say_many, to_say, whole
from data.tongues.speech import order as alphabetical
from data.words import NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, WITHDREW, at_stage

_LONG = 20
"""Rows from which on the heads of a matrix are out of view before its end."""
_MARKS = {
    NOT_SPONSOR: Swatch(to_say("not a sponsor"), "", "outline", shape="circle"),
    NOT_WHEN_TABLED: Swatch(to_say("– not named when tabled"), shape=""),
    WITHDREW: Swatch(to_say("× not a sponsor, withdrew"), shape=""),
}


def matrix(cells: pd.DataFrame, context: Context, order: Sequence[str] | None = None, chosen: bool = False) -> Chart:
    """`cells`: Measures.cells in a scope, only the States that are to be shown; `order`: their ISO codes in the order
    of the rows within each regional group (default: by name); `chosen`: whether the texts were chosen one by one. The
    ISO code is in `customdata` of each cell and each name; the name of a trace of cells is its resolution."""
    texts = cells.drop_duplicates("resolution")[["resolution", "body", "year", "adopted_on", "coverage", "asked"]]
    # One body beside the other, as they are never pooled.
    place = {body: n for n, body in enumerate(BODIES)}
    texts = texts.sort_values(
        ["body", "adopted_on"], key=lambda c: c.map(place) if c.name == "body" else c, kind="stable"
    )
    rows = cells.drop_duplicates("iso3", keep="last")[["iso3", "short_name", "status", "un_group"]]
    rows = rows.rename(columns={"un_group": "heading"})
    rank = {code: n for n, code in enumerate(order)} if order is not None else {}
    rows = rows.assign(rank=[rank.get(code, len(rank)) for code in rows["iso3"]], last=rows["heading"].eq(""))
    rows = rows.sort_values(["last", "heading", "rank", "short_name"], key=_by_name).reset_index(drop=True)
    values, known = (
        cells.pivot_table(index="iso3", columns="resolution", values=column, aggfunc="first")
        for column in ("value", "known")
    )
    values = values.mask(_taken_back(cells, values), WITHDREW)
    data = Rows(texts.reset_index(drop=True), rows, values, known.eq(True), chosen)
    name = f"states-by-resolution-{'-'.join(dict.fromkeys(texts['body'])).lower() or 'none'}"
    shown = say("One row a State, one column a text: {bodies}", bodies=bodies_at(texts)) if len(texts) else ""
    title, note = (not chosen and _pair(cells, rows)) or _title(data), context.noted(_note(data))
    subtitle, table = context.within(shown), _table(data)
    return Chart(Kind.MATRIX, name, title, subtitle, note, "", table, lambda sheet: _draw(sheet, data), context)


def _by_name(column: pd.Series) -> pd.Series:
    return column.map(alphabetical) if column.name == "short_name" else column


def _taken_back(cells: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """Where a State took its name back, in the shape of `values`."""
    back = cells[withdrew(cells)].pivot(index="iso3", columns="resolution", values="value")
    return back.notna().reindex(index=values.index, columns=values.columns, fill_value=False)


def _pair(cells: pd.DataFrame, rows: pd.DataFrame) -> str:
    """Of two States alone: what they have in common."""
    if len(rows) != 2:
        return ""
    rows = rows.sort_values("rank", kind="stable")
    return two_states(cells, *rows["iso3"]).finding(*rows["short_name"])


def _title(data: Rows) -> str:
    """How many States are on every list that is known for them, and how many on none; each body for itself."""
    if data.values.empty:
        return say("No State or text in this selection")
    could = data.values.ne(NOT_MEMBER).any(axis=1).reindex(data.rows["iso3"]).to_numpy()
    members = data.rows.loc[could & data.rows["status"].eq("member"), "iso3"]
    states = members if len(members) else data.rows["iso3"]
    parts = data.texts.groupby("body", sort=False)["resolution"].agg(list)
    if len(parts) == 1:
        return capital(_tally(data, states, parts.iloc[0]))
    return clauses(headed(body_name(body), _tally(data, states, texts)) for body, texts in parts.items())


def _tally(data: Rows, states: pd.Series, texts: list[str]) -> str:
    values = data.values.loc[states, texts]
    # Who was no Member yet on the day of any of them is not among those asked about.
    values = values[values.ne(NOT_MEMBER).any(axis=1)]
    if values.empty:
        return say("this State was not yet a Member" if len(states) == 1 else "these States were not yet Members")
    known, made = data.known.loc[values.index, texts].sum(axis=1), values.eq(SPONSOR).sum(axis=1)
    when = at_stage(data.texts.set_index("resolution").at[texts[0], "asked"])
    if not known.any():
        told = "who sponsored these texts{when} is not known State by State"
        told = "who sponsored this text{when} is not known State by State" if len(texts) == 1 else told
        return say(told, when=when)
    if len(data.rows) == 1:
        one, many = (
            "{state} sponsored {made} of {n} known text{when}",
            "{state} sponsored {made} of {n} known texts{when}",
        )
        if data.chosen:
            one, many = (
                "{state} sponsored {made} of {n} known chosen text{when}",
                "{state} sponsored {made} of {n} known chosen texts{when}",
            )
        return say_many(
            one, many, int(known.iloc[0]), state=data.rows["short_name"].iloc[0], made=int(made.iloc[0]), when=when
        )
    always, never = int(((made == known) & (known > 0)).sum()), int(((made == 0) & (known > 0)).sum())
    dark = int((known == 0).sum())  # counted as neither
    one, many = (
        "of {states}, {n} sponsored every text known for it{when}",
        "of {states}, {n} sponsored every text known for them{when}",
    )
    if data.chosen:
        one, many = (
            "of {states}, {n} sponsored every chosen text known for it{when}",
            "of {states}, {n} sponsored every chosen text known for them{when}",
        )
    said = say_many(one, many, always, states=count(len(values), "State"), when=when)
    said += say_many(", {n} none", ", {n} none", never) if never or not dark else ""
    return clauses([said, *([say("nothing is known of {n}", n=dark)] if dark else [])])


def _note(data: Rows) -> str:
    # A State that was no Member yet could not sponsor: its cell is neither known nor unknown.
    asked = data.values.ne(NOT_MEMBER) & data.values.notna()
    unknown, total = int((asked & ~data.known).sum().sum()), int(asked.sum().sum())
    dark = int((~data.known).all().sum())
    if not unknown:
        return ""
    told = "Not known: {n} of {total} cells."
    told = "Not known: {n} of {total} cells, among them all of {texts}." if dark else told
    return say(told, n=whole(unknown), total=whole(total), texts=count(dark, "text"))


def _draw(sheet: Sheet, data: Rows) -> Drawing:
    drawing = Drawing()
    if data.values.empty:
        return sheet.place(empty(), 50)
    lay, colours = sheet.layout, sheet.colours
    sheet.legend = [
        Swatch(say("sponsor"), "sponsor", "sponsor"),
        *[
            replace(look, label=say(look.label))
            for value, look in _MARKS.items()
            if data.values.eq(value).any(axis=None)
        ],
        Swatch(say("not known"), "ground", "unknown", hatch=True),
        Swatch(say("blank: not yet a Member"), shape=""),
    ]
    lines = row_lines(data)
    fold = fold_rows(sheet, data, len(lines))
    wide = sheet.width / fold.blocks
    jumps = (data.texts["body"] != data.texts["body"].shift()).cumsum() - 1
    offsets = np.array([(n + 0.5 + 0.6 * jump) * fold.pitch + fold.total * jump for n, jump in enumerate(jumps)])
    high = fold.head + fold.lines * fold.row
    places = {n: fold.place(at, wide) for at, (_, n) in enumerate(lines) if n >= 0}
    rules: tuple[list, list] = ([], [])
    for left, y in places.values():
        rules[0].extend([left, left + fold.names + offsets[-1] + fold.pitch / 2 + fold.total, None])
        rules[1].extend([-y - fold.row / 2, -y - fold.row / 2, None])
    drawing.add(
        scatter(x=rules[0], y=rules[1], mode="lines", hoverinfo="skip", line={"color": colours.grid, "width": 1})
    )
    grid = Grid(sheet, drawing, data, fold, places, offsets)
    add_hatching(grid)
    for at in range(len(data.texts)):
        add_cells(grid, at)
    add_names(grid, lines, wide)
    notes = []
    for block in range(fold.blocks):
        notes += column_heads(grid, block * wide)
    drawing.notes += notes + add_totals(grid, wide)
    drawing.hide_axes(sheet.width, high)
    if len(lines) > _LONG:
        drawing.layout["meta"] = {"heads": fold.head}
    return sheet.place(drawing, high if lay.height is None else (sheet.room or high))


def _table(data: Rows) -> pd.DataFrame:
    """A row a State, a column a text, its stage in the head where it is not the final one."""
    table = data.values.reindex(data.rows["iso3"])
    table = (
        table.reindex(columns=list(data.texts["resolution"]))
        .replace({value: say(word) for value, word in WORDS.items()})
        .reset_index(drop=True)
    )
    stages = zip(data.texts["resolution"], data.texts["asked"], strict=True)
    table = table.rename(columns={text: f"{text}{at_stage(asked)}" for text, asked in stages})
    table.insert(0, say("State"), data.rows["short_name"])
    table.insert(1, say("Code"), data.rows["iso3"])
    groups = data.rows["heading"].replace("", "Observer").map(say)
    table.insert(2, say("Group"), groups, allow_duplicates=True)  # a language may have one word for two heads
    table.columns.name = None
    return table.join(in_columns(data))
