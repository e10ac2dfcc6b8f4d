"""The places a name could be: what the gazetteer says of each, whatever the text."""

import math
from functools import lru_cache
from typing import NamedTuple

from dashboard.gazetteer.distance import EARTH_RADIUS_KM
from dashboard.gazetteer.index import Index

Features = dict[str, float]
"""The features that hold, by name; what is absent is 0."""

MAX_CANDIDATES = 60
"""Places of one name that are looked at; the most populous come first."""
COUNTRY_KINDS = frozenset({"country", "territory"})
_AREA_KINDS = COUNTRY_KINDS | {"continent", "admin1", "region"}
# Names whose places are kept from one text to the next.
_REMEMBERED = 20_000
# log10 of people: the scale on which population counts.
_POPULATION_SCALE = 6.0
# log10 of kilometres: the scale on which the extent of what has no people counts, rivers and ranges above all.
_REACH_SCALE = 3.0
# Kinds too rare in labelled texts to be weighed one by one, by what they are weighed as.
_KIND_CLASSES = {
    **dict.fromkeys(("island", "sea", "strait", "river", "lake", "mountains", "peninsula", "desert"), "nature"),
    **dict.fromkeys(("airport", "base", "crossing", "landmark"), "works"),
}
_SEATS = frozenset({"PPLC", "PPLA", "PPLA2"})


class Vector(NamedTuple):
    """A point on the unit sphere."""

    x: float
    y: float
    z: float


class Known(NamedTuple):
    """A place a name could be. features: what speaks for it whatever the text. vector: where it is.

    country: alpha-2. area: row of the admin1 unit that it is or lies in, -1 = none. cells: its degree of latitude and
    longitude, then the eight around it. is_point: distances to it mean something, which they do not for countries and
    states.
    """

    row: int
    features: Features
    vector: Vector
    country: str | None
    area: int
    county: int
    kind: str
    cells: tuple[tuple[int, int], ...]
    is_point: bool


@lru_cache(maxsize=_REMEMBERED)
def places_of(index: Index, key: int) -> tuple[Known, ...]:
    """The places of a gazetteer name, the default and the most populous first."""
    senses = index.senses(key)[:MAX_CANDIDATES]
    largest = max((index.people(sense.row) for sense in senses), default=0)
    proper = any(sense.kind in {"official", "overlay"} for sense in senses)
    places = []
    for rank, sense in enumerate(senses):
        row, people, kind = sense.row, index.people(sense.row), index.kind(sense.row)
        features = {
            "people": math.log10(people + 1) / _POPULATION_SCALE,
            "people_behind": math.log10((largest + 1) / (people + 1)) / _POPULATION_SCALE,
            "rank": 1 / (rank + 1),
            f"kind_{_KIND_CLASSES.get(kind, kind)}": 1.0,
            f"name_{sense.kind}": 1.0,
        }
        if not index.population[row]:
            features["reach"] = math.log10((index.extent_km(row) or 0.0) + 1) / _REACH_SCALE
        if proper and sense.kind == "alternate":
            features["name_rather_another"] = 1.0
        if sense.default:
            features["default_sense"] = 1.0
        if len(senses) == 1:
            features["only_one"] = 1.0
        if index.feature_code(row) in _SEATS:
            features[f"code_{index.feature_code(row)}"] = 1.0
        places.append(_known(index, row, features))
    return tuple(places)


def _known(index: Index, row: int, features: Features) -> Known:
    lat, lon, kind = index.lat[row], index.lon[row], index.kind(row)
    area = row if kind == "admin1" else index.admin1(row)
    south, west = math.floor(lat), math.floor(lon)
    return Known(
        row,
        features,
        _vector(lat, lon),
        index.country(row),
        area,
        index.admin2(row),
        kind,
        tuple((south + up, west + east) for up in (0, -1, 1) for east in (0, -1, 1)),
        kind not in _AREA_KINDS,
    )


def _vector(lat: float, lon: float) -> Vector:
    across, along = math.radians(lat), math.radians(lon)
    return Vector(math.cos(across) * math.cos(along), math.cos(across) * math.sin(along), math.sin(across))


def distance_km(a: Vector, b: Vector) -> float:
    """Great-circle distance, kilometres, on a sphere."""
    return EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, a.x * b.x + a.y * b.y + a.z * b.z)))
