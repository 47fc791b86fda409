"""From an upload or pasted text to the lists in it: opens, tells the layout, and hands on to its reader."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from data.reading.cells import Cells, from_heading, looks_like_table, main_sheet, read_csv
from data.reading.context import Context
from data.reading.documents.document_text import DocumentText
from data.reading.documents.parsed import Parsed
from data.reading.documents.upload import Opened
from data.reading.documents.word import WordText
from data.reading.labelled import read_labelled, read_plain
from data.reading.library.catalogue import read_catalogue
from data.reading.library.marcxml import read_marcxml
from data.reading.model import ImportedList, ImporterError
from data.reading.proceedings.amendments import refusal, speaks_of_amendments, tables_amendments
from data.reading.proceedings.drafts import read_drafts
from data.reading.proceedings.official_records import read_official_records
from data.reading.proceedings.reports import read_reports
from data.reading.proceedings.roll_calls import read_votes
from data.reading.scanned_lists import marked
from data.reading.tables import read_table
from data.reading.text import symbols
from data.reading.text.normalise import normalise
from data.reading.text.passages import Page

_MOST_SHEETS = 50
_SPREAD_ROWS = 500
_LONGEST_HEADING = 8000
LAYOUTS: tuple[Callable[[Page], list[ImportedList]], ...] = (
    read_catalogue,
    read_official_records,
    read_drafts,
    read_reports,
    read_labelled,
    read_plain,
)
"""Layouts of running text, the surest first: the first that finds a list has the document."""
_SURE = LAYOUTS[:4]


def recognise(
    data: bytes, name: str, context: Context, mapping: Mapping[str, int] | None = None, about: str = ""
) -> list[ImportedList]:
    """All lists and roll calls in a file: see `lists_in`."""
    return lists_in(Parsed.of(data, name), context, mapping, about)


def lists_in(
    document: Parsed, context: Context, mapping: Mapping[str, int] | None = None, about: str = ""
) -> list[ImportedList]:
    """All lists and roll calls in a document. `mapping` names the columns of a table (see `tables.read_table`). `about`
    is the resolution that the user says it belongs to, for documents that do not tell. Raises ImporterError (file,
    place, remedy) where the document is unreadable, or holds no list."""
    opened, text = document.opened, ""
    if opened.kind == "xml":
        found = read_marcxml(opened.text, opened.name, context)
    elif opened.kind == "xlsx":
        found = _from_workbook(document, context, mapping, about)
    elif opened.kind == "docx":
        text = document.word.text
        found = _with_notes(_from_word(document.word, opened.name, context, about), document.word.notes)
    elif opened.kind == "text" and (rows := _cells(document, context, mapping)):
        found = read_table(rows, opened.name, context, mapping, about)
    else:
        text, found = document.text.text, recognise_document(document.text, context, about)
    if not found and text and speaks_of_amendments(text):
        raise refusal(opened.name)
    if not found:
        raise ImporterError(
            opened.name,
            "no list of sponsors and no roll call was found in it",
            "Copy the passage with the names and paste it.",
        )
    return _told(found, about)


def _told(found: list[ImportedList], about: str) -> list[ImportedList]:
    """What the user says about a document that does not tell its resolution, if it is one document."""
    roots = {symbols.root(one.document_symbol) for one in found}
    if about and len(roots) == 1 and not any(one.resolution for one in found):
        return [replace(one, resolution=about) for one in found]
    return found


def _with_notes(found: list[ImportedList], notes: list[str]) -> list[ImportedList]:
    return [replace(one, notes=tuple(notes) + one.notes) for one in found]


def recognise_text(
    text: str, context: Context, about: str = "", layouts: tuple[Callable[[Page], list[ImportedList]], ...] = LAYOUTS
) -> list[ImportedList]:
    """All lists and roll calls in a text; [] where there are none."""
    clean, notes = normalise(text)
    page = Page.of(clean, context, about)
    votes = read_votes(page)
    lists: list[ImportedList] = []
    for read in () if tables_amendments(page) else layouts:
        if votes and read is read_plain:
            break
        lists = read(page)
        if lists:
            break
    return _with_notes(lists + votes, notes)


def recognise_document(document: DocumentText, context: Context, about: str = "") -> list[ImportedList]:
    """All lists and roll calls in the text of a document, those read by OCR marked; [] where there are none."""
    found = marked(recognise_text(document.text, context, about), document, context.names)
    return _with_notes(found, list(document.notes))


def _from_word(word: WordText, name: str, context: Context, about: str) -> list[ImportedList]:
    """The lists of a Word document: of a layout that is sure, else of its tables with headings, else of its text."""
    headed = [rows for rows in word.tables if looks_like_table(rows) and not _spread(rows, context)]
    sure = recognise_text(word.text, context, about, _SURE) if headed else []
    named = about or context.resolution_of(symbols.first(word.text))
    tables = [] if sure else [one for rows in headed for one in read_table(rows, name, context, about=named)]
    return sure or _told(tables, named) or recognise_text(word.text, context, about)


def _cells(document: Parsed, context: Context, mapping: Mapping[str, int] | None) -> Cells:
    opened = document.opened
    first = opened.text.lstrip("\ufeff").split("\n", 1)[0]
    if mapping is None and (len(first) > _LONGEST_HEADING or first.endswith(".")):
        return []
    try:
        rows = main_sheet(document.sheets)
    except ImporterError:
        if mapping is None and not _begins_as_table(opened):
            return []
        raise
    head = from_heading(rows)[0] if rows else []
    # Pasted names may run over the line at a word that could head a column: "…, Qatar, State" and "of, …".
    names = any(context.names.resolve(cell) for cell in head)
    headed = looks_like_table(rows) and (len(head) > 1 or len(rows) > 2) and not names
    headed = headed and not _spread(rows, context)
    return rows if mapping is not None or headed else []


def _spread(rows: Cells, context: Context) -> bool:
    """Whether names stand side by side under one heading, so that its column is not all of the list."""
    first, *body = from_heading(rows)
    if sum(bool(cell.strip()) for cell in first) != 1:
        return False
    return any(sum(bool(context.names.resolve(cell)) for cell in row) > 1 for row in body[:_SPREAD_ROWS])


def _begins_as_table(opened: Opened) -> bool:
    """Whether a text that cannot be read as a table, being too long or damaged further down, is meant as one."""
    try:
        return looks_like_table(read_csv("\n".join(opened.text.lstrip("\ufeff").splitlines()[:20]), opened.name))
    except ImporterError:
        return False


def _from_workbook(
    document: Parsed, context: Context, mapping: Mapping[str, int] | None, about: str
) -> list[ImportedList]:
    """The lists of a workbook: of every sheet with headings, and if there is none of its first sheet."""
    name, sheets = document.opened.name, document.sheets
    headed = [(title, rows) for title, rows in sheets if looks_like_table(rows)]
    if mapping is not None or len(headed) < 2:
        return _from_cells(main_sheet(sheets), name, context, mapping, about)
    return [
        replace(one, title=one.title or title, notes=(f"From the sheet “{title}”.", *one.notes))
        for title, rows in headed[:_MOST_SHEETS]
        for one in read_table(rows, name, context, about=about)
    ]


def _from_cells(
    rows: Cells, name: str, context: Context, mapping: Mapping[str, int] | None, about: str
) -> list[ImportedList]:
    if mapping is None and (not looks_like_table(rows) or _spread(rows, context)):
        # A sheet without headings: perhaps one name a row.
        return recognise_text("\n".join("\t".join(c for c in row if c) for row in rows), context, about)
    return read_table(rows, name, context, mapping, about)


def to_json(lists: list[ImportedList]) -> str:
    """What was recognised as JSON in ASCII: a list of objects, without the text."""
    return json.dumps([one.as_dict() for one in lists], indent=1)
