"""Expressions of time in a text, with their values."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from dashboard.dates.friends import is_false
from dashboard.dates.grammar import FIRST_WORD, pattern, rules_for
from dashboard.dates.normalise import settle
from dashboard.dates.periods import parse
from dashboard.dates.setting import Parts, Setting
from dashboard.dates.vocabulary import fold
from dashboard.records import DateSpan, Segment, Span

_NEXT_WORD = 20  # characters after "the" in which the word that decides stands
_LINK = re.compile(
    r"[\s,]{0,3}(?:and|to|or|until|till|through|then|-)(?:\s(?:then|again|in|on|until|early|late))?\s{0,3}"
)


class Expression(NamedTuple):
    """Characters [start, end) of a text that `rule` of the grammar recognised, not settled yet."""

    rule: str
    parts: Parts
    start: int
    end: int
    sentence: Span


class _Named(NamedTuple):
    """The last value of the calendar in the text so far, and where it stands; and the quarter that is reported on.

    What that one is compared with, "the year-ago quarter", does not take its place.
    """

    value: str | None = None
    start: int = -1
    end: int = -1
    quarter: str | None = None


def find_dates(text: str, segments: Sequence[Segment], published: date | None) -> tuple[DateSpan, ...]:
    """The expressions of time in `segments`, in the order of the text, without overlap; repeated segments are left out.

    Relative and partial expressions are settled against `published`; without it they stay open (XXXX-09-11) or None.
    A date that no calendar has ("Feb. 30") keeps its span and has the value None. Linear in the length of the text.
    """
    return tuple(settle_dates(text, find_expressions(text, segments), published))


def find_expressions(text: str, segments: Sequence[Segment]) -> Iterator[Expression]:
    """The same, one after the other as they are asked for, and without values."""
    folded = fold(text)
    for segment in sorted(segments, key=lambda segment: segment.start):
        if segment.copy_of is None:
            yield from _expressions(text, folded, segment)


def settle_dates(text: str, expressions: Iterable[Expression], published: date | None) -> Iterator[DateSpan]:
    """The expressions of a text with their values; each depends on those before it, on none that follows."""
    folded = fold(text)
    named = _Named()
    for found in expressions:
        settled = settle(found.rule, found.parts, _setting(folded, found, published, named))
        if settled is None:
            continue
        yield DateSpan(found.start, found.end, text[found.start : found.end], *settled)
        period = parse(settled.value)
        if period:
            quarter = settled.value if found.rule == "quarter" and not found.parts["ago"] else named.quarter
            named = _Named(settled.value, found.start, found.end, quarter)


def _setting(folded: str, found: Expression, published: date | None, named: _Named) -> Setting:
    nearby = named.value if named.start >= found.sentence.start else None
    linked = nearby if nearby and _LINK.fullmatch(folded, named.end, found.start) else None
    return Setting(
        folded, found.sentence, found.start, found.end, published, named.value, nearby, linked, named.quarter
    )


def _expressions(text: str, folded: str, segment: Segment) -> Iterator[Expression]:
    reached = segment.start
    for word in FIRST_WORD.finditer(folded, segment.start, segment.end):
        first = word[0]
        if first == "the":
            following = FIRST_WORD.search(folded, word.end(), min(segment.end, word.end() + _NEXT_WORD))
            first = following.group() if following else first
        rules = rules_for(first)
        if not rules or word.start() < reached:
            continue
        for rule in rules:
            match = pattern(rule).match(folded, word.start(), segment.end)
            if match and not is_false(rule, match, text, folded):
                reached = match.end()
                yield from _days_of(rule, match, segment)
                break


def _days_of(rule: str, match: re.Match[str], segment: Segment) -> Iterator[Expression]:
    """The expression; two of them where a month or year is shared: "Sept. 10 and 11", "7-9 October"."""
    parts = match.groupdict()
    start, end = match.span()
    other = parts.get("other")
    if not other:
        yield Expression(rule, parts, start, end, _sentence_at(segment, start))
    elif match.start("other") > match.start("day"):
        second = match.start("other")
        yield Expression(rule, parts, start, match.end("first_day"), _sentence_at(segment, start))
        yield Expression(rule, {**parts, "day": other, "part_of": None}, second, end, _sentence_at(segment, second))
    else:
        second = match.start("day")
        yield Expression(rule, {**parts, "day": other}, start, match.end("other"), _sentence_at(segment, start))
        yield Expression(rule, {**parts, "part_of": None}, second, end, _sentence_at(segment, second))


def _sentence_at(segment: Segment, start: int) -> Span:
    sentences = segment.sentences or (Span(segment.start, segment.end),)
    return sentences[max(0, bisect_right(sentences, start, key=itemgetter(0)) - 1)]
