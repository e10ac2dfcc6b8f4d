"""Expressions of time in a text, with their values."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
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


class _Found(NamedTuple):
    rule: str
    parts: Parts
    start: int
    end: int


class _Named(NamedTuple):
    """The last value of the calendar in the text so far, and where it stands."""

    value: str | None = None
    start: int = -1
    end: int = -1


def find_dates(text: str, segments: Sequence[Segment], published: date | None) -> tuple[DateSpan, ...]:
    """The expressions of time in `segments`, in the order of the text, without overlap; repeated segments are left out.

    Relative and partial expressions are settled against `published`; without it they stay open (XXXX-09-11) or None.
    A date that no calendar has ("Feb. 30") keeps its span and has the value None. Linear in the length of the text.
    """
    folded = fold(text)
    dates: list[DateSpan] = []
    named = _Named()
    for segment in sorted(segments, key=lambda segment: segment.start):
        if segment.copy_of is not None:
            continue
        sentences = segment.sentences or (Span(segment.start, segment.end),)
        for found in _expressions(text, folded, segment):
            sentence = sentences[max(0, bisect_right(sentences, found.start, key=itemgetter(0)) - 1)]
            value, kind = settle(found.rule, found.parts, _setting(folded, sentence, found, published, named))
            dates.append(DateSpan(found.start, found.end, text[found.start : found.end], value, kind))
            if parse(value):
                named = _Named(value, found.start, found.end)
    return tuple(dates)


def _setting(folded: str, sentence: Span, found: _Found, published: date | None, named: _Named) -> Setting:
    nearby = named.value if named.start >= sentence.start else None
    linked = nearby if nearby and _LINK.fullmatch(folded, named.end, found.start) else None
    return Setting(folded, sentence, found.start, found.end, published, named.value, nearby, linked)


def _expressions(text: str, folded: str, segment: Segment) -> Iterator[_Found]:
    reached = segment.start
    for word in FIRST_WORD.finditer(folded, segment.start, segment.end):
        first = word.group()
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
                yield from _days_of(rule, match)
                break


def _days_of(rule: str, match: re.Match[str]) -> Iterator[_Found]:
    """The expression; two of them where a month or year is shared: "Sept. 10 and 11", "7-9 October"."""
    parts = match.groupdict()
    other = parts.get("other")
    if not other:
        yield _Found(rule, parts, match.start(), match.end())
    elif match.start("other") > match.start("day"):
        yield _Found(rule, parts, match.start(), match.end("first_day"))
        yield _Found(rule, {**parts, "day": other, "part_of": None}, match.start("other"), match.end())
    else:
        yield _Found(rule, {**parts, "day": other}, match.start(), match.end("other"))
        yield _Found(rule, {**parts, "part_of": None}, match.start("day"), match.end())
