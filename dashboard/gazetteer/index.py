"""The gazetteer as the engine uses it: names to places, mapped from disk, opened without parsing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, partial
from heapq import heappop, heappush
from math import asin, cos, degrees, inf, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

import marisa_trie

from dashboard.errors import GO_BACK, GazetteerDamaged, GazetteerMissing
from dashboard.gazetteer.distance import EARTH_RADIUS_KM, km_between
from dashboard.gazetteer.layout import (
    ABBREVIATION_MARK,
    ALTERNATE_SHARE,
    DEFAULT_FLAG,
    IN_THE_NEWS,
    NO_ROW,
    NOT_PLACE_MARK,
    OVERLAY,
    PLACE_KINDS,
    SENSE_KINDS,
    TRIE_FILE,
    map_arrays,
)
from dashboard.gazetteer.names import normal_name
from dashboard.gazetteer.scan import Scan
from dashboard.settings import own_gazetteer, shipped

if TYPE_CHECKING:
    from dashboard.records import Candidate, Place

_POINT_KINDS = frozenset(map(PLACE_KINDS.index, ("city", "district", "airport", "base", "crossing", "landmark")))
_SENSES = {flag | number: (kind, bool(flag)) for flag in (0, DEFAULT_FLAG) for number, kind in enumerate(SENSE_KINDS)}
_CAPITAL = "PPLC"  # the feature code of the capital of a country
_UNKNOWN_POPULATION = 500  # people; the least that the sources list
_DEFAULT_SHARE = 10.0  # how much more a default sense counts
_REMEMBERED = 20_000  # places, names and texts each; several thousand articles' worth
_ROUNDING = 1e-6  # of a box: so much wider it is, that what lies on its edge is in it
_SAMPLED = 500  # `reverse` looks at one row in so many first, to know how far it need look at all
_NEAR_KM = 100.0  # at this distance from where somebody looks, a place counts half


T = TypeVar("T")


class Sense(NamedTuple):
    """A place a name can mean. row: of the place; kind: of the name; default: unless something speaks against it."""

    row: int
    kind: str
    default: bool


_new_sense = partial(tuple.__new__, Sense)
"""Sense(...) of a tuple, without the detour through Python."""


class Index:
    """The places and names of one gazetteer folder.

    lat, lon: degrees by row. population: people by row, 0 = not known. The length is the number of places.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        columns = map_arrays(folder)
        self._trie = _mapped_trie(folder, names=len(columns["sense_at"]) - 1)
        self._columns = columns
        self.lat: memoryview[float] = columns["lat"]
        self.lon: memoryview[float] = columns["lon"]
        self.population: memoryview[int] = columns["population"]
        self._kinds: memoryview[int] = columns["kind"]
        self._countries: memoryview[int] = columns["country"]
        self._admin1_codes: memoryview[int] = columns["admin1"]
        self._admin2_codes: memoryview[int] = columns["admin2"]
        self._admin1_rows: memoryview[int] = columns["admin1_row"]
        self._sense_at: memoryview[int] = columns["sense_at"]
        self._sense_rows: memoryview[int] = columns["sense_row"]
        self._sense_kinds: memoryview[int] = columns["sense_kind"]
        self._exact: dict[str, int] = {name[1:]: key for name, key in self._trie.items(ABBREVIATION_MARK)}  # some 200
        self._not_places: dict[str, int] = {
            name[1:]: key for name, key in self._trie.items(NOT_PLACE_MARK)
        }  # some 1,200
        self._texts: dict[int, str] = {}
        self._places: dict[int, Place] = {}
        self._senses: dict[int, tuple[Sense, ...]] = {}

    def __len__(self) -> int:
        return len(self.lat)

    # Names

    def scan(self, words: Sequence[str]) -> Scan:
        """The names in a text, given the normal form of each of its tokens."""
        return Scan(self._trie, words)

    def exact(self, surface: str) -> int | None:
        """The key of an abbreviation spelled exactly so ("U.S.", "Calif."); None if there is none."""
        return self._exact.get(surface)

    def find(self, name: str) -> int | None:
        """The key of a whole name, however its case, accents and hyphens are written; None if there is none."""
        return self.key(normal_name(name))

    def key(self, name: str) -> int | None:
        """The key of a whole name in normal form; None if there is none."""
        key: int | None = self._trie.get(name)
        return key

    def not_place(self, name: str) -> str | None:
        """Why the name (in normal form) is no place, though a gazetteer has it; None if nothing says so."""
        key = self._not_places.get(name)
        return None if key is None else self._text(self._sense_rows[self._sense_at[key]])

    def senses(self, key: int) -> tuple[Sense, ...]:
        """The places a key can mean: default first, then the most populous."""
        known = self._senses.get(key)
        return known or _remembered(self._senses, key, self._read_senses(key))

    # Places

    def place(self, row: int) -> Place:
        """The place of a row."""
        known = self._places.get(row)
        return known or _remembered(self._places, row, self._read_place(row))

    def row_of(self, place_id: str) -> int | None:
        """The row of a place; None if the gazetteer has no such place."""
        numbers, others = self._columns["geonames"], self._columns["other_id"]
        scheme, _, rest = place_id.partition(":")
        numbered = len(numbers) - len(others)
        if scheme == "geonames" and rest.isdecimal():
            row = bisect_left(numbers, int(rest), hi=numbered)
            return row if row < numbered and numbers[row] == int(rest) else None
        at = bisect_left(others, place_id, key=lambda number: self._text(number) or "")
        return numbered + at if at < len(others) and self._text(others[at]) == place_id else None

    def kind(self, row: int) -> str:
        """The kind of a place: one of `layout.PLACE_KINDS`."""
        return PLACE_KINDS[self._kinds[row]]

    def people(self, row: int) -> int:
        """The people a place counts for when it is named: its population, or `layout.IN_THE_NEWS`."""
        return self.population[row] or (IN_THE_NEWS if self.source(row) == OVERLAY else 0)

    def country(self, row: int) -> str | None:
        """The country a place is in, ISO 3166 alpha-2; None for what lies in none or in several."""
        return self._text(self._countries[row])

    def country_row(self, country: str) -> int | None:
        """The row of a country, by its alpha-2 code; None if there is none."""
        return self._country_rows.get(country)

    def capital(self, country: str) -> int | None:
        """The row of a country's capital, its most populous one; None if the gazetteer marks none."""
        return self._capitals.get(country)

    def source(self, row: int) -> str:
        """Who gives the place: a package, "overlay", or a file that was imported."""
        return self._text(self._columns["source"][row]) or ""

    def extent_km(self, row: int) -> float | None:
        """The diagonal of the box round a place, km; None if it is not known."""
        rows = self._columns["extent_row"]
        at = bisect_left(rows, row)
        return self._columns["extent_km"][at] if at < len(rows) and rows[at] == row else None

    def feature_code(self, row: int) -> str | None:
        """The GeoNames feature code of a place ("PPLC"); None if there is none."""
        return self._text(self._columns["feature"][row])

    def admin1(self, row: int) -> int:
        """The row of the admin1 a place is in; -1 if there is none."""
        code = self._admin1_codes[row]
        return self._admin1_rows[code] if code else NO_ROW

    def admin2(self, row: int) -> int:
        """The number of the admin2 that a place is or lies in, the same for all of its places; 0 if there is none."""
        return self._admin2_codes[row]

    # The whole

    @property
    def names(self) -> int:
        """How many names it knows, in their normal form; abbreviations among them."""
        return len(self._trie) - len(self._not_places)

    def tally(self, column: Literal["kind", "country", "source"]) -> dict[str | None, int]:
        """How many places there are of each kind, country or source, most first; None: places without one."""
        counted = Counter(self._columns[column]).most_common()
        return {PLACE_KINDS[n] if column == "kind" else self._text(n): count for n, count in counted}

    def country_names(self) -> dict[str, str]:
        """The name of each country that has a record of its own, by ISO 3166 alpha-2 code."""
        names = self._columns["name"]
        return {country: self._text(names[row]) or "" for country, row in self._country_rows.items()}

    @cached_property
    def _country_rows(self) -> dict[str, int]:
        rows = enumerate(self._columns["country_row"])
        return {self._text(number) or "": row for number, row in rows if row != NO_ROW}

    @cached_property
    def _capitals(self) -> dict[str, int]:
        codes = {number for number in set(self._columns["feature"]) if self._text(number) == _CAPITAL}
        rows = [row for row, number in enumerate(self._columns["feature"]) if number in codes]
        return {self.country(row) or "": row for row in sorted(rows, key=self.population.__getitem__)}

    def names_beginning(self, start: str) -> list[str]:
        """The names that begin with `start`, both in normal form."""
        names: list[str] = self._trie.keys(start)
        return names

    # Questions of people

    def lookup(
        self, name: str, *, country: str | None = None, near: tuple[float, float] | None = None, limit: int = 10
    ) -> list[Candidate]:
        """The places a name can mean, best first, [] if none. country: alpha-2; near: (lat, lon), degrees."""
        keys = dict.fromkeys((self.exact(name), self.exact(name.upper()), self.find(name)))
        return self.ranked(self.weights(keys), country=country, near=near, limit=limit)

    def weights(self, keys: Iterable[int | None]) -> dict[int, float]:
        """How much each place the keys can mean counts, by row: people, less for alternate names, more for defaults."""
        weights: dict[int, float] = {}
        least = inf
        for sense in (s for key in keys if key is not None for s in self.senses(key)):
            # No sense counts more than one the build put before it: Tehran the city stands before its province.
            least = min(self._weight(sense), least)
            weights.setdefault(sense.row, least)
        return weights

    def ranked(
        self, weights: dict[int, float], *, country: str | None, near: tuple[float, float] | None, limit: int
    ) -> list[Candidate]:
        """The places of most weight with their share of it; those in another country left out, those near first."""
        wanted = country.upper() if country else None
        kept = {row: w * self._nearness(row, near) for row, w in weights.items() if wanted in (None, self.country(row))}
        return self._best(kept, limit)

    def reverse(self, lat: float, lon: float, *, limit: int = 1) -> list[Candidate]:
        """The cities and other places of one point nearest to a point, nearest first; [] for a limit below 1."""
        if limit < 1:
            return []
        sample = self._nearest(lat, lon, limit, step=_SAMPLED)
        within = sample[-1][0] if len(sample) == limit else inf
        return self._best({row: 1 / (1 + km) for km, row in self._nearest(lat, lon, limit, within=within)}, limit)

    def _nearest(
        self, lat: float, lon: float, limit: int, *, step: int = 1, within: float = inf
    ) -> list[tuple[float, int]]:
        """The nearest places of one point, of every `step`th row: kilometres and row. Holds no more than `limit`."""
        found: list[tuple[float, int]] = []  # (-km, -row): the farthest first
        south, north, east = _box(lat, within)
        points = zip(self.lat[::step], self.lon[::step], self._kinds[::step], strict=True)
        for number, (y, x, kind) in enumerate(points):
            if south <= y <= north and kind in _POINT_KINDS and abs((x - lon + 180) % 360 - 180) <= east:
                heappush(found, (-km_between(lat, lon, y, x), -number * step))
                if len(found) > limit:
                    heappop(found)
                    south, north, east = _box(lat, -found[0][0])
        return [(-km, -row) for km, row in sorted(found, reverse=True)]

    def _weight(self, sense: Sense) -> float:
        people = float(max(self.people(sense.row), _UNKNOWN_POPULATION))
        return people * (ALTERNATE_SHARE if sense.kind == "alternate" else 1) * (_DEFAULT_SHARE if sense.default else 1)

    def _nearness(self, row: int, near: tuple[float, float] | None) -> float:
        if near is None:
            return 1.0
        return 1 / (1 + (km_between(*near, self.lat[row], self.lon[row]) / _NEAR_KM) ** 2)

    def _best(self, weights: dict[int, float], limit: int) -> list[Candidate]:
        from dashboard.records import Candidate

        total = sum(weights.values())
        best = sorted(weights, key=weights.__getitem__, reverse=True)[:limit]  # equal ones stay in the order given
        return [Candidate(self.place(row), round(weights[row] / total, 4)) for row in best]

    def _read_senses(self, key: int) -> tuple[Sense, ...]:
        rows, kinds = self._sense_rows, self._sense_kinds
        senses = range(self._sense_at[key], self._sense_at[key + 1])
        return tuple([_new_sense((rows[at], *_SENSES[kinds[at]])) for at in senses])

    def _read_place(self, row: int) -> Place:
        from dashboard.records import Place  # a third of the time that opening takes, for who only asks for names

        columns = self._columns
        parent = columns["parent_row"][row]
        return Place(
            place_id=self._place_id(row),
            name=self._text(columns["name"][row]) or "",
            kind=self.kind(row),
            lat=self.lat[row],
            lon=self.lon[row],
            feature_code=self.feature_code(row),
            country=self.country(row),
            country_name=self._name_or_none(columns["country_row"][self._countries[row]]),
            admin1=self._text(self._admin1_codes[row]),
            admin1_name=self._name_or_none(self.admin1(row)),
            admin2=self._text(columns["admin2"][row]),
            parent=None if parent == NO_ROW else self._place_id(parent),
            population=self.population[row] or None,
            extent_km=self.extent_km(row),
            source=self.source(row),
        )

    def _name_or_none(self, row: int) -> str | None:
        return None if row == NO_ROW else self._text(self._columns["name"][row])

    def _place_id(self, row: int) -> str:
        number = self._columns["geonames"][row]
        if number:
            return f"geonames:{number}"
        others = self._columns["other_id"]
        return self._text(others[row - len(self) + len(others)]) or ""

    def _text(self, number: int) -> str | None:
        if not number:
            return None
        known = self._texts.get(number)
        if known is not None:
            return known
        starts = self._columns["text_at"]
        return _remembered(
            self._texts, number, str(self._columns["text"][starts[number] : starts[number + 1]], "utf-8")
        )


