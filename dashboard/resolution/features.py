"""Named features of a candidate place: what in the text speaks for its being the one that a name means."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from dashboard.gazetteer.distance import EARTH_RADIUS_KM
from dashboard.gazetteer.index import Index
from dashboard.resolution.names import NameGroup, areas_of, contains
from dashboard.resolution.places import COUNTRY_KINDS, Features, Known, Vector, places_of
from dashboard.resolution.setting import Setting

MAX_CONTEXT = 40
"""Other names of the text that a candidate is measured against: those mentioned most. Bounds the work in long texts."""
# Kilometres at which a candidate counts as near another place of the text: a town, a county, a state, a country wide.
_RINGS = tuple((f"near_{km}", f"many_near_{km}", math.cos(km / EARTH_RADIUS_KM)) for km in (1500, 500, 160, 50))
_MANY = 3  # near places are counted up to this
_FAME = ("people_behind", "rank", "default_sense", "code_PPLC")
_DOUBT = 2  # names; what the others say counts as if so many more said nothing
_FULL_WORDS = 4  # words of a name in full that are looked at
_MOST_KIN = 3.0  # names; company beyond it says no more


T = TypeVar("T")


class Option(NamedTuple):
    """A place that a group of mentions could be, with the features that do not depend on what other names are."""

    known: Known
    own: Features


@dataclass(slots=True)
class Context:
    """What the names of a text are taken for, by group, and the votes for countries and admin1 units that follow."""

    guesses: list[Known | None]
    size: int = 0
    countries: Counter[str | None] = field(default_factory=Counter)
    areas: Counter[int] = field(default_factory=Counter)
    counties: Counter[int] = field(default_factory=Counter)
    top_countries: list[tuple[str | None, int]] = field(default_factory=list)
    top_areas: list[tuple[int, int]] = field(default_factory=list)
    named_countries: set[str | None] = field(default_factory=set)
    named_areas: set[int] = field(default_factory=set)
    points: list[tuple[int, Vector]] = field(default_factory=list)


def options_of(group: NameGroup, index: Index, setting: Setting) -> list[Option]:
    """The places a name could be, the most populous first; [] for a name the gazetteer does not have."""
    if group.key is None:
        return []
    areas = [] if group.area is None else areas_of(index, group.area.key)
    options = []
    for known in places_of(index, group.key):
        own = dict(known.features)
        for table, shares in setting.items():
            share = shares.get(known.country or "")
            if share:
                own[table if known.kind not in COUNTRY_KINDS else f"country_{table}"] = share
        if group.area and areas:
            strength = "comma" if group.area.strong else "beside"
            inside = any(contains(index, area, known.row) for area in areas)
            own[f"{strength}_area_{'holds' if inside else 'elsewhere'}"] = 1.0
        if group.cues:
            own["kind_word_fits" if known.kind in group.cues else "kind_word_differs"] = 1.0
        options.append(Option(known, own))
    return options


def add_kin(options: list[list[Option]]) -> None:
    """Add to each option its company: how many other names have a place in its admin1 unit, country or neighbourhood.

    A name counts with the share of its own places that lie there, so that names found everywhere say little.
    """
    shares = [_shares(some) for some in options]
    total: dict[object, float] = {}
    for share in shares:
        for area, part in share.items():
            total[area] = total.get(area, 0.0) + part
    for some, share in zip(options, shares, strict=True):
        for known, own in some:
            own["kin_country"] = min(_MOST_KIN, total.get(known.country, 0.0) - share.get(known.country, 0.0))
            own["kin_admin1"] = min(_MOST_KIN, total.get(known.area, 0.0) - share.get(known.area, 0.0))
            if known.is_point:
                near = [total[cell] - share.get(cell, 0.0) for cell in known.cells if cell in total]
                own["kin_near"] = min(_MOST_KIN, sum(near))


def add_full_names(groups: Sequence[NameGroup], options: Sequence[Sequence[Option]]) -> None:
    """Mark the places that a longer name of the text means first, which begins so: "Gaza Strip" speaks for "Gaza"."""
    longer: dict[str, set[int]] = {}
    for group, some in zip(groups, options, strict=True):
        words = group.surface.split()[:_FULL_WORDS]
        for size in range(1, len(words)) if some and group.exact else ():
            longer.setdefault(" ".join(words[:size]), set()).add(some[0].known.row)
    for group, some in zip(groups, options, strict=True):
        rows = longer.get(group.surface, ())
        for option in some if rows else ():
            if option.known.row in rows:
                option.own["named_in_full"] = 1.0


def shared_areas(options: Sequence[Sequence[Option]]) -> list[int]:
    """The admin1 units in which at least two names have a place, those first where the most names do.

    A name counts with the share of its places that lie there.
    """
    names: Counter[int] = Counter()
    shares: dict[int, float] = {}
    for some in options:
        areas = {option.known.area for option in some if option.known.area >= 0}
        names.update(areas)
        for area in areas:
            shares[area] = shares.get(area, 0.0) + 1 / len(areas)
    return sorted((area for area, count in names.items() if count > 1), key=lambda area: -shares[area])


def _shares(options: list[Option]) -> dict[object, float]:
    """By country, admin1 unit and cell the share of a name's places that lie there."""
    places = [option.known for option in options]
    shares: dict[object, float] = {}
    for areas in (
        {known.cells[0] for known in places if known.is_point},
        {known.area for known in places if known.area >= 0},
        {known.country for known in places if known.country},
    ):
        shares |= dict.fromkeys(areas, 1 / max(len(areas), 1))
    return shares


