"""Alternate names that belong to a great city elsewhere: "Delhi" for Dili, "Moscow" for a village of Alabama."""

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.names import normal_name

_GREAT = 1_000_000  # people; of the names taken away, some 160, all were looked at
_TIMES = 10  # as many people as the other place has: Valencia is a region of Spain, too


def block_names_of_great_cities(entries: Entries) -> None:
    """Take away alternate names by which the world knows a city of a million people in another country.

    A place keeps one that its own name has in it: Villa Valencia may be called Valencia.
    """
    great = _great_cities(entries)
    for entry in entries.values():
        for name in [name for name, kind in entry.kinds.items() if kind == "alternate"]:
            city = great.get(normal_name(name))
            if city and _is_borrowed(name, entry, city):
                del entry.names[name]


def _great_cities(entries: Entries) -> dict[str, Entry]:
    """The most populous city of each name, if it is great."""
    cities = (e for e in entries.values() if e.kind == "city" and (e.population or 0) >= _GREAT)
    return {normal_name(city.name): city for city in sorted(cities, key=lambda city: city.population or 0)}


def _is_borrowed(name: str, entry: Entry, city: Entry) -> bool:
    elsewhere = entry.country not in (None, city.country)
    smaller = (entry.population or 0) * _TIMES <= (city.population or 0)
    part = set(normal_name(name).split()) <= set(normal_name(entry.name).split())
    return elsewhere and smaller and not part
