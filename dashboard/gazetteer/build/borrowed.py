"""Alternate names that belong to a great city elsewhere: "Delhi" for Dili, "Moscow" for a village of Alabama."""

from collections.abc import Iterable

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.names import normal_name

GREAT = 1_000_000  # people; of the names taken away, some 160, all were looked at
_TIMES = 10  # as many people as the other place has: Valencia is a region of Spain, too


def block_names_of_great_cities(entries: Entries) -> None:
    """Take away alternate names by which the world knows a city of a million people in another country.

    A place keeps one that its own name has in it: Villa Valencia may be called Valencia.
    """
    great = great_cities(entries.values())
    for entry in entries.values():
        for name in [name for name, kind in entry.kinds.items() if kind == "alternate"]:
            key = normal_name(name)
            if key in great and is_borrowed(key, entry, great[key]):
                del entry.names[name]


def great_cities(places: Iterable[Entry]) -> dict[str, Entry]:
    """The most populous city of each name, in normal form, that has a million people."""
    cities = (place for place in places if place.kind == "city" and (place.population or 0) >= GREAT)
    return {normal_name(city.name): city for city in sorted(cities, key=lambda city: city.population or 0)}


def is_borrowed(key: str, entry: Entry, city: Entry) -> bool:
    """Whether an alternate name of a place, in normal form, is that of a great city instead."""
    elsewhere = entry.country not in (None, city.country)
    smaller = (entry.population or 0) * _TIMES <= (city.population or 0)
    part = set(key.split()) <= set(normal_name(entry.name).split())
    return elsewhere and smaller and not part
