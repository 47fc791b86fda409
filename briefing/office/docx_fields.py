"""Parts of a Word document that python-docx has no words for: contents that link to headings, numbered captions."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from files.xml import safe_xml

_CONTENTS = 'TOC \\o "1-2" \\h \\z \\n'
"""Contents of two levels as links, without page numbers: those are known only once Word has set the pages, and a
wrong one is worse than none. Who wants them updates the field."""


class Headings:
    """Headings with bookmarks, and the contents that lead to them. `contents` comes before the headings."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._made = 0
        _add_contents_styles(document)

    def contents(self, title: str, entries: Sequence[tuple[str, int]]) -> None:
        """The table of contents; `entries`: text and level (1 or 2) of all headings that will be added, in order."""
        heading = self._document.add_paragraph(title, style="Contents Heading")
        heading.paragraph_format.keep_with_next = True
        for number, (text, level) in enumerate(entries):
            paragraph = self._document.add_paragraph(style=f"toc {level}")
            if number == 0:
                _field(paragraph, "begin", _CONTENTS)
            _link(paragraph, _mark(number + 1), text)
            if number == len(entries) - 1:
                _field(paragraph, "end")

    def add(self, text: str, level: int) -> Paragraph:
        """The next heading, bookmarked for the contents."""
        self._made += 1
        paragraph = self._document.add_paragraph(safe_xml(text), style=f"Heading {level}")
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(1000 + self._made))
        start.set(qn("w:name"), _mark(self._made))
        paragraph._p.insert(1, start)
        paragraph._p.append(end)
        return paragraph


def caption(document: WordDocument, label: str, number: int, text: str) -> Paragraph:
    """ "Figure 1. Text": the number is a field, so that Word can renumber and list figures."""
    paragraph = document.add_paragraph(style="Caption")
    paragraph.add_run(f"{label} ").bold = True
    _field(paragraph, "begin", f"SEQ {label} \\* ARABIC")
    paragraph.add_run(str(number)).bold = True
    _field(paragraph, "end")
    paragraph.add_run(". ").bold = True
    paragraph.add_run(safe_xml(text))
    return paragraph


def _mark(number: int) -> str:
    return f"_Toc{900000 + number}"


def _field(paragraph: Paragraph, kind: str, instruction: str = "") -> None:
    """Begin (with the instruction, up to where the result stands) or end a field."""
    for name, value in (("begin", ""), ("", instruction), ("separate", "")) if kind == "begin" else (("end", ""),):
        run = paragraph.add_run()
        if name:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), name)
        else:
            mark = OxmlElement("w:instrText")
            mark.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            mark.text = f" {value} "
        run._r.append(mark)


def _link(paragraph: Paragraph, anchor: str, text: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    element = OxmlElement("w:r")
    link.append(element)
    paragraph._p.append(link)
    Run(element, paragraph).text = safe_xml(text)


def _add_contents_styles(document: WordDocument) -> None:
    """Styles of the contents; its heading looks like one but is none, or it would list itself."""
    heading = document.styles.add_style("Contents Heading", WD_STYLE_TYPE.PARAGRAPH)
    heading.base_style = document.styles["Normal"]
    heading.font.bold, heading.font.size = True, Pt(13)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14), Pt(4)
    for level in (1, 2):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        style.paragraph_format.space_after = Pt(3)
