"""Which name means which places, and in what order."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.gazetteer.build.entries import NAME_KINDS, Entries, Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.layout import ABBREVIATION_MARK, ALTERNATE_SHARE, IN_THE_NEWS, LOCAL
from dashboard.gazetteer.names import normal_name

# Their names are nobody else's: a place that lists one as an alternate name borrowed it from the sea it lies on.
OWNERS = frozenset(
    {"continent", "country", "territory", "sea", "strait", "river", "lake", "desert", "mountains", "peninsula"}
)
_UNIT_BESIDE_SEAT = 0.5  # what a province or county counts beside the city it is named after
_LARGE_SHARE = 0.1  # of a unit's people; a city with so many that shares its name gave it the name
_SEATS = {"admin1": ("PPLC", "PPLA"), "admin2": ("PPLC", "PPLA", "PPLA2")}


class NameSense(NamedTuple):
    """One place a name can mean. row: of the place; kind: of the name."""

    row: int
    kind: str
    default: bool


class Meaning(NamedTuple):
    """A place under one of its names, with what decides its rank. row, kind …: of the place; name_kind: of the name."""

    row: int
    name_kind: str
    kind: str
    population: int | None
    in_overlay: bool
    feature_code: str | None
    admin1: str | None
    admin2: str | None


def block_borrowed_names(entries: Entries, overlay: Overlay) -> None:
    """Take away alternate names that belong to a country, a sea or a people, or are no names of places at all."""
    owners: dict[str, str] = {}
    for entry in entries.values():
        for name, kind in entry.kinds.items():
            owns = entry.kind in OWNERS and entry.source != LOCAL
            if kind == "demonym" or (owns and kind in ("official", "overlay")):
                owners[normal_name(name)] = entry.place_id
    for entry in entries.values():
        for name in [name for name, kind in entry.kinds.items() if kind == "alternate"]:
            key = normal_name(name)
            if owners.get(key, entry.place_id) != entry.place_id or key in overlay.not_places:
                del entry.names[name]


def senses_of_names(entries: Entries, defaults: dict[str, str]) -> Iterator[tuple[str, list[NameSense]]]:
    """Every key with the places it can mean, default and most populous first; the keys in order."""
    places = list(entries.values())
    row_of = {place_id: row for row, place_id in enumerate(entries)}
    kinds = _kinds_by_key(entries)
    for key in sorted(kinds):
        default = row_of.get(defaults.get(key, ""))
        yield key, ranked([_meaning(row, kind, places[row]) for row, kind in kinds[key].items()], default)


def ranked(meanings: list[Meaning], default: int | None) -> list[NameSense]:
    """The places of one name, default and most populous first. default: its row, None if the name has none."""
    weights = _weights(meanings) if len(meanings) > 1 else {meanings[0].row: 0.0}
    senses = [NameSense(m.row, m.name_kind, m.row == default) for m in meanings]
    return sorted(senses, key=lambda s: (not s.default, -weights[s.row], s.row))


def key_of(name: str, kind: str) -> str:
    """What a name is looked up by: its normal form; an abbreviation only as it is written."""
    return ABBREVIATION_MARK + name if kind == "abbreviation" else normal_name(name)


def _kinds_by_key(entries: Entries) -> dict[str, dict[int, str]]:
    kinds: dict[str, dict[int, str]] = defaultdict(dict)
    for row, entry in enumerate(entries.values()):
        for name, kind in entry.kinds.items():
            by_row = kinds[key_of(name, kind)]
            by_row[row] = min(kind, by_row.get(row, kind), key=NAME_KINDS.index)
    return kinds


def _meaning(row: int, kind: str, place: Entry) -> Meaning:
    facts = (place.kind, place.population, place.in_overlay, place.feature_code, place.admin1, place.admin2)
    return Meaning(row, kind, *facts)


def _weights(meanings: list[Meaning]) -> dict[int, float]:
    """How much each sense of one name counts: its people, but a province named after its seat less than the seat."""
    weights = {m.row: _people(m) * (ALTERNATE_SHARE if m.name_kind == "alternate" else 1) for m in meanings}
    seats = [m for m in meanings if m.kind == "city"]
    for unit in meanings:
        if unit.kind in ("admin1", "admin2"):
            of_seats = [c.population or 0 for c in seats if _is_seat(c, unit)]
            weights[unit.row] = min([weights[unit.row], *(_UNIT_BESIDE_SEAT * people for people in of_seats)])
    return weights


def _people(place: Meaning) -> int:
    """The people of a place; seas and landmarks have none, and are named as if they had."""
    return place.population or (IN_THE_NEWS if place.in_overlay else 0)


def _is_seat(city: Meaning, unit: Meaning) -> bool:
    """Whether a city that shares the unit's name is the town the unit is named after."""
    inside = city.admin1 == unit.admin1 if unit.kind == "admin1" else city.admin2 == unit.admin2
    large = (city.population or 0) >= _LARGE_SHARE * (unit.population or 0)
    return inside and (large or city.feature_code in _SEATS[unit.kind])
