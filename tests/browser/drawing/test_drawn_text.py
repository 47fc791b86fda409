"""Text of every chart as a browser draws it, on a machine with DejaVu alone: inside its frame, over no other text, and
over no mark that is not its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefing.picture import html, images, picture_only
from briefing.picture.worker import Worker
from charts import catalog
from charts.frame import font
from charts.frame.chart import Chart
from charts.frame.layouts import LAYOUTS, screen
from charts.frame.text import width
from data.tongues.speech import speaking
from tests.browser.drawing.library import plotly
from tests.chromium import ARGUMENTS
from tests.one_font import dejavu_only
from tests.system import require

ROOMY = "--js-flags=--min-semi-space-size=64 --max-semi-space-size=128"
"""Figures one after the other leave much behind: Chromium clears it away more seldom."""
WIDTHS = (310, 360, 400, 524, 615, 640, 824, 840, 1024, 1366, 1920)
"""Pixels of a figure, from one in a window of 360: also between the steps of its layouts, and beyond the widest."""
ELSEWHERE = {"fr": ((400, 1280), "slide"), "es": ((400, 700), "half")}
"""Widths, as on a phone and beside text or on a laptop, and a size in which a chart is drawn in other languages."""
LONG_NAMES = "GBR,VCT,BOL,COD,IRN,PRK,VEN,BIH"
MORE: dict[str, tuple[dict[str, str], ...]] = {
    "assembly-coalition": ({"picked": "ZAF,MLI,HTI"},),
    "columns": ({"body": "GA"}, {"body": "CHR"}, {"body": "HRC"}),
    "counts": ({}, {"bodies": "GA,CHR,HRC"}),
    "regions": ({}, {"bodies": "GA,CHR,HRC"}),
    "breadth": ({}, {"bodies": "GA,CHR,HRC"}),
    "from-best": ({}, {"bodies": "CHR"}),
    "changes": ({}, {"text": "A/RES/74/146", "since": "A/RES/72/247"}),
    "timeline": ({"state": "VCT"}, {"state": "GBR"}),
    "matrix": ({}, {"bodies": "GA,CHR,HRC", "states": LONG_NAMES}),
    "agreement": ({"state": "VCT"}, {"state": "GBR", "body": "CHR"}),
    "assembly-agreement": ({"state": "VCT"},),
    "map-agreement": ({"state": "VCT"},),
    "agreement-matrix": ({}, {"group": "African Group"}, {"group": "GCC"}),
    "agreement-political": ({}, {"groups": "AU,EU,LAS,OAS,OIC"}),
    "cohesion": ({}, {"bodies": "GA,CHR,HRC"}),
    "votes": ({"bodies": "GA,CHR,HRC"}, {"bodies": "CHR"}),
    "assembly-votes": ({}, {"body": "HRC"}),
}
"""The scopes in which a chart is drawn, where they are not its first one alone."""
CHECK = (Path(__file__).parent / "drawn_text.js").read_text(encoding="utf-8")
DRAW = """async ([text, width]) => {
  const figure = JSON.parse(text), box = document.createElement("div");
  Object.assign(box.style, { width: width + "px", height: figure.layout.height + "px" });
  document.body.replaceChildren(box);
  // what only a pointer needs is left out, but with bars, whose edges Plotly then lays on parts of a pixel
  const staticPlot = !figure.data.some(({ type }) => type === "bar");
  const config = { staticPlot, displayModeBar: false, topojsonURL: "about:blank#" };
  await Plotly.newPlot(box, figure.data, figure.layout, config);
  const found = drawnText(box);
  Plotly.purge(box);
  return found;
}"""


@pytest.fixture(scope="module")
def bare(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium that finds DejaVu alone."""
    require("dejavu")
    environ = dejavu_only(tmp_path_factory.mktemp("fonts"))
    chromium = browser.browser_type.launch(executable_path=require("chromium"), args=[*ARGUMENTS, ROOMY], env=environ)
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def wrong(bare: Browser) -> Callable[[str, int], list]:
    """What is wrong with the text of a figure (as JSON) drawn in so many pixels of width."""
    page = bare.new_page(viewport={"width": 2000, "height": 1000})
    page.set_content(f"<!doctype html><style>body {{ margin: 0 }}{font.faces()}</style>")
    for script in (*plotly(), f"window.drawnText = {CHECK}"):
        page.add_script_tag(content=script)
    page.evaluate("Promise.all([...document.fonts].map((face) => face.load()))")
    return lambda figure, width: page.evaluate(DRAW, [figure, width])


def drawings(chart: Chart) -> Iterator[tuple[str, str, int]]:
    """A chart on every width of the screen, in every size of export and as a picture beside its words: what it is,
    the figure as JSON, its width."""
    for pixels in WIDTHS:
        yield f"screen, {pixels}", chart.build(screen(pixels)).to_json(), pixels
    yield "a narrow web page", chart.build(html.SCREEN[0]).to_json(), 320
    for layout in (layout for layout in LAYOUTS.values() if layout.fixed):
        yield layout.name, chart.build(layout.name).to_json(), layout.width
    for layout, size in (("half", picture_only.page_size(chart)), ("slide", (1480, 640))):
        yield f"picture alone, {layout}", picture_only.figure(chart, layout, size).to_json(), size[0]


