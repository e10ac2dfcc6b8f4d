"""Reads a TopoJSON file: arcs that neighbours share, and the polygons made of them."""

import json
import math
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely.affinity import translate
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.validation import make_valid

from dashboard.errors import BuildError

Point = tuple[float, float]
Line = list[Point]
"""Points (longitude, latitude), WGS 84 degrees."""

PolygonArcs = list[list[int]]
"""The rings of a polygon, each a list of arc numbers; ~n is arc n walked backwards, as in TopoJSON."""

DECIMALS = 2  # of a degree, about 1 km: what the 1:50m source resolves
_SMALL_DEG, _TINY_DEG = 0.5, 0.05  # diagonals below which one or two decimals more are kept
# Douglas-Peucker tolerances and the latitude between them, tried until the whole map came under 900 KB.
SIMPLIFY_DEG = 0.016  # most of a pixel at zoom 6
SIMPLIFY_POLAR_DEG = 0.1  # the rugged coasts about the poles, where little news is
_POLAR_LAT = 58  # degrees
WORLD = box(-180, -90, 180, 90)
_RING_POINTS = 4  # the first point counts twice


@dataclass(frozen=True, slots=True)
class Shape:
    """A feature of the file: its Natural Earth code ("IRQ") and its polygons."""

    code: str
    polygons: list[PolygonArcs]


@dataclass(frozen=True, slots=True)
class Topology:
    """Arcs, simplified, and the shapes made of them."""

    arcs: list[Line]
    shapes: list[Shape]


def read_members(package: Path, members: Iterable[str]) -> dict[str, Any]:
    """The JSON files `members` of an npm package, by name, in one pass. Raises BuildError where one is not there."""
    wanted = {f"package/{member}": member for member in members}
    found = {}
    try:
        with tarfile.open(package, "r|gz") as archive:
            for entry in archive:
                file = archive.extractfile(entry) if entry.name in wanted else None
                if file is not None:
                    found[wanted[entry.name]] = json.load(file)
    except (OSError, EOFError, tarfile.TarError, json.JSONDecodeError) as error:
        raise BuildError(f"{package} cannot be read: {error}. Fetch the package again.") from error
    if missing := set(wanted.values()) - set(found):
        raise BuildError(f"{package} has no {', '.join(sorted(missing))}. Fetch the package again.")
    return found


def read_topology(package: Path, member: str) -> Topology:
    """The countries of TopoJSON file `member`; arcs simplified once, so that neighbours keep one border."""
    raw = read_members(package, [member])[member]
    shapes = [
        Shape(feature["properties"]["a3"], feature["arcs"] if feature["type"] == "MultiPolygon" else [feature["arcs"]])
        for feature in raw["objects"]["countries"]["geometries"]
    ]
    return Topology([_simplified(_decoded(arc, raw["transform"])) for arc in raw["arcs"]], shapes)


def _decoded(arc: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Line:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    line = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        line.append((x * scale_x + left, y * scale_y + bottom))
    return line


def _simplified(line: Line) -> Line:
    whole = unwrapped(line)
    polar = min(abs(y) for _, y in whole) > _POLAR_LAT
    tolerance = SIMPLIFY_POLAR_DEG if polar else SIMPLIFY_DEG
    simple = list(LineString(whole).simplify(tolerance, preserve_topology=False).coords)
    enough = len(simple) >= _RING_POINTS or whole[0] != whole[-1]
    return [(float(x), float(y)) for x, y in simple] if enough else whole


def unwrapped(line: Line) -> Line:
    """The line with longitudes that run on beyond ±180° instead of jumping over to the other side."""
    turn, last, out = 0.0, line[0][0], []
    for x, y in line:
        turn -= 360 * round((x - last) / 360)
        last = x
        out.append((x + turn, y))
    return out


def ring(arcs: list[Line], numbers: Iterable[int]) -> Line:
    """The arcs joined into one closed line, longitudes running on."""
    points: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return unwrapped(points)


def polygon(arcs: list[Line], rings: PolygonArcs) -> BaseGeometry | None:
    """A valid polygon within ±180°, cut at the antimeridian. None where it is smaller than the source resolves."""
    outer, *holes = ([*_round_pole(line)] for line in (ring(arcs, numbers) for numbers in rings))
    if len(set(outer)) < _RING_POINTS - 1:
        return None
    shape = make_valid(Polygon(outer, [hole for hole in holes if len(set(hole)) >= _RING_POINTS - 1]))
    return cut_at_antimeridian(shape)


def _round_pole(line: Line) -> Line:
    """Antarctica's ring ends 360° from where it began: close it over the pole."""
    (first, _), (last, _) = line[0], line[-1]
    return line if abs(last - first) < 180 else [*line, (last, -90.0), (first, -90.0)]


def cut_at_antimeridian(shape: BaseGeometry) -> BaseGeometry:
    """The shape within ±180°: what lies beyond is cut off and moved to the other side."""
    west, _, east, _ = shape.bounds
    turns = range(math.floor((west + 180) / 360), math.ceil((east - 180) / 360) + 1)
    if list(turns) == [0]:
        return shape
    pieces = (translate(shape, -360 * turn).intersection(WORLD) for turn in turns)
    return MultiPolygon([part for piece in pieces for part in polygons_of(piece)])


def polygons_of(shape: BaseGeometry) -> list[Polygon]:
    """The polygons in a geometry, largest first; lines and points left out."""
    parts = getattr(shape, "geoms", [shape])
    flat = [part for part in parts if isinstance(part, Polygon) and not part.is_empty]
    nested = [inner for part in parts if isinstance(part, MultiPolygon) for inner in polygons_of(part)]
    return sorted(flat + nested, key=lambda part: (-part.area, part.bounds))


def parts_of(shape: BaseGeometry) -> list[Polygon] | list[LineString]:
    """The polygons of a geometry, largest first; of one without, its lines, longest first."""
    lines = [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, LineString)]
    return polygons_of(shape) or sorted(lines, key=lambda line: (-line.length, line.bounds))


def rounded(line: Iterable[Sequence[float]], decimals: int = DECIMALS) -> list[list[float]]:
    """The points to so many decimals, without repeats one after the other."""
    out: list[list[float]] = []
    for x, y in line:
        point = [round(x, decimals) + 0.0, round(y, decimals) + 0.0]
        if not out or point != out[-1]:
            out.append(point)
    return out


def decimals_for(shape: BaseGeometry) -> int:
    """How many decimals of a degree keep the form of the shape's largest part."""
    west, south, east, north = parts_of(shape)[0].bounds
    size = math.hypot(east - west, north - south)
    return DECIMALS + (size < _SMALL_DEG) + (size < _TINY_DEG)


def coordinates(shape: BaseGeometry, decimals: int = DECIMALS) -> list[list[list[list[float]]]]:
    """The coordinates of a GeoJSON MultiPolygon, largest part first; parts that rounding makes flat are left out."""
    parts = []
    for part in polygons_of(shape):
        rings = [rounded(line.coords, decimals) for line in (part.exterior, *part.interiors)]
        if len(rings[0]) >= _RING_POINTS:
            parts.append([rings[0], *(hole for hole in rings[1:] if len(hole) >= _RING_POINTS)])
    return parts
