"""Points, areas and land neighbours of the States: against the boundaries file and against the atlas."""

from __future__ import annotations

import hashlib
import re

import geopandas as gpd
import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import pytest
from shapely import Point, Polygon, box

from data.geo import make as geo
from files.paths import GEO, SOURCES, STATIC_GEO
from tests.system import require


def read(path):
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def parts():
    return geo.read_parts()


@pytest.fixture(scope="module")
def places():
    table = read(GEO / "places.csv").set_index("iso3")
    return table.astype({"lon": float, "lat": float, "area_km2": float})


@pytest.fixture(scope="module")
def neighbours():
    return read(GEO / "neighbours.csv").groupby("iso3")["neighbour"].agg(set).to_dict()


@pytest.fixture(scope="module")
def others():
    return read(GEO / "not_members.csv").set_index("id")


# --- the files are what the program makes


def test_making_them_again_gives_the_same_files(tmp_path):
    rows = geo.make(tmp_path)
    assert rows["places.csv"] == 195
    for name in rows:
        assert (tmp_path / name).read_text(encoding="utf-8") == (GEO / name).read_text(encoding="utf-8")


def test_boundaries_are_the_ones_the_licence_note_describes():
    note = (STATIC_GEO / "LICENSE.md").read_text(encoding="utf-8")
    digest = hashlib.sha256((STATIC_GEO / "world_50m.json").read_bytes()).hexdigest()
    assert digest in note
    words = re.sub(r"[\s>]+", " ", note)
    assert "The designations employed and the presentation of material on this map do not imply" in words
    assert "Permission is hereby granted, free of charge" in words


def test_every_state_has_one_place(places):
    assert sorted(places.index) == sorted(read(SOURCES / "states.csv")["iso3"])
    assert places.index.is_unique


def test_every_area_of_the_file_is_a_state_or_listed_as_not_a_member(places, others):
    drawn = set(gpd.read_file(geo.BOUNDARIES, layer="countries")["id"])
    assert drawn == set(places.index[places["on_map"] == "true"]) | set(others.index)
    assert not set(places.index) & set(others.index)
    assert list(others.index[others["draw"] == "false"]) == ["ATA"]


def test_only_two_states_are_missing_from_the_boundaries(places):
    assert list(places.index[places["on_map"] == "false"]) == ["SMR", "VAT"]


# --- points


def test_points_lie_inside_the_state_they_stand_for(places, parts):
    whole = parts.dissolve("iso3").geometry
    for state in places[places["on_map"] == "true"].itertuples():
        # A thousandth of a degree is what rounding may move the point of a tiny State.
        near = whole[state.Index].buffer(0.001)
        assert any(near.contains(Point(state.lon + turn, state.lat)) for turn in (0, 360, -360)), state.Index


@pytest.mark.parametrize(
    ("iso3", "where"),
    [
        ("FRA", box(-5, 42, 8, 51)),  # not pulled towards Corsica
        ("USA", box(-115, 33, -80, 48)),  # not towards Alaska and Hawaii
        ("NOR", box(5, 58, 31, 71)),
        ("NLD", box(3.3, 50.7, 7.3, 53.6)),
        ("NZL", box(166, -47, 179, -34)),
        ("RUS", box(60, 55, 120, 75)),
        ("FJI", box(177, -19, 179, -17)),  # Viti Levu, not the Atlantic where the mean longitude falls
        ("KIR", box(-158, 1, -157, 3)),  # Kiritimati, its largest island
        ("MUS", box(57, -21, 58, -19)),
        ("ESP", box(-9, 36, 3, 44)),
        ("PRT", box(-10, 36, -6, 43)),
        ("ECU", box(-81, -5, -75, 2)),  # not the Galapagos
        ("PSE", box(34.9, 31.3, 35.6, 32.6)),
        ("SMR", box(12.40, 43.89, 12.52, 43.99)),
        ("VAT", box(12.44, 41.89, 12.46, 41.91)),
    ],
)
def test_points_stand_on_the_main_territory(places, iso3, where):
    assert where.contains(Point(places.loc[iso3, "lon"], places.loc[iso3, "lat"]))


def test_point_of_a_crescent_lies_in_the_crescent():
    crescent = Point(0, 0).buffer(10).difference(Point(4, 0).buffer(9))
    assert not crescent.contains(crescent.centroid)
    lon, lat = geo.representative_point(crescent)
    assert crescent.contains(Point(lon, lat))


