"""Tables of sponsors or votes: CSV and XLSX, in the layout of sponsors.csv or with columns the user maps.

Each row names one State. Columns are found by their headings or given by `mapping`; rows are grouped by
resolution, stage and document. A name and a code that disagree are left to a person.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from data.importers.context import Context
from data.importers.errors import ImporterError
from data.importers.model import SPONSOR_STAGES, ImportedList, NamedState, Unresolved
from data.importers.passages import Page, read_one, to_list
from data.importers.splitting import Split

MAX_ROWS = 50_000
MAX_COLUMNS = 200
HEADINGS = {
    "state": ("state_as_written", "state", "states", "country", "countries", "name", "member state", "sponsor",
              "sponsors", "co-sponsor", "cosponsor", "co-sponsors", "cosponsors", "pays", "état", "país", "estado"),
    "iso3": ("iso3", "iso 3", "iso-3", "iso code", "iso", "alpha-3", "code"),
    "resolution": ("resolution", "résolution", "resolución"),
    "stage": ("stage", "list", "étape", "etapa"),
    "role": ("role", "rôle", "rol"),
    "vote": ("vote", "voto"),
    "document_symbol": ("document_symbol", "document", "symbol", "draft_symbol", "draft", "document symbol"),
}  # fmt: skip
_VOTES = {"yes": "yes", "y": "yes", "in favour": "yes", "in favor": "yes", "for": "yes", "oui": "yes", "sí": "yes",
          "no": "no", "n": "no", "against": "no", "non": "no", "abstain": "abstain", "a": "abstain",
          "abstaining": "abstain", "abstention": "abstain", "abstained": "abstain"}  # fmt: skip
_NOT_VOTING = {"", "x", "absent", "non-voting", "not voting", "-"}


def read_csv(text: str, name: str) -> list[list[str]]:
    """The cells of a CSV file, whichever of comma, semicolon, tab or bar parts them. Raises ImporterError."""
    sample = "\n".join(text.splitlines()[:20])
    counts = {d: _regularity(sample, d) for d in (",", ";", "\t", "|")}
    delimiter = max(counts, key=lambda d: counts[d])
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(c.strip() for c in row)
        ]
    except csv.Error as error:
        raise ImporterError(name, f"it is no proper CSV ({error})", "Save it again as CSV UTF-8.") from None
    return _within_limits(rows, name)


def _regularity(sample: str, delimiter: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row]
    except csv.Error:
        return 0, 0
    return (
        (1, widths[0]) if widths and len(set(widths)) == 1 and widths[0] > 1 else (0, min(widths, default=0))
    )


def read_xlsx(data: bytes, name: str) -> list[list[str]]:
    """The cells of the first sheet that has any, as shown (formulas by their last value). Raises ImporterError."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False, keep_vba=False
            )
            for sheet in book.worksheets:
                rows = []
                for row in sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1, values_only=True):
                    cells = ["" if c is None else str(c).strip() for c in row]
                    while cells and not cells[-1]:
                        cells.pop()
                    if cells:
                        rows.append(cells)
                if rows:
                    return _within_limits(rows, name)
    except ImporterError:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError, EOFError,
            zipfile.BadZipFile, NotImplementedError, RuntimeError, AssertionError) as error:  # fmt: skip
        raise ImporterError(
            name,
            f"it could not be read as a workbook ({type(error).__name__})",
            "Save it again as .xlsx or CSV.",
        ) from None
    raise ImporterError(name, "the workbook is empty", "Check that this is the right file.")


def _within_limits(rows: list[list[str]], name: str) -> list[list[str]]:
    if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows):
        raise ImporterError(
            name, f"it has more than {MAX_ROWS} rows or {MAX_COLUMNS} columns", "Save only the rows you need."
        )
    return rows


def looks_like_table(rows: list[list[str]]) -> bool:
    """Whether the first row is a row of headings that name a column of States."""
    found = columns(rows[0]) if rows else {}
    return "state" in found or "iso3" in found


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


