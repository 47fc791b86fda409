"""The briefing as a Word document: contents, figures with captions and alt text, tables, footnotes to UN documents."""

import io
from collections.abc import Sequence
from numbers import Real

import pandas as pd
from docx.text.paragraph import Paragraph

from analytics.english import decimal, listing
from briefing.document.documents import Document
from briefing.document.markup import HEADING, POINT, Line
from briefing.document.sections import Progress, Section, built_on, sections
from briefing.document.spec import Briefing
from briefing.office import docx_fields, docx_style
from briefing.office.docx_footnotes import Footnotes, Run
from briefing.picture import picture_only as bare
from briefing.picture.worker import NoBrowser
from briefing.words import PRODUCER, made_by, note_lines
from charts.frame.chart import Chart
from data.store import Record
from data.tongues.speech import language, say, say_many
from files.whole import in_memory
from files.xml import safe_xml

_WIDTH = 16.0
"""Centimetres of text on the page."""
_STYLES = {HEADING: "Heading 2", POINT: "List Bullet"}
_ROWS = 40
"""Rows of a chart's table that stand in for its picture where no browser can draw it."""


def paper(briefing: Briefing, record: Record, progress: Progress | None = None) -> bytes:
    """The briefing as a DOCX file (A4). An item that cannot be made says why in its place."""
    return _Paper(briefing, record, progress or (lambda done, what: None)).made()


class _Paper:
    def __init__(self, briefing: Briefing, record: Record, tell: Progress) -> None:
        self._briefing, self._record, self._tell = briefing, record, tell
        self._document = docx_style.new_document(language(), briefing.title, briefing.subtitle)
        self._document.core_properties.author = say(PRODUCER)
        self._document.core_properties.keywords = say("data version {version}", version=record.version)
        self._notes = Footnotes(self._document)
        self._headings = docx_fields.Headings(self._document)
        self._cited: dict[Document, int] = {}
        self._figures = 0
        self._tables = 0

    def made(self) -> bytes:
        document, record = self._document, self._record
        parts = sections(self._briefing, record)
        document.add_paragraph(safe_xml(self._briefing.title), style="Title")
        said = [self._briefing.subtitle, f"{built_on(record)}. {made_by(record.version)}."]
        for line in filter(None, said):
            document.add_paragraph(safe_xml(line), style="Small")
        self._headings.contents(say("Contents"), [(part.title, 1) for part in parts])
        for number, part in enumerate(parts):
            self._tell(number / max(1, len(parts)), part.title)
            self._section(part)
        footer = f"{self._briefing.title[:80]} · {say('data version {version}', version=record.version)}"
        docx_style.page_number_footer(document, footer)
        made = in_memory(document.save)
        self._tell(1.0, "done")
        return made

    def _section(self, part: Section) -> None:
        self._headings.add(part.title, 1)
        last = self._words(part.words)
        if last is not None and (part.charts or part.tables):
            last.paragraph_format.keep_with_next = True
        cited = False
        for chart in part.charts:
            caption = self._chart(chart, own_title=part.kind != "chart")
            if not cited:
                self._cite(caption, part.documents)
                cited = True
            caption.paragraph_format.keep_with_next = True
            self._small([*note_lines(chart), chart.source])
        for table in part.tables:
            caption = self._table(table.caption, table.frame)
            if not cited:
                self._cite(caption, part.documents)
                cited = True
        if part.documents and not cited and last is not None:
            self._cite(last, part.documents)

    def _words(self, said: Sequence[Line]) -> Paragraph | None:
        paragraph = None
        for line in said:
            paragraph = self._document.add_paragraph(style=_STYLES.get(line.kind))
            for piece in line.runs:
                run = paragraph.add_run(safe_xml(piece.text))
                run.bold, run.italic = piece.bold or None, piece.italic or None
        return paragraph

    def _chart(self, chart: Chart, own_title: bool) -> Paragraph:
        """Picture and caption; returns the caption."""
        self._figures += 1
        said = f"{chart.title}. {chart.subtitle}" if own_title else chart.subtitle
        try:
            image = io.BytesIO(bare.png(chart, "half", bare.page_size(chart)))
        except NoBrowser:
            self._figures -= 1
            return self._table(f"{chart.title}. {chart.subtitle}", chart.told.head(_ROWS), len(chart.table))
        shown = docx_style.picture(self._document, image, _WIDTH, chart.alt)
        shown.paragraph_format.keep_with_next = True
        return docx_fields.caption(self._document, say("Figure"), self._figures, said)

    def _table(self, caption: str, frame: pd.DataFrame, rows: int = 0) -> Paragraph:
        """Caption, then the table with its repeated header row; returns the caption."""
        self._tables += 1
        left_out = ""
        if rows > len(frame):
            left_out = say(" ({n} of {rows} rows; all in the Excel file)", n=len(frame), rows=rows)
        made = docx_fields.caption(self._document, say("Table"), self._tables, caption + left_out)
        made.paragraph_format.keep_with_next = True
        lines = [[cell_text(value) for value in row] for row in frame.itertuples(index=False, name=None)]
        heads = [str(name) for name in frame.columns]
        figures = [
            n
            for n, name in enumerate(frame.columns)
            if name != say("Year") and pd.api.types.is_numeric_dtype(frame[name])
        ]
        docx_style.table(self._document, heads, lines, widths([heads, *lines], _WIDTH), figures)
        self._document.add_paragraph(style="Small")
        return made

    def _small(self, said: Sequence[str]) -> None:
        made = [self._document.add_paragraph(safe_xml(line), style="Small") for line in said if line]
        for paragraph in made[:-1]:  # what is said of a picture stays on its page
            paragraph.paragraph_format.keep_with_next = True

    def _cite(self, paragraph: Paragraph, found: Sequence[Document]) -> None:
        """A footnote with the documents; those of an earlier note are named by its number."""
        fresh = [document for document in found if document not in self._cited]
        before = sorted({self._cited[document] for document in found if document in self._cited})
        said = []
        for document in fresh:
            web = document.url if document.url.startswith(("http://", "https://")) else ""
            said += [Run("; ")] if said else []
            said += [Run(document.symbol or document.what, url=web)]
        if before:
            notes = say_many("note {notes}", "notes {notes}", len(before), notes=listing(map(str, before)))
            told = "; and the documents in {notes}" if said else "The documents in {notes}"
            said.append(Run(say(told, notes=notes)))
        if said:
            number = self._notes.add(paragraph, [*said, Run(".")])
            self._cited |= dict.fromkeys(fresh, number)


def widths(lines: Sequence[Sequence[str]], whole: float) -> list[float]:
    """Widths of columns in the unit of `whole`, by the length of what is in them; long texts get at most five times
    the share of short ones."""
    longest = [min(100, max(10, *(len(text) for text in column))) for column in zip(*lines, strict=True)]
    return [whole * part / sum(longest) for part in longest]


def cell_text(value: object) -> str:
    """A value as text for a table in a document."""
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, Real) and not isinstance(value, bool):
        return decimal(float(value))
    if isinstance(value, (tuple, list)):
        return "; ".join(map(str, value))
    return str(value)
