"""Labelled corpora: JSON lines of texts with the place names in them and where those are.

A line is {"id", "text", "toponyms": [{"start", "end", "lat", "lon"[, "type", "geonames_id"]}]}; offsets are half-open
code points into the text; lat and lon are null where the labellers found the name but no place for it.
"""

import json
from pathlib import Path
from typing import NamedTuple

from dashboard.gazetteer.distance import km_between
from dashboard.records import Span

NEAR_KM = 161.0
"""A point this near is right: 100 miles, the measure of the published figures."""
NOT_PLACES = frozenset({"Homonym", "Language"})
"""Types of labelled names that stand for no place: neither scored nor learned from."""


class Mark(NamedTuple):
    """A place name in a text and its point, WGS 84 degrees; lat and lon None = not located."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    type: str | None = None
    place_id: str | None = None

    @property
    def span(self) -> Span:
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


class Convention(NamedTuple):
    """What to know of a corpus. weight: of its texts in the fit, so that the small ones count too.

    fitted: whether its licence lets what is shipped be fitted on it. demonyms: whether "Turkish" is labelled.
    """

    title: str
    weight: float = 1.0
    fitted: bool = True
    demonyms: bool = True


CONVENTIONS = {
    "lgl": Convention("LGL"),
    "trnews": Convention("TR-News", weight=1.5),
    "geowebnews": Convention("GeoWebNews", weight=1.2),
    "tudloc": Convention("TUD-Loc", fitted=False, demonyms=False),
}
"""By how the name of the corpus' file begins."""


class Corpus(NamedTuple):
    """A corpus; its name is that of its file."""

    name: str
    convention: Convention
    texts: list[Labelled]


def read_corpora(folder: Path) -> list[Corpus]:
    """Every corpus of a folder, the known ones first, in the order of CONVENTIONS."""
    order = list(CONVENTIONS.values())
    corpora = [read_corpus(path) for path in sorted(folder.glob("*.jsonl"))]
    return sorted(corpora, key=lambda corpus: (*order, corpus.convention).index(corpus.convention))


def read_corpus(path: Path) -> Corpus:
    name = path.stem
    known = (convention for start, convention in CONVENTIONS.items() if name.startswith(start))
    with path.open(encoding="utf-8") as lines:
        return Corpus(name, next(known, Convention(name)), [_text(json.loads(line)) for line in lines if line.strip()])


def _text(fields: dict[str, object]) -> Labelled:
    toponyms = fields["toponyms"]
    assert isinstance(toponyms, list)
    return Labelled(str(fields["id"]), str(fields["text"]), unrepeated([_mark(toponym) for toponym in toponyms]))


def _mark(fields: dict[str, object]) -> Mark:
    found = Mark(*(fields.get(name) for name in ("start", "end", "lat", "lon", "type")))  # type: ignore[arg-type]
    geonames = fields.get("geonames_id")
    return found._replace(place_id=f"geonames:{geonames}") if geonames else found


def unrepeated(marks: list[Mark]) -> list[Mark]:
    """The marks in the order of the text, one a span: the first that has a point."""
    kept: dict[Span, Mark] = {}
    for mark in marks:
        if mark.span not in kept or (kept[mark.span].lat is None and mark.lat is not None):
            kept[mark.span] = mark
    return sorted(kept.values(), key=lambda mark: mark.span)
