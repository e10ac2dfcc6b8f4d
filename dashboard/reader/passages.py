"""A reading as passages and mentions, and what a filter leaves of them.

A passage is a title, dek, caption, heading or paragraph shown once; a mention is a toponym in it that has a place.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dashboard.events.types import BACKGROUND, event_types
from dashboard.records import Event, Place, Reading, Resolution, Segment

Item = TypeVar("Item")

STATUS_ORDER = ("planned", "reported", "alleged", "negated", "historical")
PASSAGE_KINDS = frozenset({"title", "dek", "caption", "heading", "paragraph"})


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader wants to see. Empty types or statuses: every one. where, who: the two uses of a name."""

    types: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    where: bool = True
    who: bool = False

    @property
    def by_event(self) -> bool:
        """Whether events are filtered at all: if so, passages without one are hidden."""
        return bool(self.types or self.statuses)

    def keeps_event(self, event: Event) -> bool:
        """Whether the event is of a wanted type and status."""
        return (not self.types or event.type in self.types) and (not self.statuses or event.status in self.statuses)

    def keeps_use(self, use: str) -> bool:
        """Whether names used this way are wanted; a demonym speaks of who, not of where."""
        return self.where if use == "literal" else self.who


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that has a place. number: its position among the mentions; events: those of its sentence."""

    number: int
    passage: int
    resolution: Resolution
    place: Place
    events: tuple[Event, ...]

    def type_under(self, wanted: Filter) -> str:
        """The type of event the mention is coloured by: the surest wanted one, those that name the place first."""
        kept = [event for event in self.events if wanted.keeps_event(event)]
        if not kept:
            return BACKGROUND
        return max(kept, key=lambda event: (self.place.place_id in event.place_ids, event.confidence)).type

    def shown_under(self, wanted: Filter) -> bool:
        """Whether the map counts the mention."""
        if not wanted.keeps_use(self.resolution.toponym.use):
            return False
        return not wanted.by_event or any(map(wanted.keeps_event, self.events))


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment that is read, with its events and mentions."""

    number: int
    segment: Segment
    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]

    def shown_under(self, wanted: Filter) -> bool:
        """Whether the reader shows the passage or folds it."""
        return not wanted.by_event or any(map(wanted.keeps_event, self.events))

    def types_under(self, wanted: Filter) -> list[str]:
        """Types of the wanted events, in the table's order."""
        return in_order({event.type for event in self.events if wanted.keeps_event(event)})


class Passages:
    """A reading's passages and mentions, in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.all: list[Passage] = []
        self.mentions: list[Mention] = []
        for segment in reading.segments:
            if segment.kind in PASSAGE_KINDS and segment.copy_of is None:
                self._add(segment)

    def _add(self, segment: Segment) -> None:
        number = len(self.all)
        events = tuple(event for event in self._events_by_segment.get(segment.start, ()))
        found: list[Mention] = []
        for resolution in self._resolutions_by_segment.get(segment.start, ()):
            if resolution.place is not None and resolution.toponym.copy_of is None:
                start = resolution.toponym.start
                around = tuple(event for event in events if event.start <= start < event.end)
                found.append(Mention(len(self.mentions) + len(found), number, resolution, resolution.place, around))
        self.mentions.extend(found)
        self.all.append(Passage(number, segment, events, tuple(found)))

    @cached_property
    def _events_by_segment(self) -> dict[int, list[Event]]:
        return _by_segment(self.reading.segments, self.reading.events, [event.start for event in self.reading.events])

    @cached_property
    def _resolutions_by_segment(self) -> dict[int, list[Resolution]]:
        starts = [resolution.toponym.start for resolution in self.reading.resolutions]
        return _by_segment(self.reading.segments, self.reading.resolutions, starts)

    @cached_property
    def places(self) -> dict[str, Place]:
        """The places by id, in the order of their first mention."""
        return {mention.place.place_id: mention.place for mention in self.mentions}

    def type_counts(self) -> Counter[str]:
        """How many passages carry each type."""
        return Counter(key for passage in self.all for key in passage.types_under(Filter()))

    def statuses(self) -> list[str]:
        """The statuses that occur."""
        found = {event.status for event in self.reading.events}
        return [status for status in STATUS_ORDER if status in found]

    def of_place(self, place_id: str) -> list[Mention]:
        """Every mention of a place."""
        return [mention for mention in self.mentions if mention.place.place_id == place_id]

    def first_of(self, place_id: str) -> Mention | None:
        """The first mention of a place; None where the text does not name it."""
        return self._first.get(place_id)

    @cached_property
    def _first(self) -> dict[str, Mention]:
        return {mention.place.place_id: mention for mention in reversed(self.mentions)}

    def tallies(self, wanted: Filter) -> dict[str, Counter[str]]:
        """For each place that the filter leaves: how many mentions carry each type, commonest first."""
        tallies: dict[str, Counter[str]] = {}
        for mention in self.mentions:
            if mention.shown_under(wanted):
                tallies.setdefault(mention.place.place_id, Counter())[mention.type_under(wanted)] += 1
        return tallies


def in_order(types: set[str]) -> list[str]:
    """Type keys in the order of the table of types."""
    return [key for key in event_types() if key in types]


def _by_segment(segments: tuple[Segment, ...], items: tuple[Item, ...], starts: list[int]) -> dict[int, list[Item]]:
    """Items under the start of the segment each begins in."""
    begins = [segment.start for segment in segments]
    groups: dict[int, list[Item]] = {}
    for item, start in zip(items, starts, strict=True):
        at = bisect_right(begins, start) - 1
        if at >= 0:
            groups.setdefault(begins[at], []).append(item)
    return groups
