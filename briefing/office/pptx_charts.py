"""Puts PowerPoint's own charts on a slide: they can be restyled and their numbers edited there."""

from collections.abc import Sequence
from math import ceil

from pptx.chart.chart import Chart as OfficeChart
from pptx.chart.chart import Legend
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries, LineSeries
from pptx.dml.chtfmt import ChartFormat
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Inches, Pt

from briefing.office.pptx_master import hexed
from charts.frame.colors import LIGHT, text_on
from charts.frame.font import FAMILY
from charts.frame.native import Form, Look, Plot, Series
from files.harmless import neutral
from files.xml import safe_xml

_TYPES = {
    Form.STACKED: XL_CHART_TYPE.COLUMN_STACKED,
    Form.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    Form.LINES: XL_CHART_TYPE.LINE_MARKERS,
}
_GAP = 0.25
_DIGIT, _AROUND = 0.12, 1.1
"""Inches: the height of a digit of a label, and what axis and legend take of the height of a chart."""


def add_plots(slide: Slide, plots: Sequence[Plot], box: tuple[float, float, float, float]) -> list[GraphicFrame]:
    """The charts side by side in a box (left, top, width, height; inches). Returns their shapes."""
    left, top, width, tall = box
    each = (width - _GAP * (len(plots) - 1)) / len(plots)
    return [_add(slide, plot, (left + n * (each + _GAP), top, each, tall)) for n, plot in enumerate(plots)]


