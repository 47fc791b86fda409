"""Text of a PDF, page by page, read in a process of its own so that a bad file can be stopped.

Run as a module it reads a PDF from standard input and writes JSON to standard output.
"""

from __future__ import annotations

import io
import json
import logging
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
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.disable(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"place": "it is locked with a password", "remedy": "Save it without a password."}
        count = len(reader.pages)
        if count > MAX_PAGES:
            return {"place": f"it has {count} pages", "remedy": "Save only the pages with the list."}
        texts: list[str] = []
        for page in reader.pages:
            texts.append(page.extract_text() or "")
            if sum(map(len, texts)) > MAX_TEXT:
                return {"place": "it has too much text", "remedy": "Save only the pages with the list."}
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OSError,
            ArithmeticError, AssertionError, NotImplementedError, MemoryError) as error:  # fmt: skip
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


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no such limit; the time limit still holds


if __name__ == "__main__":
    _limit_memory()
    json.dump(pages(sys.stdin.buffer.read()), sys.stdout)
