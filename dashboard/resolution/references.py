"""References without a name: "the capital", "the Strip", "the two countries", where the text settles which place.

Rules, not a model: the nearest earlier sentence that names a place of the right kind must name just one of them.
Nothing rather than a guess: two cities before "the city" leave it open.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.learning.linear import load_classes
from dashboard.records import Reference, Resolution, Segment, Span
from dashboard.resolution.places import COUNTRY_KINDS

_BACK = 3  # sentences before its own in which a reference looks for its place
_PAIR = 2
NOUNS = load_classes("reference_nouns")
"""Nouns that can stand for a place just named, by the kinds of place they are said of, joined by "/"."""
PLURALS = load_classes("reference_plurals")
"""Nouns that can stand for two places just named, by the kind of place."""
# What may follow: "the capital needed" and "the country music" are of something else.
_GOES_ON = (
    r"(?=['’]s\b|\s*[.,;:!?)\]\"”’–—]|\s*$|\s+(?:and|or|but|in|on|at|to|from|by|with|for|as|is|was|has|had|will|would|could"
    r"|can|may|should|since|after|before|during|over|under|where|which|that|who|when|while|again|also|into|until|amid"
    r"|because|said|itself|last|this|next|yesterday|today|early|late|against|through|were|are|have)\b)"
)
_REFERENCE = re.compile(
    "[TtBb'’](?:"  # the first letter stands alone, so that a text is searched for it at once
    + r"(?<=\b[Tt])he\s+(?:"
    + f"two\\s+(?P<two>{'|'.join(PLURALS)})\\b"
    + f"|(?:[A-Z][a-z]+\\s+)?(?P<capital>capital){_GOES_ON}"
    + f"|(?P<noun>{'|'.join(NOUNS)}){_GOES_ON}"
    + r"|(?P<head>[A-Z][a-z]+)(?!['’]s\b|\w|[ -][A-Z]|\s+of\b))"
    + f"|(?<=\\b[Bb])oth\\s+(?P<both>{'|'.join(PLURALS)})\\b"
    + f"|(?<=['’])s\\s+(?P<owned>capital){_GOES_ON})"
)


class _Sentence(NamedTuple):
    """A sentence, and the resolved names in it."""

    span: Span
    names: list[Resolution]


def find_references(
    text: str, segments: Sequence[Segment], resolutions: Sequence[Resolution], index: Index
) -> tuple[Reference, ...]:
    """The references of a text that it settles, in its order; none in copies. Linear in the text."""
    sentences = list(_sentences(segments, resolutions))
    found = []
    for number, sentence in enumerate(sentences):
        taken = [(name.toponym.start, name.toponym.end) for name in sentence.names]
        for match in _REFERENCE.finditer(text, *sentence.span):
            start, end = _span(match)
            if any(start < last and first < end and not (start < first and last < end) for first, last in taken):
                continue  # a name, or a part of one
            before = [_Sentence(sentence.span, [name for name in sentence.names if name.toponym.end <= end])]
            before += reversed(sentences[max(0, number - _BACK) : number])
            places = _meant(match, before, index)
            if places:
                found.append(Reference(start, end, text[start:end], tuple(index.place(row).place_id for row in places)))
    return tuple(found)


def _sentences(segments: Sequence[Segment], resolutions: Sequence[Resolution]) -> Iterator[_Sentence]:
    placed = iter([name for name in resolutions if name.place is not None and name.relation is None])
    name = next(placed, None)
    for segment in segments:
        for span in segment.sentences if segment.copy_of is None else ():
            names = []
            while name is not None and name.toponym.start < span.end:
                if name.toponym.start >= span.start:
                    names.append(name)
                name = next(placed, None)
            yield _Sentence(span, names)


def _span(match: re.Match[str]) -> Span:
    """The reference itself: in "Iraq’s capital" the noun alone."""
    return Span(match.start("owned"), match.end()) if match["owned"] else Span(match.start(), match.end())


def _meant(match: re.Match[str], before: Sequence[_Sentence], index: Index) -> list[int]:
    """The rows of the places meant. before: the sentence up to the reference, then earlier ones, the nearest first."""
    if match["two"] or match["both"]:
        return _pair(PLURALS[match["two"] or match["both"]], before, index)
    if match["capital"] or match["owned"]:
        country = _country_beside(match, before)
        capital = index.capital(country) if country else None
        return [] if capital is None else [capital]
    if match["noun"]:
        kinds = NOUNS[match["noun"]].split("/")
        return _only(lambda name: _kind(name) in kinds, before, index)
    head = " " + match["head"]
    return _only(lambda name: name.toponym.text.endswith(head), before, index)


def _kind(name: Resolution) -> str | None:
    """The kind of place that a name names; "Kurdish" names people, "Iraqi" a country all the same."""
    if name.place is None or (name.toponym.use == "demonym" and name.place.kind not in COUNTRY_KINDS):
        return None
    return name.place.kind


def _country_beside(match: re.Match[str], before: Sequence[_Sentence]) -> str | None:
    """Whose capital: of the country named right before the noun, else of the one that was named last."""
    start = match.start() if match["capital"] else match.start() - 1
    beside = [name for name in before[0].names if name.toponym.end > start]
    for names in [beside] if beside or match["owned"] else [sentence.names for sentence in before]:
        countries = {name.place.country for name in names if name.place and name.place.country}
        if countries:
            return countries.pop() if len(countries) == 1 else None
    return None


def _only(fits: Callable[[Resolution], bool], before: Sequence[_Sentence], index: Index) -> list[int]:
    """The one place that fits in the nearest sentence that names any; [] where there are more."""
    for sentence in before:
        rows = _rows((name for name in sentence.names if fits(name)), index)
        if rows:
            return rows if len(rows) == 1 else []
    return []


def _pair(kind: str, before: Sequence[_Sentence], index: Index) -> list[int]:
    """The two places of a kind that the nearest sentences name; [] where they name more.

    A city stands for its country, too: "Baghdad and Tehran said the two countries …".
    """
    rows: list[int] = []
    for sentence in before:
        if kind == "country":
            countries = dict.fromkeys(
                name.place.country for name in sentence.names if name.place and name.place.country
            )
            more = [row for code in countries if (row := index.country_row(code or "")) is not None]
        else:
            more = _rows((name for name in sentence.names if _kind(name) == kind), index)
        rows = list(dict.fromkeys([*rows, *more]))
        if len(rows) >= _PAIR:
            return rows if len(rows) == _PAIR else []
    return []


def _rows(names: Iterable[Resolution], index: Index) -> list[int]:
    rows = (index.row_of(name.place.place_id) for name in names if name.place)
    return list(dict.fromkeys(row for row in rows if row is not None))
