"""The editable chart of a slide shows what the picture shows: the same numbers, gaps, bounds and stages."""

from __future__ import annotations

import html
import io
import re
from collections import defaultdict

import pytest
from pptx import Presentation
from pptx.chart.series import _BaseCategorySeries
from pptx.oxml.ns import qn

from briefing.office import slides
from charts import catalog
from charts.frame.chart import Chart
from charts.frame.native import Form, Look, Plot, Series, native

BODIES = {"General Assembly": "GA", "Commission on Human Rights": "CHR", "Human Rights Council": "HRC"}
SHAPES = {"circle": "GA", "square": "CHR", "diamond": "HRC"}
WHITE = "#ffffff"
SCOPES = [
    {},
    *({"bodies": bodies} for bodies in ("GA", "CHR", "HRC", "GA,HRC", "GA,CHR", "GA,CHR,HRC")),
    {"bodies": "GA", "stage": "tabled"},
    *({"bodies": body, "years": year} for body, year in (("GA", 2019), ("GA", 2021), ("GA", 2023), ("HRC", 2017))),
    {"bodies": "HRC", "years": "2020-2023"},
]
Point = tuple[int, float, bool, bool, bool]
"""Year, number, whether a line runs through it, whether it is hollow or hatched, whether it is said to be a bound."""
Seen = dict[tuple[str, str], list[Point]]


def bodies_of(name: str, scope: dict) -> list[str]:
    return scope.get("bodies", "GA" if name == "columns" else "GA,HRC").split(",")


def parts(series: _BaseCategorySeries, tag: str) -> set[int]:
    """Positions of points that have such a part in their own look."""
    points = series._element.findall(qn("c:dPt"))
    return {int(point.find(qn("c:idx")).get("val")) for point in points if point.find(f".//{qn(tag)}") is not None}


def squares(series: _BaseCategorySeries) -> set[int]:
    found = series._element.findall(qn("c:dPt"))
    marks = {int(p.find(qn("c:idx")).get("val")): p.find(f"{qn('c:marker')}/{qn('c:symbol')}") for p in found}
    return {at for at, mark in marks.items() if mark is not None and mark.get("val") == "square"}


def bounds(series: _BaseCategorySeries) -> set[int]:
    """Positions whose number has a ≥ before it, or a line up to the most that is possible."""
    labels = {int(one.find(qn("c:idx")).get("val")): one for one in series._element.iter(qn("c:dLbl"))}
    forms = {at: one.find(qn("c:numFmt")) for at, one in labels.items()}
    said = {at for at, form in forms.items() if form is not None and form.get("formatCode").startswith('"≥"')}
    bars = series._element.findall(f".//{qn('c:errBars')}//{qn('c:pt')}")
    return said | {int(point.get("idx")) for point in bars}


def joined(series: _BaseCategorySeries) -> bool:
    line = series._element.find(f"{qn('c:spPr')}/{qn('a:ln')}")
    return line is None or line.find(qn("a:noFill")) is None


def on_slide(chart: Chart, bodies: list[str]) -> Seen:
    """What a program finds in the charts of the slide."""
    seen: Seen = defaultdict(list)
    deck = Presentation(io.BytesIO(slides.one_slide(chart)))
    for shape in (s for s in deck.slides[0].shapes if s.has_chart):
        title = shape.chart.chart_title.text_frame.text.partition(",")[0] if shape.chart.has_title else ""
        body = BODIES[title] if title else bodies[0]
        categories = [str(name) for name in shape.chart.plots[0].categories]
        for series in shape.chart.plots[0].series:
            name = series.name.partition(", list with")[0]
            name = "" if name in ("Sponsors", "At least that many", "At adoption, final list not held") else name
            hollow = squares(series) | parts(series, "a:pattFill")
            for at, value in enumerate(series.values):
                if value is not None:
                    year = categories[at].replace("’9", "199").replace("’", "20")
                    alone = not joined(series)
                    off = at in hollow or alone and name == ""
                    point = (year, round(value, 4), not alone, off, at in bounds(series))
                    seen[body, name].append(point)
    return {key: sorted(points) for key, points in seen.items()}