def test_point_of_a_square_is_its_middle_also_beyond_the_180th_meridian():
    assert geo.representative_point(box(10, -1, 12, 1)) == pytest.approx((11, 0), abs=0.002)
    assert geo.representative_point(box(179, -1, 183, 1)) == pytest.approx((-179, 0), abs=0.002)


# --- areas


@pytest.mark.parametrize(
    ("iso3", "km2", "tolerance"),
    [
        # Areas with inland waters, as United Nations and national statistics give them.
        ("RUS", 17_098_246, 0.02),
        ("CAN", 9_984_670, 0.02),
        ("BRA", 8_515_767, 0.02),
        ("AUS", 7_692_024, 0.02),
        ("FRA", 551_500, 0.02),  # metropolitan: overseas departments are areas of their own in the file
        ("ESP", 505_990, 0.02),
        ("DEU", 357_114, 0.02),
        ("NOR", 323_802, 0.06),  # mainland; the coast is simplified
        ("NZL", 268_838, 0.04),
        ("KEN", 580_367, 0.03),
        ("LSO", 30_355, 0.03),
        ("FJI", 18_272, 0.06),
        ("LUX", 2_586, 0.06),
        ("AND", 468, 0.10),
        ("LIE", 160, 0.10),
        ("MLT", 316, 0.15),
    ],
)
def test_areas_agree_with_published_ones(places, iso3, km2, tolerance):
    assert places.loc[iso3, "area_km2"] == pytest.approx(km2, rel=tolerance)


def test_one_degree_at_the_equator_is_12_309_square_kilometres_wherever_it_lies():
    squares = gpd.GeoDataFrame(geometry=[box(0, 0, 1, 1), box(179.5, 0, 180.5, 1)], crs="EPSG:4326")
    assert list(geo.areas(squares)) == pytest.approx([12_309, 12_309], rel=0.001)


def test_polygon_cut_by_the_180th_meridian_is_made_whole():
    torn = Polygon([(179, 0), (-179, 0), (-179, 1), (179, 1), (179, 0)])
    whole = gpd.GeoDataFrame(geometry=[geo._unwrapped(torn)], crs="EPSG:4326")
    assert whole.total_bounds[2] - whole.total_bounds[0] == 2
    assert geo.areas(whole)[0] == pytest.approx(2 * 12_309, rel=0.001)


# --- markers


def test_states_too_small_to_click_have_a_marker(places):
    marked = set(places.index[places["marker"] == "true"])
    assert {"SMR", "VAT", "MCO", "LIE", "SGP", "MLT", "LUX", "QAT", "PSE", "TUV", "NRU", "FJI", "SLB"} <= marked
    assert not marked & {"SVN", "ISR", "RWA", "SWZ", "KWT", "FRA", "NZL", "DNK"}


def test_marker_goes_by_the_largest_polygon_not_by_the_total():
    step = 0.1  # a square of about 120 sq km at the equator
    islands = [box(x, 0, x + step, step) for x in range(150)]
    parts = gpd.GeoDataFrame({"iso3": ["ISL"] * 150 + ["BIG"]}, geometry=[*islands, box(0, 10, 2, 12)], crs=4326)
    states = pd.DataFrame({"iso3": ["ISL", "BIG"], "name": ["Islands", "Big"]})
    none = pd.DataFrame(columns=["iso3", "lon", "lat", "area_km2", "neighbours", "not_neighbours", "source"])
    made = geo.make_places(parts, states, none).set_index("iso3")
    assert float(made.loc["ISL", "area_km2"]) > geo.MARKER_BELOW_KM2
    assert list(made["marker"][["BIG", "ISL"]]) == ["false", "true"]


def test_state_with_neither_polygon_nor_point_by_hand_is_refused(parts):
    states = pd.DataFrame({"iso3": ["SMR"], "name": ["San Marino"]})
    with pytest.raises(ValueError, match="SMR"):
        geo.make_places(parts, states, read(GEO / "additions.csv").query("iso3 != 'SMR'"))


# --- neighbours


def test_borders_run_both_ways_and_join_states_only(neighbours, places):
    assert all(state in neighbours[other] for state, found in neighbours.items() for other in found)
    assert all(state not in found for state, found in neighbours.items())
    assert set(neighbours) <= set(places.index)


