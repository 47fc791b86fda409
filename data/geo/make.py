"""Where is each State, how large is it on the map, and which States share a land border with it?

`python -m data.geo.make` reads static/geo/world_50m.json, the file that the maps draw, and writes places.csv,
neighbours.csv, strokes.json and outlines.json beside this module. The same input gives the same files. Nothing here
runs when the database is built: the files are kept, and this says how they were made.

Facts that the boundaries file cannot give stand in additions.csv, each with its source: States it does not
draw, and borders that its scale loses or makes up. Areas that are neither one of the 193 Members nor one of
the two observer States (dependent and disputed areas, Antarctica) are listed in not_members.csv with whether
a map draws them. They get no row here, and a border with one of them joins no two States: Morocco and
Mauritania, China and Pakistan, France and Brazil are not neighbours here. Nor are Spain and Morocco: the file
draws no border there."""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import Transformer
from shapely import (
    LineString,
    MultiLineString,
    Point,
    Polygon,
    get_parts,
    make_valid,
    maximum_inscribed_circle,
    transform,
)
from shapely.geometry.base import BaseGeometry

from data.geo.outlines import make_outlines
from files.paths import GEO, SOURCES, STATIC_GEO

BOUNDARIES = STATIC_GEO / "world_50m.json"
SOURCE = "UN Geodata (simplified), file world_50m of plotly.js 4.1.1"
EQUAL_AREA = "EPSG:6933"
# On a world map 1,100 px wide a pixel is about 1,000 sq km: less than this cannot be told apart, nor clicked.
MARKER_BELOW_KM2 = 12_000
HATCH_EVERY = 0.052
"""Between two strokes, of the radius of the globe: some seven pixels on a map 1,100 px wide."""


def _unwrapped(part: Polygon) -> Polygon:
    """The polygon in one piece where it crosses the 180th meridian: longitudes then go on beyond 180 or -180. Whole
    turns are added, to the lesser part of the points only: coordinates shared with a neighbour stay as they are."""
    ring = np.asarray(part.exterior.coords)
    jumps = np.diff(ring[:, 0], prepend=ring[0, 0])
    turns = -np.cumsum(np.sign(jumps) * (np.abs(jumps) > 180))
    if not turns.any():
        return part
    if part.interiors:
        raise ValueError("a polygon with holes crosses the 180th meridian: move its holes with it")
    ring[:, 0] += 360 * (turns - np.median(turns))
    return Polygon(ring)


def read_parts(path: Path = BOUNDARIES) -> gpd.GeoDataFrame:
    """One row a polygon of the boundaries file: iso3, geometry (degrees). Polygons are valid and whole across the 180th
    meridian. Antarctica, which goes around the pole and is no State, is left out. Raises an error of the reader
    (pyogrio.errors.DataSourceError) where the file cannot be read."""
    world = gpd.read_file(path, layer="countries")
    world = world[world["id"] != "ATA"].rename(columns={"id": "iso3"})
    parts = world[["iso3", "geometry"]].explode(ignore_index=True)
    geometry = [make_valid(_unwrapped(part)) for part in parts.geometry]
    return gpd.GeoDataFrame(parts[["iso3"]], geometry=geometry, crs="EPSG:4326")


def areas(parts: gpd.GeoDataFrame) -> pd.Series:
    """Square kilometres of each row of `parts`, in the cylindrical equal-area projection EPSG:6933.

    Each polygon is first turned about the globe's axis to Greenwich, which leaves its area as it is and keeps
    it clear of the edge of the projection. It is the area as drawn: for small islands the simplified outline
    can be far off, so it serves to choose what to draw, not as an official figure."""
    centred = [
        transform(shape, lambda xy, middle=(shape.bounds[0] + shape.bounds[2]) / 2: xy - [middle, 0])
        for shape in parts.geometry
    ]
    drawn = gpd.GeoSeries(centred, index=parts.index, crs="EPSG:4326").to_crs(EQUAL_AREA)
    return pd.Series(drawn.area / 1e6)


def representative_point(shape: BaseGeometry) -> tuple[float, float]:
    """Longitude and latitude, in degrees, of a point in the middle of `shape`. It is the centre of gravity where that
    lies inside, else the centre of the largest circle that fits; both are taken in a Lambert azimuthal equal-area
    projection about the shape, so that high latitudes do not pull."""
    west, south, east, north = shape.bounds
    local = f"+proj=laea +lon_0={(west + east) / 2} +lat_0={(south + north) / 2} +datum=WGS84"
    there = Transformer.from_crs("EPSG:4326", local, always_xy=True)
    flat = make_valid(transform(shape, there.transform, interleaved=False))
    point = flat.centroid
    if not flat.contains(point):
        point = Point(maximum_inscribed_circle(flat).coords[0])
    lon, lat = there.transform(point.x, point.y, direction="INVERSE")
    return round(lon, 3), round(lat, 3)


def shared_borders(parts: gpd.GeoDataFrame) -> set[tuple[str, str]]:
    """Pairs (a, b), a < b, of areas whose outlines have a line in common; a common point alone is no border. The file
    is a topology, in which a border is stored once for both sides: the coordinates agree to the bit, and no distance
    has to be chosen. Borders along rivers and through lakes count, as the file draws them."""
    whole = parts.dissolve("iso3").reset_index()
    met = gpd.sjoin(whole, whole, predicate="intersects")
    outline = whole.set_index("iso3").boundary
    pairs = {(a, b) for a, b in zip(met["iso3_left"], met["iso3_right"], strict=True) if a < b}
    return {(a, b) for a, b in pairs if outline[a].intersection(outline[b]).length > 0}