def on_picture(chart: Chart, bodies: list[str]) -> Seen:
    """What the picture shows of lines: panels by body or, for shares, by group."""
    figure = chart.build("slide")
    axes = sorted({trace.xaxis or "x" for trace in figure.data}, key=lambda axis: int(axis[1:] or 1))
    seen: Seen = defaultdict(list)
    line: dict = {}
    for trace in figure.data:
        axis = trace.xaxis or "x"
        if trace.mode == "lines" and len(set(trace.x)) == len(trace.x):  # not one that reaches up from a year
            line = {year for year, y in zip(trace.x, trace.y, strict=True) if y is not None}
        if trace.mode != "markers" or trace.customdata is None or "not known" in str(trace.hovertemplate):
            continue
        place = axes.index(axis)
        if chart.kind == "shares":
            body, name = SHAPES[trace.marker.symbol], list(dict.fromkeys(chart.table["Group"]))[place]
        else:
            drawn = [b for b in bodies if known_in(chart, b)]
            body, name = drawn[place] if len(drawn) == len(axes) else bodies[place], ""
        name = "Share from outside the largest group" if chart.kind == "breadth" else name
        marks = trace.marker.symbol if isinstance(trace.marker.symbol, (list, tuple)) else [""] * len(trace.x)
        for year, y, fill, symbol in zip(trace.x, trace.y, trace.marker.color, marks, strict=True):
            bound = symbol == "diamond" if chart.kind == "counts" else fill == WHITE and chart.kind == "shares"
            seen[body, name].append((str(year), round(y, 4), year in line, fill == WHITE, bound))
    return {key: sorted(points) for key, points in seen.items()}


def known_in(chart: Chart, body: str) -> bool:
    names = {code: name for name, code in BODIES.items()}
    rows = chart.table[chart.table["Body"].isin((body, names[body]))]
    column = {"counts": "Number", "breadth": "Share from outside the largest", "shares": "Share"}[chart.kind]
    return bool(rows[column].notna().any())


@pytest.mark.parametrize("scope", SCOPES, ids=str)
@pytest.mark.parametrize("name", ["counts", "regions", "breadth"])
def test_lines_are_those_of_the_picture(name: str, scope: dict, record) -> None:
    """The same numbers; a line through the same of them, so none to a number that is not whole; hollow and ≥ alike."""
    chart, bodies = catalog.build(name, record, **scope), bodies_of(name, scope)
    if chart.native is None:
        assert not any(known_in(chart, body) for body in bodies)
        return
    picture, slide = on_picture(chart, bodies), on_slide(chart, bodies)
    if name == "regions":  # no line reaches up from a share of a list that leaves nobody of the group open
        picture, slide = ({key: [p[:4] for p in found] for key, found in seen.items()} for seen in (picture, slide))
    assert slide == picture
    incomplete = [point for points in slide.values() for point in points if point[-1]]
    assert not any(point[2] for point in incomplete if name != "counts" or point[4])


@pytest.mark.parametrize("scope", [s for s in SCOPES if "," not in s.get("bodies", "")], ids=str)
def test_columns_are_those_of_the_picture(scope: dict, record) -> None:
    """The same parts, hatched alike; a dashed top where the picture has one; the number over a column in its label."""
    chart = catalog.build("columns", record, **scope)
    figure = chart.build("slide")
    if chart.native is None:
        assert chart.table["Number"].isna().all()
        return
    deck = Presentation(io.BytesIO(slides.one_slide(chart)))
    (shape,) = [s for s in deck.slides[0].shapes if s.has_chart]
    labels = [str(name).split("\n") for name in shape.chart.plots[0].categories]
    slide, dashed = set(), set()
    for series in shape.chart.plots[0].series:
        name = "number reported, final list not held" if series.name.startswith("Reported") else series.name
        hatched = parts(series, "a:pattFill")
        dashed |= {labels[at][0] for at in parts(series, "a:prstDash")}
        slide |= {(labels[at][0], name, v, at in hatched) for at, v in enumerate(series.values) if v}
    picture = set()
    for trace in figure.data:
        shape = trace.marker.pattern.shape
        looks = shape if isinstance(shape, tuple) else [shape] * len(trace.x)
        picture |= {
            (str(x), trace.name, y, look == "/") for x, y, look in zip(trace.x, trace.y, looks, strict=True) if y
        }
    assert slide == picture
    dashes = {str(round((s.x0 + s.x1) / 2)) for s in figure.layout.shapes if s.line.dash == "2px,2px" and s.x0 != s.x1}
    assert dashed == dashes
    over = {}
    for note in figure.layout.annotations:
        text = re.sub("<[^>]+>", " ", note.text).replace("at least", "≥").replace(" ", "").rstrip("*")
        if note.xref in (None, "x") and re.fullmatch(r"≥?\d+|nolist", text):
            over[str(note.x)] = text.replace("nolist", "no list")
    assert {year: said.removesuffix(" at adoption") for year, said in labels} == over


