"""Text for a terminal: the places, events and dates of an article as aligned columns."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from dashboard.exports.geo import Mention, by_place
from dashboard.exports.lines import reading_of
from dashboard.exports.plain import harmless, width
from dashboard.records import Candidate, Event, Place, Reading

if TYPE_CHECKING:
    from dashboard.pipeline import Part, Result

_GAP = "  "
_CELL = 40  # columns a cell takes at most, so that a line with all of them fits a wide terminal


def table(source: "Result | Reading", only: "Part | None" = None) -> str:
    """What was found in one article as text for a person, ending in a line feed; `only` one part of it.

    Control characters, escape sequences and marks of direction in names are made harmless.
    """
    reading = reading_of(source)
    parts = {"places": _places, "events": _events, "dates": _dates}
    shown = [parts[only](reading)] if only else [_places(reading), _events(reading)]
    return "\n\n".join(["\n".join(_headline(reading)), *("\n".join(part) for part in shown)]) + "\n"


def candidate_table(candidates: Sequence[Candidate]) -> str:
    """Places that a name could be as text for a person, best first, ending in a line feed."""
    head = ("PLACE", "KIND", "IN", "LAT", "LON", "PEOPLE", "SCORE", "ID")
    rows = [
        (
            *_place_cells(c.place),
            f"{c.place.population:,}" if c.place.population else "",
            f"{c.score:.2f}",
            c.place.place_id,
        )
        for c in candidates
    ]
    return "\n".join(_aligned(head, rows, numbers={"LAT", "LON", "PEOPLE", "SCORE"})) + "\n"


def _headline(reading: Reading) -> Iterator[str]:
    article = reading.article
    in_text = next((article.text[s.start : s.end] for s in reading.segments if s.kind == "title"), None)
    yield harmless(article.title or in_text or article.id)
    source = f"{article.published.isoformat()} ({article.published_source})" if article.published else "date unknown"
    yield f"published: {source}"


def _places(reading: Reading) -> Iterator[str]:
    places, unresolved = by_place(reading), _unresolved(reading)
    if places:
        yield f"Places: {len(places)}, named {_times(sum(map(len, places)))}"
        head = ("PLACE", "KIND", "IN", "LAT", "LON", "SURE", "NAMED", "AS")
        yield from _aligned(head, [_place_row(group) for group in places], numbers={"LAT", "LON", "SURE", "NAMED"})
    else:
        yield "No places found."
    if unresolved:
        yield f"Names of no known place: {', '.join(unresolved)}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _place_row(group: Sequence[Mention]) -> tuple[str, ...]:
    names = dict.fromkeys(mention.resolution.toponym.text for mention in group)
    sure = max(mention.resolution.confidence for mention in group)
    return (*_place_cells(group[0].place), f"{sure:.2f}", str(len(group)), ", ".join(names))


def _place_cells(place: Place) -> tuple[str, str, str, str, str]:
    around = (place.admin1_name, place.country_name or place.country)
    inside = ", ".join(name for name in around if name and name != place.name)
    return place.name, place.kind, inside, f"{place.lat:.4f}", f"{place.lon:.4f}"


def _unresolved(reading: Reading) -> list[str]:
    names = (
        found.toponym.text for found in reading.resolutions if found.place is None and found.toponym.copy_of is None
    )
    return [_cell(name) for name in dict.fromkeys(names)]


def _events(reading: Reading) -> Iterator[str]:
    if not reading.events:
        yield "No events found."
        return
    names = {r.place.place_id: r.place.name for r in reading.resolutions if r.place}
    yield f"Events: {len(reading.events)}"
    rows = [_event_row(event, reading.article.text, names) for event in reading.events]
    yield from _aligned(("DATE", "TYPE", "STATUS", "WORDS", "WHERE"), rows)


def _event_row(event: Event, text: str, names: dict[str, str]) -> tuple[str, ...]:
    where = ", ".join(names.get(place_id, place_id) for place_id in event.place_ids)
    return event.date or "", event.type, event.status, text[slice(*event.trigger)], where


def _dates(reading: Reading) -> Iterator[str]:
    if not reading.dates:
        yield "No dates found."
        return
    yield f"Dates: {len(reading.dates)}"
    yield from _aligned(("VALUE", "TYPE", "WORDS"), [(d.value or "", d.type, d.text) for d in reading.dates])


def _aligned(head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Collection[str] = ()) -> Iterator[str]:
    """Lines of cells under their heads; the columns named in `numbers` end flush, the others begin flush."""
    lines = [head, *([_cell(text) for text in row] for row in rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (_padded(cell, size, name in numbers) for cell, size, name in zip(line, widths, head, strict=True))
        yield _GAP.join(padded).rstrip()


def _cell(text: str) -> str:
    shown = harmless(text)
    return shown if len(shown) <= _CELL else shown[: _CELL - 1] + "…"


def _padded(cell: str, size: int, number: bool) -> str:
    spaces = " " * (size - width(cell))
    return spaces + cell if number else cell + spaces
