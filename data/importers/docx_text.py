"""Text of a Word document as it is to be read: tracked insertions in, deletions and struck text out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from data.importers.errors import ImporterError
from data.importers.safe_open import MAX_TEXT

_BLOCKS = {qn("w:p"), qn("w:tr")}
_OFF = {"0", "false", "none", "off"}


def read_docx(data: bytes, name: str) -> tuple[str, list[str]]:
    """The text (header of the first section, body, footnotes) and notes on what was left out.

    The archive must have been checked by `safe_open`. Raises ImporterError where it is no readable document.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        left_out: list[str] = []
        lines: list[str] = []
        for section in document.sections[:1]:
            for header in (section.first_page_header, section.header):
                if not header.is_linked_to_previous:
                    lines += _lines(header._element, left_out)
        lines += _lines(document.element.body, left_out)
        lines += _footnotes(document, left_out)
    except (OpcError, KeyError, ValueError, AttributeError, TypeError, IndexError, etree.LxmlError) as error:
        raise ImporterError(
            name,
            f"it could not be read as a Word document ({type(error).__name__})",
            "Save it again, or as PDF.",
        ) from None
    text = "\n".join(lines)
    if len(text) > MAX_TEXT:
        raise ImporterError(name, "it has too much text", "Save only the pages with the list.")
    if not text.strip():
        raise ImporterError(name, "it holds no text", "Check that this is the right file.")
    notes = []
    if left_out:
        shown = "; ".join(f"“{part}”" for part in left_out[:5])
        notes.append(f"Deleted, struck or hidden in the document and therefore left out: {shown}")
    return text, notes


def _lines(element: etree._Element, left_out: list[str]) -> list[str]:
    return [_paragraph(p, left_out) for p in element.iter(qn("w:p"))]


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
