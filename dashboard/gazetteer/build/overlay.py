"""What the project writes by hand: data/overlay, read, checked against the gazetteer, and laid over it.

The point of a place in places.csv is where gazetteers put it: of a river its mouth (as GeoNames and GNIS do), of any
other area its middle; extent_km is about the diagonal of the box round it. local.csv has the same columns: places that
local papers name, which count for no more people than they have.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dashboard.errors import BuildError
from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.layout import LOCAL, OVERLAY, PLACE_KINDS
from dashboard.gazetteer.names import normal_name

_COLUMNS = {
    "places.csv": "place_id name kind feature_code lat lon country admin1 population extent_km aliases why",
    "local.csv": "place_id name kind feature_code lat lon country admin1 population extent_km aliases why",
    "aliases.csv": "name place_id place kind why",
    "demonyms.csv": "name place_id place why",
    "not_places.csv": "name why",
    "senses.csv": "name place_id place context why",
}
_ALIAS_KINDS = ("overlay", "abbreviation")
_NUMBERS = ("lat", "lon", "extent_km")
Row = dict[str, str]


class Overlay(NamedTuple):
    """Names that are no places, with the reason; and which place a name means unless something speaks against it."""

    not_places: dict[str, str]
    defaults: dict[str, str]


def apply_overlay(entries: Entries, folder: Path) -> Overlay:
    """Add the overlay's places, aliases and demonyms to `entries`. Raises BuildError naming file and line."""
    for where, row in _rows(folder, "places.csv"):
        _lay_place(entries, row, where, OVERLAY).in_overlay = True
    for where, row in _rows(folder, "local.csv"):
        _lay_place(entries, row, where, LOCAL)
    for where, row in _rows(folder, "aliases.csv"):
        if row["kind"] not in _ALIAS_KINDS:
            raise BuildError(f"{where}: kind {row['kind']!r} is none of {', '.join(_ALIAS_KINDS)}.")
        if row["kind"] == "abbreviation" and not row["name"].isascii():
            raise BuildError(f"{where}: the abbreviation {row['name']!r} has other characters than ASCII.")
        _add(_entry(entries, row, where), row["name"], row["kind"])
    for where, row in _rows(folder, "demonyms.csv"):
        _add(_entry(entries, row, where), row["name"], "demonym")
    for where, row in _rows(folder, "senses.csv"):
        if not any(normal_name(n) == normal_name(row["name"]) for n in _entry(entries, row, where).names):
            raise BuildError(f"{where}: {row['place_id']} has no name {row['name']!r}; add it to aliases.csv.")
    return read_overlay(folder)[0]


def read_overlay(folder: Path) -> tuple[Overlay, frozenset[str]]:
    """What `apply_overlay` returns, and the ids in places.csv, for a gazetteer that has the overlay already.

    Raises BuildError.
    """
    not_places = {normal_name(row["name"]): row["why"] for _, row in _rows(folder, "not_places.csv")}
    defaults = {normal_name(row["name"]): row["place_id"] for _, row in _rows(folder, "senses.csv")}
    return Overlay(not_places, defaults), frozenset(row["place_id"] for _, row in _rows(folder, "places.csv"))


def _rows(folder: Path, name: str) -> Iterator[tuple[str, Row]]:
    """Each row with where it stands; every row has all columns, and a why."""
    path = folder / name
    wanted = _COLUMNS[name].split()
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BuildError(f"{path} cannot be read: {error.strerror}.") from error
    reader = csv.DictReader(text.splitlines(), strict=True)
    if reader.fieldnames != wanted:
        raise BuildError(f"{path}: the columns are {reader.fieldnames}, not {wanted}.")
    for row in reader:
        where = f"{path}, line {reader.line_num}"
        if None in row or None in row.values() or not row["name"] or not row["why"]:
            raise BuildError(f"{where}: a row needs {len(wanted)} columns, a name and a why.")
        yield where, row


def _entry(entries: Entries, row: Row, where: str) -> Entry:
    entry = entries.get(row["place_id"])
    if entry is None or row["place"] not in (entry.name, *entry.names):
        raise BuildError(f"{where}: {row['place_id']} is not {row['place']!r} in the gazetteer.")
    return entry


def _lay_place(entries: Entries, row: Row, where: str, source: str) -> Entry:
    """A row for a known place replaces what it states and leaves the rest."""
    entry = entries.get(row["place_id"])
    try:
        numbers = {column: float(row[column]) for column in _NUMBERS if row[column]}
        population = int(row["population"]) if row["population"] else None
    except ValueError as error:
        raise BuildError(f"{where}: {error}.") from error
    if row["kind"] not in PLACE_KINDS:
        raise BuildError(f"{where}: kind {row['kind']!r} is none of {', '.join(PLACE_KINDS)}.")
    if entry is None:
        if not {"lat", "lon"} <= numbers.keys():
            raise BuildError(f"{where}: a new place needs lat and lon.")
        entry = Entry(row["place_id"], row["name"], row["kind"], numbers["lat"], numbers["lon"], source)
        entries[entry.place_id] = entry
    for column in ("name", "kind", "feature_code", "country", "admin1"):
        if row[column]:
            setattr(entry, column, row[column])
    for column, number in numbers.items():
        setattr(entry, column, number)
    entry.population = population or entry.population
    _add(entry, row["name"], "official", source)
    for alias in filter(None, row["aliases"].split("|")):
        _add(entry, alias, "overlay", source)
    return entry


def _add(entry: Entry, name: str, kind: str, source: str = OVERLAY) -> None:
    entry.add_name(name, kind, language="en", source=source)
