"""Opens what a user uploads: looks at the content, never at the name, and refuses what could do harm.

Limits: size, pages, time, unpacked size. XML with a document type or entities is refused, so nothing expands and
nothing is fetched. Archives (DOCX, XLSX) are checked before anything unpacks them."""

import codecs
import hashlib
import re
from dataclasses import dataclass

from data.reading.model import ImporterError
from files import office

MAX_BYTES = 40_000_000
MAX_TEXT = 12_000_000
MAX_PAGES = 1500
MAX_SECONDS = 120

_DTD = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HTML = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|div|p|table|ul|ol|article|section|span|br)\b", re.I)
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
    """Check an upload and say what it is, by content. Raises ImporterError (file, place, remedy) where it is empty, too
    large, unreadable or unsafe."""
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
        try:
            return office.check(data), ""
        except office.Unreadable as error:
            raise ImporterError(name, error.place, error.remedy) from None
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImporterError(
            name, "it is an old Word or Excel file (.doc, .xls)", "Save it as .docx or .xlsx, or as PDF."
        )
    if data.startswith((b"{\\rtf", b"\x1f\x8b", b"7z", b"Rar!")):
        raise ImporterError(name, "it is of a kind that is not read", "Save it as PDF or DOCX, or paste its text.")
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
