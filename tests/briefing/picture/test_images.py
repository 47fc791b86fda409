"""Pictures, read back with Pillow, an XML parser and pypdf."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import threading
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from briefing.picture import images, worker
from briefing.picture.sizes import SIZES
from files import paths
from tests.system import require

pytestmark = pytest.mark.system
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _browser() -> None:
    require("chromium")


@pytest.fixture(scope="module")
def column_pdf(chart_of) -> PdfReader:
    require("chromium")
    return PdfReader(io.BytesIO(images.pdf(chart_of("columns"))))


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("size", list(SIZES))
def test_png_has_the_pixels_the_resolution_and_the_words(size: str, chart_of, record) -> None:
    chart = chart_of("columns")
    picture = Image.open(io.BytesIO(images.png(chart, size)))
    picture.load()
    assert picture.size == SIZES[size].pixels
    assert [round(dots) for dots in picture.info["dpi"]] == [300, 300]
    assert picture.info["Title"] == chart.title
    assert picture.info["Source"] == chart.source
    assert record.version in picture.info["Software"]
    colours = picture.convert("RGB").getcolors(maxcolors=1 << 24)
    assert max(colours)[1] == (255, 255, 255), "on a white ground"
    assert (18, 67, 109) in {colour for _, colour in colours}, "the colour of Western Europe & Others, not black"


@pytest.mark.parametrize("name", ["columns", "map-status"])
def test_a_clear_png_is_the_same_picture_with_nothing_behind(name: str, chart_of) -> None:
    clear = Image.open(io.BytesIO(images.clear(chart_of(name), "half")))
    assert clear.size == SIZES["half"].pixels
    assert clear.info["Title"] == chart_of(name).title
    seen = clear.convert("RGBA").getchannel("A")
    assert seen.getpixel((3, 3)) == 0, "at the edge nothing is drawn"
    empty = seen.histogram()[0] / (seen.width * seen.height)
    assert 0.4 < empty < 0.98
    ground = Image.new("RGBA", clear.size, "white")
    ground.alpha_composite(clear.convert("RGBA"))
    drawn = Image.open(io.BytesIO(images.png(chart_of(name), "half"))).convert("RGB")
    apart = ImageChops.difference(ground.convert("RGB"), drawn).convert("L").histogram()
    assert sum(apart[40:]) / sum(apart) < 0.01


def test_svg_is_xml_that_says_what_it_shows(chart_of, record) -> None:
    chart = chart_of("columns")
    root = ElementTree.fromstring(images.svg(chart, "half"))
    assert root.tag == f"{SVG}svg"
    assert (root.get("width"), root.get("height")) == ("1000", "620")
    assert root.find(f"{SVG}title").text == chart.title
    assert chart.alt.split(".")[0] in root.find(f"{SVG}desc").text
    assert f"data version {record.version}" in root.find(f"{SVG}desc").text
    drawn = words("".join(root.itertext()))
    for said in (chart.title, chart.subtitle, chart.source, *chart.note.split("\n")):
        assert words(said) in drawn
    assert "84" in [text.text for text in root.iter(f"{SVG}tspan")] or ">84<" in ElementTree.tostring(root).decode()
    assert not list(root.iter(f"{SVG}image")), "vectors, no picture inside"


def test_pdf_is_one_page_of_vectors_with_its_fonts(column_pdf, chart_of, record) -> None:
    chart = chart_of("columns")
    assert len(column_pdf.pages) == 1
    page = column_pdf.pages[0]
    assert float(page.mediabox.width) / float(page.mediabox.height) == pytest.approx(16 / 9, abs=0.01)
    text = words(page.extract_text())
    for said in (chart.title, chart.source, "84"):
        assert words(said) in text
    assert column_pdf.metadata.title == chart.title
    assert column_pdf.metadata.creator.endswith(f"data version {record.version}")
    assert column_pdf.trailer["/Root"]["/Lang"] == "en"
    assert not page.images
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].get_object().values()]
    assert fonts
    for font in fonts:
        inside = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        held = inside["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(held), f"{font['/BaseFont']} is not embedded"


def test_a_map_is_drawn_without_the_internet(chart_of) -> None:
    chart = chart_of("map-status")
    root = ElementTree.fromstring(images.svg(chart))
    areas = [path for path in root.iter(f"{SVG}path") if "choroplethlocation" in (path.get("class") or "")]
    assert len(areas) > 180, "Members on the map"
    assert "designations" in "".join(root.itertext())


def test_two_threads_each_get_their_own_picture(chart_of) -> None:
    wanted = {"half": chart_of("columns"), "square": chart_of("breadth")}
    got: dict[str, bytes] = {}

    def draw(size: str) -> None:
        got[size] = images.svg(wanted[size], size)

    threads = [threading.Thread(target=draw, args=(size,)) for size in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for size, chart in wanted.items():
        root = ElementTree.fromstring(got[size])
        assert root.get("width") == str(SIZES[size].width)
        assert root.find(f"{SVG}title").text == chart.title


def test_a_picture_holds_nothing_of_those_drawn_before_it(chart_of) -> None:
    """The page of the browser stays from picture to picture."""

    def drawn() -> list[object]:
        printed = PdfReader(io.BytesIO(images.pdf(chart_of("breadth"), "half"))).pages
        svg = images.svg(chart_of("breadth"), "half").decode()
        return [
            images.png(chart_of("columns"), "half"),
            re.sub("(defs-|clip|trace)[0-9a-f]{6}", "", svg),  # named by chance
            *((page.mediabox, page.extract_text()) for page in printed),
        ]

    worker.WORKER.close()
    first = drawn()
    images.pdf(chart_of("map-status"), "square")
    images.clear(chart_of("columns"))
    assert drawn() == first


def test_a_browser_that_died_is_started_again(chart_of) -> None:
    images.svg(chart_of("breadth"), "half")
    worker.WORKER._kaleido.subprocess.kill()
    assert b"<svg" in images.svg(chart_of("breadth"), "half")


def test_a_browser_that_does_not_start_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.picture.worker.find_browser", lambda: "/bin/false")
    broken = worker.Worker()
    with pytest.raises(worker.NoBrowser, match="does not start"):
        broken.render({"data": [], "layout": {}}, "svg", 100, 100, 1)
    assert not broken.running


def test_it_is_started_once_and_can_be_closed(chart_of) -> None:
    images.svg(chart_of("breadth"), "half")
    first = worker.WORKER._kaleido
    images.svg(chart_of("breadth"), "half")
    assert worker.WORKER._kaleido is first
    process = first.subprocess
    worker.WORKER.close()
    assert not worker.WORKER.running
    assert process.wait(10) is not None


def test_nothing_is_left_running_when_the_program_ends(tmp_path, built_database) -> None:
    """The command line makes a picture and ends by itself, without a browser left behind."""
    out = tmp_path / "chart.svg"
    code = (
        "import sys; from briefing import export; from briefing.picture import worker; "
        f"code = export.main(['breadth', '--format', 'svg', '--out', {str(out)!r}]); "
        "print(worker.WORKER._kaleido.subprocess.pid); sys.exit(code)"
    )
    settings = {**os.environ, "COSPONSOR_DATABASE": str(built_database), "PYTHONPATH": str(paths.ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=settings, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"<svg")
    browser = int(done.stdout.split()[-1])
    with pytest.raises(ProcessLookupError):
        os.kill(browser, 0)
