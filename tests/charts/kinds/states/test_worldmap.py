from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.measures import Measures
from charts.frame.chart import PLOTLY_MAP_CONFIG, Context
from charts.frame.layouts import LAYOUTS
from charts.kinds.states.islands import SPAN, apart, project, unproject
from charts.kinds.states.ladder import ladder_painting
from charts.kinds.states.paint import LOOKS, status_painting
from charts.kinds.states.worldmap import _legend, map_looks, strokes, worldmap
from data.words import WITHDREW
from tests import made
from tests.charts.gallery import Gallery


def chart(gallery: Gallery, resolution: str = "A/RES/78/216"):
    part = gallery.cells[gallery.cells["resolution"] == resolution]
    return worldmap(status_painting(part), gallery.record.places, gallery.context(part))


def test_the_figure_holds_no_boundaries_and_is_small(gallery):
    figure = chart(gallery).build()
    assert len(figure.to_json()) < 60_000
    assert {trace.type for trace in figure.data} == {"choropleth", "scattergeo"}
    assert all(trace.locationmode == "ISO-3" for trace in figure.data if trace.type == "choropleth")
    assert PLOTLY_MAP_CONFIG["topojsonURL"].startswith("app/static/")


def circles(figure) -> dict[str, tuple[float, float]]:
    """Where the circle of each small State stands."""
    found = [trace for trace in figure.data if trace.type == "scattergeo" and trace.customdata is not None]
    return {code: (lon, lat) for t in found for code, lon, lat in zip(t.customdata, t.lon, t.lat, strict=True)}


def strokes_of(figure) -> list:
    return [trace for trace in figure.data if trace.type == "scattergeo" and trace.mode == "lines"]


def test_every_state_is_on_it_once_and_small_ones_have_a_circle(gallery):
    figure = chart(gallery).build()
    areas = [code for trace in figure.data if trace.type == "choropleth" for code in trace.locations]
    assert len(areas) == len(set(areas)) == 195
    places = gallery.record.places
    assert set(circles(figure)) == set(places.loc[places["marker"].eq(True), "iso3"])
    assert "SMR" in circles(figure)


@pytest.mark.parametrize("layout", ["narrow", "wide", "slide"])
def test_no_two_circles_lie_on_one_another_and_none_is_far_from_its_state(gallery, layout):
    figure = chart(gallery).build(layout)
    found, places = circles(figure), gallery.record.places.set_index("iso3")
    at = project(*np.array(list(found.values())).T)
    true = project(*places.loc[list(found), ["lon", "lat"]].to_numpy(float).T)
    size = next(t.marker.size for t in figure.data if t.type == "scattergeo" and t.mode == "markers")
    high, low = project(np.zeros(2), np.array([90, -62]))[:, 1]
    margin, sizes = figure.layout.margin, LAYOUTS[layout]
    wide, tall = sizes.width - margin.l - margin.r, figure.layout.height - margin.t - margin.b
    scale = 0.9 * min(wide / SPAN, tall / (high - low))
    gaps = np.linalg.norm(at[:, None] - at[None], axis=2) * scale
    np.fill_diagonal(gaps, np.inf)
    assert gaps.min() > size * 0.9
    edge = project(np.full(len(at), 180.0), unproject(at)[1])[:, 0]
    assert ((edge - np.abs(at[:, 0])) * scale > size / 2).all(), "cut by the edge of the world"
    assert np.linalg.norm(at - true, axis=1).max() * scale < size * 4


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-1, 1)), min_size=2, max_size=12))
@settings(max_examples=50, deadline=None)
def test_points_are_moved_apart_and_the_projection_is_turned_back(points):
    moved = apart(np.array(points), 0.05)
    gaps = np.linalg.norm(moved[:, None] - moved[None], axis=2) + np.eye(len(points))
    assert gaps.min() > 0.045
    lon, lat = np.array([-170.0, -60, 0, 35, 179]), np.array([-50.0, 15, 0, 66, 78])
    assert np.allclose(unproject(project(lon, lat)), (lon, lat), atol=1e-6)


def test_projection(gallery):
    geo = chart(gallery).build().layout.geo
    assert geo.projection.type == "equal earth"
    assert geo.projection.rotation.lon == 0
    assert geo.resolution == 50
    assert geo.lataxis.range[0] > -65  # no Antarctica


def test_not_known_is_hatched_as_everywhere_else_and_no_grey_that_reads_as_a_value(gallery):
    part = gallery.cells[gallery.cells["resolution"] == "A/RES/78/216"]
    looks = map_looks(status_painting(part).used())
    assert [key for key, look in looks.items() if look.hatch] == ["unknown"]
    assert looks["unknown"].fill == "ground"
    figure = chart(gallery).build()
    dark = set(part.loc[part["value"] == "unknown", "iso3"])
    (area,) = [t for t in figure.data if t.type == "choropleth" and t.name == "not known"]
    assert set(area.locations) == dark
    assert area.colorscale[0][1] == "#ffffff"
    (lines,) = [trace for trace in strokes_of(figure) if trace.line.color == "#8a92a0"]
    drawn = {(lon, lat) for lon, lat in zip(lines.lon, lines.lat, strict=True) if lon is not None}
    held = strokes()
    assert drawn == {
        pair for code in dark for line in held.get(code, ()) for pair in zip(line[::2], line[1::2], strict=True)
    }
    assert {"BRA", "AUS"} <= dark


def test_of_a_text_of_which_nothing_is_known_no_area_is_filled(gallery):
    figure = chart(gallery, "A/HRC/RES/43/16").build()
    assert {t.colorscale[0][1] for t in figure.data if t.type == "choropleth"} == {"#ffffff"}
    assert len(figure.to_json()) < 75_000


def test_states_that_are_not_members_are_not_in_the_figure(gallery):
    codes = {code for trace in chart(gallery).build().data for code in trace.customdata or ()}
    assert not codes & {"GRL", "TWN", "ESH", "HKG", "XJK"}


def test_looks_that_look_alike_are_one_entry_of_the_legend():
    """Left and lapsed share a fill on the map; a word too old is hatched over another ground than too little known."""
    left = LOOKS[WITHDREW]
    alike = map_looks({"left": left, "lapsed": replace(left, label="lapsed"), "sponsor": LOOKS["sponsor"]})
    assert [look.label for look in _legend([*alike.values()])] == [f"{WITHDREW}; or lapsed", "sponsor"]
    table = made.drawn(
        "2001 2003 2005 2007\nAAA S S S S\nCCC n n n ?\nDDD ? ? ? ?", lists={2007: ("suspected gap", "final")}
    )
    places = pd.DataFrame({"iso3": ["AAA", "CCC", "DDD"], "lon": 0.0, "lat": 0.0, "marker": False})
    painting = ladder_painting(Measures(table).ladder("GA"), "GA")
    assert set(painting.used()) == {"Core", "open off", "Too little known"}
    said = [note.text for note in worldmap(painting, places, Context()).build().layout.annotations]
    assert {"not on its latest known text, not known since", "Too little known"} <= set(said)
