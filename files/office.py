"""Office files from elsewhere: DOCX and XLSX checked before anything unpacks them, and a workbook opened to be read."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_UNPACKED = 150_000_000
MAX_ENTRIES = 3000
MAX_RATIO = 250


class Unreadable(ValueError):
    """A file cannot be read: `place` says what is wrong ("it ..."), `remedy` what to do."""

    def __init__(self, place: str, remedy: str):
        self.place, self.remedy = place, remedy
        super().__init__(f"{place}. {remedy}")


def check(data: bytes) -> str:
    """ "docx" or "xlsx", after checking the archive against bombs, locks and macros. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, len(data))
            names = {entry.filename for entry in entries}
            _check_parts(archive, entries)
    except Unreadable:
        raise
    except Exception:  # zlib.error and its like differ between versions
        raise Unreadable(
            "a part inside it is damaged", "Open it in Word or Excel and save it again, or paste its text."
        ) from None
    if any(n.lower().endswith("vbaproject.bin") for n in names):
        raise Unreadable("it carries macros", "Save it without macros (.docx or .xlsx).")
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise Unreadable("it is an archive but no DOCX or XLSX", "Unpack it and choose one document.")


@contextmanager
def workbook(data: bytes, formulas: bool = False) -> Iterator[Workbook]:
    """An XLSX workbook to read its cells from, row by row; `formulas`: as written, not by their last value. Raises
    Unreadable where it is unsafe or damaged, also if that shows only while its rows are read."""
    import openpyxl

    if check(data) != "xlsx":
        raise Unreadable("it is no workbook", "Choose an .xlsx or CSV file.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=not formulas, keep_links=False, keep_vba=False
            )
            yield book
            book.close()
    except Unreadable:
        raise
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
        EOFError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        AssertionError,
    ) as error:
        raise Unreadable(
            f"it could not be read as a workbook ({type(error).__name__})", "Save it again as .xlsx or CSV."
        ) from None


def _check_entries(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    greedy = any(e.file_size > 1_000_000 and e.file_size > MAX_RATIO * max(1, e.compress_size) for e in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or greedy:
        raise Unreadable(
            f"it would unpack to {unpacked // 1_000_000} MB in {len(entries)} parts from {packed:,} bytes",
            "This looks like an archive bomb. Get the document again from its publisher.",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("it is locked with a password", "Save it without a password.")


def _check_parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    total = 0
    for entry in entries:
        # Pictures too: one that is damaged would show only later.
        with archive.open(entry) as part:
            # The announced size may lie: count what really comes out.
            content = part.read(MAX_UNPACKED - total + 1)
        total += len(content)
        if total > MAX_UNPACKED:
            raise Unreadable("it unpacks to more than it announces", "Get the document again.")
        if entry.filename.lower().endswith((".xml", ".rels")) and re.search(
            rb"<!\s*(?:DOCTYPE|ENTITY)|<\0!\0", content, re.IGNORECASE
        ):
            raise Unreadable(
                "a part of it declares a document type or entities", "Open it in Word or Excel and save it again."
            )
