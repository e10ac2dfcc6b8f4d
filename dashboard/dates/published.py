"""When an article came out, where nobody says so: read from its own lines and dates."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from dashboard.dates.days import real_day
from dashboard.dates.recognise import Expression, find_expressions, settle_dates
from dashboard.dates.tense import tense
from dashboard.dates.vocabulary import fold
from dashboard.records import DateSpan, Segment, Span

_HEAD = 8  # segments at the top that can hold a dateline or an "Updated" line; chosen by reading front pages
_LEAD = 3  # paragraphs that can hold the day of the news
_DATELINE = 90  # characters of a segment in which a dateline or stamp ends
_STAMP = re.compile(r"\W*(?:(?:last|first|publication)\s)?(?:updated|published|posted|modified|date)\b", re.IGNORECASE)
_DATELINE_END = re.compile(r"\s{0,3}(?:\([^()]{2,20}\))?\s{0,3}[-–—_:]")
_FULL = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_OPEN = re.compile(r"XXXX-\d\d-\d\d(?:T.*)?")
_LENGTH = len("2024-09-11")
_LEAP_CYCLE = 8  # years; Feb. 29 comes back after eight at the latest


def infer_published(
    text: str, segments: Sequence[Segment], *, expressions: Iterable[Expression] | None = None
) -> date | None:
    """The day an article was published, as its text tells it; None where nothing reliable does.

    In this order: a line at the top that says "Updated" or "Published", or is nothing but a date; a full dateline
    ("BAGHDAD, Sept. 11, 2024 (AP) —"); the first day without a year in the lead, in the year that puts it on or next
    after the latest full date of the text that lies behind. expressions: those of the text, where they are known
    already; else only as much of the text is searched as decides.
    """
    segments = sorted((segment for segment in segments if segment.copy_of is None), key=_start)
    head, lead = segments[:_HEAD], [segment for segment in segments if segment.kind in ("paragraph", "dek")][:_LEAD]
    found = find_expressions(text, segments) if expressions is None else expressions
    dates = settle_dates(text, found, None)
    top = list(_up_to(max((segment.end for segment in head + lead), default=0), dates))
    stamped = _stamped(text, head, [span for span in top if _is_full(span)])
    if stamped:
        return stamped
    opened = [span for segment in lead for span in _within(top, segment) if _OPEN.fullmatch(span.value or "")]
    return _from_lead(fold(text), segments, opened[0], chain(top, dates)) if opened else None


def _up_to(end: int, dates: Iterator[DateSpan]) -> Iterator[DateSpan]:
    """The dates that begin before `end`, and the one after them."""
    for span in dates:
        yield span
        if span.start >= end:
            return


def _is_full(span: DateSpan) -> bool:
    return _FULL.fullmatch(span.value or "") is not None


def _start(part: Segment | Span | DateSpan) -> int:
    return part.start


def _day(span: DateSpan) -> date:
    return date.fromisoformat((span.value or "")[:_LENGTH])


def _within(spans: Sequence[DateSpan], segment: Segment) -> Sequence[DateSpan]:
    return spans[bisect_left(spans, segment.start, key=_start) : bisect_left(spans, segment.end, key=_start)]


def _stamped(text: str, head: Sequence[Segment], full: Sequence[DateSpan]) -> date | None:
    for segment in head:
        for span in _within(full, segment):
            if span.end - segment.start <= _DATELINE and _is_stamp(text, segment, span):
                return _day(span)
    return None


def _is_stamp(text: str, segment: Segment, span: DateSpan) -> bool:
    before = text[segment.start : span.start].rpartition("\n")[2]
    after = text[span.end : segment.end].partition("\n")[0][:_DATELINE]
    if segment.kind in ("updated", "byline") or _STAMP.match(before):
        return True
    if not before.strip(" \t([|") and not after.strip(" \t.)]|"):
        return True
    return before.partition(",")[0].isupper() and bool(_DATELINE_END.match(after))


def _from_lead(folded: str, segments: Sequence[Segment], opened: DateSpan, dates: Iterable[DateSpan]) -> date | None:
    full = filter(_is_full, dates)
    latest = max((_day(span) for span in full if not _looks_ahead(folded, segments, span)), default=None)
    return _on_or_after(latest, (opened.value or "")[:_LENGTH]) if latest else None


def _looks_ahead(folded: str, segments: Sequence[Segment], span: DateSpan) -> bool:
    segment = segments[bisect_right(segments, span.start, key=_start) - 1]
    at = bisect_right(segment.sentences, span.start, key=_start) - 1
    sentence = segment.sentences[at] if at >= 0 else Span(segment.start, segment.end)
    return tense(folded, sentence, span.start, span.end) == "future"


def _on_or_after(latest: date, open_day: str) -> date | None:
    days = (real_day(latest.year + step, int(open_day[5:7]), int(open_day[8:10])) for step in range(_LEAP_CYCLE + 1))
    return next((date.fromisoformat(day) for day in days if day and day >= latest.isoformat()), None)
