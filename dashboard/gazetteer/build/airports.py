"""Airports and air bases (PyPI airportsdata): those with an IATA code, and the military ones."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.junk import is_junk
from dashboard.gazetteer.build.nearest import Cities
from dashboard.gazetteer.build.packages import member
from dashboard.gazetteer.distance import km_between
from dashboard.gazetteer.names import normal_name

SOURCE = "airportsdata"

_FILE = "airportsdata/airports.csv"
_WRITTEN_OUT = {
    "Intl": "International", "Int": "International", "Ntl": "National", "Rgnl": "Regional", "Muni": "Municipal",
    "airport": "Airport",
    "Nas": "Naval Air Station", "NAS": "Naval Air Station", "Afb": "Air Force Base", "AFB": "Air Force Base",
    "Aaf": "Army Airfield", "AAF": "Army Airfield", "Arb": "Air Reserve Base", "Airbase": "Air Base",
    "Mcas": "Marine Corps Air Station", "MCAS": "Marine Corps Air Station",
}  # fmt: skip
_WORD = re.compile(r"\b(" + "|".join(_WRITTEN_OUT) + r")\b")
_BASE = re.compile(
    r"Air Base|Air Force Base|Air Reserve Base|Air Force Station|Naval Air|Naval Station|Army Airfield|Army Air Field"
    r"|Marine Corps|Joint Base|Air Station|^R?A?A?R?N?C?AF |Base A[eé]rea"
)
_PRIVATE = re.compile(r"Heliport|Helipad|Helistop|Seaplane|Airstrip|\bStrip\b|Ranch|Airpark|\bAux(iliary)?\b", re.I)
_FACILITY = re.compile(r"Airport|Field|Base|Airfield|Aerodrome|Airdrome|Station|^R?A?A?R?N?C?AF ")
_ASIDE = re.compile(r"\s*\(([^)]*)\)")
_SPLIT = re.compile(r"\s*/\s*")
_CODES = {"airport": "AIRP", "base": "AIRB"}  # GeoNames' feature codes
_SAME_AIRPORT_KM = 5.0
_SAME_NAME_KM = 50.0
_CITY_KM = 40.0  # so far a city tells in which division its airport lies
_EXTENT_KM = 4.0  # across, of a large one


class Airport(NamedTuple):
    """A row of the source. iata: "" = none; city: as the source has it, or ""; WGS 84 degrees."""

    icao: str
    iata: str
    name: str
    city: str
    country: str
    lat: float
    lon: float


def read_airports(wheel: Path) -> Iterator[Airport]:
    """The airports with an IATA code, and air bases; without heliports, seaplane bases and private strips.

    Raises BuildError.
    """
    for row in csv.DictReader(member(wheel, _FILE).decode("utf-8").splitlines()):
        name = clean(row["name"])
        if (row["iata"] or _BASE.search(name)) and not _PRIVATE.search(name):
            point = (round(float(row[side]), 4) for side in ("lat", "lon"))
            yield Airport(row["icao"], row["iata"], name, clean(row["city"]), row["country"], *point)


def clean(text: str) -> str:
    """A name with its abbreviations written out.

    >>> clean("Robins Afb Airport"), clean("King  Mswati III Intl")
    ('Robins Air Force Base Airport', 'King Mswati III International')
    """
    return _WORD.sub(lambda found: _WRITTEN_OUT[found.group()], " ".join(text.split()))


def names_of(name: str) -> list[str]:
    """The name to show, then the others a source's name holds; a city before a slash is no name of an airport.

    >>> names_of("Baghdad International Airport / New Al Muthana Air Base")
    ['Baghdad International Airport', 'New Al Muthana Air Base']
    >>> names_of("Moncton / Greater Moncton International Airport")
    ['Moncton Greater Moncton International Airport', 'Greater Moncton International Airport']
    >>> names_of("Roanoke/Blacksburg Regional (Woodrum Field) Airport")
    ['Roanoke/Blacksburg Regional Airport', 'Woodrum Field', 'Blacksburg Regional Airport']
    >>> names_of("Robins Air Force Base Airport"), names_of("Kalaburagi")
    (['Robins Air Force Base'], ['Kalaburagi Airport'])
    """
    aside = [inner for inner in _ASIDE.findall(name) if _says_what(inner)]
    whole = " ".join(_ASIDE.sub("", name).split())
    parts = _SPLIT.split(whole)
    of_its_own = [_without_airport(part) for part in parts if _says_what(part)]
    if len(of_its_own) == len(parts):
        return [*of_its_own, *aside]
    if len(parts) == 1:
        return [f"{whole} Airport", *aside]
    return [whole.replace(" / ", " "), *aside, *of_its_own]


def _says_what(name: str) -> bool:
    """Whether a name says that it is an airport, and which."""
    return " " in name and _FACILITY.search(name) is not None


def _without_airport(name: str) -> str:
    """ "Robins Air Force Base Airport" is an air base."""
    return name.removesuffix(" Airport") if _BASE.search(name) else name


def add_airports(entries: Entries, airports: Iterable[Airport]) -> None:
    """Add the airports to `entries`, or their names to one that is there: of its kind and near, or of its name.

    A new place gets the id "icao:" and its code. No airport gets the bare name of its city.
    """
    known, cities = _Known(entries), Cities(entries)
    by_icao = {airport.icao: airport for airport in airports}
    city_names = city_forms(by_icao.values())
    for icao, airport in sorted(by_icao.items()):
        names = names_of(airport.name)
        entry = known.meant(airport, names)
        if entry is None:
            entry = _new(airport, names[0], cities)
            entries[entry.place_id] = entry
            _add(entry, names[:1], "official")
        _add(entry, [*names, *city_names.get(icao, ())], "alternate")


def city_forms(airports: Iterable[Airport]) -> dict[str, list[str]]:
    """ "Sochi International Airport", "Sochi Airport" by ICAO code, for the one airport of a city that is meant.

    That is a city's only airport, or the only international one.
    """
    of_city: dict[tuple[str, str], list[Airport]] = defaultdict(list)
    for airport in airports:
        city = re.split(r"[/,(]", airport.city)[0].strip()
        if city and not _BASE.search(airport.name):
            of_city[airport.country, city].append(airport)
    found = {}
    for (_, city), members in of_city.items():
        international = [airport for airport in members if "International" in airport.name]
        meant = international if len(international) == 1 else members
        if len(meant) == 1:
            found[meant[0].icao] = [*([f"{city} International Airport"] if international else []), f"{city} Airport"]
    return found


class _Known:
    """The airports and bases that are there already: few, so each is looked at."""

    def __init__(self, entries: Entries) -> None:
        self._entries = [entry for entry in entries.values() if entry.kind in ("airport", "base")]
        self._names = {entry.place_id: {normal_name(name) for name in entry.names} for entry in self._entries}

    def meant(self, airport: Airport, names: list[str]) -> Entry | None:
        """The nearest of the airport's name, else the nearest of its kind; None if there is none near."""
        same = {normal_name(name) for name in names}
        kind = kind_of(names[0])
        found = []
        for entry in self._entries:
            km = km_between(airport.lat, airport.lon, entry.lat, entry.lon)
            named = not same.isdisjoint(self._names[entry.place_id])
            alike = entry.kind == kind and entry.feature_code in _CODES.values()
            if (named and km <= _SAME_NAME_KM) or (alike and km <= _SAME_AIRPORT_KM):
                found.append((not named, km, entry.place_id, entry))
        return min(found, default=(False, 0.0, "", None))[3]


def kind_of(name: str) -> str:
    """ "base" or "airport", as the name shown says.

    >>> kind_of("RAF Lossiemouth"), kind_of("Incirlik Air Base"), kind_of("Love Field")
    ('base', 'base', 'airport')
    """
    return "base" if _BASE.search(name) else "airport"


def _new(airport: Airport, name: str, cities: Cities) -> Entry:
    kind = kind_of(name)
    entry = Entry(f"icao:{airport.icao}", name, kind, airport.lat, airport.lon, SOURCE, _CODES[kind], airport.country)
    near = cities.nearest(airport.lat, airport.lon, country=airport.country)
    if near and km_between(airport.lat, airport.lon, near.lat, near.lon) <= _CITY_KM:
        entry.admin1 = near.admin1
    entry.extent_km = _EXTENT_KM
    return entry


def _add(entry: Entry, names: Iterable[str], kind: str) -> None:
    for name in names:
        if not is_junk(name, official=kind == "official"):
            entry.add_name(name, kind, language="en", source=SOURCE)
