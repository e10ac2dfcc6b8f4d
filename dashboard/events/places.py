"""Where an event is: the places its sentence names."""

from bisect import bisect_left
from collections.abc import Sequence

from dashboard.records import Resolution, Span


def places_of(
    sentence: Span, trigger: Span, resolutions: Sequence[Resolution], starts: Sequence[int]
) -> tuple[str, ...]:
    """The sentence's place_ids, each once: literal before associative, nearest to the trigger first.

    starts: where each toponym starts, ascending. Demonyms, copies and names of no known place are left out.
    """
    first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    found = [r for r in resolutions[first:last] if r.place and r.toponym.use != "demonym" and r.toponym.copy_of is None]
    found.sort(key=lambda r: (r.toponym.use != "literal", _distance(r, trigger)))
    return tuple(dict.fromkeys(r.place.place_id for r in found if r.place))


def _distance(resolution: Resolution, trigger: Span) -> int:
    """Characters between toponym and trigger; 0 where they overlap."""
    toponym = resolution.toponym
    return max(toponym.start - trigger.end, trigger.start - toponym.end, 0)