@pytest.mark.parametrize("scope", [s for s in SCOPES if str(s.get("years")) in ("None", "2019", "2023")], ids=str)
def test_bars_are_the_points_of_the_picture(scope: dict, record) -> None:
    """Best and latest share of each group; the latest hatched and ≥ where the picture is hollow and says "at least"."""
    chart, bodies = catalog.build("from-best", record, **scope), bodies_of("from-best", scope)
    slide = on_slide(chart, bodies)
    figure = chart.build("slide")
    axes = sorted({trace.xaxis or "x" for trace in figure.data}, key=lambda axis: int(axis[1:] or 1))
    present = [body for body in bodies if body in {key[0] for key in slide}]
    picture: dict = defaultdict(list)
    words = {}
    for note in figure.layout.annotations:
        if told := re.fullmatch("<b>(.*)</b>(?:<br>|  )<span[^>]*>(.*)</span>", note.text):
            words[note.xref, told[1]] = f"{told[1]}\n{told[2]}"
    for trace in figure.data:
        if trace.mode == "markers":
            best = trace.marker.symbol == "diamond"
            gap = not best and trace.marker.color == WHITE
            assert gap == (not best and "at least" in trace.hovertext[0])
            group = html.unescape(words[trace.xaxis or "x", re.search("<b>(.*)</b>", trace.hovertemplate)[1]])
            key = present[axes.index(trace.xaxis or "x")], "Its best text" if best else "Latest text"
            picture[key].append((group, round(trace.x[0], 4), gap, gap))
    trimmed = {
        key: sorted(
            (re.sub(r" \(\d+ not known\)", "", group), value, look, bound) for group, value, _, look, bound in found
        )
        for key, found in slide.items()
    }
    assert trimmed == {key: sorted(found) for key, found in picture.items()}


@pytest.mark.parametrize("name", catalog.names())
def test_all_other_charts_are_pictures(name: str, record) -> None:
    more = {"state": "KEN"} if "state" in catalog.CHARTS[name].params else {}
    chart = catalog.build(name, record, **more)
    assert (chart.native is not None) == (name in ("columns", "counts", "regions", "breadth", "from-best"))


def test_the_words_beside_it_explain_its_own_marks(chart_of) -> None:
    told = chart_of("counts", bodies="GA").native.note.split("\n")
    assert told[0] == "Square: number reported, final list not held (2021)."
    assert told[1] == "Beside the line: not the whole number (1998, 2011 and 2023)."
    assert told[2].startswith("2013: 36 European States")
    assert chart_of("columns", stage="tabled").native.note == (
        "No list as tabled and no number is held for 2011, 2013, 2015, 2017, 2019 and 2021."
    )
    assert "circles" not in chart_of("regions").native.subtitle.lower()


def test_plots_of_two_bodies_say_their_stage_and_have_one_scale(chart_of) -> None:
    plots = chart_of("counts", bodies="GA,CHR").native.plots
    assert [plot.title for plot in plots] == ["General Assembly", "Commission on Human Rights, as tabled"]
    assert {plot.top for plot in plots} == {100}


LINE = Series("A", (1.0, None, 3.0), "#12436d")


def test_a_bound_is_taken_off_its_line() -> None:
    assert LINE.without([2]).values == (1.0, None, None)
    beside = LINE.gapped([2], {2: 4.0}, bounds=True)
    assert (beside.values, beside.joined, beside.bounds, beside.looks) == (
        (None, None, 3.0),
        False,
        {2},
        {2: Look.HOLLOW},
    )


@pytest.mark.parametrize(("lines", "kept"), [(0, False), (5, True), (6, False)])
def test_more_lines_than_can_be_told_apart_stay_a_picture(lines: int, kept: bool) -> None:
    plots = [Plot(Form.LINES, ("2001", "2003", "2005"), (LINE,) * lines)]
    assert (native(plots, "", "") is not None) == kept


def test_a_plot_of_which_nothing_is_known_is_left_out() -> None:
    dark = Plot(Form.LINES, ("2001",), (Series("A", (None,), "#12436d"),))
    assert native([dark], "", "") is None
    assert len(native([dark, Plot(Form.LINES, ("2001", "2003", "2005"), (LINE,))], "", "").plots) == 1
