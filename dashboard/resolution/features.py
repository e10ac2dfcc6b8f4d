"""Named features of a candidate place: what speaks for its being the one a name means in this text."""

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.resolution.names import NameGroup, areas_of, contains

Features = dict[str, float]

EARTH_RADIUS_KM = 6371.0088
# Places of one name that are looked at; the most populous come first.
MAX_CANDIDATES = 60
# Other names of the text that a candidate is measured against: those mentioned most. Bounds the work in long texts.
MAX_CONTEXT = 40
# Kilometres at which a candidate counts as near another place of the text: a town, a county, a state, a country wide.
NEAR_KM = (50, 160, 500, 1500)
_NEAR_COSINES = tuple(math.cos(km / EARTH_RADIUS_KM) for km in NEAR_KM)
_MOST_KIN = 3.0  # names; company beyond it says no more
_MANY = 3  # near places are counted up to this
# log10 of people: the scale on which population counts.
_POPULATION_SCALE = 6.0
_AREA_KINDS = frozenset({"country", "territory", "continent", "admin1", "region"})


class Vector(NamedTuple):
    """A point on the unit sphere."""

    x: float
    y: float
    z: float


@dataclass(slots=True)
class Option:
    """A place a group of mentions could be: its gazetteer row, features that no other name changes, and where it is."""

    row: int
    own: Features
    vector: Vector
    country: str | None
    admin1: int
    kind: str
    cell: tuple[int, int]

    @property
    def area(self) -> int:
        """The row of the admin1 unit it is or lies in; -1 = none."""
        return self.row if self.kind == "admin1" else self.admin1

    @property
    def is_point(self) -> bool:
        """Whether distances to it mean something: not so for countries and states."""
        return self.kind not in _AREA_KINDS


@dataclass(slots=True)
class Context:
    """What the other names of the text are taken for: guesses by group, votes for countries and admin1 units, points."""

    guesses: list[Option | None]
    size: int = 0
    countries: Counter[str] = field(default_factory=Counter)
    admin1s: Counter[int] = field(default_factory=Counter)
    named_countries: Counter[str] = field(default_factory=Counter)
    named_admin1s: Counter[int] = field(default_factory=Counter)
    points: list[tuple[int, Vector]] = field(default_factory=list)


def options_of(group: NameGroup, index: Index) -> list[Option]:
    """The places a name could be, the most populous first; [] for a name the gazetteer does not have."""
    if group.key is None:
        return []
    senses = index.senses(group.key)[:MAX_CANDIDATES]
    largest = max((index.population[sense.row] for sense in senses), default=0)
    areas = [] if group.area is None else areas_of(index, group.area.key)
    options = []
    for rank, sense in enumerate(senses):
        row = sense.row
        kind, people = index.kind(row), index.population[row]
        own = {
            "people": math.log10(people + 1) / _POPULATION_SCALE,
            "people_behind": math.log10((largest + 1) / (people + 1)) / _POPULATION_SCALE,
            "rank": 1 / (rank + 1),
            f"kind_{kind}": 1.0,
            f"name_{sense.kind}": 1.0,
        }
        if sense.default:
            own["default_sense"] = 1.0
        if len(senses) == 1:
            own["only_one"] = 1.0
        code = index.feature_code(row)
        if code in {"PPLC", "PPLA", "PPLA2"}:
            own[f"code_{code}"] = 1.0
        own |= _area_features(group, areas, row, index) | _cue_features(group, kind)
        lat, lon = index.lat[row], index.lon[row]
        cell = (math.floor(lat), math.floor(lon))
        options.append(Option(row, own, _vector(lat, lon), index.country(row), index.admin1(row), kind, cell))
    return options


def add_kin(options: list[list[Option]]) -> None:
    """Add to each option how much company it has: other names with a place in its admin1 unit, country or neighbourhood.

    A name counts with the share of its own places that lie there, so that names found everywhere say little.
    """
    shares = [_shares(some) for some in options]
    total = Counter[object]()
    for share in shares:
        total.update(share)
    for some, share in zip(options, shares, strict=True):
        for option in some:
            for name, areas in _areas(option).items():
                kin = sum(total[area] - share.get(area, 0.0) for area in areas)
                option.own[f"kin_{name}"] = min(_MOST_KIN, kin)


def _areas(option: Option) -> dict[str, list[object]]:
    """The areas an option lies in: its country, its admin1 unit, and its cell with the eight around it."""
    areas: dict[str, list[object]] = {"country": [option.country], "admin1": [option.area]}
    if option.is_point:
        y, x = option.cell
        areas["near"] = [(y + up, x + east) for up in (-1, 0, 1) for east in (-1, 0, 1)]
    return areas


