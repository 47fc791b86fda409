"""Checks that hold for every file: types, allowed values, keys and references, all read from datapackage.json."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from operator import itemgetter
from typing import Any
from weakref import WeakKeyDictionary

from data.checks.problems import Problem
from data.descriptor import Field, Table
from data.read import Row, Rows

_FAULTS: WeakKeyDictionary[Field, dict[str, str]] = WeakKeyDictionary()


def check_fields(tables: dict[str, Table], rows: Rows) -> list[Problem]:
    """Every fault of type, value, key or reference. `rows` holds the rows of each table by its name."""
    problems: list[Problem] = []
    for name, table in tables.items():
        for field in table.fields:
            problems += _column(field, rows[name])
        problems += _keys(table, rows[name])
        problems += _references(table, rows)
    return problems


def _column(field: Field, rows: list[Row]) -> Iterator[Problem]:
    # A text is looked at once, however often it stands in the column, and the column is checked.
    faults = _FAULTS.setdefault(field, {})
    for row in rows:
        text = row[field.name]
        if text not in faults:
            faults[text] = _fault(field, text)
        if faults[text]:
            yield row.problem(field.name, faults[text])


def _fault(field: Field, text: str) -> str:
    """What is wrong with a text in a column; "" if nothing."""
    parse, pattern, allowed = PARSERS[field.type], field.constraints.get("pattern"), field.constraints.get("enum")
    if text != text.strip():
        return f"spaces around {text!r}"
    if not text:
        return "is empty and must not be" if field.required else ""
    if (value := parse(text)) is None:
        return f"{text!r} is not {KINDS[field.type]}"
    if allowed and text not in allowed:
        return f"{text!r} is not one of {', '.join(allowed)}"
    if pattern and not re.fullmatch(pattern, text):
        return f"{text!r} does not have the form {pattern}"
    low, high = (field.constraints.get(bound) for bound in ("minimum", "maximum"))
    if (low is not None and value < parse(str(low))) or (high is not None and value > parse(str(high))):
        return f"{text} is out of range ({low} to {high or 'any'})"
    return ""


def _keys(table: Table, rows: list[Row]) -> Iterator[Problem]:
    unique = [table.key] if table.key else []
    unique += [(f.name,) for f in table.fields if f.constraints.get("unique") and (f.name,) != table.key]
    for columns in unique:
        seen: dict[str | tuple[str, ...], int] = {}
        of = itemgetter(*columns)
        for row in rows:
            key = of(row)
            if key in seen:
                what = " / ".join(row[c] for c in columns)
                yield row.problem(" + ".join(columns), f"{what} is already in row {seen[key]}")
            seen.setdefault(key, row.number)


def _references(table: Table, rows: Rows) -> Iterator[Problem]:
    for column, other, other_column in table.references:
        known = {row[other_column] for row in rows[other]}
        for row in rows[table.name]:
            if row[column] and row[column] not in known:
                what = "unknown ISO code" if other == "states" else f"not in {other}.csv"
                yield row.problem(column, f"{row[column]}: {what}")


def _integer(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else None


def to_date(text: str) -> date | None:
    """A date written as 2019-12-18, or None where the text is not one."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


PARSERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "date": to_date,
    "boolean": {"true": "true", "false": "false"}.get,
}
KINDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "date": "a date like 2019-12-18",
    "boolean": "true or false",
}
