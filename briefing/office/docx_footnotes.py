"""Numbered footnotes for a Word document.

python-docx has no interface for them, so the part that holds them is built here as ECMA-376 (Part 1, 17.11)
asks: word/footnotes.xml with the two separators that Word expects, a mention of these in the settings, two
styles, and for each note an entry and a reference that bear the same id. Word and LibreOffice number by order."""

from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from files.xml import safe_xml

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


@dataclass(frozen=True)
class Run:
    """A run of a footnote: text, italic or not, linked to an address or not."""

    text: str
    italic: bool = False
    url: str = ""


class Footnotes:
    """The footnotes of one document. Make one a document, before the first note."""

    def __init__(self, document: WordDocument, size: float = 8.5):
        self._next = 1
        add_footnote_styles(document, size)
        self._part = _new_part(document)
        _mention_in_settings(document)

    def __len__(self) -> int:
        return self._next - 1

    def add(self, paragraph: Paragraph, runs: Iterable[Run]) -> int:
        """Put a reference at the end of `paragraph` and the note at the foot of its page; returns its number."""
        number = self._next
        self._next += 1
        reference = paragraph.add_run()
        reference._r.style = "FootnoteReference"
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        reference._r.append(mark)
        self._part.element.append(self._note(number, runs))
        return number

    def _note(self, number: int, runs: Iterable[Run]) -> BaseOxmlElement:
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>'
        )
        paragraph = note[0]
        paragraph.append(_run(Run(" ")))
        for run in runs:
            if run.url:
                link = OxmlElement("w:hyperlink")
                target = self._part.relate_to(safe_xml(run.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link.set(qn("r:id"), target)
                link.append(_run(run))
                paragraph.append(link)
            else:
                paragraph.append(_run(run))
        return note


def _run(run: Run) -> BaseOxmlElement:
    made = OxmlElement("w:r")
    if run.italic:
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement("w:i"))
        made.append(properties)
    text = OxmlElement("w:t")
    text.text = safe_xml(run.text)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(text)
    return made


def _new_part(document: WordDocument) -> XmlPart:
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    for kind, number in _SEPARATORS:
        root.append(
            parse_xml(
                f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
                f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            )
        )
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def _mention_in_settings(document: WordDocument) -> None:
    mention = OxmlElement("w:footnotePr")
    for _, number in _SEPARATORS:
        entry = OxmlElement("w:footnote")
        entry.set(qn("w:id"), str(number))
        mention.append(entry)
    settings = document.settings.element
    # The schema fixes the order of settings: these come before the compatibility settings.
    before = settings.find(qn("w:compat"))
    if before is not None:
        before.addprevious(mention)
    else:
        settings.append(mention)


def add_footnote_styles(document: WordDocument, size: float = 8.5) -> None:
    """The styles of a footnote and of its number, if the document has none yet. `size` in points."""
    styles = document.styles
    if "footnote text" in styles:
        return
    text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = styles["Normal"]
    text.font.size = Pt(size)
    text.paragraph_format.space_after = Pt(2)
    text.paragraph_format.line_spacing = 1.0
    text.element.set(qn("w:styleId"), "FootnoteText")
    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.font.superscript = True
    reference.element.set(qn("w:styleId"), "FootnoteReference")