def read_table(
    rows: list[list[str]],
    name: str,
    context: Context,
    mapping: Mapping[str, int] | None = None,
    about: str = "",
) -> list[ImportedList]:
    """Lists from the rows of a table. `mapping`: what a column holds (a name of HEADINGS) -> its number from 0.

    Without a mapping the first row must be headings. Raises ImporterError where no column names States.
    """
    where = dict(mapping) if mapping else columns(rows[0]) if rows else {}
    if not {"state", "iso3"} & set(where):
        raise ImporterError(
            name, "no column is headed “state” or “iso3”", "Say which column holds the States, or name it so."
        )
    body = rows if mapping and not looks_like_table(rows) else rows[1:]
    text, starts = _as_text(body)
    page = Page(text, text, context, about)
    groups: dict[tuple[str, str, str, bool], Split] = defaultdict(Split)
    for number, row in enumerate(body):
        cell = {what: row[at].strip() if at < len(row) else "" for what, at in where.items()}
        if cell.get("state") or cell.get("iso3"):
            key = (
                cell.get("resolution", ""),
                cell.get("stage", ""),
                cell.get("document_symbol", ""),
                "vote" in where,
            )
            _take(
                page, groups[key], cell, {w: starts[number][at] for w, at in where.items() if at < len(row)}
            )
    return [_list(page, *key, split_) for key, split_ in groups.items() if split_.states or split_.unresolved
            or split_.on_behalf_of]  # fmt: skip


def _as_text(body: list[list[str]]) -> tuple[str, list[list[int]]]:
    """The rows as lines with tabs, and where each cell starts: what the spans of a table point into."""
    text, starts = [], []
    at = 0
    for row in body:
        places = []
        for cell in row:
            places.append(at)
            clean = re.sub(r"[\t\r\n]", " ", cell)
            text.append(clean + "\t")
            at += len(clean) + 1
        text.append("\n")
        at += 1
        starts.append(places)
    return "".join(text), starts


def _take(page: Page, to: Split, cell: dict[str, str], starts: dict[str, int]) -> None:
    role = _role(cell)
    if role is None:
        return
    code = cell.get("iso3", "").upper()
    on = page.day(cell.get("resolution", ""), cell.get("document_symbol", ""))
    what = "state" if cell.get("state") else "iso3"
    start = starts[what] + len(page.text[starts[what] :]) - len(page.text[starts[what] :].lstrip(" "))
    span = (start, start + len(cell[what]))
    if what == "iso3":
        known = code in page.context.names.codes()
        if known:
            to.states.append(NamedState(code, code, role, span=span))
        else:
            to.unresolved.append(
                Unresolved(cell["iso3"], span, (), "not the code of a Member or observer State")
            )
        return
    found = read_one(page, span, on, role)
    if len(found.states) == 1 and code and found.states[0].iso3 != code:
        reason = f"the name means {found.states[0].iso3}, the code says {code}"
        pair = ((found.states[0].iso3, 1.0), (code, 1.0)) if code in page.context.names.codes() else ()
        to.unresolved.append(Unresolved(cell["state"], span, pair, reason))
        return
    if role not in ("sponsor", "main sponsor", "yes", "no", "abstain"):
        to.unresolved += [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), f"“{role}” is no vote or role")
                          for s in found.states]  # fmt: skip
        return
    to.states += found.states
    to.unresolved += found.unresolved
    to.on_behalf_of += found.on_behalf_of


def _role(cell: dict[str, str]) -> str | None:
    """The role of a row; None where a State did not vote; the cell itself where it says something else."""
    if "vote" in cell:
        vote = cell["vote"].lower()
        return None if vote in _NOT_VOTING else _VOTES.get(vote, cell["vote"])
    role = cell.get("role", "").lower().replace("-", "")
    return "main sponsor" if role.startswith("main") else "sponsor"


def _list(page: Page, resolution: str, stage: str, symbol: str, is_vote: bool, found: Split) -> ImportedList:
    kind = "vote: table" if is_vote else "table"
    known = page.context.resolution_of(resolution, symbol)
    plain = stage.lower()
    kept = stage if is_vote or plain not in SPONSOR_STAGES else plain
    made = to_list(
        page, kind, found, document_symbol=symbol or resolution, resolution=known or resolution,
        stage=kept if is_vote or plain in SPONSOR_STAGES else "",
    )  # fmt: skip
    if stage and not made.stage:
        return replace(
            made, notes=(f"The table calls the stage “{stage}”, which is none of ours: choose it.",)
        )
    return made
