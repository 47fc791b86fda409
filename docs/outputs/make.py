"""Takes one picture of each kind of output into this folder, as drawn where no font but DejaVu is installed.

`.venv/bin/python docs/outputs/make.py` (needs a Chromium, LibreOffice and pdftoppm).
"""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from bootstrap.browser import find_browser  # noqa: E402
from bootstrap.programs import find  # noqa: E402
from briefing import formats  # noqa: E402
from briefing.document import templates  # noqa: E402
from briefing.document.forms import outputs  # noqa: E402
from briefing.document.reasons import nearest  # noqa: E402
from briefing.letter.letter import letter, letter_docx  # noqa: E402
from briefing.onepager.onepager import onepager_docx  # noqa: E402
from briefing.snapshot.snapshot import snapshot  # noqa: E402
from charts import catalog  # noqa: E402
from data import store  # noqa: E402
from tests.one_font import dejavu_only  # noqa: E402

HERE = Path(__file__).resolve().parent
WIDTH = 900


def keep(picture: bytes, name: str) -> None:
    """Keep a picture, scaled down, with a small palette."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.thumbnail((WIDTH, WIDTH * 2))
    image.quantize(128).save(HERE / f"{name}.png", optimize=True)


def pages_of(pdf: Path, first: int = 1) -> bytes:
    """One page of a PDF as PNG."""
    command = [find("pdftoppm"), "-png", "-r", "80", "-f", str(first), "-l", str(first), "-singlefile", str(pdf)]
    subprocess.run([*command, str(pdf.with_suffix(""))], check=True)
    return pdf.with_suffix(".png").read_bytes()


def office(content: bytes, ending: str, name: str, page: int = 1) -> None:
    """A page of an Office file, as LibreOffice shows it where the family that it names is installed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file.{ending}"
        path.write_bytes(content)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [find("libreoffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, env=dejavu_only(Path(folder), installed=True))
        keep(pages_of(path.with_suffix(".pdf"), page), name)


def pages_of_browser(content: bytes, name: str, keys: int = 0) -> None:
    """A web page as a browser shows it, after `keys` times the arrow to the right."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_bytes(content)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(path.as_uri())
        page.wait_for_timeout(2500)
        for _ in range(keys):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(1500)
        keep(page.screenshot(), name)
        browser.close()


def main() -> None:
    """Make every output once and take its picture."""
    record = store.record()
    chart = catalog.build("columns", record, body="GA")
    keep(formats.make(chart, "png", "slide"), "chart-slide")
    keep(formats.make(catalog.build("map-change", record), "png", "half"), "map-half-page")
    keep(formats.make(catalog.build("assembly-change", record), "png", "square"), "assembly-square")
    office(formats.make(chart, "pptx"), "pptx", "chart-powerpoint")
    office(formats.make(chart, "xlsx"), "xlsx", "chart-excel")
    event = templates.make("side-event", record)
    office(outputs.make(event, record, "deck"), "pptx", "deck", 3)
    office(outputs.make(event, record, "paper"), "docx", "paper", 2)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(outputs.make(event, record, "pdf"))
        keep(pages_of(path, 1), "paper-pdf")
    pages_of_browser(outputs.make(event, record, "present"), "presentation", 1)
    pages_of_browser(formats.make(chart, "html"), "chart-web-page")
    pages_of_browser(snapshot(record), "one-file")
    office(letter_docx(letter(record, "FRA", "assembly", "fr")), "docx", "letter-french")
    office(onepager_docx(record, "ZAF", nearest(record, "ZAF")), "docx", "one-pager")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as settings:
        os.environ |= dejavu_only(Path(settings))
        main()
