from __future__ import annotations

import pandas as pd

from analytics.measures import Measures
from charts.frame.chart import PLOTLY_MAP_CONFIG
from charts.frame.sources import Context
from charts.kinds.states.painting import ladder_painting, status_painting
from charts.kinds.states.worldmap import map_looks, worldmap
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


def test_every_state_is_on_it_once_and_small_ones_have_a_circle(gallery):
    figure = chart(gallery).build()
    areas = [code for trace in figure.data if trace.type == "choropleth" for code in trace.locations]
    circles = [code for trace in figure.data if trace.type == "scattergeo" for code in trace.customdata]
    assert len(areas) == len(set(areas)) == 195
    places = gallery.record.places
    assert set(circles) == set(places.loc[places["marker"].eq(True), "iso3"])
    assert "SMR" in circles


def test_projection(gallery):
    geo = chart(gallery).build().layout.geo
    assert geo.projection.type == "equal earth"
    assert geo.projection.rotation.lon == 0
    assert geo.resolution == 50
    assert geo.lataxis.range[0] > -65  # no Antarctica


def test_not_known_has_a_look_of_its_own(gallery):
    part = gallery.cells[gallery.cells["resolution"] == "A/RES/78/216"]
    looks = map_looks(status_painting(part).used())
    fills = [looks[key].fill for key in ("sponsor", "not_sponsor", "unknown")]
    assert len(set(fills)) == 3
    assert all(fills)
    assert not any(look.hatch for look in looks.values())


def test_states_that_are_not_members_are_not_in_the_figure(gallery):
    codes = {code for trace in chart(gallery).build().data for code in trace.customdata}
    assert not codes & {"GRL", "TWN", "ESH", "HKG", "XJK"}


def test_looks_of_one_fill_are_one_entry_of_the_legend():
    """Hatching cannot be drawn on a map: a word too old and too little known share the fill of what is not known."""
    table = made.drawn(
        "2001 2003 2005 2007\nAAA S S S S\nCCC n n n ?\nDDD ? ? ? ?", lists={2007: ("suspected gap", "final")}
    )
    places = pd.DataFrame({"iso3": ["AAA", "CCC", "DDD"], "lon": 0.0, "lat": 0.0, "marker": False})
    painting = ladder_painting(Measures(table).ladder("GA"), "GA")
    assert set(painting.used()) == {"Core", "open off", "Too little known"}
    said = [note.text for note in worldmap(painting, places, Context()).build().layout.annotations]
    assert "not on its latest known text, not known since; or Too little known" in said
    assert "Too little known" not in said