def _add(slide: Slide, plot: Plot, box: tuple[float, float, float, float]) -> GraphicFrame:
    form = _format(plot)
    data = CategoryChartData(number_format=form)
    narrow = len(plot.categories) * 0.5 > box[2]
    shown = map(_short, plot.categories) if narrow and plot.form == Form.LINES else plot.categories
    data.categories = [neutral(safe_xml(name)) for name in shown]  # a workbook stands behind the chart
    for series in plot.series:
        data.add_series(neutral(safe_xml(series.name)), series.values)
    shape = slide.shapes.add_chart(_TYPES[plot.form], *(Inches(value) for value in box), data)
    chart = shape.chart
    chart.font.size, chart.font.name = Pt(12), FAMILY
    chart.font.color.rgb = _rgb(LIGHT.ink)
    chart.has_title = bool(plot.title)
    if plot.title:
        chart.chart_title.text_frame.text = safe_xml(plot.title)
        chart.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
    chart.has_legend = sum(series.listed for series in plot.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(12)
        _unlist(chart.legend, [n for n, series in enumerate(plot.series) if not series.listed])
    _axes(chart, plot)
    least = _least(plot, box[3])
    for drawn, series in zip(chart.plots[0].series, plot.series, strict=True):
        if plot.form == Form.LINES:
            _style_line(drawn, series, form if sum(one.joined for one in plot.series) == 1 else "")
        else:
            _style_bar(drawn, series, plot.form, form, least)
    if plot.form != Form.LINES:
        chart.plots[0].gap_width = 35
    return shape


def _format(plot: Plot) -> str:
    return "0\u00a0%" if plot.percent else "0"


def _unlist(legend: Legend, positions: Sequence[int]) -> None:
    """Take these series out of the legend: they go with another that is in it."""
    for position in reversed(positions):
        entry = parse_xml(f'<c:legendEntry {nsdecls("c")}><c:idx val="{position}"/><c:delete val="1"/></c:legendEntry>')
        legend._element.find(qn("c:legendPos")).addnext(entry)


def _least(plot: Plot, tall: float) -> int:
    """The smallest number that has room in a column of a chart `tall` inches high; 0 where numbers stand outside."""
    if plot.form != Form.STACKED:
        return 0
    totals = [sum(value or 0 for value in values) for values in zip(*(s.values for s in plot.series), strict=True)]
    drawn = max(tall - _AROUND, 1.0)
    return ceil(_DIGIT * max(totals, default=0) / drawn)


def _short(year: str) -> str:
    """’07 for 2007, where years would have to stand askew."""
    return f"’{year[2:]}" if len(year) == 4 and year.isdigit() else year


def _axes(chart: OfficeChart, plot: Plot) -> None:
    across, up = chart.category_axis, chart.value_axis
    across.format.line.color.rgb = _rgb(LIGHT.rule)
    across.major_tick_mark = XL_TICK_MARK.NONE
    across.tick_labels.font.size = Pt(11)
    across.reverse_order = plot.form == Form.BARS
    up.minimum_scale = 0
    up.has_major_gridlines = plot.form == Form.LINES
    if plot.form == Form.LINES:
        up.major_gridlines.format.line.color.rgb = _rgb(LIGHT.grid)
        up.tick_labels.font.color.rgb = _rgb(LIGHT.secondary)
        if plot.percent:
            up.maximum_scale = 1
        elif plot.top:
            up.maximum_scale = plot.top
    else:
        up.visible = False
    up.format.line.fill.background()
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = _format(plot), False


def _style_bar(drawn: BarSeries, series: Series, kind: Form, form: str, least: int) -> None:
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = _rgb(series.colour)
    hatched = [n for n, look in series.looks.items() if look == Look.HATCHED and series.values[n]]
    for position in hatched:
        _hatch(drawn.points[position].format, series.colour)
    for position in (n for n, look in series.looks.items() if look == Look.DASHED):
        _dash(drawn.points[position].format, series.colour)
    outside = kind == Form.BARS
    if outside or len(hatched) < sum(1 for value in series.values if value):
        labels = drawn.data_labels
        # nothing for 0, nor where the part of a column is lower than its number
        shown = form if outside else f"{form};;" if least < 2 else f'[<{least}]"";{form}'
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, shown, False
        labels.font.size, labels.font.color.rgb = Pt(11), _rgb(text_on(series.colour))
        if outside:
            labels.position, labels.font.color.rgb = XL_LABEL_POSITION.OUTSIDE_END, _rgb(LIGHT.ink)
        for position in () if outside else hatched:  # a number must be read on white stripes too
            label = drawn.points[position].data_label
            label.font.size, label.font.color.rgb, label.font.bold = Pt(11), _rgb(LIGHT.ink), True
    if outside:
        _say_bounds(drawn, series, form, XL_LABEL_POSITION.OUTSIDE_END)


def _style_line(drawn: LineSeries, series: Series, form: str) -> None:
    """`form`: of the numbers at the points, "" for none; bounds have theirs always."""
    drawn.smooth = False
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = drawn.marker.format.line.color.rgb = _rgb(series.colour)
    if series.joined:
        drawn.format.line.color.rgb, drawn.format.line.width = _rgb(series.colour), Pt(2.25)
    else:
        drawn.format.line.fill.background()
        # not white: LibreOffice draws no rim, and the mark could not be seen
        drawn.marker.style = XL_MARKER_STYLE.DIAMOND if series.bounds else XL_MARKER_STYLE.TRIANGLE
        drawn.marker.size = 10
        drawn.marker.format.fill.fore_color.rgb = _rgb(LIGHT.outline)
    for position, look in series.looks.items():
        if look == Look.HOLLOW and series.values[position] is not None:
            point = drawn.points[position]
            # another shape too: LibreOffice shows a point's own fill only where the shape differs
            point.marker.style, point.marker.size = XL_MARKER_STYLE.SQUARE, 8
            point.marker.format.fill.solid()
            point.marker.format.fill.fore_color.rgb = _rgb(LIGHT.ground)
            point.marker.format.line.color.rgb = _rgb(series.colour)
            point.format.line.color.rgb, point.format.line.width = _rgb(series.colour), Pt(2.25)
    if form:
        shown = drawn.data_labels
        shown.show_value, shown.number_format, shown.number_format_is_linked = True, form, False
        shown.position, shown.font.size = XL_LABEL_POSITION.ABOVE, Pt(11)
        for position in _valleys(series.values):  # where a label above would lie on the line
            drawn.points[position].data_label.position = XL_LABEL_POSITION.BELOW
        _say_bounds(drawn, series, form, XL_LABEL_POSITION.ABOVE)
    _add_reach(drawn, series)


def _say_bounds(drawn: BarSeries | LineSeries, series: Series, form: str, position: XL_LABEL_POSITION) -> None:
    """≥ before the numbers that are at least that much."""
    for at in sorted(series.bounds):
        if series.values[at] is not None:
            label = drawn.points[at].data_label
            label.font.size, label.position = Pt(11), position
            known = parse_xml(f'<c:numFmt {nsdecls("c")} sourceLinked="0"/>')
            known.set("formatCode", f'"≥"{form}')
            label._get_or_add_dLbl().idx.addnext(known)


def _add_reach(drawn: LineSeries, series: Series) -> None:
    """A thin line from each number that is not whole to the most that is possible."""
    if not series.most:
        return
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{most - (series.values[n] or 0):.4f}</c:v></c:pt>' for n, most in series.most.items()
    )
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/><c:plus><c:numLit><c:formatCode>General</c:formatCode>'
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numLit></c:plus><c:spPr><a:ln w="9525"><a:solidFill>'
        f'<a:srgbClr val="{hexed(LIGHT.secondary)}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    drawn._element.find(qn("c:cat")).addprevious(bars)


def _valleys(values: Sequence[float | None]) -> list[int]:
    """Positions of values lower than both neighbours (or than the one that there is)."""
    low = []
    for n, value in enumerate(values):
        beside = [values[m] for m in (n - 1, n + 1) if 0 <= m < len(values) and values[m] is not None]
        if value is not None and beside and all(value < other for other in beside):
            low.append(n)
    return low


def _hatch(target: ChartFormat, colour: str) -> None:
    target.fill.patterned()
    target.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    target.fill.fore_color.rgb = _rgb(colour)
    target.fill.back_color.rgb = _rgb(LIGHT.ground)
    target.line.color.rgb = _rgb(colour)


def _dash(target: ChartFormat, colour: str) -> None:
    """A dashed edge in place of a firm one; the point keeps the colour of its series."""
    target.fill.solid()
    target.fill.fore_color.rgb = _rgb(colour)
    target.line.color.rgb, target.line.width, target.line.dash_style = _rgb(LIGHT.ink), Pt(1.5), MSO_LINE.DASH


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(hexed(colour))
