"""Text of a PDF, page by page, read in a process of its own so that a bad file can be stopped.

Run as a module it reads a PDF from standard input and writes JSON to standard output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from data.importers.errors import ImporterError
from data.importers.safe_open import MAX_PAGES, MAX_SECONDS, MAX_TEXT

_ROOT = Path(__file__).resolve().parents[2]
_MEMORY = 2_000_000_000


def read_pdf(data: bytes, name: str, seconds: float = MAX_SECONDS) -> str:
    """The text of a PDF, pages separated by a form feed.

    Raises ImporterError where it is locked, damaged, a scan without text, too long, or takes too long.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", "data.importers.pdf_text"],
            input=data, capture_output=True, timeout=seconds, cwd=_ROOT, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise ImporterError(
            name, f"it took longer than {seconds:.0f} seconds to read", "Save only the pages with the list."
        ) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise ImporterError(
            name, "it could not be read as a PDF", "Open it, print it to a new PDF, or paste its text."
        ) from None
    if "place" in answer:
        raise ImporterError(name, answer["place"], answer["remedy"])
    return "\f".join(answer["pages"])


def pages(data: bytes) -> dict:
    """{"pages": [text, …]}, or {"place": …, "remedy": …} where it cannot be read."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
        if len(document) > MAX_PAGES:
            return {"place": f"it has {len(document)} pages", "remedy": "Save only the pages with the list."}
        texts: list[str] = []
        size = 0
        for page in document:
            texts.append(_text_of(page))
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
    if not "".join(texts).strip():
        return {
            "place": "it holds no text: it is a scan",
            "remedy": "Use text recognition first, or paste the text.",
        }
    return {"pages": texts}


def _text_of(page: object) -> str:
    """The text of a page, line by line; PDFium writes U+FFFE for a hyphen at the end of a line."""
    text = page.get_textpage()  # type: ignore[attr-defined]
    try:
        return text.get_text_bounded().replace("\ufffe", "-\n").replace("\r\n", "\n")
    finally:
        text.close()


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no such limit; the time limit still holds


if __name__ == "__main__":
    _limit_memory()
    json.dump(pages(sys.stdin.buffer.read()), sys.stdout)
