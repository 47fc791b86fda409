"""Tables on slides: as many rows as can be read there, their heights measured, the rest on the next slide."""

from collections.abc import Sequence

import pandas as pd
from pptx.dml.color import RGBColor
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches, Pt

from briefing.document.forms.paper import cell_text, widths
from briefing.office.heights import tall
from briefing.office.pptx_master import hexed
from charts.frame.colors import LIGHT
from data.tongues.speech import say
from files.xml import safe_xml

Box = tuple[float, float, float, float]
"""Left, top, width, height in inches."""
_SIDE, _OVER = 0.06, 0.03
_MOST_COLUMNS = 7


def columns(table: pd.DataFrame, width: float) -> list[float]:
    """Inches of each column of a table of this width, by all that is in it."""
    return widths(_lines(table), width)


def fitting(table: pd.DataFrame, box: Box, size: float, wide: Sequence[float]) -> int:
    """How many of the first rows of a table with columns as `wide` fit into the box at `size` points, below the
    headings; at least one."""
    lines = _lines(table)
    used, count = 0.0, 0
    for line in lines:
        used += _tall(line, wide, size, bold=count == 0)
        if used > box[3]:
            break
        count += 1
    return max(1, count - 1)


def size_for(table: pd.DataFrame) -> float:
    """Points for a table on a slide: larger where there is little in it."""
    return 14 if len(table) <= 10 and len(table.columns) <= 5 else 11


def stand_in(slide: Slide, table: pd.DataFrame, box: Box) -> GraphicFrame:
    """The rows of a table that fit into the box; where some do not, a last row says how many. Returns the shape."""
    size, wide = size_for(table), columns(table, box[2])
    fit = fitting(table, box, size, wide)
    if fit >= len(table):
        return add_table(slide, table, box, size, wide)
    fit = max(1, fit - 1)
    more = say("and {n} more rows, in the Excel and CSV exports", n=len(table) - fit)
    shape = _drawn(slide, [*_lines(table.head(fit)), [more, *[""] * (len(wide) - 1)]], box, size, wide)
    if len(wide) > 1:
        shape.table.cell(fit + 1, 0).merge(shape.table.cell(fit + 1, len(wide) - 1))
    return shape


def add_table(slide: Slide, table: pd.DataFrame, box: Box, size: float, wide: Sequence[float]) -> GraphicFrame:
    """Every row of a table with columns as `wide`, from the upper left of the box on. Returns the shape."""
    return _drawn(slide, _lines(table), box, size, wide)


def _drawn(slide: Slide, lines: Sequence[Sequence[str]], box: Box, size: float, wide: Sequence[float]) -> GraphicFrame:
    left, top, width, _ = box
    talls = [_tall(line, wide, size, bold=number == 0) for number, line in enumerate(lines)]
    where = (Inches(value) for value in (left, top, width, sum(talls)))
    shape = slide.shapes.add_table(len(lines), len(wide), *where)
    grid = shape.table
    for column, value in enumerate(wide):
        grid.columns[column].width = Inches(value)
    for number, (line, high) in enumerate(zip(lines, talls, strict=True)):
        grid.rows[number].height = Inches(high)
        for column, text in enumerate(line):
            _write(grid.cell(number, column), text, size, bold=number == 0)
    return shape


def _lines(table: pd.DataFrame) -> list[list[str]]:
    """Headings and rows as text, at most seven columns."""
    shown = table.iloc[:, :_MOST_COLUMNS]
    heads = [str(name) for name in shown.columns]
    return [heads, *([cell_text(value) for value in row] for row in shown.itertuples(index=False, name=None))]


def _tall(line: Sequence[str], wide: Sequence[float], size: float, bold: bool = False) -> float:
    """Inches that a row takes: its longest cell, wrapped."""
    cells = zip(line, wide, strict=True)
    return max(tall(text or "-", size, max(0.3, width - 2 * _SIDE), bold) for text, width in cells) + 2 * _OVER


def _write(cell: _Cell, text: str, size: float, bold: bool = False) -> None:
    cell.text = safe_xml(text)
    cell.margin_top = cell.margin_bottom = Inches(_OVER)
    cell.margin_left = cell.margin_right = Inches(_SIDE)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(hexed(LIGHT.pale if bold else LIGHT.ground))
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.rgb = RGBColor.from_string(hexed(LIGHT.ink))
