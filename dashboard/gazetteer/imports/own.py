"""A user's own places: a CSV with name, lat and lon, and where wanted id, aliases, kind, country and population."""

import csv
import re
from collections.abc import Iterable, Iterator

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.imports.geonames import MAX_NUMBER, degrees
from dashboard.gazetteer.layout import MAX_WORDS, PLACE_KINDS
from dashboard.gazetteer.names import normal_name

NEEDED = ("name", "lat", "lon")
_KIND = "landmark"  # of a place whose row states none
_BETWEEN_ALIASES = "|"
_DELIMITERS = ",;\t"


def header_of(line: str) -> tuple[str, list[str]]:
    """The delimiter and the columns that a first line states, in small letters."""
    delimiter = max(_DELIMITERS, key=line.count)
    return delimiter, [column.strip().lower() for column in next(csv.reader([line], delimiter=delimiter), [])]


def missing(columns: list[str]) -> list[str]:
    """The columns that places of one's own need and these lack."""
    return [column for column in NEEDED if column not in columns]


def read_own(lines: Iterable[str], source: str) -> Iterator[tuple[int, Entry | ValueError]]:
    """Each row as a place, or why it is none, with the number of its last line; `lines` begin with the header."""
    rest = iter(lines)
    delimiter, columns = header_of(next(rest))
    rows = csv.reader(rest, delimiter=delimiter, strict=True)
    seen: set[str] = set()
    while True:
        try:
            row = next(rows)
            if row:
                yield rows.line_num + 1, _place(_fields(columns, row), source, seen)
        except StopIteration:
            return
        except (ValueError, csv.Error) as error:
            yield rows.line_num + 1, ValueError(str(error))


def _fields(columns: list[str], row: list[str]) -> dict[str, str]:
    if len(row) != len(columns):
        raise ValueError(f"{len(row)} columns instead of {len(columns)}")
    return dict(zip(columns, row, strict=True))


def _place(row: dict[str, str], source: str, seen: set[str]) -> Entry:
    """seen: the ids of the file up to here, to which this one is added. Raises ValueError."""
    name, country = row["name"].strip(), row.get("country", "").strip().upper()
    kind = row.get("kind", "").strip().lower() or _KIND
    if kind not in PLACE_KINDS:
        raise ValueError(f"kind {kind!r} is none of {', '.join(PLACE_KINDS)}")
    if country and not re.fullmatch("[A-Z]{2}", country):
        raise ValueError(f"country {country!r} is no code of two letters")
    lat, lon = degrees(row["lat"], row["lon"])
    entry = Entry(_id(row, name, country), name, kind, lat, lon, source, country=country or None)
    if entry.place_id in seen:
        raise ValueError(f"a second {entry.place_id}; give each row an id of its own in a column id")
    entry.population = _people(row.get("population", ""))
    entry.add_name(_findable(name), "official")
    for alias in filter(str.strip, row.get("aliases", "").split(_BETWEEN_ALIASES)):
        entry.add_name(_findable(alias.strip()), "overlay")
    seen.add(entry.place_id)
    return entry


def _id(row: dict[str, str], name: str, country: str) -> str:
    """The same for the same row in another file, wherever it stands: own:depot-north-iq."""
    stated = row.get("id", "").strip() or f"{name} {country}"
    return "own:" + normal_name(stated.removeprefix("own:")).replace(" ", "-")


def _findable(name: str) -> str:
    words = len(normal_name(name).split())
    if not 0 < words <= MAX_WORDS:
        raise ValueError(f"the name {name!r} has {words} words; names have one to {MAX_WORDS}")
    return name


def _people(text: str) -> int | None:
    text = text.strip()
    if text and not (text.isascii() and text.isdecimal() and int(text) <= MAX_NUMBER):
        raise ValueError(f"population {text!r} is no whole number")
    return int(text or "0") or None