@pytest.mark.parametrize(
    ("iso3", "expected"),
    [
        ("AGO", "COD COG NAM ZMB"),  # Congo by way of Cabinda
        ("AUT", "CHE CZE DEU HUN ITA LIE SVK SVN"),
        ("BRA", "ARG BOL COL GUY PER PRY SUR URY VEN"),  # French Guiana is an area of its own in the file
        ("BRN", "MYS"),
        ("BWA", "NAM ZAF ZMB ZWE"),
        ("CHE", "AUT DEU FRA ITA LIE"),
        ("CHN", "AFG BTN IND KAZ KGZ LAO MMR MNG NPL PRK RUS TJK VNM"),  # Pakistan only by way of a disputed area
        ("DZA", "LBY MAR MLI MRT NER TUN"),
        ("ESP", "AND FRA PRT"),  # Ceuta and Melilla are not in the file, Gibraltar is no State
        ("FRA", "AND BEL CHE DEU ESP ITA LUX MCO"),
        ("IND", "BGD BTN CHN MMR NPL PAK"),
        ("IRL", "GBR"),
        ("ITA", "AUT CHE FRA SMR SVN VAT"),
        ("LIE", "AUT CHE"),
        ("LSO", "ZAF"),
        ("MAR", "DZA"),  # the border with Western Sahara joins no two States
        ("MRT", "DZA MLI SEN"),
        ("MYS", "BRN IDN THA"),
        ("NAM", "AGO BWA ZAF ZMB"),
        ("OMN", "ARE SAU YEM"),
        ("PAK", "AFG IND IRN"),
        ("PRK", "CHN KOR RUS"),
        ("PSE", "EGY ISR JOR"),
        ("QAT", "SAU"),
        ("RUS", "AZE BLR CHN EST FIN GEO KAZ LTU LVA MNG NOR POL PRK UKR"),  # Poland, Lithuania: Kaliningrad
        ("SDN", "CAF EGY ERI ETH LBY SSD TCD"),
        ("SMR", "ITA"),
        ("SSD", "CAF COD ETH KEN SDN UGA"),
        ("VAT", "ITA"),
        ("ZAF", "BWA LSO MOZ NAM SWZ ZWE"),
    ],
)
def test_neighbours_are_those_of_the_atlas(neighbours, iso3, expected):
    assert neighbours[iso3] == set(expected.split())


def test_islands_have_no_land_neighbour(neighbours):
    assert not {"AUS", "CUB", "CYP", "ISL", "JPN", "MDG", "MDV", "NZL", "SGP", "FJI"} & set(neighbours)


def test_a_common_corner_is_no_border_and_a_common_edge_is():
    squares = [box(0, 0, 1, 1), box(1, 0, 2, 1), box(1, 1, 2, 2)]
    parts = gpd.GeoDataFrame({"iso3": ["AAA", "BBB", "CCC"]}, geometry=squares, crs="EPSG:4326")
    assert geo.shared_borders(parts) == {("AAA", "BBB"), ("BBB", "CCC")}


def test_addition_that_changes_nothing_is_refused():
    fact = {"iso3": ["AAA"], "neighbours": ["BBB"], "not_neighbours": [""]}
    assert len(geo.make_neighbours(set(), ["AAA", "BBB"], pd.DataFrame(fact))) == 2
    with pytest.raises(ValueError, match="already"):
        geo.make_neighbours({("AAA", "BBB")}, ["AAA", "BBB"], pd.DataFrame(fact))
    gone = {"iso3": ["AAA"], "neighbours": [""], "not_neighbours": ["BBB"]}
    with pytest.raises(ValueError, match="not in"):
        geo.make_neighbours(set(), ["AAA", "BBB"], pd.DataFrame(gone))


def test_every_addition_gives_its_source():
    additions = read(GEO / "additions.csv")
    assert (additions["source"].str.len() > 20).all()
    assert additions["iso3"].is_unique


# --- the map that is drawn


@pytest.mark.system
def test_map_is_drawn_from_the_files_at_hand(others, monkeypatch):
    """A picture from a folder that holds this one file only: were another asked for, the export would fail."""
    monkeypatch.setenv("BROWSER_PATH", require("chromium"))
    monkeypatch.setattr(pio.defaults, "topojson", STATIC_GEO.as_uri() + "/")
    drawn = others.index[others["draw"] == "true"]
    figure = go.Figure()
    figure.add_choropleth(locations=list(drawn), locationmode="ISO-3", z=[0] * len(drawn), showscale=False)
    figure.update_geos(projection_type="equal earth", projection_rotation_lon=0, resolution=50, visible=False)
    figure.update_layout(template="none")
    assert figure.to_image("svg").count(b"choroplethlocation") == len(drawn)
