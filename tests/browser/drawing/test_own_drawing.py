"""Every chart drawn by our own scripts, as in the pages that leave the house, against Plotly's on the screen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from briefing.picture import html
from briefing.picture.compact import compact
from charts import catalog
from charts.frame import font
from charts.frame.chart import Chart
from charts.frame.layouts import layout_of
from tests.browser.drawing.library import plotly

NEAR = 2.5
"""Pixels by which a line of text may stand elsewhere: Plotly moves labels to whole pixels."""
BOTH = """async ([plain, written, width]) => {
  const ours = JSON.parse(plain), theirs = JSON.parse(written);
  const box = document.createElement("div");
  Object.assign(box.style, { width: width + "px", height: theirs.layout.height + "px" });
  document.body.replaceChildren(box);
  const told = () => [...box.querySelectorAll("text")].flatMap((text) => {
    const lines = [...text.querySelectorAll("tspan.line")];
    return (lines.length ? lines : [text]).map((node) => {
      const { left, top } = node.getBoundingClientRect(), style = getComputedStyle(node.querySelector("tspan") || node);
      return [node.textContent.trim(), left, top, style.fill, style.fontWeight];
    });
  }).filter((line) => line[0]);
  const areas = () => Object.fromEntries([...box.querySelectorAll(".choroplethlocation")].map((path) => {
    const { left, top, right, bottom } = path.getBoundingClientRect();
    return [path.dataset.of || path.__data__.loc, [left, top, right, bottom]];
  }));
  await Plotly.newPlot(box, theirs.data, theirs.layout, { displayModeBar: false, topojsonURL: "about:blank#" });
  const screen = { text: told(), areas: areas() };
  Plotly.purge(box);
  box.replaceChildren(new Picture(ours, LOOK, width).draw());
  return [screen, { text: told(), areas: areas() }];
}"""
Drawn = dict[str, list | dict]


@pytest.fixture(scope="module")
def both(browser: Browser) -> Iterator[Callable[[Chart, str], tuple[Drawn, Drawn]]]:
    """A chart of the catalogue in a layout, as Plotly draws it and as our scripts do."""
    page = browser.new_page(viewport={"width": 1700, "height": 1000})
    page.set_content(f"<!doctype html><style>body {{ margin: 0 }}{font.faces()}</style>")
    for script in (*plotly(), html.outlines_script(), *html.drawing_scripts()):
        page.add_script_tag(content=script)
    page.evaluate("Promise.all([...document.fonts].map((face) => face.load()))")

    def drawn(chart: Chart, layout: str) -> tuple[Drawn, Drawn]:
        plain = json.dumps(compact(chart.drawn(layout)))
        return page.evaluate(BOTH, [plain, chart.build(layout).to_json(), layout_of(layout).width])

    yield drawn
    page.close()


@pytest.mark.parametrize("name", catalog.names())
def test_the_same_words_stand_in_the_same_places(name: str, record, both) -> None:
    chart = catalog.build(name, record, **({"state": "KEN"} if "state" in catalog.CHARTS[name].params else {}))
    for layout in (html.SCREEN[0], html.SCREEN[-1], "slide"):
        screen, ours = (drawn["text"] for drawn in both(chart, layout))
        assert len(ours) == len(screen) > 0
        assert not _strays(screen, ours), layout


def test_a_word_that_is_elsewhere_or_looks_otherwise_is_found() -> None:
    line = ["84", 10.0, 20.0, "rgb(0, 0, 0)", "400"]
    assert not _strays([line, line], [line, line])
    for other in (["85", *line[1:]], ["84", 13.0, *line[2:]], [*line[:3], "rgb(9, 9, 9)", "400"], [*line[:4], "700"]):
        assert _strays([line, line], [line, other]) == [line]


def test_the_same_states_lie_in_the_same_places(record, both) -> None:
    screen, ours = both(catalog.build("map-change", record), "slide")
    assert len(ours["areas"]) == 193
    off = {iso3: _off(box, ours["areas"][iso3]) for iso3, box in screen["areas"].items() if box[2] > box[0]}
    for iso3 in ("USA", "RUS", "BRA", "AUS", "KEN", "CHN", "NOR", "ZAF", "IND", "EGY", "MEX", "UKR"):
        assert off[iso3] <= 1.5, iso3
    # Of States that the file has in several pieces Plotly paints the last one; and it draws islands that are no more
    # than a third of a pixel.
    assert sum(by <= 1.5 for by in off.values()) > 165
    assert {"ECU", "ESP", "MUS", "PRT"} <= {iso3 for iso3, by in off.items() if by > 10}


def _off(one: list[float], other: list[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _strays(screen: list[list], ours: list[list]) -> list[list]:
    """The lines of text on the screen that have none of ours of the same look in their place."""
    left, strays = list(ours), []
    for line in screen:
        said, x, y, *look = line
        same = (one for one in left if [one[0], *one[3:]] == [said, *look])
        found = next((one for one in same if max(abs(one[1] - x), abs(one[2] - y)) <= NEAR), None)
        if found is None:
            strays.append(line)
        else:
            left.remove(found)
    return strays
