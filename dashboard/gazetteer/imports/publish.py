"""From the staging file to the index: places in the order of rows, names in the order of keys, both as streams."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from dashboard.gazetteer.build.entries import NAME_KINDS, Entry, Progress
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.senses import Meaning, NameSense, ranked
from dashboard.gazetteer.build.writer import write_streams
from dashboard.gazetteer.imports.staging import Staging

_TOLD_EVERY = 1_000_000  # rows
_UNITS = """
    SELECT coalesce(place_id, 'geonames:' || number), kind, country, admin1, admin2 FROM places
    WHERE kind IN ('country', 'territory', 'admin1', 'admin2') ORDER BY shipped, number
"""
_MEANINGS = """
    SELECT key, place, names.kind, places.kind, population, in_overlay, feature_code, admin1, admin2
    FROM names CROSS JOIN places ON number = place ORDER BY key, place
"""
T = TypeVar("T")


def write_index_of(staging: Staging, overlay: Overlay, folder: Path, *, progress: Progress) -> None:
    """Write names.marisa and arrays.bin of the staged gazetteer into `folder`. Raises OSError, sqlite3.Error."""
    rows = _Rows(staging)
    progress("sorting the names")
    senses = _told(_senses(staging, rows, overlay), "distinct names", progress)
    write_streams(_Places(staging), senses, folder, not_places=overlay.not_places)


class _Rows:
    """In which row of the index a place stands: those of GeoNames by number, the others after them by place_id."""

    def __init__(self, staging: Staging) -> None:
        numbers = "SELECT number FROM places WHERE place_id IS NULL ORDER BY number"
        others = "SELECT number FROM places WHERE place_id IS NOT NULL ORDER BY place_id"
        self._numbers = array("I", (number for (number,) in staging.execute(numbers)))
        self._others = {number: len(self._numbers) + at for at, (number,) in enumerate(staging.execute(others))}

    def of(self, number: int) -> int:
        """The row of the place with this number."""
        other = self._others.get(number)
        return bisect_left(self._numbers, number) if other is None else other


class _Places:
    """The places in the order of their rows; each time they are gone through they are read again."""

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        self._units = _places_by_code(staging)

    def __iter__(self) -> Iterator[Entry]:
        for which in ("place_id IS NULL ORDER BY number", "place_id IS NOT NULL ORDER BY place_id"):
            yield from map(self._with_parent, self._staging.places(which))

    def _with_parent(self, entry: Entry) -> Entry:
        """The parent it has, else its admin2, else admin1, else country: as `merge.set_parents` does."""
        entry.parent = entry.parent or next(filter(None, map(self._units.get, entry.codes_above)), None)
        return entry


def _places_by_code(staging: Staging) -> dict[str, str]:
    """The place_id of each country, admin1 and admin2 by its code; those that came with Gazette before others."""
    units = {}
    for place_id, kind, country, admin1, admin2 in staging.execute(_UNITS):
        units[{"admin1": admin1, "admin2": admin2}.get(kind, country)] = place_id
    return units


def _senses(staging: Staging, rows: _Rows, overlay: Overlay) -> Iterator[tuple[str, list[NameSense]]]:
    meant = {key: staging.number_of(place_id) for key, place_id in overlay.defaults.items()}
    known = staging.known(meant.values())
    defaults = {key: rows.of(number) for key, number in meant.items() if number in known}
    for key, group in groupby(staging.execute(_MEANINGS), key=itemgetter(0)):
        yield key, ranked([_meaning(found, rows) for found in group], defaults.get(key))


def _meaning(found: tuple[Any, ...], rows: _Rows) -> Meaning:
    _, number, name_kind, kind, population, in_overlay, *facts = found
    return Meaning(rows.of(number), NAME_KINDS[name_kind], kind, population, bool(in_overlay), *facts)


def _told(items: Iterable[T], what: str, progress: Progress) -> Iterator[T]:
    for count, item in enumerate(items, 1):
        if count % _TOLD_EVERY == 0:
            progress(f"{count:,} {what}")
        yield item
