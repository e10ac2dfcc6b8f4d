"""Dates of events."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates.attach import attach_dates
from dashboard.dates.recognise import find_dates
from dashboard.records import Event, Segment, Span

WEDNESDAY = date(2024, 9, 11)

# The event's clause stands in [ ], its trigger in < >; | parts two segments.
CASES = {
    "stated in its clause": ("[He <left> on Sept. 10].", "2024-09-10", "stated"),
    "the nearest to the trigger": ("[In 2003 troops came, and they <left> in 2011].", "2011", "stated"),
    "the nearest before the trigger": ("[In 2003 they <left>, long before the pact of 2011].", "2003", "stated"),
    "a time of the day": ("[He <left> on the evening of Sept. 10].", "2024-09-10TEV", "stated"),
    "a decade": ("[They <fought> in the 1980s].", "198", "stated"),
    "a season": ("[They <fought> in the summer of 2003].", "2003-SU", "stated"),
    "a quarter": ("[They <fought> in the third quarter of 2003].", "2003-Q3", "stated"),
    "from its passage": ("[He <left>]. It was Sept. 10.", "2024-09-10", "context"),
    "a duration dates nothing": ("[He <left> after three days].", "2024-09-11", "publication"),
    "a set dates nothing": ("[He <speaks> every Monday].", "2024-09-11", "publication"),
    "now dates nothing": ("[He <leaves> now].", "2024-09-11", "publication"),
    "what no calendar has dates nothing": ("[He <left> on Feb. 30, 2024].", "2024-09-11", "publication"),
    "another passage dates nothing": ("It was Sept. 10.|[He <left>].", "2024-09-11", "publication"),
}


def laid_out(marked: str) -> tuple[str, Event, tuple[Segment, ...]]:
    plain = "".join(letter for letter in marked if letter not in "[]<>")
    at = {mark: sum(letter not in "[]<>" for letter in marked[: marked.index(mark)]) for mark in "[]<>"}
    trigger = Span(at["<"], at[">"])
    event = Event(at["["], at["]"], "talks_visits", "reported", trigger, 1.0)
    ends = [index for index, letter in enumerate(plain) if letter == "|"] + [len(plain)]
    starts = [0, *(end + 1 for end in ends)]
    return plain, event, tuple(Segment(*span, "paragraph", ()) for span in zip(starts, ends, strict=False))


@pytest.mark.parametrize(("marked", "value", "source"), CASES.values(), ids=CASES.keys())
def test_event_gets_its_date_and_says_from_where(marked: str, value: str, source: str) -> None:
    text, event, segments = laid_out(marked)
    (dated,) = attach_dates([event], find_dates(text, segments, WEDNESDAY), segments, WEDNESDAY)
    assert (dated.date, dated.date_source) == (value, source)


def test_without_any_date_there_is_none() -> None:
    text, event, segments = laid_out("[He <left> on Sept. 10].")
    (dated,) = attach_dates([event], find_dates(text, segments, None), segments, None)
    assert (dated.date, dated.date_source) == (None, None)


def test_events_keep_their_order_and_all_else() -> None:
    events = [Event(9, 20, "arrests", "planned", Span(9, 12), 0.5), Event(0, 5, "talks", "negated", Span(0, 1), 0.7)]
    dated = attach_dates(events, (), (), WEDNESDAY)
    assert [(event.start, event.type, event.status) for event in dated] == [
        (9, "arrests", "planned"),
        (0, "talks", "negated"),
    ]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_events_anywhere_are_dated(spans: list[tuple[int, int]]) -> None:
    text = "In 2003 he left. On Sept. 10 he came. He stays."
    segments = (Segment(5, 16, "paragraph", ()), Segment(17, len(text), "paragraph", ()))
    events = [Event(min(span), max(span), "talks_visits", "reported", Span(*sorted(span)), 1.0) for span in spans]
    dated = attach_dates(events, find_dates(text, segments, WEDNESDAY), segments, WEDNESDAY)
    assert all(event.date and event.date_source for event in dated)
