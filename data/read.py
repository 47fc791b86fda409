"""Reads the source files as rows of text. Nothing is interpreted here: that is for the checks."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from data import descriptor
from data.checks.problems import Problem
from data.descriptor import Table
from files import paths


class Row(dict[str, str]):
    """A row of a file, or one that the user has added: its text by column, and where it stands (file, line as a
    spreadsheet counts). Readers, review, checks and build know rows of the record in this one shape."""

    def __init__(self, file: str, number: int, values: Mapping[str, str]):
        super().__init__(values)
        self.file, self.number = file, number

    def problem(self, column: str, reason: str) -> Problem:
        """What is wrong with this row."""
        return Problem(self.file, self.number, column, reason)


Rows = dict[str, list[Row]]
"""Rows of text by table."""


def read_tables(names: Iterable[str], sources: Path) -> tuple[Rows, list[Problem]]:
    """The rows of these tables and all that made them unreadable. `sources`: folder of what was read in documents."""
    rows: Rows = {}
    problems: list[Problem] = []
    for name in names:
        table = descriptor.tables()[name]
        rows[name], found = read_table(table, paths.ROOT / table.path if table.ours else sources / table.file)
        problems += found
    return rows, problems


def read_table(table: Table, path: Path) -> tuple[list[Row], list[Problem]]:
    """Rows of one CSV file, and what made it unreadable. UTF-8, comma separated, one header row."""
    name = path.name
    if not path.is_file():
        return [], [Problem(name, 0, "", f"the file is missing: {table.description}")]
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [Problem(name, 0, "", f"not UTF-8 at byte {error.start}: save it as CSV UTF-8")]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        header = next(reader, [])
        if tuple(header) != table.columns:
            return [], [Problem(name, 1, "", _header_reason(header, table.columns))]
        for number, values in enumerate(reader, start=2):
            if len(values) != len(header):
                problems.append(Problem(name, number, "", f"{len(values)} columns where the header has {len(header)}"))
            else:
                rows.append(Row(name, number, dict(zip(header, values, strict=True))))
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, "", f"broken CSV: {error}"))
    return rows, problems


def _header_reason(header: list[str], expected: tuple[str, ...]) -> str:
    missing = [c for c in expected if c not in header]
    extra = [c for c in header if c not in expected]
    parts = [f"missing {', '.join(missing)}"] if missing else []
    parts += [f"unexpected {', '.join(map(repr, extra))}"] if extra else []
    return f"the header is wrong ({'; '.join(parts) or 'other order'}); expected {', '.join(expected)}"