def make_places(parts: gpd.GeoDataFrame, states: pd.DataFrame, additions: pd.DataFrame) -> pd.DataFrame:
    """One row a State: iso3, name, lon, lat (degrees), area_km2 (as drawn), on_map, marker ("true"/"false"),
    source.

    The point is that of the State's largest polygon, so that distant islands do not pull it out to sea.
    `marker` is true where that polygon is below MARKER_BELOW_KM2 and for States that are not in the file.
    Raises ValueError for a State with neither a polygon nor a point in `additions`, or with both."""
    measured = parts.assign(area=areas(parts)).sort_values("area", kind="stable").groupby("iso3")
    total, largest = measured["area"].sum(), measured[["geometry", "area"]].last()
    by_hand = additions[additions["lon"] != ""].set_index("iso3")
    rows = []
    for iso3, name in states[["iso3", "name"]].to_numpy().tolist():
        drawn = iso3 in total.index
        if drawn == (iso3 in by_hand.index):
            raise ValueError(f"{iso3}: a point by hand is for a State that the file does not draw")
        if drawn:
            main = largest.loc[iso3]
            lon, lat = representative_point(main["geometry"])
            area, marker, source = total[iso3], main["area"] < MARKER_BELOW_KM2, SOURCE
        else:
            fact = by_hand.loc[iso3]
            lon, lat, area = (float(fact[column]) for column in ("lon", "lat", "area_km2"))
            marker, source = True, fact["source"]
        shown_area = f"{area:.0f}" if area >= 100 else f"{area:.4g}"
        flags = [str(bool(flag)).lower() for flag in (drawn, marker)]
        rows.append([iso3, name, lon, lat, shown_area, *flags, source])
    columns = ["iso3", "name", "lon", "lat", "area_km2", "on_map", "marker", "source"]
    return pd.DataFrame(rows, columns=columns).sort_values("iso3", ignore_index=True)


def make_neighbours(borders: set[tuple[str, str]], states: Iterable[str], additions: pd.DataFrame) -> pd.DataFrame:
    """One row a State and land neighbour, each border in both directions: iso3, neighbour. Raises ValueError where an
    addition no longer changes anything, so that none outlives its reason."""
    known = set(states)
    pairs = {pair for pair in borders if known.issuperset(pair)}
    for iso3, more, fewer in additions[["iso3", "neighbours", "not_neighbours"]].to_numpy().tolist():
        for other in more.split():
            pair = tuple(sorted((iso3, other)))
            if pair in pairs:
                raise ValueError(f"additions.csv: {pair} is already in the boundaries file")
            pairs.add(pair)
        for other in fewer.split():
            pair = tuple(sorted((iso3, other)))
            if pair not in pairs:
                raise ValueError(f"additions.csv: {pair} is not in the boundaries file")
            pairs.remove(pair)
    rows = sorted(pairs | {(b, a) for a, b in pairs})
    return pd.DataFrame(rows, columns=["iso3", "neighbour"])


def make_strokes(parts: gpd.GeoDataFrame, states: Iterable[str]) -> dict[str, list[list[float]]]:
    """The strokes that hatch each State on a map, by iso3: lon, lat, lon, lat … in degrees along each. They are
    straight and rise to the right in Equal Earth, the projection of the maps: points stand as near to one another as it
    takes to keep them so where a program draws arcs of great circles between two."""
    flat = "+proj=eqearth +R=1 +over"
    there = Transformer.from_crs("+proj=longlat +R=1 +over", flat, always_xy=True)
    span = np.arange(-4.5, 4.5, HATCH_EVERY)
    whole = MultiLineString([LineString([(x - 1.5, -1.5), (x + 1.5, 1.5)]) for x in span])
    made = {}
    for iso3, shape in parts[parts["iso3"].isin(set(states))].dissolve("iso3").geometry.items():
        strokes = []
        for piece in get_parts(whole.intersection(make_valid(transform(shape, there.transform, interleaved=False)))):
            if piece.length > HATCH_EVERY / 8:
                along = np.linspace(0, piece.length, 2 + int(piece.length / 0.16))
                points = np.array([piece.interpolate(at).coords[0] for at in along])
                lon, lat = there.transform(points[:, 0], points[:, 1], direction="INVERSE")
                strokes.append(np.round(np.column_stack([lon, lat]), 1).ravel().tolist())
        made[iso3] = strokes
    return made


def make(target: Path = GEO) -> dict[str, int]:
    """Writes places.csv, neighbours.csv, strokes.json and outlines.json into `target`; returns how many rows, States or
    areas each holds. Raises ValueError where the boundaries file has an area that is neither a State nor in
    not_members.csv."""
    files = (SOURCES / "states.csv", GEO / "additions.csv", GEO / "not_members.csv")
    states, additions, others = (pd.read_csv(path, dtype=str, keep_default_na=False) for path in files)
    parts = read_parts()
    unplaced = set(parts["iso3"]) - set(states["iso3"]) - set(others["id"])
    if unplaced:
        raise ValueError(f"neither a State nor in not_members.csv: {sorted(unplaced)}")
    tables = {
        "places.csv": make_places(parts, states, additions),
        "neighbours.csv": make_neighbours(shared_borders(parts), states["iso3"], additions),
    }
    drawn: dict[str, Mapping[str, object]] = {
        "strokes.json": make_strokes(parts, states["iso3"]),
        "outlines.json": make_outlines(parts),
    }
    for name, lines in drawn.items():
        (target / name).write_text(json.dumps(lines, separators=(",", ":")) + "\n", encoding="utf-8")
    for name, table in tables.items():
        table.to_csv(target / name, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return {name: len(table) for name, table in tables.items()} | {name: len(lines) for name, lines in drawn.items()}


if __name__ == "__main__":
    print(make())
