"""Everything of a briefing in one ZIP: deck, paper, PDF, pages, the pictures and the data of each chart."""

import io
import zipfile

from briefing import formats
from briefing.citation import citation
from briefing.document.forms import deck, paper, present, web
from briefing.document.forms import pdf as printing
from briefing.document.sections import Progress, built_on, sections
from briefing.document.spec import Briefing
from briefing.picture.worker import NoBrowser
from briefing.words import PRODUCER, short
from data.store import Record
from files.names import stem
from files.xml import safe_xml

_PICTURES = ("png", "svg")
_DATA = ("xlsx", "csv")


def everything(briefing: Briefing, record: Record, progress: Progress | None = None) -> bytes:
    """A ZIP with the briefing in every form, `pictures` and `data` of its charts, and README.txt that says what
    each file is. Where no browser is on the machine, PDF and pictures are left out and README.txt says so."""
    tell = progress or (lambda done, what: None)
    name = stem(short(briefing.title), record.version)
    files: list[tuple[str, str, bytes]] = []
    left_out: list[str] = []
    documents = [
        (f"{name}.pptx", "slides, to be edited", deck.deck),
        (f"{name}.docx", "briefing paper, to be edited", paper.paper),
        (f"{name}.pdf", "briefing paper, to be printed", printing.pdf),
        (f"{name}.html", "the briefing as a web page that needs no internet", web.page),
        (f"{name}_present.html", "to show full screen: open in a browser, press f", present.presentation),
    ]
    charts = [chart for part in sections(briefing, record) for chart in part.charts]
    steps = len(documents) + len(charts)
    for number, (file, what, made_by) in enumerate(documents):
        tell(number / steps, what)
        try:
            files.append((file, what, made_by(briefing, record)))
        except NoBrowser as problem:
            left_out.append(f"{file}: {problem}")
    for number, chart in enumerate(charts, start=1):
        tell((len(documents) + number - 1) / steps, chart.title)
        for kind in (*_PICTURES, *_DATA):
            folder = "pictures" if kind in _PICTURES else "data"
            file = f"{folder}/{number:02d}_{formats.file_name(chart, kind)}"
            try:
                files.append((file, chart.title, formats.make(chart, kind)))
            except NoBrowser as problem:
                left_out.append(f"{file}: {problem}")
    tell(1.0, "done")
    return _zip(briefing, record, files, left_out)


def _zip(briefing: Briefing, record: Record, files: list[tuple[str, str, bytes]], left_out: list[str]) -> bytes:
    made = f"{PRODUCER}, data version {record.version}, {built_on(record)}."
    lines = [briefing.title, briefing.subtitle, "", made, ""]
    lines += [f"{file}: {what}" for file, what, _ in files]
    lines += ["", f"To cite: {citation(record.version, record.built_on)}"]
    if left_out:
        lines += ["", "Left out:", *left_out]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        folder = short(briefing.title)
        for file, _, content in files:
            archive.writestr(f"{folder}/{file}", content)
        archive.writestr(f"{folder}/README.txt", safe_xml("\r\n".join(lines) + "\r\n"))
    return out.getvalue()
