"""A chart's table as CSV and as an Excel workbook. No cell that comes from data can ever become a formula."""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from numbers import Number
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

from briefing.words import PRODUCER, about
from charts.frame.chart import Chart
from data import words
from files.harmless import neutral, put
from files.whole import in_memory
from files.xml import in_property, safe_xml

Plain = str | int | float | date | None
"""What a cell may hold."""
_WIDEST, _WIDE = 60, 100
"""Letters in a line of the widest column of data, and of the words about them."""
_PRINTED = 250
"""Letters beside each other on a page, as small as they can be read; a wider table is printed on several."""
_HEAD = PatternFill("solid", start_color="E6EAF1")


def csv_bytes(table: pd.DataFrame, chart: Chart | None = None) -> bytes:
    """The table as CSV: UTF-8 with BOM (Excel needs it), one header row; then, with a chart, an empty row and what is
    said of it (title, what is missing, source, data version)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in [*_rows(table), *([[], *about(chart)] if chart is not None else [])]:
        writer.writerow([neutral(safe_xml(value), True) if isinstance(value, str) else value for value in row])
    return "\ufeff".encode() + out.getvalue().encode("utf-8")


def csv_of(chart: Chart) -> bytes:
    """What is drawn, as CSV with BOM, followed by its words."""
    return csv_bytes(chart.table, chart)


def csv_noted(chart: Chart) -> bytes:
    """What is drawn, as CSV with BOM; its words stand before it, in lines that begin with # (pandas: comment="#")."""
    said = "".join(f"# {_in_a_comment(f'{head}: {text}' if head else text)}\r\n" for head, text in about(chart) if text)
    return "\ufeff".encode() + said.encode("utf-8") + csv_bytes(chart.table).removeprefix("\ufeff".encode())


def _in_a_comment(text: str) -> str:
    """Text in one line, no part of which a spreadsheet takes for a formula, wherever it parts the line."""
    return ",".join(neutral(part, True) for part in " ".join(safe_xml(text).split()).split(","))


def xlsx_of(chart: Chart) -> bytes:
    """What is drawn as a workbook: sheets "Read me" (title, what is missing, source, definitions) and "Data"."""
    return workbook([("Data", chart.table)], about(chart), chart.title, chart.shares)


def workbook(
    sheets: Sequence[tuple[str, pd.DataFrame]], words: Iterable[tuple[str, str]], title: str, shares: Sequence[str] = ()
) -> bytes:
    """A workbook of several tables with a "Read me" sheet of heading and text. Numbers stay numbers; those of the
    columns with these heads are shown in per cent."""
    book = Workbook(write_only=True)
    book.properties.title = in_property(title)
    book.properties.creator = PRODUCER
    book.properties.language = "en"
    _read_me(book.create_sheet("Read me"), words)
    for name, table in sheets:
        _data_sheet(book.create_sheet(name[:31]), table, shares)
    return in_memory(book.save)


def _data_sheet(sheet: WriteOnlyWorksheet, table: pd.DataFrame, shares: Sequence[str]) -> None:
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    rows = list(_rows(table))
    longest = [max(len(str(value)) for value in column if value is not None) for column in zip(*rows, strict=True)]
    widths = [min(max(letters, 8), _WIDEST) + 2 for letters in longest]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    if sum(widths) <= _PRINTED:
        _as_wide_as_paper(sheet)
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(table.columns)))}{len(rows)}"
    for line, row in enumerate(rows):
        cells = [_cell(sheet, value, bold=line == 0, wrap=len(str(value)) > _WIDEST) for value in row]
        for cell, head in zip(cells, rows[0], strict=True):
            cell.number_format = "0\u00a0%" if head in shares and line else cell.number_format
        _append(sheet, line + 1, cells, _WIDEST)


def _read_me(sheet: WriteOnlyWorksheet, words: Iterable[tuple[str, str]]) -> None:
    _as_wide_as_paper(sheet)
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = _WIDE
    for line, (head, text) in enumerate([*words, ("", ""), *definitions()], start=1):
        _append(sheet, line, [_cell(sheet, head, bold=True), _cell(sheet, text, wrap=True)], _WIDE)


def _as_wide_as_paper(sheet: WriteOnlyWorksheet) -> None:
    """Printed, all columns stand on one page beside each other."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight, sheet.page_setup.orientation = 0, "landscape"


def _append(sheet: WriteOnlyWorksheet, line: int, cells: list[WriteOnlyCell], wide: int) -> None:
    """Add a row, as high as its longest text needs: not every program finds that out by itself."""
    lines = max(math.ceil(len(str(cell.value or "")) / wide) for cell in cells)
    if lines > 1:
        sheet.row_dimensions[line].height = 15 * lines
    sheet.append(cells)


def _cell(sheet: WriteOnlyWorksheet, value: Plain, bold: bool = False, wrap: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet)
    put(cell, value)
    if bold:
        cell.font = Font(bold=True)
        cell.fill = _HEAD if value else PatternFill()
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    return cell


def _rows(table: pd.DataFrame) -> Iterable[list[Plain]]:
    yield [str(name) for name in table.columns]
    for row in table.itertuples(index=False, name=None):
        yield [_value(value) for value in row]


def _value(value: Any) -> Plain:
    """A plain value: None for what is missing, numbers and dates as they are, all else as text."""
    if isinstance(value, (tuple, list, set, frozenset)):
        return "; ".join(map(str, value))
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return "yes" if value else "no"
    if isinstance(value, Number):
        return value.item() if hasattr(value, "item") else value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return value
    return str(value)


def definitions() -> list[tuple[str, str]]:
    """Heading and text: what values, coverage and words mean, for the "Read me" sheet."""
    told = [("Definitions", "Co-sponsors of UN resolutions on human rights defenders, from the best list held.")]
    told += [(words.CELLS[key].capitalize(), text + ".") for key, text in words.MEANING.items()]
    stage = "Where the title or the heads say “as tabled” the list meant is the draft, and a State not named on it did "
    told += [("As tabled", stage + "not table; whether it joined later is another question.")]
    told += [("", ""), ("Coverage", "What is held of a resolution's list of sponsors:")]
    told += [(key.capitalize(), text + ".") for key, text in words.COVERAGE.items()]
    told += [("", ""), ("Words for a record", "Where a State stands in one body:")]
    told += [(key, text + ".") for key, text in words.STANDINGS.items()]
    return told
