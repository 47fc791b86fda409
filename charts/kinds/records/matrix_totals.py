"""The totals of the matrix: texts that a State sponsored, in each body, and Member States that sponsored a text."""

from itertools import product

import pandas as pd

from analytics.english import body_name
from charts.frame.figure import placed, scatter
from charts.frame.text import width
from charts.kinds.records.matrix_fold import Rows, head_size
from charts.kinds.records.matrix_marks import Grid
from data.tongues.speech import headed, say
from data.words import NOT_MEMBER, SPONSOR


def of_states(data: Rows) -> pd.DataFrame:
    """A row a State, by ISO code; for each body numbers of texts: "asked" that it could join, "named" and "unknown"."""
    bodies = data.texts.set_index("resolution")["body"]
    counted = {
        (body, what): cells[bodies.index[bodies == body]].sum(axis=1)
        for body, (what, cells) in product(bodies.unique(), _cells(data).items())
    }
    return pd.DataFrame(counted).reindex(data.rows["iso3"])


def of_texts(data: Rows) -> pd.DataFrame:
    """A row a text: how many Member States (where none is, of all) could be "asked", are "named" and "unknown"."""
    members = data.rows.loc[data.rows["status"].eq("member"), "iso3"]
    states = members if len(members) else data.rows["iso3"]
    counted = {what: cells.loc[states].sum() for what, cells in _cells(data).items()}
    return pd.DataFrame(counted).reindex(data.texts["resolution"])


def in_columns(data: Rows) -> pd.DataFrame:
    """The totals of the States as columns of the table of the matrix, in the order of its rows."""
    totals, heads = of_states(data), {"named": say("sponsored"), "unknown": say("not known")}
    shown = [(body, what) for body, what in totals.columns if what in heads]
    names = [headed(body_name(body), heads[what]) for body, what in shown]
    return totals[shown].set_axis(names, axis=1).reset_index(drop=True)


def add_totals(grid: Grid, wide: float) -> list[dict]:
    """Put the totals of the States at the end of their rows; returns the labels of those of the texts, over their
    columns. ≥: some cells are not known."""
    data, fold, sheet = grid.data, grid.fold, grid.sheet
    states, size = of_states(data), head_size(sheet.layout.small, fold.pitch)
    texts = _told(of_texts(data))
    ends = {body: fold.names + float(grid.offsets[n]) + fold.pitch / 2 for n, body in enumerate(data.texts["body"])}
    ink, upright = sheet.colours.ink, {"textangle": -90, "name": "head"}
    look = {"name": "head"} if fold.pitch > width("≥193 ", size) else upright
    spots = []
    for body, end in ends.items():
        told = _told(states[body])
        spots += [(left + end + fold.total, -y, told[n]) for n, (left, y) in grid.places.items()]
    xs, ys, said = zip(*spots, strict=True)
    grid.drawing.add(
        scatter(
            x=[round(x, 1) for x in xs],
            y=[round(y, 1) for y in ys],
            mode="text",
            textposition="middle left",
            text=said,
            textfont={"size": fold.size, "color": ink},
            hoverinfo="skip",
            cliponaxis=False,
            name="totals",
        )
    )
    labels = []
    for left in (block * wide for block in range(fold.blocks)):
        for n, text in enumerate(texts):
            if n % fold.every(size) == 0:
                where = placed(round(left + fold.names + float(grid.offsets[n]), 1), 4 - fold.head, "center bottom")
                labels.append(sheet.label(text, size, ink, **look, **where))
        for end in ends.values():
            where = placed(round(left + end + fold.total - size / 2, 1), 4 - fold.head, "center bottom")
            labels.append(sheet.label(f"<b>{say('Texts')}</b>", size, ink, **upright, **where))
        where = placed(left, fold.size * 0.2 - fold.head, "left bottom")
        labels.append(sheet.label(f"<b>{say('Sponsors')}</b>", fold.size, ink, name="head", **where))
    return labels


def _cells(data: Rows) -> dict[str, pd.DataFrame]:
    """Of each cell: whether the State was a Member and could be asked, is a sponsor, is not known."""
    asked = data.values.ne(NOT_MEMBER) & data.values.notna()
    return {"asked": asked, "named": data.values.eq(SPONSOR), "unknown": asked & ~data.known}


def _told(counted: pd.DataFrame) -> list[str]:
    return [_said(*row) for row in counted.itertuples(index=False, name=None)]


def _said(asked: int, named: int, unknown: int) -> str:
    """ "12", "≥12" where some are not known, "?" where all are not, "" where none could be asked."""
    if not unknown:
        return str(named) if asked else ""
    return f"≥{named}" if named or unknown < asked else "?"
