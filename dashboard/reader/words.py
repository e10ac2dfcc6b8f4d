"""Values in the words a newspaper reader knows: dates, coordinates, what kind of place it is."""

import re
from textwrap import shorten

from dashboard.records import IN_OR_NEAR, Place, Resolution

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LONGEST_PHRASE = 48  # characters; a longer one is cut
_TOWN = 50_000  # people; a smaller city is called a town
_KINDS = {
    "admin1": "Province",
    "admin2": "District",
    "district": "Part of a city",
    "base": "Military base",
}  # of the others the name of the kind itself is the word
# Where newspapers say something else than "province".
_ADMIN1 = {
    "State": ("US", "AU", "IN", "DE", "BR", "MX", "NG", "MY"),
    "Governorate": ("IQ", "SY", "EG", "JO", "YE", "LB"),
    "Region": ("RU", "UA", "FR", "IT"),
    "Country": ("GB",),
    "Prefecture": ("JP",),
}
_ADMIN1_WORDS = {code: word for word, codes in _ADMIN1.items() for code in codes}
_INHABITED_PARTS = frozenset({"region", "territory", "admin1", "admin2"})


def date_words(value: str | None) -> str | None:
    """A TIMEX3 value as a reader would write it; None for what is no point or stretch of the calendar.

    >>> [date_words(value) for value in ("2024-09-11", "2024-08", "2003", "198", "2024-SU", "P3D", "PRESENT_REF")]
    ['11 Sep 2024', 'Aug 2024', '2003', '1980s', 'summer 2024', None, None]
    """
    if not value:
        return None
    value = value.rstrip("X")
    if day := _DAY.match(value):
        year, month, number = map(int, day.groups())
        return f"{number} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else None
    head, _, tail = value.partition("-")
    if not head.isdigit() or len(head) not in (3, 4):
        return None
    if not tail:
        return f"{head}0s" if len(head) == 3 else head
    return _part_of_year(head, tail)


def _part_of_year(year: str, part: str) -> str | None:
    if part.isdigit() and 1 <= int(part) <= 12:
        return f"{_MONTHS[int(part) - 1]} {year}"
    if part in _SEASONS:
        return f"{_SEASONS[part]} {year}"
    if re.fullmatch(r"[QH]\d", part):
        return f"{part} {year}"
    if re.fullmatch(r"W\d\d?(-WE)?", part):
        return f"week {int(part[1:3])}, {year}"
    return None


def coordinates(lat: float, lon: float) -> str:
    """Degrees to two decimals (1 km) with hemispheres.

    >>> coordinates(32.61603, 44.02488), coordinates(-33.9, -70.6)
    ('32.62° N, 44.02° E', '33.90° S, 70.60° W')
    """
    return f"{abs(lat):.2f}° {'S' if lat < 0 else 'N'}, {abs(lon):.2f}° {'W' if lon < 0 else 'E'}"


def percent(share: float) -> str:
    """A share of belief in whole per cent, never claiming certainty.

    >>> percent(0.984), percent(0.9999), percent(0.002)
    ('98 %', '99 %', 'under 1 %')
    """
    whole = min(round(share * 100), 99)
    return f"{whole} %" if whole >= 1 else "under 1 %"


def kind_words(place: Place) -> str:
    """What and where a place is: "City in Iraq", "Capital of Iran", "Region of Iraq", "State of the United States"."""
    country = place.country_name
    if place.kind == "country" or country is None or country == place.name:
        return _kind(place)
    name = f"the {country}" if country.startswith(("United ", "Netherlands", "Philippines")) else country
    if place.feature_code == "PPLC":
        return f"Capital of {name}"
    if place.kind in _INHABITED_PARTS:
        return f"{_kind(place)} of {name}"
    inside = f"{place.admin1_name}, {name}" if place.admin1_name and place.country in ("US", "CA", "AU") else name
    return f"{_kind(place)} in {inside}"


def relation_words(found: Resolution) -> str | None:
    """How a name stands to the place it is shown at; None where it is the place itself.

    "“Mercy Hospital” is in or near Dallas.", "South of Tehran, within 20 km."
    """
    if found.relation is None or found.place is None:
        return None
    if found.relation == IN_OR_NEAR:
        return f"“{' '.join(found.toponym.text.split())}” is {found.relation} {found.place.name}."
    within = f", within {found.radius_km:,.0f} km" if found.radius_km else ""
    return f"{found.relation.capitalize()} {found.place.name}{within}."


def _kind(place: Place) -> str:
    if place.kind == "city" and place.population is not None and 0 < place.population < _TOWN:
        return "Town"
    if place.kind == "admin1" and place.country in _ADMIN1_WORDS:
        return _ADMIN1_WORDS[place.country]
    return _KINDS.get(place.kind, place.kind.capitalize())


def shortened(text: str) -> str:
    """A phrase on one line, cut between words where it is long."""
    return shorten(" ".join(text.split()), _LONGEST_PHRASE, placeholder=" …")
