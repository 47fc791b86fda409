"""Text of a PDF, page by page, read in a process of its own so that a bad file can be stopped.

Pages that hold a picture and no text are read by OCR (see `scans`). Run as a module it reads a PDF from standard input
and writes JSON to standard output."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from data.reading.documents import scans
from data.reading.documents.document_text import DocumentText, pages_in_words
from data.reading.documents.upload import MAX_PAGES, MAX_SECONDS, MAX_TEXT
from data.reading.model import ImporterError
from files import limited

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_HYPHEN = re.compile("[\x02\ufffe]\r?\n?")
_FEW_LETTERS = 25
"""A page with fewer and a picture over most of it is a scan that bears a stamp or a number."""


def read_pdf(data: bytes, name: str, seconds: float = MAX_SECONDS) -> DocumentText:
    """The text of a PDF, pages separated by a form feed; that of scanned pages is read by OCR. Raises ImporterError
    where it is locked, damaged, without text, too long, or takes too long; where it is a scan and there is no program
    that could read it, that says what to install."""
    try:
        answer = json.loads(limited.run("data.reading.documents.pdf", [], data, seconds))
    except subprocess.TimeoutExpired:
        raise ImporterError(
            name, f"it took longer than {seconds:.0f} seconds to read", "Save only the pages with the list."
        ) from None
    except ValueError:
        raise ImporterError(
            name, "it could not be read as a PDF", "Open it, print it to a new PDF, or paste its text."
        ) from None
    if "place" in answer:
        raise ImporterError(name, answer["place"], answer["remedy"])
    texts, scanned = answer["pages"], answer["scanned"]
    if not scanned:
        return DocumentText("\f".join(texts))
    others = any(text.strip() for number, text in enumerate(texts, start=1) if number not in scanned)
    try:
        read = scans.read(data, name, scanned)
    except ImporterError as error:
        if not others:
            raise
        # The pages with text are read all the same, and it is said which were not.
        note = f"Not read, as there is no text on it: {pages_in_words(scanned)}. {error.place}. {error.remedy}"
        return DocumentText("\f".join(texts), (note,))
    return DocumentText("\f".join(read.get(n, text) for n, text in enumerate(texts, start=1)), (), tuple(scanned))


def pages(data: bytes) -> dict[str, object]:
    """{"pages": [text, …], "scanned": [number, …]}, or {"place": …, "remedy": …} where it cannot be read."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
        if len(document) > MAX_PAGES:
            return {"place": f"it has {len(document)} pages", "remedy": "Save only the pages with the list."}
        texts: list[str] = []
        scanned: list[int] = []
        size = 0
        for number, page in enumerate(document, start=1):
            texts.append(_text_of(page))
            if _is_scan(page, texts[-1]):
                scanned.append(number)
            size += len(texts[-1])
            page.close()
            if size > MAX_TEXT:
                return {"place": "it has too much text", "remedy": "Save only the pages with the list."}
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        if "password" in str(error).lower():
            return {"place": "it is locked with a password", "remedy": "Save it without a password."}
        return {
            "place": f"it could not be read as a PDF ({type(error).__name__})",
            "remedy": "Open it, print it to a new PDF, or paste its text.",
        }
    if not scanned and not "".join(texts).strip():
        return {"place": "its pages are empty", "remedy": "Check that this is the right file, or paste the text."}
    return {"pages": texts, "scanned": scanned}


def _text_of(page: pdfium.PdfPage) -> str:
    """The text of a page, line by line; for a hyphen at the end of a line PDFium writes a mark of its own."""
    text = page.get_textpage()
    try:
        return _HYPHEN.sub("-\n", text.get_text_bounded()).replace("\r\n", "\n")
    finally:
        text.close()


def _is_scan(page: pdfium.PdfPage, text: str) -> bool:
    """Whether a page shows something and has no text, or next to none beside a picture over most of it."""
    import pypdfium2.raw as raw

    letters = len("".join(text.split()))
    if letters >= _FEW_LETTERS:
        return False
    for shape in page.get_objects(max_depth=2):
        if not letters:
            return True
        if shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = shape.get_bounds()
            width, height = page.get_size()
            if (right - left) * (top - bottom) > width * height / 2:
                return True
    return False


if __name__ == "__main__":
    limited.limit(MAX_SECONDS)
    json.dump(pages(sys.stdin.buffer.read()), sys.stdout)
