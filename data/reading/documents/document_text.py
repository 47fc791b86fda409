"""The text of a document, and how it was read."""

from collections.abc import Sequence
from dataclasses import dataclass

READ_BY_OCR = "read by OCR"
"""How a list is marked that text recognition has read from the picture of a page."""


@dataclass(frozen=True)
class DocumentText:
    """`text`: pages of a PDF separated by a form feed; `notes`: what was left out; `scanned`: the pages, counted from
    1, that hold a picture and no text, and were read by OCR."""

    text: str
    notes: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()


def read_by_ocr(pages: Sequence[int]) -> str:
    """ "Read by OCR from pages 1–3", the beginning of a sentence."""
    return f"Read by OCR from {pages_in_words(pages)}"


def pages_in_words(pages: Sequence[int]) -> str:
    """ "page 1", "pages 1–3, 5" for page numbers in their order."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page{'s' * (len(pages) != 1)} {said}"
