"""Where an event is: the places its sentence names, else those that its passage does."""

from bisect import bisect_left
from collections.abc import Sequence

from dashboard.records import Resolution, Span

_BEFORE = 2  # times farther a place before the trigger counts: "in Gaza" follows "struck"


def places_of(
    trigger: Span, sentence: Span, passage: Span, recipient: Span | None, resolutions: Sequence[Resolution]
) -> tuple[str, ...]:
    """The place_ids of an event, each once, the likeliest first; () where neither sentence nor passage names any.

    Scenes come first (literal use), nearest to the trigger; then the place of who is acted upon ("invaded Kuwait");
    then the last scene that the passage named before, or names after; then whoever else the sentence names. Demonyms,
    copies and names of no known place are left out. resolutions: those of the text, in its order.
    """
    here = _within(resolutions, sentence)
    scenes = [one for one in here if one.toponym.use == "literal"]
    others = [one for one in here if one.toponym.use != "literal"]
    scenes.sort(key=lambda one: _distance(one, trigger))
    others.sort(
        key=lambda one: (not _is_in(one, recipient), one.toponym.start < trigger.start, _distance(one, trigger))
    )
    found = scenes or [one for one in others if _is_in(one, recipient)] or _scene_beside(resolutions, sentence, passage)
    if not found and not others:
        found = [one for one in _within(resolutions, passage) if one.toponym.start < sentence.start][-1:]
    return tuple(dict.fromkeys(one.place.place_id for one in (*found, *others) if one.place))


def _within(resolutions: Sequence[Resolution], span: Span) -> list[Resolution]:
    first, last = (bisect_left(resolutions, at, key=lambda one: one.toponym.start) for at in span)
    return [
        one
        for one in resolutions[first:last]
        if one.place and one.toponym.use != "demonym" and one.toponym.copy_of is None
    ]


def _scene_beside(resolutions: Sequence[Resolution], sentence: Span, passage: Span) -> list[Resolution]:
    """The last scene of the passage before a sentence, else the first one after it."""
    around = [one for one in _within(resolutions, passage) if one.toponym.use == "literal"]
    before = [one for one in around if one.toponym.start < sentence.start]
    return before[-1:] or around[:1]


def _is_in(resolution: Resolution, span: Span | None) -> bool:
    return span is not None and span.start <= resolution.toponym.start < span.end


def _distance(resolution: Resolution, trigger: Span) -> int:
    """Characters between toponym and trigger, those before it counted double; 0 where they overlap."""
    toponym = resolution.toponym
    return max(toponym.start - trigger.end, _BEFORE * (trigger.start - toponym.end), 0)
