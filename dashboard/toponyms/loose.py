"""Candidate spans that no gazetteer knows: streets, parks, schools, villages, told by their words or their place."""

from collections.abc import Iterator

from dashboard.toponyms.document import HYPHENS, Document
from dashboard.toponyms.neighbours import before
from dashboard.toponyms.words import HEADS, OPENERS

_LONGEST = 5  # words of such a name
_INSIDE = frozenset({"of", "the", "de", "la", "del", "and", "&"})
_LOCATIVE = frozenset({"in", "near", "at", "from", "to", "where", "visit", "kind"})


def loose_spans(document: Document) -> Iterator[tuple[int, int, str]]:
    """Spans (first, last, why) of capitalised words that look like the name of a place."""
    for first, capital in enumerate(document.capital):
        if capital:
            yield from _headed(document, first)
            yield from _opened(document, first)
            if not (first and document.capital[first - 1]) and before(document, first) in _LOCATIVE:
                yield from _placed(document, first)


def _headed(document: Document, first: int) -> Iterator[tuple[int, int, str]]:
    """Runs that end with a head: "Wichita Drive", "St. Mark's Church"."""
    for last in range(first + 1, min(first + 2 * _LONGEST, len(document.tokens))):
        if not _runs_on(document, last):
            return
        if document.capital[last] and document.lower[last] in HEADS:
            yield first, last + 1, f"head_{HEADS[document.lower[last]]}"


def _runs_on(document: Document, position: int) -> bool:
    lower = document.lower[position]
    return document.capital[position] or lower in _INSIDE or lower in HYPHENS or lower in {"'s", "’s", "."}


def _opened(document: Document, first: int) -> Iterator[tuple[int, int, str]]:
    """Names that begin with what they are: "Lake Vermont", "Highway 19", "University of Basra"."""
    opener = OPENERS.get(document.lower[first])
    if opener is None or first + 1 >= len(document.tokens):
        return
    at = first + 1
    if opener == "road" and document.lower[at] in HYPHENS:
        at += 1
    if opener == "road":
        if document.lower[at][:1].isdigit():
            yield first, at + 1, "open_road"
    elif document.lower[at] == "of":
        if document.capital[at + 1]:
            yield first, at + 2, "open_of"
    elif opener != "of" and document.capital[at]:
        yield first, at + 1, f"open_{opener}"


def _placed(document: Document, first: int) -> Iterator[tuple[int, int, str]]:
    """One or more capitalised words after "in" or "near"."""
    last = first
    while last < len(document.tokens) and (
        document.capital[last] or (document.words[last] == "" and document.capital[last + 1])
    ):
        last += 1
    if last - first <= 3:
        yield first, last, "unknown"
