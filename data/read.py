"""Reads the source files as rows of text. Nothing is interpreted here: that is for the checks."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from data.checks.problems import Problem
from data.descriptor import Table


@dataclass(frozen=True)
class Row:
    """A row of a file: where it stands (file, line as a spreadsheet counts) and its text by column."""

    file: str
    number: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]


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
