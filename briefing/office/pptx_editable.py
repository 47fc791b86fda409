"""Puts PowerPoint's own charts on a slide: they can be restyled and their numbers edited there."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.slide import Slide
from pptx.util import Inches, Pt

from briefing.office.pptx_charts import BARS, HATCHED, HOLLOW, LINES, STACKED, Panel, Series
from briefing.office.pptx_master import hexed
from charts.frame.colors import LIGHT, text_on
from files.harmless import neutral
from files.xml import safe_xml

_TYPES = {STACKED: XL_CHART_TYPE.COLUMN_STACKED, BARS: XL_CHART_TYPE.BAR_CLUSTERED, LINES: XL_CHART_TYPE.LINE_MARKERS}
_GAP = 0.25
_DIGIT, _AROUND = 0.12, 1.1
"""Inches: the height of a digit of a label, and what axis and legend take of the height of a chart."""


def add_panels(slide: Slide, panels: Sequence[Panel], box: tuple[float, float, float, float]) -> list:
    """The charts side by side in a box (left, top, width, height; inches). Returns their shapes."""
    left, top, width, tall = box
    each = (width - _GAP * (len(panels) - 1)) / len(panels)
    return [_add(slide, panel, (left + n * (each + _GAP), top, each, tall)) for n, panel in enumerate(panels)]


def _add(slide: Slide, panel: Panel, box: tuple[float, float, float, float]):
    data = CategoryChartData(number_format=panel.number_format)
    narrow = len(panel.categories) * 0.5 > box[2]
    shown = map(_short, panel.categories) if narrow and panel.kind == LINES else panel.categories
    data.categories = [neutral(safe_xml(name)) for name in shown]  # a workbook stands behind the chart
    for series in panel.series:
        data.add_series(neutral(safe_xml(series.name)), series.values)
    shape = slide.shapes.add_chart(_TYPES[panel.kind], *(Inches(value) for value in box), data)
    chart = shape.chart
    chart.font.size, chart.font.name = Pt(12), "Arial"
    chart.font.color.rgb = _rgb(LIGHT.ink)
    chart.has_title = bool(panel.title)
    if panel.title:
        chart.chart_title.text_frame.text = safe_xml(panel.title)
        chart.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
    chart.has_legend = len(panel.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(12)
    _axes(chart, panel)
    least = _least(panel, box[3])
    for drawn, series in zip(chart.plots[0].series, panel.series, strict=True):
        _style(drawn, series, panel, least)
    if panel.kind != LINES:
        chart.plots[0].gap_width = 35
    return shape


def _least(panel: Panel, tall: float) -> int:
    """The smallest number that has room in a column of a chart `tall` inches high; 0 where numbers stand outside."""
    if panel.kind != STACKED:
        return 0
    totals = [sum(value or 0 for value in values) for values in zip(*(s.values for s in panel.series), strict=True)]
    drawn = max(tall - _AROUND, 1.0)
    return ceil(_DIGIT * max(totals, default=0) / drawn)


def _short(year: str) -> str:
    """’07 for 2007, where years would have to stand askew."""
    return f"’{year[2:]}" if len(year) == 4 and year.isdigit() else year


def _axes(chart, panel: Panel) -> None:
    across, up = chart.category_axis, chart.value_axis
    across.format.line.color.rgb = _rgb(LIGHT.rule)
    across.major_tick_mark = XL_TICK_MARK.NONE
    across.tick_labels.font.size = Pt(11)
    across.reverse_order = panel.kind == BARS
    up.minimum_scale = 0
    up.has_major_gridlines = panel.kind == LINES
    if panel.kind == LINES:
        up.major_gridlines.format.line.color.rgb = _rgb(LIGHT.grid)
        up.tick_labels.font.color.rgb = _rgb(LIGHT.secondary)
        if panel.number_format.endswith("%"):
            up.maximum_scale = 1
        elif panel.top:
            up.maximum_scale = panel.top
    else:
        up.visible = False
    up.format.line.fill.background()
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = panel.number_format, False


def _style(drawn, series: Series, panel: Panel, least: int) -> None:
    if panel.kind == LINES:
        alone = sum(not one.beside for one in panel.series) == 1
        _style_line(drawn, series, labels=alone, form=series.beside or panel.number_format)
        return
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = _rgb(series.colour)
    hatched = [n for n, look in series.looks.items() if look == HATCHED and series.values[n]]
    for position in hatched:
        _hatch(drawn.points[position].format, series.colour)
    if len(hatched) < sum(1 for value in series.values if value):
        labels = drawn.data_labels
        # nothing for 0, nor where the part of a column is lower than its number
        form = f"{panel.number_format};;" if least < 2 else f'[<{least}]"";{panel.number_format}'
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, form, False
        labels.font.size, labels.font.color.rgb = Pt(11), _rgb(text_on(series.colour))
        if panel.kind == BARS:
            labels.position, labels.font.color.rgb = XL_LABEL_POSITION.OUTSIDE_END, _rgb(LIGHT.ink)
        for position in hatched:  # a number must be read on white stripes too
            label = drawn.points[position].data_label
            label.font.size, label.font.color.rgb, label.font.bold = Pt(11), _rgb(LIGHT.ink), True


def _style_line(drawn, series: Series, labels: bool, form: str) -> None:
    drawn.smooth = False
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = _rgb(series.colour)
    drawn.marker.format.line.color.rgb = _rgb(series.colour)
    if series.beside:
        drawn.format.line.fill.background()
        # not white: LibreOffice draws no rim, and the mark could not be seen
        drawn.marker.style = XL_MARKER_STYLE.TRIANGLE if series.beside == "0" else XL_MARKER_STYLE.DIAMOND
        drawn.marker.size = 10
        drawn.marker.format.fill.fore_color.rgb = _rgb(LIGHT.outline)
    else:
        drawn.format.line.color.rgb, drawn.format.line.width = _rgb(series.colour), Pt(2.25)
    for position, look in series.looks.items():
        if look == HOLLOW and not series.beside and series.values[position] is not None:
            point = drawn.points[position]
            # another shape too: LibreOffice shows a point's own fill only where the shape differs
            point.marker.style, point.marker.size = XL_MARKER_STYLE.SQUARE, 8
            point.marker.format.fill.solid()
            point.marker.format.fill.fore_color.rgb = _rgb(LIGHT.ground)
            point.marker.format.line.color.rgb = _rgb(series.colour)
            point.format.line.color.rgb, point.format.line.width = _rgb(series.colour), Pt(2.25)
    if labels:
        shown = drawn.data_labels
        shown.show_value, shown.number_format, shown.number_format_is_linked = True, form, False
        shown.position, shown.font.size = XL_LABEL_POSITION.ABOVE, Pt(11)
        for position in _valleys(series.values):  # where a label above would lie on the line
            drawn.points[position].data_label.position = XL_LABEL_POSITION.BELOW


def _valleys(values: Sequence[float | None]) -> list[int]:
    """Positions of values lower than both neighbours (or than the one that there is)."""
    low = []
    for n, value in enumerate(values):
        beside = [values[m] for m in (n - 1, n + 1) if 0 <= m < len(values) and values[m] is not None]
        if value is not None and beside and all(value < other for other in beside):
            low.append(n)
    return low


def _hatch(target, colour: str) -> None:
    target.fill.patterned()
    target.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    target.fill.fore_color.rgb = _rgb(colour)
    target.fill.back_color.rgb = _rgb(LIGHT.ground)
    target.line.color.rgb = _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(hexed(colour))
