"""What a chart says in numbers, on its card and in each file that leaves it: labels, bounds, the cells of its table."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import load_workbook
from playwright.sync_api import Locator
from pptx import Presentation
from pptx.chart.series import _BaseCategorySeries
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from tests.browser.exports.readers import pdf_text

_LABEL = re.compile(r"(?:≥\s?)?\d[\d,]*(?:\s?%)?\*?")
_LINE = 30
"""Signs that a line of running words has at least; shorter ones are labels."""
_BOUND = re.compile(r"≥\s?\d[\d,]*")
_FIGURE = """element => {
  const chart = element.querySelector('.js-plotly-plot');
  return {data: chart.data, layout: {annotations: chart.layout.annotations, meta: chart.layout.meta}};
}"""


@dataclass(frozen=True)
class Said:
    """`labels`: the numbers that are written into the picture as labels of their own; `bounds`: those that are "at
    least" among all its words; `numbers`: all that stand in it, in figures alone."""

    labels: frozenset[str]
    bounds: frozenset[str]
    numbers: frozenset[str]

    @property
    def shown(self) -> frozenset[str]:
        """The labels in figures alone."""
        return frozenset(figure for label in self.labels for figure in _figures(label))


def on_card(card: Locator) -> Said:
    """Of the figure that the card shows."""
    return _of(_words(card.evaluate(_FIGURE)))


def in_svg(path: Path) -> Said:
    """Of the texts in an SVG."""
    texts = ElementTree.parse(path).getroot().iter("{http://www.w3.org/2000/svg}text")
    return _of(" ".join(text.itertext()) for text in texts)


def in_pdf(path: Path) -> Said:
    """Of the words on the pages."""
    return _of(pdf_text(path))


def in_html(path: Path) -> Said:
    """Of the figure for a wide screen in a web page."""
    found = re.search(
        r'<script type="application/json" id="chart-figures">(.*?)</script>', path.read_text("utf-8"), re.S
    )
    assert found, "a page without a figure"
    return _of(_words(max(json.loads(found[1]), key=lambda option: option["width"])["figure"]))


def in_pptx(path: Path) -> Said | None:
    """Of a native chart on the slide; None where a picture stands in its place, which has no text to read."""
    (slide,) = Presentation(path).slides
    shapes = [shape for shape in slide.shapes if shape.name == "Chart"]
    if any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in shapes):
        return None
    words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in shapes:
        if shape.has_chart:
            words += [text for text in shape.chart._chartSpace.itertext() if text.strip()]
            words += [bound for plot in shape.chart.plots for one in plot.series for bound in _bounds(one)]
            words += [said for plot in shape.chart.plots for one in plot.series for said in _values(one)]
    return _of(line for text in words for line in re.split(r"[\n\v]", text))


def _bounds(series: _BaseCategorySeries) -> Iterator[str]:
    """The labels of a native series that are written with "≥" by their number format."""
    for label in series._element.iter(qn("c:dLbl")):
        form, at = label.find(qn("c:numFmt")), label.find(qn("c:idx"))
        if form is not None and form.get("formatCode", "").startswith('"≥"'):
            value = series.values[int(at.get("val"))]
            yield f"≥{value:.0%}" if form.get("formatCode").endswith("%") else f"≥{value:g}"


def _values(series: _BaseCategorySeries) -> Iterator[str]:
    """The numbers behind a native series, as it writes them."""
    percents = "%" in "".join(code.text or "" for code in series._element.iter(qn("c:formatCode")))
    for value in filter(None, series.values):
        yield f"{value:.0%}" if percents else f"{value:g}"


def rows_of_csv(path: Path) -> list[list[str]]:
    """The rows of the table, without what is said below it."""
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    end = next((number for number, row in enumerate(rows) if not any(row)), len(rows))
    return [[_cell(value) for value in row] for row in rows[:end]]


def rows_of_xlsx(path: Path) -> list[list[str]]:
    """The same of the sheet of data."""
    sheet = next(sheet for sheet in load_workbook(path) if sheet.title != "Read me")
    return [[_cell(value) for value in row] for row in sheet.values]


def _cell(value: object) -> str:
    """A value as both write it: a number without its zeros, nothing for nothing."""
    text = "" if value is None else str(value).strip()
    try:
        return f"{float(text):.6g}"
    except ValueError:
        return text


def _words(figure: dict) -> Iterable[str]:
    for trace in figure["data"]:
        text = trace.get("text")
        yield from [text] if isinstance(text, str) else map(str, text or ())
    for note in figure["layout"].get("annotations") or ():
        lines = re.split(r"<br ?/?>", note.get("text") or "")
        yield from lines if max(map(len, lines)) < _LINE else [" ".join(lines)]


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", text))


def _of(words: Iterable[str]) -> Said:
    plain = [re.sub(r"<[^>]+>", "", word).replace("\u00a0", " ").strip() for word in words]
    plain = [re.sub(r"\bat least (?=\d)", "≥", word) for word in plain]  # where there is room it is written out
    labels = {word for word in plain if _LABEL.fullmatch(word)}
    bounds = {re.sub(r"\s", "", bound) for word in plain for bound in _BOUND.findall(word)}
    numbers = {figure for word in plain for figure in _figures(word)}
    return Said(frozenset(labels), frozenset(bounds), frozenset(numbers))
