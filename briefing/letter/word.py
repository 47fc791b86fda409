"""The letter as a Word file: styled, numbered footnotes, language and title set."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from briefing.letter.parts import Letter
from briefing.office import docx_style
from briefing.office.docx_footnotes import Footnotes, Run, add_footnote_styles
from files.xml import in_property, safe_xml

_STYLES = {
    "date": ("Letter date", "LetterDate", 12),
    "address": ("Letter address", "LetterAddress", 0),
    "salutation": ("Letter salutation", "LetterSalutation", 10),
    "subject": ("Heading 1", "Heading1", 8),
    "body": ("Normal", "Normal", None),
    "close": ("Letter close", "LetterClose", 26),
    "signatory": ("Letter signatory", "LetterSignatory", 4),
}
"""Kind of paragraph: name of its style, id of the style, space after it in points."""


def letter_docx(letter: Letter) -> bytes:
    """The bytes of a .docx file of the letter."""
    document = Document(BytesIO(_template(letter.language)))
    properties = document.core_properties
    properties.title, properties.subject = in_property(letter.title), letter.facts.request.about
    # Why the letter says what it says is for the sender: it must not travel in the file.
    properties.comments = f"Data version {letter.data_version}"
    # A letter bears the names of those who sign it, not that of the programme.
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    notes = Footnotes(document)
    last = max((n for n, paragraph in enumerate(letter.paragraphs) if paragraph.kind == "body"), default=-1)
    for number, paragraph in enumerate(letter.paragraphs):
        made = document.add_paragraph()
        if number == last:  # the closing words do not stand alone on a page
            made.paragraph_format.keep_with_next = True
        made._p.style = _STYLES[paragraph.kind][1]
        for span in paragraph.spans:
            if span.note:
                footnote = letter.footnotes[span.note - 1]
                notes.add(made, [Run(part.text, part.italic, part.url) for part in footnote])
            else:
                made.add_run(safe_xml(span.text)).italic = span.italic or None
    return _bytes(document)


@cache
def _template(language: str) -> bytes:
    """An empty letter with its styles: made once a language, as a mail merge needs it for every State."""
    document = docx_style.new_document(language, "", margin=2.0)
    add_footnote_styles(document)
    styles = document.styles
    # Set so that a letter of one page does not run over by its closing words.
    styles["Normal"].paragraph_format.line_spacing, styles["Normal"].paragraph_format.space_after = 1.06, Pt(6)
    for name, style_id, after in _STYLES.values():
        if style_id.startswith("Letter"):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.element.set(qn("w:styleId"), style_id)
            style.base_style = styles["Normal"]
            style.paragraph_format.space_after = Pt(after)
    styles["Letter salutation"].paragraph_format.space_before = Pt(12)
    styles["Letter close"].paragraph_format.space_before = Pt(10)
    styles["Letter close"].paragraph_format.keep_with_next = True
    styles["Letter signatory"].paragraph_format.keep_together = True
    styles["Heading 1"].font.size = Pt(12)
    docx_style.page_number_footer(document)
    return _bytes(document)


def _bytes(document: WordDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
