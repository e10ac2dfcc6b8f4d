"""The dumps of GeoNames: one line of allCountries.txt is a place, one of alternateNamesV2.txt a name of a place.

The columns are those of the readme beside the dumps: https://download.geonames.org/export/dump/readme.txt
"""

import re
from typing import NamedTuple

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.junk import KNOWN_BY_SHORT_NAME, is_junk

PLACE_COLUMNS = 19
NAME_COLUMNS = (8, 10)  # alternateNames.txt; alternateNamesV2.txt, which adds from and to
FEATURE_CLASSES = "AHLPRSTUV"
MAX_NUMBER = 2**32 - 1  # what the index has room for, both for an id and for people; Asia has more, and gets that
_NO_NAMES = frozenset({"link", "post", "iata", "icao", "wkdt", "unlc", "faac", "tcid", "fr_1793", "phon", "piny"})
_ABBREVIATION = re.compile(r"[A-Z][A-Z.]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}")

# What a feature code means to a newspaper; else what its class does. Whatever no kind fits (a hotel, a well, a road)
# stays a landmark: it is drawn as a point, and counts by its people, of whom it has none.
_KIND_OF_CLASS = {"A": "region", "P": "city", "T": "landmark", "H": "landmark", "L": "landmark"}
_CODES_OF_KIND = {
    "continent": "CONT",
    "region": "AREA RGN RGNE RGNL VAL VALS PLN BSN PLAT UPLD COLF",
    "country": "PCL PCLI PCLF",
    "territory": "PCLD PCLS",
    "admin1": "ADM1",
    "admin2": "ADM2",
    "district": "PPLX ADM3 ADM4 ADM5 ADMD",
    "island": "ISL ISLS ISLET ISLX ATOL",
    "sea": "SEA OCN GULF BAY BAYS BGHT SD INLT ESTY FJD FJDS",
    "strait": "STRT CHN CHNM",
    "river": "STM STMS STMX STMM STMI WAD WADS WADX CNL",
    "lake": "LK LKS LKI LKN LKSI LKX LGN LGNS RSV",
    "mountains": "MT MTS MTU HLL HLLS PK PKS RDGE VLC",
    "peninsula": "PEN PENX CAPE PT",
    "desert": "DSRT ERG",
    "airport": "AIRP AIRF AIRH AIRT",
    "base": "AIRB NVB MILB INSM",
    "crossing": "PSTB",
}
_KIND_OF_CODE = {code: kind for kind, codes in _CODES_OF_KIND.items() for code in codes.split()}


class Wanted(NamedTuple):
    """Which places of a dump are taken. Empty: all countries (alpha-2), all feature classes; population: people."""

    countries: frozenset[str] = frozenset()
    feature_classes: frozenset[str] = frozenset()
    min_population: int = 0


class OtherName(NamedTuple):
    """One more name of the place with this number of GeoNames. kind: of `entries.NAME_KINDS`."""

    number: int
    name: str
    kind: str


def read_place(line: str, source: str, wanted: Wanted) -> Entry | None:
    """The place of a line of a dump; None if it is not wanted. source: said of the place. Raises ValueError."""
    columns = line.split("\t")
    if len(columns) != PLACE_COLUMNS:
        raise ValueError(f"{len(columns)} columns instead of {PLACE_COLUMNS}")
    number, name, ascii_name, alternates, lat, lon, feature_class, code, country, _, *rest = columns
    admin1, admin2, _, _, people = rest[:5]
    population = min(_whole(people or "0", "population"), MAX_NUMBER)
    entry = Entry(f"geonames:{id_of(number)}", name.strip(), kind_of(feature_class, code), 0.0, 0.0, source)
    entry.lat, entry.lon = degrees(lat, lon)
    if not entry.name:
        raise ValueError("no name")
    if not _is_wanted(wanted, feature_class, country, population):
        return None
    entry.feature_code, entry.country, entry.population = code or None, country or None, population or None
    entry.admin1 = f"{country}.{admin1}" if country and admin1 not in ("", "00") else None
    entry.admin2 = f"{entry.admin1}.{admin2}" if entry.admin1 and admin2 else None
    _add_names(entry, [entry.name, ascii_name], "official", trusted=population >= KNOWN_BY_SHORT_NAME)
    _add_names(entry, alternates.split(","), "alternate", trusted=False)
    return entry


def read_other_name(line: str) -> OtherName | None:
    """The name of a line of alternateNamesV2.txt; None if it is a link, a code, or no name. Raises ValueError."""
    columns = line.split("\t")
    if len(columns) not in NAME_COLUMNS:
        raise ValueError(f"{len(columns)} columns instead of {NAME_COLUMNS[1]}")
    _, number, language, name, preferred, *_ = columns
    place = id_of(number)
    if language == "abbr":
        return OtherName(place, name, "abbreviation") if _ABBREVIATION.fullmatch(name) else None
    if language in _NO_NAMES or is_junk(name, official=False):
        return None
    return OtherName(place, name, "official" if language == "en" and preferred == "1" else "alternate")


def kind_of(feature_class: str, code: str) -> str:
    """The kind of place, one of `layout.PLACE_KINDS`, that a feature class and code of GeoNames stand for."""
    return _KIND_OF_CODE.get(code) or _KIND_OF_CLASS.get(feature_class, "landmark")


def degrees(lat: str, lon: str) -> tuple[float, float]:
    """A point from two texts. Raises ValueError when they are none."""
    return _degrees(lat, 90, "latitude"), _degrees(lon, 180, "longitude")


def id_of(text: str) -> int:
    """A number of GeoNames. Raises ValueError."""
    number = _whole(text, "id")
    if not 0 < number <= MAX_NUMBER:
        raise ValueError(f"id {text!r} is not from 1 to {MAX_NUMBER}")
    return number


def _is_wanted(wanted: Wanted, feature_class: str, country: str, population: int) -> bool:
    return (
        (not wanted.countries or country in wanted.countries)
        and (not wanted.feature_classes or feature_class in wanted.feature_classes)
        and population >= wanted.min_population
    )


def _add_names(entry: Entry, names: list[str], kind: str, *, trusted: bool) -> None:
    for name in names:
        if name and name not in entry.names and not is_junk(name, official=trusted):
            entry.add_name(name, kind)


def _whole(text: str, what: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(f"{what} {text[:20]!r} is no whole number")
    return int(text)


def _degrees(text: str, limit: int, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -limit <= value <= limit:
        raise ValueError(f"{what} {text[:20]!r} is not from -{limit} to {limit}")
    return value
