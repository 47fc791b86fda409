"""A chart's picture without its words, for places where title, notes and source stand beside it as real text."""

from dataclasses import replace

import plotly.graph_objects as go

from briefing.picture.worker import WORKER, browser_path
from charts.frame.chart import Chart, Kind
from charts.frame.sheet import Sheet, Words


def wordless(chart: Chart) -> Chart:
    """The chart whose figures carry no title, note and source, in whatever layout."""
    return replace(chart, title="", subtitle="", note="", context=replace(chart.context, source=""))


def figure(chart: Chart, layout: str, size: tuple[int, int]) -> go.Figure:
    """The figure in `size` pixels (width and height) with the type sizes of a layout; legend and remarks stay in it."""
    sheet = Sheet(Words("", "", "", ""), layout, "light")
    sheet.layout = replace(sheet.layout, width=size[0], height=size[1], pad=6)
    return chart.draw(sheet).figure()


def png(chart: Chart, layout: str, size: tuple[int, int]) -> bytes:
    """The same as PNG, with twice as many pixels each way. Raises NoBrowser, ImageError."""
    return _render(chart, "png", layout, size, 2)


def svg(chart: Chart, layout: str, size: tuple[int, int]) -> bytes:
    """The same as SVG. Raises NoBrowser, ImageError."""
    return _render(chart, "svg", layout, size, 1)


def page_size(chart: Chart) -> tuple[int, int]:
    """Pixels of a picture across a printed page, in the type sizes of the layout "half": 17 cm are 1000 pixels. The
    matrix, 193 rows, leaves room on its page for a heading, what is said of it, and a footnote; of the others two stand
    on one page with their headings and sources."""
    return (1000, 1180) if chart.kind == Kind.MATRIX else (1000, 430)


def _render(chart: Chart, format: str, layout: str, size: tuple[int, int], scale: float) -> bytes:
    browser_path()  # before the work of drawing
    return WORKER.render(figure(chart, layout, size).to_plotly_json(), format, *size, scale)
