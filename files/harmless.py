"""Text in spreadsheet cells: never taken for a formula, and read back as it was.

A cell that begins like a formula gets a leading apostrophe (OWASP, "CSV injection"); reading takes that
one apostrophe off again. Text that itself begins with apostrophes before such a sign gets one more, so
that nothing is lost.
"""

from __future__ import annotations

import re

# = + - @, their full-width forms, TAB, CR and LF; also behind blanks, which some programs skip.
_FORMULA = re.compile("'*\\s*[\t\r\n=+\\-@\uff1d\uff0b\uff0d\uff20]")


def neutral(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """The text that `neutral` made the cell from; other cells as they are."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