def _remembered(known: dict[int, T], key: int, value: T) -> T:
    """`value`, kept for the next time; a program that runs for weeks keeps no more than it can use."""
    if len(known) >= _REMEMBERED:
        known.clear()
    known[key] = value
    return value


def _box(lat: float, km: float) -> tuple[float, float, float]:
    """What lies within `km` of a point at that latitude: from south, to north, and so far east or west; degrees."""
    reach = degrees(km / EARTH_RADIUS_KM) * (1 + _ROUNDING)
    round_a_pole = abs(lat) + reach >= 90
    east = 180.0 if round_a_pole else degrees(asin(sin(radians(reach)) / cos(radians(lat))))
    return lat - reach, lat + reach, east


def folder_in_use() -> Path:
    """The folder that `open_index` opens in a program that starts now."""
    return own_gazetteer() or shipped("data") / "gazetteer" / "index"


@cache
def open_index(folder: Path | None = None) -> Index:
    """The index in `folder`, opened once. None: the user's own gazetteer, or the shipped one where there is none.

    A program that runs keeps the one it opened, whatever is imported since. Raises GazetteerMissing, GazetteerDamaged.
    """
    is_own = folder is None and own_gazetteer() is not None
    try:
        return Index(folder or folder_in_use())
    except (GazetteerDamaged, GazetteerMissing) as error:
        if not is_own:
            raise
        why = error.why if isinstance(error, GazetteerDamaged) else "it is not there"
        raise GazetteerDamaged(error.path, why, remedy=GO_BACK) from error


def _mapped_trie(folder: Path, *, names: int) -> marisa_trie.Trie:
    path = folder / TRIE_FILE
    try:
        trie = marisa_trie.Trie().mmap(str(path))
    except (OSError, RuntimeError) as error:
        raise GazetteerDamaged(path, str(error)) from error
    if len(trie) != names:
        raise GazetteerDamaged(path, f"it has {len(trie):,} names, the arrays beside it {names:,}")
    return trie
