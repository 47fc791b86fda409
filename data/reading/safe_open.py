"""Opens what a user uploads: looks at the content, never at the name, and refuses what could do harm.

Limits: size, pages, time, unpacked size. XML with a document type or entities is refused, so nothing expands and
nothing is fetched. Archives (DOCX, XLSX) are checked before anything unpacks them; macros are refused.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import re
import zipfile
from dataclasses import dataclass

from data.reading.errors import ImporterError

MAX_BYTES = 40_000_000
MAX_TEXT = 12_000_000
MAX_PAGES = 1500
MAX_SECONDS = 120
MAX_UNPACKED = 150_000_000
MAX_ENTRIES = 3000
MAX_RATIO = 250

_DTD = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HTML = re.compile(
    r"<\s*(?:!doctype\s+html|html|head|body|div|p|table|ul|ol|article|section|span|br)\b", re.I
)
_MARC = re.compile(r"<\s*(?:[\w.-]+:)?(?:collection|record)\b|loc\.gov/MARC21", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Opened:
    """A checked upload. `kind`: pdf, docx, xlsx, xml, html or text; `text` only for the last three."""

    kind: str
    name: str
    data: bytes
    text: str
    sha256: str


def open_upload(data: bytes, name: str = "the file") -> Opened:
    """Check an upload and say what it is, by content.

    Raises ImporterError (file, place, remedy) where it is empty, too large, unreadable or unsafe.
    """
    name = display_name(name)
    if not data.strip():
        raise ImporterError(name, "it is empty", "Choose the document again, or paste its text.")
    if len(data) > MAX_BYTES:
        raise ImporterError(
            name, f"it is larger than {MAX_BYTES // 1_000_000} MB", "Save only the pages with the list."
        )
    kind, text = _sniff(data, name)
    return Opened(kind, name, data, text, hashlib.sha256(data).hexdigest())


def display_name(name: str) -> str:
    """A file name that is safe to show: no folders, no control characters. It is never used as a path."""
    last = re.split(r"[\\/]", name)[-1]
    return "".join(c for c in last if c.isprintable())[:120] or "the file"


def _sniff(data: bytes, name: str) -> tuple[str, str]:
    if b"%PDF-" in data[:1024]:
        return "pdf", ""
    if data.startswith(b"PK\x03\x04"):
        return check_archive(data, name), ""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImporterError(
            name, "it is an old Word or Excel file (.doc, .xls)", "Save it as .docx or .xlsx, or as PDF."
        )
    if data.startswith((b"{\\rtf", b"\x1f\x8b", b"7z", b"Rar!")):
        raise ImporterError(
            name, "it is of a kind that is not read", "Save it as PDF or DOCX, or paste its text."
        )
    text = decode(data, name)
    start = text.lstrip()[:4000]
    if start.startswith("<") and _HTML.search(start) and not _MARC.search(start):
        return "html", text
    if start.startswith("<?xml") or (start.startswith("<") and _MARC.search(start)):
        refuse_dtd(text, name)
        return "xml", text
    return ("html", text) if start.startswith("<") and _HTML.search(start) else ("text", text)


def decode(data: bytes, name: str = "the file") -> str:
    """Bytes as text: byte order mark, then UTF-8, then Windows-1252. Raises ImporterError for anything else."""
    encoding = next((e for bom, e in _BOMS if data.startswith(bom)), "")
    try:
        text = data.decode(encoding) if encoding else _utf8_or_western(data)
    except UnicodeDecodeError as error:
        raise ImporterError(
            name, f"its letters cannot be read at byte {error.start}", "Save it as UTF-8 text."
        ) from None
    head = text[:20_000]
    strange = sum(c < " " and c not in "\t\n\r\f\v" for c in head) + head.count("\ufffd")
    if "\x00" in text or strange > len(head) / 50:
        raise ImporterError(
            name, "it is no text, PDF, DOCX, XLSX, HTML or MARCXML", "Check that this is the right file."
        )
    if len(text) > MAX_TEXT:
        raise ImporterError(name, "it has too much text", "Save only the pages with the list.")
    return text


def _utf8_or_western(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def refuse_dtd(text: str, name: str) -> None:
    """Raise ImporterError for XML with a document type or entities: nothing may expand or be fetched."""
    if _DTD.search(text):
        raise ImporterError(
            name,
            "it declares a document type or entities, which a library record does not need",
            "Export the record again as MARCXML.",
        )


def check_archive(data: bytes, name: str) -> str:
    """ "docx" or "xlsx", after checking the archive against bombs, locks and macros. Raises ImporterError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, len(data), name)
            names = {entry.filename for entry in entries}
            _check_parts(archive, entries, name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        if isinstance(error, ImporterError):
            raise
        raise ImporterError(name, "the archive inside it is damaged", "Open and save it again.") from None
    except Exception as error:  # zlib.error and its like differ between versions
        raise ImporterError(name, f"the archive inside it is damaged ({error})", "Save it again.") from None
    if any(n.lower().endswith("vbaproject.bin") for n in names):
        raise ImporterError(name, "it carries macros", "Save it without macros (.docx or .xlsx).")
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise ImporterError(name, "it is an archive but no DOCX or XLSX", "Unpack it and choose one document.")


def _check_entries(entries: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    greedy = any(
        e.file_size > 1_000_000 and e.file_size > MAX_RATIO * max(1, e.compress_size) for e in entries
    )
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or greedy:
        raise ImporterError(
            name,
            f"it would unpack to {unpacked // 1_000_000} MB in {len(entries)} parts from {packed:,} bytes",
            "This looks like an archive bomb. Get the document again from its publisher.",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise ImporterError(name, "it is locked with a password", "Save it without a password.")


def _check_parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> None:
    total = 0
    for entry in entries:
        if not entry.filename.lower().endswith((".xml", ".rels")):
            continue
        with archive.open(entry) as part:
            # The announced size may lie: count what really comes out.
            content = part.read(MAX_UNPACKED - total + 1)
        total += len(content)
        if total > MAX_UNPACKED:
            raise ImporterError(name, "it unpacks to more than it announces", "Get the document again.")
        if re.search(rb"<!\s*(?:DOCTYPE|ENTITY)|<\0!\0", content, re.IGNORECASE):
            raise ImporterError(
                name,
                f"its part {display_name(entry.filename)} declares a document type or entities",
                "Open it in Word or Excel and save it again.",
            )
