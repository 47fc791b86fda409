"""A shortlist as a file: XLSX and CSV, out and in. What is written here reads back the same."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from files import limited, office
from files.harmless import neutral, original, put
from files.whole import in_memory
from workspace.errors import FileError, Problem
from workspace.shortlist.shortlist import Entry

Cells = list[tuple[int, list[str | date | None]]]
HEADINGS = {
    "code": "Code",
    "state": "State",
    "owner": "Owner",
    "status": "Status",
    "date": "Date",
    "note": "Note",
    "next_step": "Next step",
    "version": "Row version",
}
_WIDTHS = {"code": 8, "state": 32, "owner": 18, "status": 14, "date": 12, "note": 50, "next_step": 40, "version": 12}
SHEET = "Shortlist"
_ABOUT = (
    "Leave the columns Code and Row version as they are: they say which row is meant when the "
    "file is imported again. An apostrophe before = + - @ keeps a text from becoming a formula."
)
MOST_ROWS, MOST_COLUMNS, MOST_BYTES = 2_000, 200, 20_000_000


@dataclass(frozen=True)
class Row:
    """A row of a file. number: as the spreadsheet numbers it; values: text (dates as dates) by field, only
    those fields whose column the file has."""

    number: int
    values: Mapping[str, str | date]


def csv_bytes(entries: Iterable[Entry], names: Mapping[str, str]) -> bytes:
    """The shortlist as CSV: UTF-8 with BOM (Excel needs it), one row a State. names: State by ISO code."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS.values())
    for entry in entries:
        writer.writerow([neutral(_text(value), True) for value in _cells(entry, names)])
    return "\ufeff".encode() + out.getvalue().encode()


def xlsx_bytes(entries: Iterable[Entry], names: Mapping[str, str], about: Sequence[str] = ()) -> bytes:
    """The shortlist as a workbook: sheet "Shortlist", and "Read me" with the lines of `about`."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    for number, values in enumerate([HEADINGS.values(), *(_cells(entry, names) for entry in entries)], start=1):
        for column, value in enumerate(values, start=1):
            put(sheet.cell(number, column), value)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in zip("ABCDEFGH", _WIDTHS.values(), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(cell.value, date):
                cell.number_format = "yyyy-mm-dd"
    sheet.freeze_panes = "C2"
    readme = book.create_sheet("Read me")
    readme.column_dimensions["A"].width = 100
    for number, told in enumerate((*about, _ABOUT), start=1):
        put(readme.cell(number, 1), told)
    for cell in readme["A"]:
        cell.alignment = Alignment(wrap_text=True)
    return in_memory(book.save)


def _cells(entry: Entry, names: Mapping[str, str]) -> list[str | date | int | None]:
    name = names.get(entry.iso3, entry.iso3)
    return [entry.iso3, name, entry.owner, entry.status, entry.date, entry.note, entry.next_step, entry.version]


def _text(value: object) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def read(content: bytes, who: str = "") -> tuple[list[Row], list[str]]:
    """The rows of a CSV or XLSX file, and the headings that were not understood (their columns are left out). It is
    read in a process with limits; `who`: whose files are read one by one. Raises FileError: no table, no State column,
    a heading twice, a formula in a cell, too large, damaged."""
    if len(content) > MOST_BYTES:
        raise _whole("It is larger than 20 MB", "Save only the shortlist in it.")
    try:
        return limited.call(partial(_read, content), who=who)
    except office.Unreadable as error:
        raise _whole(f"{error.place[:1].upper()}{error.place[1:]}", error.remedy) from None


def _read(content: bytes) -> tuple[list[Row], list[str]]:
    table: Cells = _xlsx(content) if content[:4] == b"PK\x03\x04" else _csv(content)
    table = [(number, cells) for number, cells in table if any(cell not in ("", None) for cell in cells)]
    if not table:
        raise _whole("It is empty", "Its first row must hold the headings State, Owner, Status, …")
    if len(table) > MOST_ROWS + 1:
        raise _whole(f"It has more than {MOST_ROWS:,} rows", "Save only the shortlist in it.")
    (_, headings), *body = table
    fields, ignored = _fields([_text(heading) for heading in headings])
    rows = []
    for number, cells in body:
        values = {field: cells[place] for place, field in fields.items() if place < len(cells)}
        rows.append(Row(number, {field: "" if value is None else value for field, value in values.items()}))
    return rows, ignored


def _fields(headings: Sequence[str]) -> tuple[dict[int, str], list[str]]:
    known = {heading.lower(): field for field, heading in HEADINGS.items()}
    fields: dict[int, str] = {}
    ignored = []
    for place, heading in enumerate(headings):
        field = known.get(heading.strip().lower())
        if field is None:
            ignored += [heading.strip()] if heading.strip() else []
        elif field in fields.values():
            raise FileError([Problem(1, heading.strip(), "this heading stands twice", "Remove one of the columns.")])
        else:
            fields[place] = field
    if not {"code", "state"} & set(fields.values()):
        raise FileError([Problem(1, "", "there is no column “State” or “Code”", "Name the column of States “State”.")])
    return fields, ignored


def _csv(content: bytes) -> Cells:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _whole(
            "It is neither XLSX nor CSV in UTF-8", "In Excel choose “CSV UTF-8” or “Excel workbook”."
        ) from None
    # Excel writes semicolons where the comma is the decimal sign.
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _whole(f"It is no CSV ({error})", "Save it again as “CSV UTF-8”.") from None
    return [(number, [original(cell, True) for cell in row]) for number, row in enumerate(rows, start=1)]


def _xlsx(content: bytes) -> Cells:
    table, problems = [], []
    with office.workbook(content, formulas=True) as book:
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 10, max_col=MOST_COLUMNS), start=1):
            for cell in row:
                if cell.data_type == "f":
                    where = f"column {cell.column_letter}"
                    problems.append(Problem(number, where, "there is a formula", "Paste its value instead."))
            table.append((number, [_value(cell.value) for cell in row]))
    if problems:
        raise FileError(problems)
    return table


def _value(value: object) -> str | date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return original(value) if isinstance(value, str) else str(value)


def _whole(found: str, remedy: str) -> FileError:
    return FileError([Problem(0, "", found, remedy)])
