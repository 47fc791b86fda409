"""Text and tables of a Word document as it is to be read: tracked insertions in, deletions and struck text out."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from data.reading.documents.upload import MAX_TEXT
from data.reading.model import ImporterError

_BLOCKS = {qn("w:p"), qn("w:tr")}
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OFF = {"0", "false", "none", "off"}


@dataclass
class WordText:
    """A document: its text (a table's row is a line), the rows of each of its tables, and what was left out."""

    text: str = ""
    tables: list[list[list[str]]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def notes(self) -> list[str]:
        """A note for the reviewer on what was left out, if anything was."""
        shown = "; ".join(f"“{part}”" for part in self.left_out[:5])
        return [f"Deleted, struck or hidden in the document and therefore left out: {shown}"] if shown else []


def read_docx(data: bytes, name: str) -> WordText:
    """The text (header of the first section, body, footnotes) and the tables. The archive must have been checked by
    `upload`. Raises ImporterError where it is no readable document."""
    try:
        document = docx.Document(io.BytesIO(data))
        word = WordText()
        lines: list[str] = []
        for section in document.sections[:1]:
            for header in (section.first_page_header, section.header):
                if not header.is_linked_to_previous:
                    lines += _blocks(header._element, word)
        lines += _blocks(document.element.body, word)
        lines += _footnotes(document, word.left_out)
    except (
        OpcError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        RecursionError,
        etree.LxmlError,
    ) as error:
        raise ImporterError(
            name, f"it could not be read as a Word document ({type(error).__name__})", "Save it again, or as PDF."
        ) from None
    word.text = "\n".join(lines)
    if len(word.text) > MAX_TEXT:
        raise ImporterError(name, "it has too much text", "Save only the pages with the list.")
    if not word.text.strip():
        raise ImporterError(name, "it holds no text", "Check that this is the right file.")
    return word


def _blocks(element: etree._Element, word: WordText) -> Iterator[str]:
    """The paragraphs and rows inside, in their order, each text box behind the paragraph that holds it."""
    for child in element:
        if child.tag == qn("w:tbl"):
            rows = _rows(child, word)
            word.tables.append(rows)
            yield from ("\t".join(row) for row in rows)
        elif child.tag == qn("w:p"):
            yield _paragraph(child, word.left_out)
            for box in _boxes(child):
                yield from _blocks(box, word)
        elif isinstance(child.tag, str):
            yield from _blocks(child, word)


def _rows(table: etree._Element, word: WordText) -> list[list[str]]:
    rows = []
    for row in table.iter(qn("w:tr")):
        cells = ["\n".join(_blocks(cell, word)).strip() for cell in row.iterchildren(qn("w:tc"))]
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            _note(", ".join(cells), word.left_out)
        elif next(row.iterancestors(qn("w:tbl")), None) is table:
            rows.append(cells)
    return rows


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in a paragraph. Word keeps each twice, the second for older programs: only the first is read."""
    for child in element:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag == _ALTERNATE:
            first = next((c for c in child if next(c.iter(qn("w:txbxContent")), None) is not None), None)
            yield from _boxes(first) if first is not None else ()
        elif isinstance(child.tag, str):
            yield from _boxes(child)


def _footnotes(document: docx.document.Document, left_out: list[str]) -> list[str]:
    lines = []
    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            for note in etree.fromstring(part.blob, parser):
                number = note.get(qn("w:id")) or ""
                body = " ".join(_paragraph(p, left_out).strip() for p in note.iter(qn("w:p"))).strip()
                if body:
                    lines += ["", f"[{number}]", body]
    return lines


def _paragraph(paragraph: etree._Element, left_out: list[str]) -> str:
    return "".join(_pieces(paragraph, left_out))


def _pieces(element: etree._Element, left_out: list[str]) -> Iterator[str]:
    for child in element:
        if child.tag in _BLOCKS or not isinstance(child.tag, str):
            continue  # a paragraph inside (a text box) comes by itself
        if child.tag == qn("w:del"):
            _note("".join(t.text or "" for t in child.iter(qn("w:delText"))), left_out)
        elif child.tag == qn("w:r"):
            yield from _run(child, left_out)
        else:
            yield from _pieces(child, left_out)


def _run(run: etree._Element, left_out: list[str]) -> Iterator[str]:
    text = "".join(_run_text(run))
    if any(_is_on(run, tag) for tag in ("w:strike", "w:dstrike", "w:vanish")):
        _note(text, left_out)
    elif _superscript(run) and text.strip().isdigit():
        yield f"[{text.strip()}]"
    else:
        yield text


def _run_text(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
            yield f"[{child.get(qn('w:id'))}]"


def _is_on(run: etree._Element, tag: str) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn(tag)}")
    return found is not None and (found.get(qn("w:val")) or "true").lower() not in _OFF


def _superscript(run: etree._Element) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return found is not None and found.get(qn("w:val")) == "superscript"


def _note(text: str, left_out: list[str]) -> None:
    if text.strip():
        left_out.append(" ".join(text.split())[:80])
