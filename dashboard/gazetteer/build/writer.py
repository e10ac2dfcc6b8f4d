"""Writing the memory-mapped index that `dashboard.gazetteer.index` opens.

Places and names come as streams, so that a gazetteer far larger than the shipped one can be written: what is held in
memory is the trie while it is built, then some 60 bytes a place.
"""

from __future__ import annotations  # array[Any] is a type for mypy alone

import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.senses import NameSense, senses_of_names
from dashboard.gazetteer.layout import (
    ARRAYS_FILE,
    DEFAULT_FLAG,
    NO_ROW,
    NOT_PLACE_MARK,
    PLACE_KINDS,
    SENSE_KINDS,
    TRIE_FILE,
    write_arrays,
)

if TYPE_CHECKING:
    Column = array[Any]
    Sections = Iterator[tuple[str, Column]]

_SECTIONS = 22  # what `_sense_sections`, `_place_sections` and `Texts.sections` give
_REMEMBERED = 500_000  # texts, some 70 MB; a text that comes first after them is written each time it comes
_TWO_BYTES = 0xFFFF


class Texts:
    """Texts numbered in the order they are first asked for; number 0 is no text."""

    def __init__(self) -> None:
        self._numbers: dict[str | None, int] = {None: 0, "": 0}
        self._bytes = bytearray()
        self._starts = array("I", [0, 0])

    def number(self, text: str | None) -> int:
        """The number of `text`."""
        known = self._numbers.get(text)
        if known is not None:
            return known
        number = len(self._starts) - 1
        self._bytes += (text or "").encode("utf-8")
        self._starts.append(len(self._bytes))
        if number <= _REMEMBERED:
            self._numbers[text] = number
        return number

    def sections(self) -> Sections:
        """Where each text begins, and all texts as one blob."""
        yield "text_at", self._starts
        yield "text", array("B", self._bytes)


def write_index(entries: Entries, overlay: Overlay, folder: Path) -> None:
    """Write names.marisa and arrays.bin into `folder`. `entries` stand in the order of their rows."""
    senses = senses_of_names(entries, overlay.defaults)
    write_streams(entries.values(), senses, folder, not_places=overlay.not_places)


def write_streams(
    places: Iterable[Entry],
    senses: Iterable[tuple[str, list[NameSense]]],
    folder: Path,
    *,
    not_places: Mapping[str, str],
) -> None:
    """Write names.marisa and arrays.bin into `folder`; files that programs have mapped stay as they are for them.

    places: by GeoNames number, those without one after them by place_id; gone through twice. senses: each key once.
    not_places: normal name -> why it is none. Raises OSError when the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts, meanings = Texts(), _Meanings()
    reasons = (
        (NOT_PLACE_MARK + name, [NameSense(texts.number(why), "official", default=False)])
        for name, why in sorted(not_places.items())
    )
    new_trie, new_arrays = folder / f"{TRIE_FILE}.new", folder / f"{ARRAYS_FILE}.new"
    with tempfile.TemporaryFile("w+", dir=folder, encoding="utf-8", newline="\n") as keys:
        _write_trie(meanings.kept(chain(reasons, senses), keys), new_trie)
        sections = chain(
            _sense_sections(meanings, _ids(keys, new_trie)), _place_sections(places, texts), texts.sections()
        )
        write_arrays(new_arrays, sections, count=_SECTIONS, trie_bytes=new_trie.stat().st_size)
    # Put in the place of the old: written into, a file that a running program has mapped would crash it.
    new_trie.replace(folder / TRIE_FILE)
    new_arrays.replace(folder / ARRAYS_FILE)


# ---- names


class _Meanings:
    """The senses of all keys in the order they came. starts: of each key's; ends with the number of all."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin again with none."""
        self.starts, self.rows, self.kinds = array("I", [0]), array("i"), array("B")

    def kept(self, senses: Iterable[tuple[str, list[NameSense]]], keys: TextIO) -> Iterator[str]:
        """The keys, each also written to `keys` as a line, while their senses are kept here."""
        for key, means in senses:
            self.rows.extend(sense.row for sense in means)
            self.kinds.extend(SENSE_KINDS.index(s.kind) | (DEFAULT_FLAG if s.default else 0) for s in means)
            self.starts.append(len(self.rows))
            keys.write(f"{key}\n")
            yield key


def _write_trie(keys: Iterator[str], path: Path) -> None:
    import marisa_trie

    path.write_bytes(marisa_trie.Trie(keys).tobytes())


def _ids(keys: TextIO, trie_path: Path) -> Column:
    """By the number the trie gave a key: which line of `keys` it is."""
    import marisa_trie

    trie: marisa_trie.Trie = marisa_trie.Trie().mmap(str(trie_path))
    lines = array("I", bytes(4)) * len(trie)
    keys.seek(0)
    for line, key in enumerate(keys):
        lines[trie[key[:-1]]] = line
    return lines


def _sense_sections(meanings: _Meanings, lines: Column) -> Sections:
    """The senses in the order of the trie's numbers."""
    at = meanings.starts
    starts = array("I", [0])
    for line in lines:
        starts.append(starts[-1] + at[line + 1] - at[line])
    yield "sense_at", starts
    for name, column in (("sense_row", meanings.rows), ("sense_kind", meanings.kinds)):
        ordered = array(column.typecode)
        for line in lines:
            ordered.extend(column[at[line] : at[line + 1]])
        yield name, ordered
    meanings.clear()


