"""The tiles: one a State, none over another, readable on a telephone, unknown apart from a no."""

from __future__ import annotations

import pytest

from charts.frame.chart import Context
from charts.frame.layouts import LAYOUTS
from charts.kinds.states.assembly import assembly
from charts.kinds.states.paint import status_painting
from tests import made
from tests.charts.gallery import Gallery


def points(figure):
    return next(trace for trace in figure.data if trace.name == "States")


@pytest.fixture(scope="module")
def gapped(gallery: Gallery):
    return gallery.status("A/RES/78/216")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_of_193_members_and_two_observers_has_one_tile_of_its_own(gapped, layout):
    trace = points(gapped.build(layout))
    assert len(set(trace.customdata)) == len(trace.customdata) == 195
    size = trace.marker.size
    spots = sorted(zip(trace.x, trace.y, strict=True), key=lambda spot: (spot[1], spot[0]))
    for (x0, y0), (x1, y1) in zip(spots, spots[1:], strict=False):
        assert abs(y1 - y0) >= size or abs(x1 - x0) >= size, "two tiles overlap"
    room = LAYOUTS[layout].width - 2 * LAYOUTS[layout].pad
    assert max(trace.x) + size / 2 <= room + 1
    assert min(trace.x) >= 0


def test_tiles_are_large_enough_to_touch_on_a_telephone(gapped):
    assert points(gapped.build("narrow")).marker.size >= 26
    assert points(gapped.build("wide")).marker.size >= 26


def test_the_figure_is_small(gapped, gallery):
    for chart in (gapped, gallery.change("A/RES/72/247", "A/RES/74/146")):
        for layout in LAYOUTS:
            assert len(chart.build(layout).to_json()) < 60_000


def test_what_is_not_known_is_hatched_and_nothing_else_is(gapped):
    hatched = [trace for trace in gapped.build().data if trace.fillpattern.shape]
    assert [trace.name for trace in hatched] == ["not known"]
    unknown = gapped.table.loc[gapped.table["Shown as"] == "not known", "State"]
    # five corners a tile, None between two tiles
    assert hatched[0].x.count(None) + 1 == len(unknown) == 22
    assert "Austria" in set(unknown)


def test_a_head_counts_members_and_tells_who_is_not_known():
    table = made.cells("2019\nAAA S\nBBB n\nCCC ?\nDDD -\nVAT S", observers=("VAT",))
    chart = assembly(status_painting(table), Context())
    said = [note.text for note in chart.build().layout.annotations]
    assert "1 of 3, 1 not known" in said
    assert "Observers, outside the Member States" in said


def test_a_click_tells_the_state(gapped):
    trace = points(gapped.build())
    at = list(trace.customdata).index("AUT")
    assert trace.text[at] == "AUT"
    assert trace.hovertext[at] == "<b>Austria</b><br>A/RES/78/216 (2023): not known"


def test_within_a_block_the_look_comes_first_then_the_code(gallery):
    trace = points(gallery.status("A/RES/74/146").build())
    african = list(trace.customdata)[:54]
    assert african[:12] == sorted(african[:12])
    assert african[12:] == sorted(african[12:])
    assert african[:3] == ["CAF", "CIV", "COD"]


def test_no_outline_is_cut_at_the_edge_of_the_picture(gallery):
    """The outermost tile of the rightmost block ends half a line's width before the axis does."""
    for text in ("CHR 2000/61", "A/RES/68/181", "A/RES/78/216"):
        figure = gallery.status(text).build("slide")
        for trace in figure.data:
            if trace.mode == "lines" and trace.line.color != trace.fillcolor:
                xs = [x for x in trace.x if x is not None]
                assert max(xs) + trace.line.width / 2 <= figure.layout.xaxis.range[1], (text, trace.name)
