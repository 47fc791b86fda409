from __future__ import annotations

from analytics.scope import Scope
from charts.frame.chart import Context
from charts.kinds.trends.breadth import breadth_chart


def test_share_outside_the_largest_group(gallery):
    table = gallery.measures.breadth(Scope(("GA",)))
    chart = breadth_chart(table, Context())
    points = next(trace for trace in chart.build().data if trace.mode == "markers")
    outside = dict(zip(points.customdata, points.y, strict=True))
    assert outside["A/RES/74/146"] == round((84 - 27) / 84, 4)
    assert "A/RES/66/164" not in outside
    fills = dict(zip(points.customdata, points.marker.color, strict=True))
    assert fills["A/RES/78/216"] != fills["A/RES/74/146"]


def test_a_group_without_a_sponsor_has_no_square(gallery):
    table = gallery.measures.breadth(Scope(("GA",)))
    figure = breadth_chart(table, Context()).build()
    african = next(trace for trace in figure.data if trace.name == "African")
    assert 2013 not in african.x
    assert 2019 in african.x


def test_bodies_stand_side_by_side(gallery):
    table = gallery.measures.breadth(Scope(("GA", "HRC")))
    figure = breadth_chart(table, Context()).build()
    assert {trace.xaxis for trace in figure.data} == {"x", "x2"}