# ---- places


class _Codes:
    """A column of texts that repeat: each once, and by row which of them."""

    def __init__(self) -> None:
        self.rows = array("I")
        self.texts: dict[str | None, int] = {None: 0}

    def append(self, text: str | None) -> None:
        """Add the text of one more row; "" is no text."""
        self.rows.append(self.texts.setdefault(text or None, len(self.texts)))

    def numbered(self, texts: Texts) -> Column:
        """By row the number in `texts`."""
        return self.mapped([texts.number(text) for text in self.texts])

    def mapped(self, numbers: list[int], code: str = "I") -> Column:
        """By row the number that stands for its text."""
        return array(code, map(numbers.__getitem__, self.rows))


class _Columns:
    """The columns of all places but their names, kept as they come; each is given away once, to save its memory."""

    def __init__(self, places: Iterable[Entry]) -> None:
        self._numbers: dict[str, Column] = {
            "lat": array("d"),
            "lon": array("d"),
            "population": array("I"),
            "kind": array("B"),
            "extent_row": array("I"),  # of the few places that have an extent
            "extent_km": array("f"),
            "geonames": array("I"),
        }
        self._codes = {
            column: _Codes() for column in ("feature_code", "country", "admin1", "source", "parent", "admin2")
        }
        self._others: list[str] = []  # ids of the places that are not of GeoNames; they stand last
        for place in places:
            self._append(place)

    def _append(self, place: Entry) -> None:
        scheme, _, rest = place.place_id.partition(":")
        numbers = self._numbers
        numbers["lat"].append(place.lat)
        numbers["lon"].append(place.lon)
        numbers["population"].append(place.population or 0)
        numbers["kind"].append(PLACE_KINDS.index(place.kind))
        if place.extent_km is not None:
            numbers["extent_row"].append(len(numbers["geonames"]))
            numbers["extent_km"].append(place.extent_km)
        numbers["geonames"].append(int(rest) if scheme == "geonames" else 0)
        for column, codes in self._codes.items():
            codes.append(getattr(place, column))
        if scheme != "geonames":
            self._others.append(place.place_id)

    def take(self, column: str) -> Column:
        """A column of numbers."""
        return self._numbers.pop(column)

    def take_numbered(self, column: str, texts: Texts) -> Column:
        """A column of codes, as their numbers in `texts`."""
        return self._codes.pop(column).numbered(texts)

    def take_parents(self) -> Column:
        """By row the row of the parent."""
        numbered = len(self._numbers["geonames"]) - len(self._others)
        rows = {place_id: numbered + at for at, place_id in enumerate(self._others)}
        parents = self._codes.pop("parent")
        return parents.mapped([self._row_of(place_id, rows, numbered) for place_id in parents.texts], "i")

    def other_ids(self, texts: Texts) -> Column:
        """The ids of the places that are not of GeoNames, in the order of their rows."""
        return array("I", map(texts.number, self._others))

    def _row_of(self, place_id: str | None, others: dict[str, int], numbered: int) -> int:
        scheme, _, rest = (place_id or "").partition(":")
        if scheme != "geonames":
            return others.get(place_id or "", NO_ROW)
        row = bisect_left(self._numbers["geonames"], int(rest), hi=numbered)
        return row if row < numbered and self._numbers["geonames"][row] == int(rest) else NO_ROW


def _place_sections(places: Iterable[Entry], texts: Texts) -> Sections:
    columns = _Columns(places)
    for name in ("lat", "lon", "population"):
        yield name, columns.take(name)
    kind = columns.take("kind")
    yield "kind", kind
    # Texts that repeat come first, so that their numbers fit two bytes; names follow.
    yield "feature", _narrow(columns.take_numbered("feature_code", texts))
    country, admin1 = columns.take_numbered("country", texts), columns.take_numbered("admin1", texts)
    yield "country", _narrow(country)
    yield "admin1", _narrow(admin1)
    yield "source", _narrow(columns.take_numbered("source", texts))
    yield "admin2", _narrow(columns.take_numbered("admin2", texts))
    yield "admin1_row", _rows_by_code(kind, admin1, ("admin1",))
    yield "country_row", _rows_by_code(kind, country, ("country", "territory"))
    del kind, country, admin1
    yield "parent_row", columns.take_parents()
    for name in ("extent_row", "extent_km"):
        yield name, columns.take(name)
    yield "name", array("I", (texts.number(place.name) for place in places))
    yield "geonames", columns.take("geonames")
    yield "other_id", columns.other_ids(texts)


def _narrow(numbers: Column) -> Column:
    """The numbers in two bytes each where they fit."""
    return array("H", numbers) if max(numbers, default=0) <= _TWO_BYTES else numbers


def _rows_by_code(kinds_by_row: Column, codes: Column, kinds: tuple[str, ...]) -> Column:
    """The row of the place of one of `kinds` that a code stands for, by the number of the code."""
    wanted = {PLACE_KINDS.index(kind) for kind in kinds}
    rows = array("i", [NO_ROW]) * (max(codes, default=0) + 1)
    for row, (kind, code) in enumerate(zip(kinds_by_row, codes, strict=True)):
        if kind in wanted and code:
            rows[code] = row
    return rows
