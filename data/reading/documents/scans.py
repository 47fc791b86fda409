"""Scanned pages of a PDF: their text by Tesseract, and their pictures for a person to compare.

Pages are drawn, and Tesseract is run, in a process of its own with limits of time and memory. Run as a module it reads
a PDF from standard input: "read PROGRAM LANGUAGES SECONDS PAGE …" writes JSON, "show PAGE" a PNG."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bootstrap import programs
from data.reading.documents.upload import MAX_TEXT
from data.reading.model import ImporterError
from files import limited

if TYPE_CHECKING:
    import pypdfium2 as pdfium

LANGUAGES = ("eng", "fra", "spa")
MAX_SCANNED = 60
MAX_SECONDS = 300
_LONGEST_SIDE = 5000
_READ_AT, _SHOWN_AT = 300, 110
"""Dots per inch."""
_FINE = 150
"""From this resolution on the strokes of letters are thicker than specks, and stay when those are taken out."""
_SPACED = re.compile(r"(?<=/[A-Z]) (?=\.\d)|(?<=/[A-Z]{2}) (?=\.\d)|(?<=/[A-Z]\.) (?=\d)|(?<=\d/) (?=L\.)")
"""A space that stands inside a symbol: "A/C .3/53/L. 4"."""
_MOST_KEPT = 40
_kept: dict[tuple[str, tuple[int, ...]], dict[int, str]] = {}


def read(data: bytes, name: str, pages: Sequence[int], seconds: float = MAX_SECONDS) -> dict[int, str]:
    """The text of these pages (counted from 1) by text recognition; the same pages are not read twice in a row. Raises
    ImporterError where there is no Tesseract to read them, they are too many, or it takes too long."""
    if len(pages) > MAX_SCANNED:
        raise ImporterError(name, f"{len(pages)} of its pages are scans", "Save only the pages with the list.")
    asked = (hashlib.sha256(data).hexdigest(), tuple(pages))
    if asked not in _kept:
        program, languages = _tesseract(name)
        arguments = ["read", program, languages, str(seconds), *map(str, pages)]
        answer = json.loads(_run(arguments, data, name, seconds))
        found = {int(page): _SPACED.sub("", text) for page, text in answer.items()}
        if not any(text.strip() for text in found.values()):
            raise ImporterError(name, "it is a scan on which no text was recognised", "Paste its text.")
        while len(_kept) >= _MOST_KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[asked] = found
    return _kept[asked]


def picture(data: bytes, name: str, page: int) -> bytes:
    """A page (counted from 1) as a PNG. Raises ImporterError where it cannot be drawn."""
    return _run(["show", str(page)], data, name, 60)


def _tesseract(name: str) -> tuple[str, str]:
    """The program and its languages as it wants them told. Raises ImporterError, with what to install."""
    program = programs.find("tesseract")
    if program is None:
        raise ImporterError(
            name,
            "it is a scan: a picture of its pages without text",
            f"{programs.hint('tesseract')} It then reads scans; or paste the text.",
        )
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
        known = [language for language in LANGUAGES if language in listed.stdout.split()]
    except (OSError, subprocess.SubprocessError):
        known = []
    if not known:
        raise ImporterError(
            name, "it is a scan, and Tesseract here knows no language of the United Nations", programs.hint("tesseract")
        )
    return program, "+".join(known)


def _run(arguments: list[str], data: bytes, name: str, seconds: float) -> bytes:
    too_slow = ImporterError(
        name, f"to read its scanned pages took longer than {seconds:.0f} seconds", "Save only the pages with the list."
    )
    try:
        # The process keeps the limit by itself; it is ended where it does not.
        done = limited.run("data.reading.documents.scans", arguments, data, seconds + 10)
    except subprocess.TimeoutExpired:
        raise too_slow from None
    if done == b"too slow":
        raise too_slow
    if not done:
        raise ImporterError(name, "its scanned pages could not be read", "Paste its text.")
    return done


def _drawn(document: pdfium.PdfDocument, page: int, dots: int, shown: bool) -> tuple[bytes, int]:
    """A page as a PNG, and at how many dots per inch: fewer than asked for where it is very large. Unless it is to be
    `shown`, specks are taken out: at the resolution of the scan, where each is a point or two."""
    from PIL import Image, ImageFilter

    sheet = document[page - 1]
    inches = [max(side / 72, 0.01) for side in sheet.get_size()]
    most = _LONGEST_SIDE / max(inches)
    dots = max(1, round(min(dots, most)))
    own = dots if shown else round(min(_own_resolution(sheet) or dots, most))
    bitmap = sheet.render(scale=own / 72, grayscale=True)
    drawn = bitmap.to_pil()
    if not shown:
        drawn = drawn.filter(ImageFilter.MedianFilter(3)) if own >= _FINE else drawn
        if own < dots:
            drawn = drawn.resize([round(side * dots) for side in inches], Image.Resampling.BICUBIC)
    file = io.BytesIO()
    drawn.save(file, "PNG", compress_level=1)
    bitmap.close()
    sheet.close()
    return file.getvalue(), max(own, dots)


def _own_resolution(sheet: pdfium.PdfPage) -> int:
    """Dots per inch of the largest picture on a page, between 100 and 400; 0 where it has none."""
    import pypdfium2.raw as raw

    pictures = []
    for shape in sheet.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = shape.get_bounds()
        if right > left and top > bottom:
            pictures.append(((right - left) * (top - bottom), shape.get_px_size()[0] / (right - left) * 72))
    return round(min(400, max(100, max(pictures)[1]))) if pictures else 0


def _read(data: bytes, program: str, languages: str, seconds: float, pages: Sequence[int]) -> bytes:
    import pypdfium2 as pdfium

    end = time.monotonic() + seconds
    document, found = pdfium.PdfDocument(data), {}
    # One thread: several make it slower, and nothing else on this computer is to suffer.
    settings = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    for page in pages:
        drawn, dots = _drawn(document, page, _READ_AT, shown=False)
        command = [program, "-", "-", "-l", languages, "--dpi", str(max(70, dots))]
        try:
            done = subprocess.run(
                command,
                input=drawn,
                capture_output=True,
                env=settings,
                check=False,
                timeout=max(0.01, end - time.monotonic()),
            )
        except subprocess.TimeoutExpired:
            return b"too slow"
        if done.returncode:
            return b""
        found[page] = done.stdout.decode("utf-8", "replace").replace("\f", "\n")[:MAX_TEXT]
    return json.dumps(found).encode()


def _main(arguments: list[str]) -> None:
    import pypdfium2 as pdfium

    data = sys.stdin.buffer.read()
    if arguments[0] == "show":
        answer, _ = _drawn(pdfium.PdfDocument(data), int(arguments[1]), _SHOWN_AT, shown=True)
    else:
        program, languages, seconds, *pages = arguments[1:]
        answer = _read(data, program, languages, float(seconds), [int(page) for page in pages])
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    limited.limit(MAX_SECONDS)
    _main(sys.argv[1:])
