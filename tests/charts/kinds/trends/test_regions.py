from __future__ import annotations

import re

import pytest

from analytics.scope import Scope
from charts.kinds.trends.regions import regions
from tests.charts.gallery import Gallery


@pytest.fixture(scope="module")
def chart(gallery: Gallery):
    inside, _, shares = gallery.trend(Scope(("GA", "HRC")))
    return regions(shares, gallery.context(inside))


def test_one_panel_a_group_and_both_bodies_in_each(chart):
    figure = chart.build()
    points = [trace for trace in figure.data if trace.mode == "markers"]
    assert len({trace.xaxis for trace in points}) == 5
    assert [trace.marker.symbol for trace in points] == ["circle", "diamond"] * 5


def test_a_line_is_broken_where_a_share_cannot_be_told(chart):
    line = next(trace for trace in chart.build().data if trace.mode == "lines" and not trace.connectgaps)
    shares = dict(zip(line.x, line.y, strict=True))
    assert shares[2011] is None
    assert shares[2021] is None
    assert shares[2019] == pytest.approx(12 / 54, abs=1e-3)


def test_a_gapped_list_is_hollow_and_reaches_to_what_is_possible(chart):
    figure = chart.build()
    points = next(trace for trace in figure.data if trace.mode == "markers")
    fills = dict(zip(points.customdata, points.marker.color, strict=True))
    assert fills["A/RES/78/216"] == "#ffffff"
    assert fills["A/RES/74/146"] == "#f46a25"
    reach = next(trace for trace in figure.data if trace.mode == "lines" and list(trace.x[:2]) == [2023, 2023])
    assert list(reach.y[:2]) == pytest.approx([4 / 54, 10 / 54], abs=1e-3)


@pytest.mark.parametrize("layout", ["wide", "narrow", "slide", "half"])
def test_2013_explains_itself(chart, layout):
    said = " ".join(note.text for note in chart.build(layout).layout.annotations)
    assert "36 European States (EU members and neighbours) withdraw" in re.sub(r"<br>|\s+", " ", said)


def test_panels_stand_one_over_the_other_on_a_narrow_screen(chart):
    layout = chart.build("narrow").layout
    assert layout.xaxis.domain == layout.xaxis2.domain
    assert layout.yaxis.domain[0] > layout.yaxis2.domain[1]


def test_political_groups(gallery):
    table = gallery.measures.by_group(Scope(("GA",), grouping="political"))
    names = dict(zip(gallery.record.group_members["group_id"], gallery.record.group_members["group_name"], strict=True))
    chart = regions(table, gallery.context(gallery.measures.cells(Scope(("GA",)))), names)
    figure = chart.build()
    assert len({trace.xaxis for trace in figure.data}) == table["group"].nunique() == 14
    assert any("European Union" in note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("layout", ["slide", "half", "square"])
def test_many_groups_in_a_picture_of_fixed_size_each_have_height_to_draw_in(record, layout: str):
    from charts.catalog import build
    from charts.frame.layouts import LAYOUTS

    figure = build("political", record).build(layout)
    axes = [axis for axis in figure.select_yaxes() if axis.domain]
    assert len(axes) == 14
    lowest = min(axis.domain[1] - axis.domain[0] for axis in axes)
    inside = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    assert lowest * inside >= 6 * LAYOUTS[layout].small
