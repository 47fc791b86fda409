"""A document that was opened once: its text, sheets and tables, each read when it is first asked for, and kept."""

from dataclasses import dataclass
from functools import cached_property

from data.reading.cells import Cells, from_heading, looks_like_table, main_sheet, read_csv, read_sheets
from data.reading.documents.document_text import DocumentText
from data.reading.documents.html import read_html
from data.reading.documents.pdf import read_pdf
from data.reading.documents.upload import Opened, open_upload
from data.reading.documents.word import WordText, read_docx
from data.reading.model import ImporterError


@dataclass(frozen=True)
class Parsed:
    """A checked upload and what it holds. What cannot be read raises ImporterError, when it is asked for."""

    opened: Opened

    @classmethod
    def of(cls, data: bytes, name: str) -> "Parsed":
        """Open an upload. Raises ImporterError where it is unsafe or unreadable."""
        return cls(open_upload(data, name))

    @cached_property
    def word(self) -> WordText:
        """A Word document."""
        return read_docx(self.opened.data, self.opened.name)

    @cached_property
    def text(self) -> DocumentText:
        """The text of a PDF, DOCX, HTML or text, with notes on what was left out."""
        if self.opened.kind == "pdf":
            return read_pdf(self.opened.data, self.opened.name)
        if self.opened.kind == "docx":
            return DocumentText(self.word.text, tuple(self.word.notes))
        if self.opened.kind == "html":
            text, notes = read_html(self.opened.text, self.opened.name)
            return DocumentText(text, tuple(notes))
        return DocumentText(self.opened.text)

    @cached_property
    def sheets(self) -> list[tuple[str, Cells]]:
        """The sheets of a workbook, title and rows; a text as one sheet, parted as CSV."""
        if self.opened.kind == "xlsx":
            return read_sheets(self.opened.data, self.opened.name)
        return [("", read_csv(self.opened.text.lstrip("\ufeff"), self.opened.name))]

    @property
    def table(self) -> Cells:
        """The rows from the headings on; [] where it is no table: a text is one if all its lines have as many cells."""
        if self.opened.kind == "xlsx":
            return from_heading(main_sheet(self.sheets))
        try:
            rows = main_sheet(self.sheets) if self.opened.kind == "text" else []
        except ImporterError:
            return []
        if looks_like_table(rows):
            return from_heading(rows)
        widths = {len(row) for row in rows}
        return rows if len(rows) > 2 and len(widths) == 1 and max(widths) > 1 else []