def _shares(options: list[Option]) -> dict[object, float]:
    """By country, admin1 unit and cell the share of a name's places that lie there."""
    shares: dict[object, float] = {}
    for areas in (
        {option.cell for option in options if option.is_point},
        {option.area for option in options if option.area >= 0},
        {option.country for option in options if option.country},
    ):
        shares.update(dict.fromkeys(areas, 1 / max(len(areas), 1)))
    return shares


def _area_features(group: NameGroup, areas: list[int], row: int, index: Index) -> Features:
    if not areas:
        return {}
    strength = "comma" if group.area and group.area.strong else "beside"
    inside = any(contains(index, area, row) for area in areas)
    return {f"{strength}_area_{'holds' if inside else 'elsewhere'}": 1.0}


def _cue_features(group: NameGroup, kind: str) -> Features:
    if not group.cues:
        return {}
    return {"kind_word_fits" if kind in group.cues else "kind_word_differs": 1.0}


def _vector(lat: float, lon: float) -> Vector:
    across, along = math.radians(lat), math.radians(lon)
    return Vector(math.cos(across) * math.cos(along), math.cos(across) * math.sin(along), math.sin(across))


def distance_km(a: Vector, b: Vector) -> float:
    """Great-circle distance, kilometres, on a sphere."""
    return EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, a.x * b.x + a.y * b.y + a.z * b.z)))


def context_of(groups: list[NameGroup], guesses: list[Option | None]) -> Context:
    """The context that a guess for each group makes; None = no guess."""
    context = Context(guesses)
    for position, guess in enumerate(guesses):
        if guess is None:
            continue
        context.size += 1
        if guess.country:
            context.countries[guess.country] += 1
        if guess.kind == "admin1":
            context.named_admin1s[guess.row] += 1
        elif guess.kind in {"country", "territory"} and guess.country:
            context.named_countries[guess.country] += 1
        if guess.area >= 0:
            context.admin1s[guess.area] += 1
    pointed = [i for i, guess in enumerate(guesses) if guess is not None and guess.is_point]
    pointed.sort(key=lambda i: -len(groups[i].mentions))
    context.points = [(i, guess.vector) for i in pointed[:MAX_CONTEXT] if (guess := guesses[i]) is not None]
    return context


def context_features(option: Option, position: int, context: Context, beside: frozenset[int]) -> Features:
    """Features of an option of group `position` that depend on what the other groups are taken for.

    beside: groups that stand next to this one in the text.
    """
    features = _votes(option, context.guesses[position], context)
    near = [0] * len(NEAR_KM)
    here = option.vector
    for other, vector in context.points:
        if other == position:
            continue
        cosine = here.x * vector.x + here.y * vector.y + here.z * vector.z
        for ring, threshold in enumerate(_NEAR_COSINES):
            if cosine >= threshold:
                near[ring] += 1
    for km, count in zip(NEAR_KM, near, strict=True):
        if count:
            features[f"near_{km}"] = 1.0
            features[f"many_near_{km}"] = min(count, _MANY) / _MANY
    return features | _beside(option, position, context, beside)


def _votes(option: Option, own: Option | None, context: Context) -> Features:
    features: Features = {}
    others = context.size - (own is not None)
    area = option.area
    country = context.countries[option.country or ""] - (own is not None and own.country == option.country)
    admin1 = context.admin1s[area] - (own is not None and own.area == area) if area >= 0 else 0
    if others and country > 0:
        features["country_vote"] = country / others
    if others and admin1 > 0:
        features["admin1_vote"] = admin1 / others
    if option.kind not in {"country", "territory"} and context.named_countries[option.country or ""]:
        features["country_named"] = 1.0
    if option.kind != "admin1" and area >= 0 and context.named_admin1s[area]:
        features["admin1_named"] = 1.0
    return features


def _beside(option: Option, position: int, context: Context, beside: frozenset[int]) -> Features:
    features: Features = {}
    for other in beside:
        guess = context.guesses[other]
        if guess is None or other == position:
            continue
        if guess.country == option.country:
            features["beside_country"] = 1.0
        if option.admin1 >= 0 and option.admin1 == guess.area:
            features["beside_admin1"] = 1.0
    return features


def none_features(group: NameGroup, options: list[Option]) -> Features:
    """Features of the answer "none of these" for a name with these options."""
    features = {"none": 1.0, "none_doubt": 1.0 - group.score}
    if not group.exact:
        features["none_partial"] = 1.0
    return features
