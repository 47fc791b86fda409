"""Outlines of all areas as short paths, for pages that draw the map themselves, without a drawing library."""

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
from pyproj import Transformer
from shapely import Polygon, box, get_parts, segmentize, union_all
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from data.geo.shortened import shortened

GRID = 3000
"""Steps across the world: a third of a pixel on the widest picture. A border has the same points on both sides."""
SPAN = 5.41326
"""Width of the world in Equal Earth on a globe of radius 1 (charts.kinds.states.islands.SPAN)."""


def make_outlines(parts: gpd.GeoDataFrame) -> dict[str, str]:
    """By iso3 a path as in SVG, in steps of GRID to the width of the world, from its middle to the right and down.
    `parts`: of data.geo.make.read_parts. The world is Equal Earth, cut at the 180th meridian. An area smaller than a
    step keeps one small square, so that none is lost."""
    there = Transformer.from_crs("+proj=longlat +R=1", "+proj=eqearth +R=1", always_xy=True)
    made = {}
    for iso3, shape in parts.dissolve("iso3").geometry.items():
        rings = [ring for piece in _within(shape) for ring in (piece.exterior, *piece.interiors)]
        path = "".join(shortened(_flat(np.array(ring.coords), there), closed=True) for ring in rings)
        if not path:
            x, y = np.rint(_flat(np.array(shape.representative_point().coords), there)[0]).astype(int)
            path = f"M{x} {y}h1v1h-1z"
        made[str(iso3)] = path
    return made


def _within(shape: BaseGeometry) -> Iterator[Polygon]:
    """The polygons of a shape, those beyond the 180th meridian moved to the other side; long edges are bent."""
    world = [translate(shape, turn).intersection(box(-180, -90, 180, 90)) for turn in (-360, 0, 360)]
    for piece in get_parts(union_all(world)):
        if isinstance(piece, Polygon):
            yield segmentize(piece, 2)


def _flat(points: np.ndarray, there: Transformer) -> np.ndarray:
    return np.column_stack(there.transform(points[:, 0], points[:, 1])) * (GRID / SPAN, -GRID / SPAN)
