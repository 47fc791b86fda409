"""Every file that leaves the dashboard, opened by a reader that is not ours, and held against its title."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2 as pdfium
from docx import Document
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Browser
from pptx import Presentation
from pypdf import PdfReader

SIZES = {"slide": 16 / 9, "half": None, "square": 1.0}


def plain(text: str) -> str:
    """Words alone, so that line breaks, hyphens and quotes of a format make no difference."""
    return " ".join(re.findall(r"\w+", text)).lower()


def png(path: Path, title: str, size: str = "slide") -> None:
    """A picture of 300 dpi, of that shape, with more than one colour on it."""
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == "PNG"
        across, down = picture.info["dpi"]
        assert (round(across), round(down)) == (300, 300)
        assert picture.width >= 1200
        if SIZES[size]:
            assert abs(picture.width / picture.height - SIZES[size]) < 0.01
        few = picture.resize((picture.width // 4, picture.height // 4), Image.Resampling.NEAREST).convert("RGB")
        assert len(few.getcolors(1 << 24)) > 10, "an empty picture"


def svg(path: Path, title: str, size: str = "slide") -> None:
    """Well-formed, with the title as text."""
    root = ElementTree.parse(path).getroot()
    assert root.tag.endswith("svg")
    assert plain(title) in plain(" ".join(root.itertext()))


def pdf_text(path: Path) -> list[str]:
    """The words of each page, as a viewer gives them."""
    return [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(path)]


def pdf(path: Path, title: str, size: str = "slide") -> None:
    """One page or more, with the title as text and its fonts inside."""
    reader = PdfReader(path)
    assert plain(title) in plain(" ".join(pdf_text(path)))
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].get_object().values()]
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        described = inner["/FontDescriptor"].get_object() if "/FontDescriptor" in inner else {}
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described) or font["/Subtype"] == "/Type3"


def pptx(path: Path, title: str, size: str = "slide") -> None:
    """One slide with that title, and notes."""
    deck = Presentation(path)
    assert len(deck.slides) == 1
    slide = deck.slides[0]
    assert plain(slide.shapes.title.text_frame.text) == plain(title)
    assert slide.has_notes_slide
    assert "data version" in slide.notes_slide.notes_text_frame.text.lower()


def xlsx(path: Path, title: str, size: str = "slide") -> None:
    """Data, and a sheet that explains it; no cell that computes."""
    book = load_workbook(path)
    assert "Read me" in book.sheetnames
    assert len(book.sheetnames) >= 2
    said = " ".join(str(cell) for row in book["Read me"].values for cell in row if cell is not None)
    assert plain(title) in plain(said)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def csv_file(path: Path, title: str, size: str = "slide") -> None:
    """UTF-8 with its mark for Excel, a row of headings, and rows as wide as it."""
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = [row for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"))) if row]
    assert len(rows) >= 2
    assert all(heading.strip() for heading in rows[0])


def csv_with_notes(path: Path, title: str, size: str = "slide") -> None:
    """The same with the title, the data version and how to cite before it, in lines that a program can leave out."""
    raw = path.read_bytes().decode("utf-8-sig")
    notes = [line for line in raw.splitlines() if line.startswith("# ")]
    assert plain(title) in plain(notes[0])
    assert [head for head in ("Data version", "How to cite") if not any(f"# {head}: " in line for line in notes)] == []
    assert len(list(csv.reader(line for line in raw.splitlines() if not line.startswith("#")))) >= 2


def html(path: Path, title: str, browser: Browser, drawn: str = ".main-svg") -> None:
    """Opens from disk with the network off, asks for nothing, reports no error, and shows title and picture."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    try:
        page = context.new_page()
        page.goto(path.resolve().as_uri())
        page.locator("h1").first.wait_for(state="attached")
        if drawn:
            page.locator(drawn).first.wait_for()
        assert plain(title) in plain(page.locator("body").inner_text() + page.title())
        assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
        assert wrong == []
    finally:
        context.close()


def docx(path: Path, words: str) -> Document:
    """A Word file that says this; returned for more questions."""
    document = Document(path)
    text = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert plain(words) in plain(text)
    return document


def archive(path: Path) -> zipfile.ZipFile:
    """A ZIP whose every member is whole."""
    held = zipfile.ZipFile(path)
    assert held.testzip() is None
    return held
