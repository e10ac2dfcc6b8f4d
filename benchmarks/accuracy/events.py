"""How well events are found in the project's own passages, which two people labelled apart.

    python -m benchmarks.accuracy.events [tuning|test]          the test half unless told

types: micro F1 over the types of a passage; those that both labelled must be found, those that one did may be. false
events: passages without any label in which something is found. status, place, date: of the surest event of each type
that was found rightly, whether it is one that a labeller gave; place: among those for which both gave one. agreement:
how far the two labellers agree.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dashboard.articles.files import make_article
from dashboard.pipeline import read
from dashboard.records import Event, Reading

PASSAGES = Path(__file__).parents[2] / "tests" / "data" / "event_passages.jsonl"
HALVES = ("tuning", "test")


class Label(NamedTuple):
    """An event of a passage, as one person labelled it. trigger, places: words of the text."""

    type: str
    status: str
    trigger: str
    date: str | None
    places: tuple[str, ...]


class Passage(NamedTuple):
    """A passage with the labels of two people."""

    text: str
    published: str
    first: list[Label]
    second: list[Label]

    @property
    def both(self) -> list[Label]:
        """The labels of either."""
        return [*self.first, *self.second]


def read_passages(half: str) -> list[Passage]:
    """The passages of one half of the file."""
    with PASSAGES.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        Passage(one["text"], one["published"], *(_labels(one[who]["events"]) for who in ("first", "second")))
        for one in records
        if one["split"] == half
    ]


def _labels(events: Iterable[dict[str, Any]]) -> list[Label]:
    return [Label(**{**event, "places": tuple(event["places"])}) for event in events]


class Share(NamedTuple):
    """Right ones of all that were judged."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """0-1; 0 where nothing was judged."""
        return self.right / self.of if self.of else 0.0


def figures(passages: list[Passage]) -> dict[str, float]:
    """By name the figures of the module."""
    readings = [read(make_article(passage.text, published=passage.published)) for passage in passages]
    found = missed = false = 0
    shares: dict[str, list[bool]] = {name: [] for name in ("false events", "status", "place", "date")}
    for passage, reading in zip(passages, readings, strict=True):
        types = {event.type for event in reading.events}
        must = {label.type for label in passage.first} & {label.type for label in passage.second}
        may = {label.type for label in passage.both}
        found, missed, false = found + len(types & must), missed + len(must - types), false + len(types - may)
        if not may:
            shares["false events"].append(bool(types))
        for kind in types & must:
            for name, right in _judged(kind, passage, reading):
                shares[name].append(right)
    told = {"types, micro F1": 2 * found / max(1, 2 * found + missed + false)}
    return told | {name: Share(sum(all_), len(all_)).value for name, all_ in shares.items()}


def _judged(kind: str, passage: Passage, reading: Reading) -> Iterator[tuple[str, bool]]:
    """Whether status, place and date of the surest event of a type are among those labelled."""
    event = max((one for one in reading.events if one.type == kind), key=lambda one: one.confidence)
    labels = [label for label in passage.both if label.type == kind]
    yield "status", event.status in {label.status for label in labels}
    if all(any(one.places for one in side if one.type == kind) for side in (passage.first, passage.second)):
        yield "place", _is_at(event, {name for label in labels for name in label.places}, reading)
    dates = {label.date for label in labels}
    if None not in dates:
        yield "date", event.date in dates


def _is_at(event: Event, names: set[str], reading: Reading) -> bool:
    """Whether the event's first place is one that the text names so."""
    surfaces = {r.toponym.text for r in reading.resolutions if r.place and r.place.place_id in event.place_ids[:1]}
    return any(surface in name or name in surface for surface in surfaces for name in names)


def agreement(passages: list[Passage]) -> float:
    """Micro F1 of the types that one labeller gave against the other's."""
    pairs = [({one.type for one in p.first}, {one.type for one in p.second}) for p in passages]
    shared = sum(len(one & other) for one, other in pairs)
    return 2 * shared / max(1, sum(len(one) + len(other) for one, other in pairs))


def main(words: list[str]) -> None:
    half = words[0] if words else "test"
    if half not in HALVES:
        sys.exit("usage: python -m benchmarks.accuracy.events [tuning|test]")
    passages = read_passages(half)
    print(f"{len(passages)} passages; the labellers agree on types: F1 {agreement(passages):.3f}")
    for name, value in figures(passages).items():
        print(f"{name:18s}{value:7.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
