from __future__ import annotations

from analytics.scope import Scope
from charts.lines import lines
from charts.sources import Context


def chart(gallery, *bodies):
    _, counts, _ = gallery.trend(Scope(bodies))
    return lines(counts, gallery.record.events, Context())


def test_bodies_have_a_panel_each_on_one_scale(gallery):
    figure = chart(gallery, "GA", "HRC").build()
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    per_axis = {}
    for trace in figure.data:
        if trace.mode == "markers":
            per_axis.setdefault(trace.xaxis, set()).update(trace.customdata)
    assert all(symbol.startswith("A/RES") for symbol in per_axis["x"])
    assert all(symbol.startswith("A/HRC") for symbol in per_axis["x2"])


def test_a_lower_bound_is_no_point_of_the_line(gallery):
    line = next(trace for trace in chart(gallery, "GA").build().data if trace.mode == "lines")
    at = dict(zip(line.x, line.y, strict=True))
    assert at[2019] == 84
    assert at[2023] is None
    assert at[2005] is None


def test_how_sure_a_number_is_shows(gallery):
    points = next(trace for trace in chart(gallery, "GA").build().data if trace.mode == "markers")
    symbols = dict(zip(points.customdata, points.marker.symbol, strict=True))
    fills = dict(zip(points.customdata, points.marker.color, strict=True))
    assert symbols["A/RES/78/216"] == "diamond"
    assert symbols["A/RES/76/174"] == "circle"
    assert fills["A/RES/76/174"] == "#ffffff" != fills["A/RES/74/146"]


def test_texts_without_a_number_are_marked_on_the_axis(gallery):
    figure = chart(gallery, "GA").build()
    marked = next(trace for trace in figure.data if trace.mode == "markers" and set(trace.y) == {0})
    assert set(marked.customdata) == {"A/RES/53/144", "A/RES/54/170", "A/RES/60/161"}
