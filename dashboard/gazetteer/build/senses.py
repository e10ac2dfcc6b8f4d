"""Which name means which places, and in what order."""

from collections import defaultdict
from typing import NamedTuple

from dashboard.gazetteer.build.entries import NAME_KINDS, Entries, Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.layout import ABBREVIATION_MARK, ALTERNATE_SHARE
from dashboard.gazetteer.names import normal_name

# Their names are nobody else's: a place that lists one as an alternate name borrowed it from the sea it lies on.
_OWNERS = frozenset(
    {"continent", "country", "territory", "sea", "strait", "river", "lake", "desert", "mountains", "peninsula"}
)
_IN_THE_NEWS = 300_000  # people; a place the overlay adds without any counts as such a city
_UNIT_BESIDE_SEAT = 0.5  # what a province or county counts beside the city it is named after
_LARGE_SHARE = 0.1  # of a unit's people; a city with so many that shares its name gave it the name
_SEATS = {"admin1": ("PPLC", "PPLA"), "admin2": ("PPLC", "PPLA", "PPLA2")}


class NameSense(NamedTuple):
    """One place a name can mean. row: of the place; kind: of the name."""

    row: int
    kind: str
    default: bool


def block_borrowed_names(entries: Entries, overlay: Overlay) -> None:
    """Take away alternate names that belong to a country, a sea or a people, or are no names of places at all."""
    owners: dict[str, str] = {}
    for entry in entries.values():
        for name, kind in entry.names.items():
            if kind == "demonym" or (entry.kind in _OWNERS and kind in ("official", "overlay")):
                owners[normal_name(name)] = entry.place_id
    for entry in entries.values():
        for name in [name for name, kind in entry.names.items() if kind == "alternate"]:
            key = normal_name(name)
            if owners.get(key, entry.place_id) != entry.place_id or key in overlay.not_places:
                del entry.names[name]


def senses_of_names(entries: Entries, defaults: dict[str, str]) -> dict[str, list[NameSense]]:
    """The places of every key, default and most populous first."""
    kinds = _kinds_by_key(entries)
    rows = list(entries.values())
    senses = {}
    for key, by_row in kinds.items():
        means = [NameSense(row, kind, defaults.get(key) == rows[row].place_id) for row, kind in by_row.items()]
        weights = _weights(means, rows)
        senses[key] = sorted(means, key=lambda s: (not s.default, -weights[s.row], s.row))
    return senses


def key_of(name: str, kind: str) -> str:
    """What a name is looked up by: its normal form; an abbreviation only as it is written."""
    return ABBREVIATION_MARK + name if kind == "abbreviation" else normal_name(name)


def _kinds_by_key(entries: Entries) -> dict[str, dict[int, str]]:
    kinds: dict[str, dict[int, str]] = defaultdict(dict)
    for row, entry in enumerate(entries.values()):
        for name, kind in entry.names.items():
            by_row = kinds[key_of(name, kind)]
            by_row[row] = min(kind, by_row.get(row, kind), key=NAME_KINDS.index)
    return kinds


def _weights(means: list[NameSense], rows: list[Entry]) -> dict[int, float]:
    """How much each sense of one name counts: its people, but a province named after its seat less than the seat."""
    weights = {s.row: _people(rows[s.row]) * (ALTERNATE_SHARE if s.kind == "alternate" else 1) for s in means}
    seats = [rows[s.row] for s in means if rows[s.row].kind == "city"]
    for sense in means:
        unit = rows[sense.row]
        if unit.kind in ("admin1", "admin2"):
            of_seats = [c.population or 0 for c in seats if _is_seat(c, unit)]
            weights[sense.row] = min([weights[sense.row], *(_UNIT_BESIDE_SEAT * people for people in of_seats)])
    return weights


def _people(place: Entry) -> int:
    """The people of a place; seas and landmarks have none, and are named as if they had."""
    return place.population or (_IN_THE_NEWS if place.in_overlay else 0)


def _is_seat(city: Entry, unit: Entry) -> bool:
    """Whether a city that shares the unit's name is the town the unit is named after."""
    inside = city.admin1 == unit.admin1 if unit.kind == "admin1" else city.admin2 == unit.admin2
    large = (city.population or 0) >= _LARGE_SHARE * (unit.population or 0)
    return inside and (large or city.feature_code in _SEATS[unit.kind])
