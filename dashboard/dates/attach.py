"""The date of each event: stated in its clause, else from its passage, else the day of publication."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.records import DateSpan, Event, Segment, Span

_ON_THE_CALENDAR = re.compile(r"\d{2,4}(?:-(?:\d\d|W\d\d|Q\d|H\d|S[PU]|FA|WI).*)?(?:T.*)?")


def attach_dates(
    events: Sequence[Event], dates: Sequence[DateSpan], segments: Sequence[Segment], published: date | None
) -> tuple[Event, ...]:
    """`events` with `date` and `date_source` set, in the same order.

    stated: the date nearest to the trigger among those inside the event's own span. context: the nearest one in the
    same segment. publication: `published`. Both are None where there is none of these. Durations, sets, "now" and dates
    that are not settled date nothing.
    """
    usable = sorted((span for span in dates if _is_usable(span)), key=_start)
    ordered = sorted(segments, key=_start)
    dated: list[Event] = []
    for event in events:
        stated = _nearest(usable, event.trigger, Span(event.start, event.end))
        at = bisect_right(ordered, event.trigger.start, key=_start) - 1
        context = _nearest(usable, event.trigger, Span(ordered[at].start, ordered[at].end)) if at >= 0 else None
        dated.append(_dated(event, stated, context, published))
    return tuple(dated)


def _dated(event: Event, stated: DateSpan | None, context: DateSpan | None, published: date | None) -> Event:
    if stated is not None:
        return replace(event, date=stated.value, date_source="stated")
    if context is not None:
        return replace(event, date=context.value, date_source="context")
    if published is not None:
        return replace(event, date=published.isoformat(), date_source="publication")
    return replace(event, date=None, date_source=None)


def _is_usable(span: DateSpan) -> bool:
    return span.type in ("DATE", "TIME") and bool(_ON_THE_CALENDAR.fullmatch(span.value or ""))


def _start(part: Segment | DateSpan) -> int:
    return part.start


def _nearest(usable: Sequence[DateSpan], trigger: Span, within: Span) -> DateSpan | None:
    at = bisect_left(usable, trigger.start, key=_start)
    beside = [span for span in usable[max(0, at - 1) : at + 1] if within.start <= span.start and span.end <= within.end]
    return min(beside, key=lambda span: _distance(span, trigger), default=None)


def _distance(span: DateSpan, trigger: Span) -> int:
    return max(span.start - trigger.end, trigger.start - span.end, 0)
