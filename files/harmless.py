"""Text in spreadsheet cells: never taken for a formula, and read back as it was.

What begins like a formula gets a leading apostrophe (OWASP, "CSV injection"); reading takes that one apostrophe off
again. In a CSV file so does what follows a semicolon, a tab or a line end within a cell: where the decimal sign is
a comma, a spreadsheet parts the line there, whatever the quotes say."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from files.xml import safe_xml

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_SIGNS = "".join(c for c in map(chr, range(0x10000)) if unicodedata.normalize("NFKC", c)[:1] in {*"=+-@"})
"""= + - @ and all that is one of them in another shape: full-width, small, raised, lowered."""
# Blanks, quotes and signs that nobody sees may stand before it: some programs skip them.
_FORMULA = rf"['\"\s\x00-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[{re.escape(_SIGNS)}]"
_CELL = rf"\A(?={_FORMULA}|'*\s*[\t\r\n])"
_IN_CSV = rf"(?:{_CELL}|(?<=[;\t\r\n])(?={_FORMULA}))"


def neutral(text: str, in_csv: bool = False) -> str:
    """The text as a cell of a workbook, or of a CSV file, that no spreadsheet takes for a formula."""
    return re.sub(_IN_CSV if in_csv else _CELL, "'", text)


def original(cell: str, in_csv: bool = False) -> str:
    """The text that `neutral` made the cell from; other cells as they are."""
    return re.sub(f"{_IN_CSV if in_csv else _CELL}'", "", cell)


def put(cell: Cell, value: object) -> None:
    """Put a value into a cell of openpyxl: text stays text, whatever it begins with and holds; the rest as it is."""
    cell.value = neutral(safe_xml(value)) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # never "f" (a formula) or "e" (an error such as #N/A)
        cell.quotePrefix = cell.value.startswith("'")