@pytest.mark.parametrize("name", catalog.names())
def test_text_stays_in_its_frame_and_off_other_text_and_marks(name, record, wrong) -> None:
    for params in MORE.get(name, ({},)):
        chart = catalog.build(name, record, **params)
        found = {(params.get("bodies"), what): wrong(figure, width) for what, figure, width in drawings(chart)}
        assert not {what: texts for what, texts in found.items() if texts}


@pytest.mark.parametrize("name", catalog.names())
def test_text_in_other_languages_stays_in_its_frame_too(name, record, wrong) -> None:
    params = MORE.get(name, ({},))[-1]
    for language, (widths, size) in ELSEWHERE.items():
        with speaking(language):
            chart = catalog.build(name, record, **params)
        drawn = {pixels: (chart.build(screen(pixels)).to_json(), pixels) for pixels in widths}
        drawn[size] = (chart.build(size).to_json(), LAYOUTS[size].width)
        found = {what: wrong(*figure) for what, figure in drawn.items()}
        assert not {what: texts for what, texts in found.items() if texts}, language


def test_the_check_finds_text_that_is_cut_covered_or_on_a_mark(wrong) -> None:
    frame = {"width": 200, "height": 200, "margin": dict.fromkeys("lrtb", 0), "font": {"family": font.FONT}}
    axes = dict.fromkeys(("xaxis", "yaxis"), {"range": [0, 100], "visible": False})

    def said(*notes: tuple[str, int, int], shape: dict | None = None) -> list:
        written = [{"text": text, "x": x, "y": y, "showarrow": False} for text, x, y in notes]
        layout = {**frame, **axes, "annotations": written, "shapes": [shape] if shape else []}
        return [kind for kind, *_ in wrong(json.dumps({"data": [{"x": [50], "y": [99]}], "layout": layout}), 200)]

    bar = {"type": "rect", "x0": 40, "x1": 60, "y0": 0, "y1": 60, "fillcolor": "#123456", "line": {"width": 0}}
    assert said(("in the middle", 50, 50)) == []
    assert said(("beyond the edge", 90, 50)) == ["frame"]
    assert said(("one", 50, 50), ("other", 52, 51)) == ["text"]
    for edge in ({}, {"type": "circle"}):
        assert said(("half on it", 40, 30), shape=bar | edge) == ["mark"]
    assert said(("in", 50, 30), shape=bar) == [], "a number in its own bar"


def test_text_is_never_wider_than_it_was_measured(bare, record) -> None:
    page = bare.new_page()
    page.set_content(f"<style>{font.faces()}</style><svg></svg>")
    page.evaluate("Promise.all([...document.fonts].map((face) => face.load()))")
    texts = [
        *record.states["name"],
        *catalog.build("columns", record, body="GA").note.split(". "),
        "≥ 71 – −3 × ½ AVAT",
    ]
    drawn = page.evaluate(
        """([texts, family]) => [400, 700].map((weight) => texts.map((text) => {
          const node = document.querySelector("svg").appendChild(
            document.createElementNS("http://www.w3.org/2000/svg", "text"));
          node.style.cssText = `font: ${weight} 20px ${family}`;
          node.textContent = text;
          return node.getComputedTextLength();
        }))""",
        [texts, font.FONT],
    )
    for bold, lengths in zip((False, True), drawn, strict=True):
        for text, length in zip(texts, lengths, strict=True):
            assert length <= width(text, 20, bold) + 0.5
            assert length > width(text, 20, bold) * 0.94, f"drawn in another font: {text}"


def test_a_picture_is_the_same_wherever_it_is_made_and_opened(bare, record, monkeypatch, tmp_path) -> None:
    """Two machines, one with DejaVu alone: the same pixels, and a file that brings its font along."""
    chart = catalog.build("columns", record, body="HRC")
    here = images.png(chart, "half")
    monkeypatch.setenv("FONTCONFIG_FILE", dejavu_only(tmp_path)["FONTCONFIG_FILE"])
    other = Worker()
    monkeypatch.setattr(images, "WORKER", other)
    try:
        assert images.png(chart, "half") == here
    finally:
        other.close()
    page = bare.new_page(viewport={"width": 1000, "height": 620})
    page.set_content("<!doctype html><style>body { margin: 0 }</style>" + images.svg(chart, "half").decode())
    page.evaluate("document.fonts.ready.then(() => true)")
    assert "loaded" in page.evaluate("[...document.fonts].map((face) => face.status)")
    assert page.evaluate(f"({CHECK})(document.querySelector('svg'))") == []
