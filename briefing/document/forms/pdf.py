"""The briefing paper as PDF: the web page printed by the browser, with structure for screen readers and bookmarks."""

import io
import subprocess

from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from briefing.document.forms import web
from briefing.document.sections import Progress
from briefing.document.spec import Briefing
from briefing.line import PRINTS
from briefing.picture import quiet
from briefing.picture.worker import ImageError, browser_path
from briefing.words import PRODUCER
from data.store import Record
from data.tongues.speech import language, say
from files.whole import in_memory
from files.xml import safe_xml

_SECONDS = 90


def pdf(briefing: Briefing, record: Record, progress: Progress | None = None) -> bytes:
    """The briefing as a tagged A4 PDF. Raises NoBrowser, ImageError."""
    browser_path()
    return printed(web.for_print(briefing, record, progress), briefing.title, briefing.subtitle, record.version)


def printed(page: bytes, title: str, subject: str = "", version: str = "") -> bytes:
    """A self-contained page printed to PDF; title, subject and language set. Raises NoBrowser, ImageError."""
    path = browser_path()
    with quiet.folder(path) as folder:
        source, target = folder / "page.html", folder / "page.pdf"
        source.write_bytes(page)
        command = [
            *quiet.LATER,
            path,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--print-to-pdf={target}",
            *quiet.SWITCHES,
            source.as_uri(),
        ]
        try:
            with PRINTS.turn():
                subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        except (subprocess.SubprocessError, OSError) as problem:
            raise ImageError(f"The browser could not print the page: {problem}") from problem
        if not target.is_file():
            raise ImageError("The browser printed nothing.")
        made = target.read_bytes()
    return _described(made, title, subject, version)


def _described(made: bytes, title: str, subject: str, version: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    keywords = say("data version {version}", version=version) if version else ""
    writer.add_metadata(
        {"/Title": safe_xml(title), "/Subject": safe_xml(subject), "/Keywords": keywords, "/Creator": say(PRODUCER)}
    )
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language())
    # readers show the title in place of the file name (PDF/UA, 7.1)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    return in_memory(writer.write)
