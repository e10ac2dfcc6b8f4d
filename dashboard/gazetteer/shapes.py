"""The shape of a place, where a label fits into it, and what frames it on a map.

Two files are read, each once, and of them only the lines asked for are parsed: shapes/shapes.jsonl in the gazetteer's
folder (first-order divisions, waters, named regions) and static/basemap.js (countries; the browser draws the same).
A country stands in basemap.js under its ISO 3166 alpha-2 code; without one: XK Kosovo, CYN Northern Cyprus,
SOL Somaliland, KAS Siachen Glacier, GOL Golan Heights.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.errors import GazetteerDamaged, GazetteerMissing
from dashboard.settings import shipped

Bounds = tuple[float, float, float, float]
"""South, west, north, east, WGS 84 degrees; west < east."""

BASEMAP = Path(__file__).resolve().parents[1] / "static" / "basemap.js"
_SHAPES = Path("gazetteer", "shapes", "shapes.jsonl")
_ID = b'{"id":"'


def shape_of(place_id: str) -> dict[str, Any] | None:
    """The place's outline, a GeoJSON MultiPolygon, or a river's course, a MultiLineString; None where none is known.

    The part that holds the place's point first, then the largest or longest. Precise to about 2 km; a sea reaches a
    little over its coast, and its small islands are in it. Parts beyond the antimeridian stand on their own side of it.
    Source: Natural Earth. Raises GazetteerMissing, GazetteerDamaged.
    """
    record = _record(place_id)
    if record is None:
        return None
    if "lines" in record:
        lines = [_points(steps, record["scale"]) for steps in record["lines"]]
        return {"type": "MultiLineString", "coordinates": lines}
    polygons = _country(record["code"]) if "code" in record else _decoded(record["rings"], record["scale"])
    return {"type": "MultiPolygon", "coordinates": polygons}


def label_points(place_id: str) -> list[list[float]]:
    """Up to twelve points [lat, lon] inside the first part, the one farthest from its edge first; [] if unknown.

    Of a river: along its longest line, from the middle outwards.
    """
    record = _record(place_id)
    return record["points"] if record else []


def bounds_of(place_id: str) -> Bounds | None:
    """The box round the first part and the parts near it; None where no shape is known."""
    record = _record(place_id)
    if record is None:
        return None
    south, west, north, east = record["bounds"]
    return south, west, north, east


def basemap_code(place_id: str) -> str | None:
    """The key in basemap.js of a country or of an area drawn apart; None for every other place."""
    record = _record(place_id)
    return record.get("code") if record else None


@lru_cache(maxsize=512)
def _record(place_id: str) -> dict[str, Any] | None:
    line = _lines(shipped("data") / _SHAPES).get(place_id.encode("utf-8", "surrogatepass"))
    return _parsed(line, _SHAPES) if line else None


@lru_cache(maxsize=1)
def _lines(path: Path) -> dict[bytes, bytes]:
    """The lines of shapes.jsonl by place_id, unparsed."""
    found = {line[len(_ID) : line.index(b'"', len(_ID))]: line for line in _read(path) if line.startswith(_ID)}
    if not found:
        raise GazetteerDamaged(path, "no shape in it")
    return found


@lru_cache(maxsize=1)
def _country_lines() -> dict[str, bytes]:
    """The lines of basemap.js that are countries, by code, unparsed."""
    lines = (line.partition(b":") for line in _read(BASEMAP) if line.startswith(b'"'))
    return {key.decode().strip('"'): value.rstrip(b",") for key, _, value in lines}


def _country(code: str) -> Any:
    return _parsed(_country_lines().get(code, b""), BASEMAP)


def _read(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise GazetteerMissing(path) from error


def _parsed(text: bytes, path: Path) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise GazetteerDamaged(path, f"a line is no JSON ({error.msg})") from error


def _decoded(polygons: list[list[list[int]]], units: int) -> list[list[list[list[float]]]]:
    return [[_points(steps, units) for steps in rings] for rings in polygons]


def _points(steps: list[int], units: int) -> list[list[float]]:
    """Degrees from steps: lon and lat in turn, in 1/units of a degree, each counted from the one before it."""
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append([x / units, y / units])
    return points