def context_of(groups: list[NameGroup], guesses: list[Known | None]) -> Context:
    """The context that a guess for each group makes; None = no guess."""
    context = Context(guesses)
    for guess in guesses:
        if guess is None:
            continue
        context.size += 1
        context.countries[guess.country] += 1
        context.areas[guess.area] += 1
        context.counties[guess.county] += 1
        if guess.kind == "admin1":
            context.named_areas.add(guess.row)
        elif guess.kind in COUNTRY_KINDS:
            context.named_countries.add(guess.country)
    context.top_countries = [vote for vote in context.countries.most_common(3) if vote[0] is not None][:2]
    context.top_areas = [vote for vote in context.areas.most_common(3) if vote[0] >= 0][:2]
    pointed = [(i, guess) for i, guess in enumerate(guesses) if guess is not None and guess.is_point]
    pointed.sort(key=lambda item: -len(groups[item[0]].mentions))
    context.points = [(guess.row, guess.vector) for _, guess in pointed[:MAX_CONTEXT]]
    return context


class Rest(NamedTuple):
    """What the other names of a text are taken for, as one of them sees it. own: its own guess; size: of the others.

    whole: what their votes are counted against, so that one vote of one is no landslide. country, area: the commonest
    among the others, with its share; None and -1 where none is.
    """

    own: Known | None
    size: int
    whole: int
    country: str | None
    country_share: float
    area: int
    area_share: float


def rest_of(context: Context, position: int) -> Rest:
    """What the names other than that at `position` are taken for."""
    own = context.guesses[position]
    size = context.size - (own is not None)
    whole = size + _DOUBT
    country, votes = _commonest(context.top_countries, None if own is None else own.country)
    area, more = _commonest(context.top_areas, None if own is None else own.area)
    return Rest(own, size, whole, country, votes / whole, -1 if area is None else area, more / whole)


def _commonest(top: Sequence[tuple[T, int]], own: T | None) -> tuple[T | None, int]:
    """The commonest of two values once one's own vote is taken away, and its votes."""
    return max(((value, count - (value == own)) for value, count in top), key=lambda vote: vote[1], default=(None, 0))


def context_features(option: Option, rest: Rest, context: Context, beside: frozenset[int]) -> Features:
    """Features of an option that depend on what the other groups are taken for.

    beside: groups that stand next to this one in the text.
    """
    known = option.known
    features = _votes(known, rest, context) if rest.size else {}
    if rest.size and "comma_area_holds" not in option.own:  # what a comma puts there may lie anywhere
        _add_outside(features, known, rest)
    _add_nearness(features, known, None if rest.own is None else rest.own.row, context)
    for other in beside:
        guess = context.guesses[other]
        if guess is not None and guess.country == known.country:
            features["beside_country"] = 1.0
        if guess is not None and guess.area == known.area >= 0:
            features["beside_admin1"] = 1.0
    return features


def _add_nearness(features: Features, known: Known, own_row: int | None, context: Context) -> None:
    x, y, z = known.vector
    skipped = {known.row, own_row}
    cosines = [x * x2 + y * y2 + z * z2 for row, (x2, y2, z2) in context.points if row not in skipped]
    for near, many, threshold in _RINGS:
        cosines = [cosine for cosine in cosines if cosine >= threshold]
        if not cosines:
            break
        features[near] = 1.0
        features[many] = min(len(cosines), _MANY) / _MANY


def _votes(known: Known, rest: Rest, context: Context) -> Features:
    features: Features = {}
    own, country, area = rest.own, known.country, known.area
    if country:
        votes = context.countries[country] - (own is not None and own.country == country)
        if votes > 0:
            features["country_vote"] = votes / rest.whole
        if country in context.named_countries and known.kind not in COUNTRY_KINDS:
            features["country_named"] = 1.0
    if area >= 0:
        votes = context.areas[area] - (own is not None and own.area == area)
        if votes > 0:
            features["admin1_vote"] = votes / rest.whole
        if area in context.named_areas and known.kind != "admin1":
            features["admin1_named"] = 1.0
    if known.county and context.counties[known.county] > (own is not None and own.county == known.county):
        features["same_county"] = 1.0
    return features


def _add_outside(features: Features, known: Known, rest: Rest) -> None:
    """That a place lies where the text is not; a famous one may."""
    country, area = rest.country is not None and known.country != rest.country, rest.area not in (-1, known.area)
    for name, outside, share in (
        ("outside_country", country, rest.country_share),
        ("outside_area", area, rest.area_share),
    ):
        if outside:
            features[name] = share
            for fame in _FAME:
                if fame in known.features:
                    features[f"{name}_{fame}"] = share * known.features[fame]


def none_features(group: NameGroup) -> Features:
    """Features of the answer "none of these": the recogniser's doubt, and whether only a part of the name is known."""
    features = {"none": 1.0, "none_doubt": 1.0 - group.score}
    if not group.exact:
        features["none_partial"] = 1.0
    return features
