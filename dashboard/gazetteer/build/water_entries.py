"""Lays the waters of the sources into the gazetteer: onto the places that are there already, else as new ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from shapely import STRtree, get_coordinates, points
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.water_names import forms, shown_name, telling_words
from dashboard.gazetteer.build.waters import Water
from dashboard.gazetteer.distance import km_between
from dashboard.gazetteer.names import normal_name

# What a place may be called that a source calls otherwise: the Caspian Sea is a lake, too.
_SAME_KINDS = {
    "sea": frozenset({"sea", "strait", "lake"}),
    "strait": frozenset({"sea", "strait", "lake"}),
    "lake": frozenset({"lake", "sea"}),
    "river": frozenset({"river", "strait"}),
}
_FROM_WATER_KM = {"sea": 300.0, "strait": 100.0, "lake": 100.0, "river": 500.0}  # where a place's point may lie
_KNOWN_BY_ITSELF = 6  # letters; the name of a river without the word "river", if no place is called so
_ALL_BUT_NONE = 0.98  # of a water's corners on land: it lies in that country


def add_waters(entries: Entries, waters: Iterable[Water], countries: Mapping[str, BaseGeometry]) -> dict[str, Water]:
    """Add the waters to `entries`, and their names to places that are there; the water of each place by place_id.

    countries: their areas by ISO code. A new place gets the id "ne:" and its name.
    """
    known = _Known(entries)
    named = {
        normal_name(name) for entry in entries.values() for name, kind in entry.kinds.items() if kind != "alternate"
    }
    land = _Land(countries)
    ids: Counter[str] = Counter()
    of_places: dict[str, Water] = {}
    for water in sorted(waters, key=lambda w: (w.kind, w.name, -w.geometry.length, w.lat, w.lon)):
        entry = known.meant(water)
        if entry is None or entry.place_id in of_places:
            entry = _new(water, ids, land)
            entries[entry.place_id] = entry
        _add_names(entry, water, named)
        of_places[entry.place_id] = water
    return of_places


class _Known:
    """The waters that are there, by what their names tell."""

    def __init__(self, entries: Entries) -> None:
        self._entries: dict[tuple[str, ...], dict[str, Entry]] = defaultdict(dict)
        for entry in entries.values():
            if entry.kind in _SAME_KINDS:
                for name in entry.names:
                    self._entries[telling_words(name)][entry.place_id] = entry

    def meant(self, water: Water) -> Entry | None:
        """The place that is this water: of its name and kind, and the nearest; None if there is none near."""
        keys = dict.fromkeys(telling_words(name) for name in (water.name, *water.aliases))
        found = {key: entry for words in keys for key, entry in self._entries.get(words, {}).items()}
        far = [
            (_km_from(water.geometry, entry), key, entry)
            for key, entry in found.items()
            if entry.kind in _SAME_KINDS[water.kind]
        ]
        km, _, entry = min(far, default=(float("inf"), "", None))
        return entry if km <= _FROM_WATER_KM[water.kind] else None


def _km_from(geometry: BaseGeometry, entry: Entry) -> float:
    nearest, _ = nearest_points(geometry, Point(entry.lon, entry.lat))
    return km_between(nearest.y, nearest.x, entry.lat, entry.lon)


class _Land:
    """The countries, to tell in which one a water lies."""

    def __init__(self, countries: Mapping[str, BaseGeometry]) -> None:
        self._codes = list(countries)
        self._areas = STRtree(list(countries.values()))

    def country(self, geometry: BaseGeometry) -> str | None:
        """The code of the country that has all corners of the geometry that lie on land; None if there is none."""
        _, areas = self._areas.query(points(get_coordinates(geometry)), predicate="within")
        count = Counter(self._codes[number] for number in areas.tolist())
        code, most = count.most_common(1)[0] if count else ("", 0)
        return code if most and most >= _ALL_BUT_NONE * count.total() and len(code) == 2 else None


def _new(water: Water, ids: Counter[str], land: _Land) -> Entry:
    name = shown_name(water.name, water.kind)
    slug = f"ne:{normal_name(name).replace(' ', '-')}"
    ids[slug] += 1
    place_id = slug if ids[slug] == 1 else f"{slug}-{ids[slug]}"
    entry = Entry(place_id, name, water.kind, water.lat, water.lon, water.source, water.code)
    if water.kind in ("river", "lake"):
        entry.country = land.country(water.geometry)
    return entry


def _add_names(entry: Entry, water: Water, named: set[str]) -> None:
    """Give a place the water's names; a river's name alone only if it is long and nobody else's."""
    new = entry.place_id.startswith("ne:")
    official = [shown_name(water.name, water.kind)]
    alone = water.kind != "river" or " " in water.name or len(water.name) >= _KNOWN_BY_ITSELF
    if water.name not in official and alone and normal_name(water.name) not in named:
        official.append(water.name)
    for name in official:
        entry.add_name(name, "official" if new else "alternate", language="en", source=water.source)
    for name in (*forms(water.name, water.kind), *water.aliases):
        entry.add_name(name, "alternate", language="en", source=water.source)
