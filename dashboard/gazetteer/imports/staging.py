"""A gazetteer as a SQLite file: what imports add to, and what the index of a user's gazetteer is written from.

A place of GeoNames is known by its number, any other by one from _OTHERS on. Names stand in the form they are looked
up by (`senses.key_of`), each once for a place, with the place of their kind in `entries.NAME_KINDS`.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dashboard.gazetteer.build.borrowed import GREAT, great_cities, is_borrowed
from dashboard.gazetteer.build.entries import NAME_KINDS, Entry
from dashboard.gazetteer.build.junk import is_common_word
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.senses import OWNERS, key_of
from dashboard.gazetteer.imports.geonames import MAX_NUMBER, OtherName
from dashboard.gazetteer.names import normal_name

_OTHERS = MAX_NUMBER + 1
_CACHE_KB = 64 * 1024  # of pages, and again as much while names are sorted
# After number and id the fields of `Entry`, in its order.
_PLACE = (
    "number place_id name kind lat lon source feature_code country admin1 admin2 parent population extent_km "
    "in_overlay shipped"
).split()
_SCHEMA = f"""
    CREATE TABLE IF NOT EXISTS places (number INTEGER PRIMARY KEY, {", ".join(_PLACE[1:])});
    CREATE TABLE IF NOT EXISTS names (place INTEGER, key TEXT, kind INTEGER, PRIMARY KEY (place, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS progress (is_one INTEGER PRIMARY KEY, state TEXT);
"""
# What a dump tells anew of a place that came with Gazette; of one of the project's own overlay it tells nothing. Any
# other place becomes what is said of it last.
_NEW_OF_SHIPPED = {"lat", "lon", "population", "feature_code"}


def _updated(column: str) -> str:
    of_shipped = f"coalesce(excluded.{column}, {column})" if column in _NEW_OF_SHIPPED else column
    return f"{column} = iif(shipped, {of_shipped}, excluded.{column})"


_PUT_PLACE = f"""
    INSERT INTO places VALUES ({", ".join("?" * len(_PLACE))})
    ON CONFLICT DO UPDATE SET {", ".join(map(_updated, _PLACE[1:-2]))} WHERE NOT in_overlay
"""  # noqa: S608  columns of our own
_GET_PLACES = f"SELECT coalesce(place_id, 'geonames:' || number), {', '.join(_PLACE[2:-2])} FROM places WHERE "  # noqa: S608
_PUT_NAME = "INSERT INTO names VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET kind = min(kind, excluded.kind)"
_OWNING = ", ".join(f"'{kind}'" for kind in sorted(OWNERS))
_OWNED = f"""
    SELECT key, place FROM places CROSS JOIN names ON place = number WHERE shipped AND (
    names.kind = {NAME_KINDS.index("demonym")} OR (places.kind IN ({_OWNING})
    AND names.kind IN ({NAME_KINDS.index("official")}, {NAME_KINDS.index("overlay")})))
"""  # noqa: S608


class Staging:
    """The places and names of one SQLite file. What is put in stays only once `commit` was called."""

    def __init__(self, connection: sqlite3.Connection, not_places: Collection[str]) -> None:
        self._db = connection
        self._not_places = not_places
        others = connection.execute("SELECT place_id, number FROM places WHERE number >= ?", [_OTHERS])
        self._others: dict[str, int] = dict(others)
        self._countries: dict[str, int] = {}
        self._owners: dict[str, int] = {}
        self._great: dict[str, Entry] = {}
        self._learn()

    def _learn(self) -> None:
        """Know the country of each code, and the names that belong to a country, a sea, a people or a great city."""
        countries = "SELECT country, number FROM places WHERE kind IN ('country', 'territory')"
        self._countries = dict(self._db.execute(countries))
        self._owners = dict(self._db.execute(_OWNED))
        self._great = great_cities(self.places("shipped AND kind = 'city' AND population >= ? ORDER BY number", GREAT))

    def execute(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows that answer a query."""
        return self._db.execute(query)

    def places(self, which: str, *values: object) -> Iterator[Entry]:
        """The places, without their names, for which a condition in SQL holds."""
        return (Entry(*row) for row in self._db.execute(_GET_PLACES + which, values))

    def state(self) -> dict[str, Any]:
        """What was last committed as the state of the import; {} before the first."""
        row = self._db.execute("SELECT state FROM progress").fetchone()
        return dict(json.loads(row[0])) if row else {}

    def commit(self, state: Mapping[str, Any]) -> None:
        """Keep what was put in, together with the state of the import."""
        self._db.execute("INSERT OR REPLACE INTO progress VALUES (1, ?)", [json.dumps(state)])
        self._db.commit()

    def number_of(self, place_id: str) -> int:
        """The number of a place, which it gets now if it has none yet."""
        scheme, _, rest = place_id.partition(":")
        if scheme == "geonames":
            return int(rest)
        return self._others.setdefault(place_id, _OTHERS + len(self._others))

    def put_shipped(self, places: Iterable[Entry]) -> None:
        """Add places of the gazetteer that came with Gazette, as they are, without their names."""
        self._db.executemany(_PUT_PLACE, (self._row(place, shipped=True) for place in places))

    def put_shipped_names(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Add names of such places: (place_id, name, kind)."""
        rows = (
            (self.number_of(place_id), key_of(name, kind), NAME_KINDS.index(kind)) for place_id, name, kind in names
        )
        self._db.executemany(_PUT_NAME, rows)
        self._learn()

    def put(self, places: Collection[Entry]) -> None:
        """Add places with their names, or bring known ones up to date; a place of the user's own keeps no old names."""
        own = [[self._others[p.place_id]] for p in places if p.place_id in self._others]
        self._db.executemany("DELETE FROM names WHERE place = ?", own)
        self._db.executemany(_PUT_PLACE, (self._row(self._one_a_country(place), shipped=False) for place in places))
        self._put_names(
            (self.number_of(place.place_id), name, known.kind)
            for place in places
            for name, known in place.names.items()
        )

    def known(self, numbers: Iterable[int]) -> set[int]:
        """Those of the numbers that places have."""
        query = "SELECT number FROM places WHERE number IN (SELECT value FROM json_each(?))"
        return {number for (number,) in self._db.execute(query, [json.dumps(sorted(set(numbers)))])}

    def put_names(self, names: Collection[OtherName]) -> int:
        """Add names to those of the places that are known; how many there were."""
        known = self.known(name.number for name in names)
        of_known = sorted(name for name in names if name.number in known)
        self._put_names(of_known)
        return len(of_known)

    def __len__(self) -> int:
        """How many places there are."""
        return int(self._db.execute("SELECT count(*) FROM places").fetchone()[0])

    def _put_names(self, names: Iterable[tuple[int, str, str]]) -> None:
        keyed = ((number, key_of(name, kind), kind) for number, name, kind in names)
        kept = ((number, key, NAME_KINDS.index(kind)) for number, key, kind in keyed if self._is_its(key, kind, number))
        self._db.executemany(_PUT_NAME, kept)

    def _is_its(self, key: str, kind: str, number: int) -> bool:
        """Whether a place may have a name: by the rules that hold for names of the shipped gazetteer, too.

        See `senses.block_borrowed_names`, `borrowed.block_names_of_great_cities` and `junk.block_common_words`.
        """
        if kind != "alternate":
            return True
        if self._owners.get(key, number) != number or key in self._not_places:
            return False
        if not (key in self._great or is_common_word(key)):
            return True
        place = next(self.places("number = ?", number))
        if is_common_word(key) and key not in normal_name(place.name).split():
            return False
        return key not in self._great or not is_borrowed(key, place, self._great[key])

    def _one_a_country(self, place: Entry) -> Entry:
        """The place; a second country of one code (a part of it, an older one) is a region."""
        if place.kind in ("country", "territory"):
            number = self.number_of(place.place_id)
            if self._countries.setdefault(place.country or "", number) != number:
                place.kind = "region"
        return place

    def _row(self, place: Entry, *, shipped: bool) -> list[Any]:
        number = self.number_of(place.place_id)
        place_id = place.place_id if number >= _OTHERS else None
        return [number, place_id, *(getattr(place, column) for column in _PLACE[2:-1]), shipped]


@contextmanager
def opened(path: Path, overlay: Overlay) -> Iterator[Staging]:
    """The staging file at `path`, made if there is none. Raises sqlite3.Error."""
    connection = sqlite3.connect(path)
    try:
        # A killed program leaves the file whole. A machine that loses power may not, and the import begins again.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        # What is sorted is written there too: the system's own temporary folder may be small, or memory.
        connection.execute("PRAGMA temp_store_directory = '{}'".format(str(path.parent).replace("'", "''")))
        connection.executescript(_SCHEMA)
        yield Staging(connection, overlay.not_places.keys())
    finally:
        connection.close()
