"""Where a label fits: points inside an area, points along a river."""

import math

from shapely import contains_xy, maximum_inscribed_circle, prepare
from shapely.affinity import scale
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from dashboard.gazetteer.build.topology import parts_of

_GRID = 14  # cells across; the best of them are kept
_ROOM = 0.4  # of the widest circle's radius: so far from the edge a label point stays


def label_points(shape: BaseGeometry, count: int, *, decimals: int) -> list[list[float]]:
    """Up to `count` points [lat, lon] within the largest part, or along the longest line, the best first."""
    part = parts_of(shape)[0]
    points = _along(part, count) if isinstance(part, LineString) else _within(part, count)
    return [[round(lat, decimals), round(lon, decimals)] for lat, lon in points]


def _along(line: LineString, count: int) -> list[tuple[float, float]]:
    """Points at even distances, from the middle outwards."""
    outwards = sorted(range(count), key=lambda number: (abs(2 * number + 1 - count), number))
    points = (line.interpolate((2 * number + 1) / (2 * count), normalized=True) for number in outwards)
    return [(point.y, point.x) for point in points]


def _within(largest: Polygon, count: int) -> list[tuple[float, float]]:
    """The point farthest from the edge, then others apart from it and from each other."""
    squeeze = math.cos(math.radians(largest.centroid.y))
    flat = scale(largest, squeeze, 1, origin=(0, 0))
    centre, rim = maximum_inscribed_circle(flat).coords
    room = _ROOM * math.dist(centre, rim)
    chosen, waiting = [centre], _roomy(flat, room)
    while waiting and len(chosen) < count:
        best = max(waiting, key=lambda point: (min(math.dist(point, other) for other in chosen), point))
        if min(math.dist(best, other) for other in chosen) < room:
            break
        chosen.append(best)
        waiting.remove(best)
    points = [(y, x / squeeze) for x, y in chosen]
    return [points[0], *(point for point in points[1:] if contains_xy(largest, point[1], point[0]))]


def _roomy(flat: Polygon, room: float) -> list[tuple[float, ...]]:
    """Points of a grid over the polygon that keep so far from its edge."""
    west, south, east, north = flat.bounds
    step = max(east - west, north - south) / _GRID
    columns, rows = max(round((east - west) / step), 1), max(round((north - south) / step), 1)
    grid = [(west + (i + 0.5) * step, south + (j + 0.5) * step) for j in range(rows) for i in range(columns)]
    inner = flat.buffer(-room)
    prepare(inner)
    return [point for point, inside in zip(grid, contains_xy(inner, grid), strict=True) if inside]
