"""Labelled texts: JSON lines of texts with the place names in them and where those are.

A line is {"id", "text", "toponyms": [{"start", "end", "lat", "lon"[, "type", "geonames_id"]}]}; offsets are half-open
code points into the text; lat and lon are null where the labellers found the name but no place for it.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dashboard.errors import ArticleError
from dashboard.gazetteer.distance import km_between
from dashboard.records import Resolution, Span

NEAR_KM = 161.0
"""A point this near is right: 100 miles, the measure of the published figures."""


class Mark(NamedTuple):
    """A place name in a text and its point, WGS 84 degrees; lat and lon None = not located.

    type: what the labellers call it. kind, use, confidence: of an answer, the place's kind, how the name is used, how
    sure the place is.
    """

    start: int
    end: int
    lat: float | None
    lon: float | None
    type: str | None = None
    place_id: str | None = None
    kind: str | None = None
    use: str | None = None
    confidence: float | None = None

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    def is_near(self, lat: float | None, lon: float | None, km: float = NEAR_KM) -> bool:
        """Whether a point lies within `km` of this one; False where either is not known."""
        if self.lat is None or self.lon is None or lat is None or lon is None:
            return False
        return km_between(self.lat, self.lon, lat, lon) <= km


class Labelled(NamedTuple):
    """A text and its place names."""

    id: str
    text: str
    marks: list[Mark]


def read_labelled(path: Path) -> list[Labelled]:
    """The texts of a file of JSON lines. Raises ArticleError naming file and line, OSError."""
    texts = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    texts.append(labelled(json.loads(line)))
                except (ValueError, KeyError, TypeError) as error:
                    raise ArticleError(f"{path}, line {number} is no labelled text: {error!r}.") from error
    return texts


def labelled(fields: dict[str, object]) -> Labelled:
    """A text of the fields of its line. Raises KeyError, TypeError for fields that are none."""
    toponyms = fields["toponyms"]
    if not isinstance(toponyms, list):
        raise TypeError("toponyms is no list")
    return Labelled(str(fields["id"]), str(fields["text"]), unrepeated([_mark(toponym) for toponym in toponyms]))


def _mark(fields: dict[str, object]) -> Mark:
    start, end, geonames = fields["start"], fields["end"], fields.get("geonames_id")
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError(f"start and end are no numbers: {start!r}, {end!r}")
    found = Mark(start, end, *(fields.get(name) for name in ("lat", "lon", "type")))  # type: ignore[arg-type]
    return found._replace(place_id=f"geonames:{geonames}") if geonames else found


def unrepeated(marks: list[Mark]) -> list[Mark]:
    """The marks in the order of the text, one a span: the first that has a point."""
    kept: dict[Span, Mark] = {}
    for mark in marks:
        if mark.span not in kept or (kept[mark.span].lat is None and mark.lat is not None):
            kept[mark.span] = mark
    return sorted(kept.values(), key=lambda mark: mark.span)


def marks_found(resolutions: Iterable[Resolution], *, demonyms: bool = True) -> list[Mark]:
    """The answers as marks; without demonyms where the labellers leave them out."""
    return [_answer(found) for found in resolutions if demonyms or found.toponym.use != "demonym"]


def _answer(found: Resolution) -> Mark:
    name, place = found.toponym, found.place
    told = (name.use, found.confidence)
    if place is None:
        return Mark(name.start, name.end, None, None, None, None, None, *told)
    return Mark(name.start, name.end, place.lat, place.lon, None, place.place_id, place.kind, *told)
