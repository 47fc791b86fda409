"""The cells of a table, CSV or XLSX, the row of headings that tells which column holds what, and columns of marks.

A table may list all States and mark those who sponsor ("x", "yes" and "no"), in one column for each text. Every such
column is a list of its own; a State that it does not mark is not on it."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from data.reading.model import ImporterError
from data.reading.text import symbols
from files import office

Cells = list[list[str]]
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELLS = 500_000
_STATE = (
    "state_as_written, state, states, country, countries, name, member state, sponsor, sponsors, "
    "co-sponsor, cosponsor, co-sponsors, cosponsors, pays, état, país, estado, delegation, delegations, "
    "member states, country name, état membre, estado miembro"
)
HEADINGS = {
    "state": tuple(_STATE.split(", ")),
    "iso3": ("iso3", "iso 3", "iso-3", "iso code", "iso", "alpha-3", "code"),
    "resolution": ("resolution", "résolution", "resolución"),
    "stage": ("stage", "list", "étape", "etapa"),
    "role": ("role", "rôle", "rol"),
    "vote": ("vote", "voto"),
    "document_symbol": ("document_symbol", "document", "symbol", "draft_symbol", "draft", "document symbol"),
}
_TITLE_ROWS = 15
_YES = {"yes", "y", "x", "✓", "✔", "☑", "●", "•", "1", "1.0", "true", "oui", "si", "sí", "named", "joined"}
_YES |= {"sponsor", "sponsors", "co sponsor", "cosponsor", "additional sponsor", "original sponsor"}
_NO = {"", "no", "n", "0", "0.0", "false", "non", "-", "–", "—", "none", "not sponsor", "not a sponsor", "not member"}
_OPEN = {"?", "unknown", "not known", "withdrawn", "withdrew", "removed"}
_ABOUT = re.compile(r"sponsor|auteur|patrocin", re.IGNORECASE)
_MAIN = re.compile(r"\b(?:main|lead|core)\b")


def read_csv(text: str, name: str) -> Cells:
    """The cells of a CSV file, whichever of comma, semicolon, tab or bar parts them. Raises ImporterError."""
    sample = "\n".join(text.splitlines()[:20])
    counts = {d: _regularity(sample, d) for d in (",", ";", "\t", "|")}
    delimiter = max(counts, key=lambda d: counts[d])
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(c.strip() for c in row)]
    except csv.Error as error:
        raise ImporterError(name, f"it is no proper CSV ({error})", "Save it again as CSV UTF-8.") from None
    return _within_limits(rows, name)


def _regularity(sample: str, delimiter: str) -> tuple[float, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row)
    except csv.Error:
        return 0, 0
    width, often = widths.most_common(1)[0] if widths else (0, 0)
    return (often / widths.total(), width) if width > 1 else (0, 0)


def main_sheet(sheets: list[tuple[str, Cells]]) -> Cells:
    """The rows of the sheet that a person would mean: the first with headings, else the first."""
    return next((rows for _, rows in sheets if looks_like_table(rows)), sheets[0][1])


def read_sheets(data: bytes, name: str) -> list[tuple[str, Cells]]:
    """The sheets that have any cells: title and rows. Raises ImporterError where there is none."""
    sheets, held = [], 0
    try:
        with office.workbook(data) as book:
            for sheet in book.worksheets:
                rows = []
                for row in sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1, values_only=True):
                    cells = ["" if c is None else str(c).strip() for c in row]
                    while cells and not cells[-1]:
                        cells.pop()
                    held += len(cells)
                    if held > MAX_CELLS:
                        raise office.Unreadable(
                            f"it has more than {MAX_CELLS:,} cells", "Save only the sheet and the rows that you need."
                        )
                    if cells:
                        rows.append(cells)
                if rows:
                    sheets.append((sheet.title, rows))
    except office.Unreadable as error:
        raise ImporterError(name, error.place, error.remedy) from None
    if not sheets:
        raise ImporterError(name, "the workbook is empty", "Check that this is the right file.")
    return [(title, _within_limits(rows, name)) for title, rows in sheets]


def _within_limits(rows: Cells, name: str) -> Cells:
    if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows):
        raise ImporterError(
            name, f"it has more than {MAX_ROWS} rows or {MAX_COLUMNS} columns", "Save only the rows you need."
        )
    return rows


def looks_like_table(rows: Cells) -> bool:
    """Whether there is a row of headings that names a column of States, first or below a few lines of title."""
    return heading(rows) is not None


def from_heading(rows: Cells) -> Cells:
    """The rows from the headings on, without the lines of title above them; all rows where there are no headings."""
    return rows[heading(rows) or 0 :]


def heading(rows: Cells) -> int | None:
    """The number from 0 of the row of headings, which may stand below a few lines of title; None without one."""
    for at, row in enumerate(rows[:_TITLE_ROWS]):
        if {"state", "iso3"} & set(columns(row)):
            # A line of title has one cell; a heading alone in its row heads a column of names.
            return at if at == 0 or _is_heading(row) else None
    return None


def _is_heading(row: list[str]) -> bool:
    # Below other lines it may also be prose that was cut at its commas: "…, States, and …".
    return sum(bool(c.strip()) for c in row) > 1 and not any(c[:1].isspace() or len(c) > 60 for c in row)


def columns(header: list[str]) -> dict[str, int]:
    """Which column holds what, told by the headings: a name of HEADINGS -> its number from 0."""
    plain = [re.sub(r"[\s_]+", " ", cell).strip().lower() for cell in header]
    found = {}
    for what, headings in HEADINGS.items():
        wanted = [h.replace("_", " ") for h in headings]
        at = next((plain.index(h) for h in wanted if h in plain), None)
        if at is not None:
            found[what] = at
    return found


def role_of(cell: str) -> str | None:
    """sponsor or main sponsor; None where the cell says no; the cell itself where it says something else."""
    plain = " ".join(re.sub(r"[-_]", " ", cell).split()).lower() or cell.strip()
    if _MAIN.search(plain):
        return "main sponsor"
    if plain in _YES:
        return "sponsor"
    return None if plain in _NO else cell


def mark_columns(body: Sequence[Sequence[str]], width: int, taken: Iterable[int]) -> list[int]:
    """The columns, from 0, in which every cell is a mark and at least one says yes; `taken` hold something else."""
    return [at for at in range(width) if at not in set(taken) and _is_marks(body, at)]


def _is_marks(body: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at].strip() if at < len(row) else "" for row in body]
    roles = [role_of(cell) for cell in cells]
    known = all(r in (None, "sponsor", "main sponsor") or r.strip().lower() in _OPEN for r in roles)
    return known and any(r in ("sponsor", "main sponsor") for r in roles)


def tells(head: str, body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column of marks is about sponsoring: its heading names a text or sponsors, or its cells say so."""
    cells = " ".join(row[at] for row in body if at < len(row))
    return bool(symbols.FIND.search(head) or _ABOUT.search(head) or _ABOUT.search(cells))


def says_no(body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column of marks also says no of a State; else it parts nobody (a "1" that numbers the only row)."""
    return any(role_of(row[at].strip() if at < len(row) else "") is None for row in body)
