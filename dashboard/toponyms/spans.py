"""Candidate spans: every name of the gazetteer that a text holds, and others that look like one; they may overlap."""

from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.toponyms.document import Document
from dashboard.toponyms.loose import loose_spans
from dashboard.toponyms.words import NAME_OPENERS

# Tokens an abbreviation may have, characters of its first, and what stands second: "N", ".", "Mex", "."; "J", "&", "K".
_ABBREVIATION_TOKENS = 4
_ABBREVIATED_WORD = 7
_ABBREVIATION_MARKS = frozenset(".&")
NO_KEY = -1


class Name(NamedTuple):
    """Tokens [first, last) of a document that spell the gazetteer name `key`; exact: as an abbreviation.

    loose: why the words look like a name of a place though the gazetteer has none, their key being NO_KEY; else "".
    """

    first: int
    last: int
    key: int
    exact: bool
    loose: str = ""


def candidate_names(document: Document, index: Index) -> list[Name]:
    """All gazetteer names in the text that begin with a capital, and what else looks like a place's name, in order.

    One reading a span, the exact one first.
    """
    names: list[Name] = []
    scan = index.scan(document.words)
    for first, capital in enumerate(document.capital):
        if capital:
            names += _names_at(document, index, scan.at(first), first)
        elif document.lower[first] in NAME_OPENERS and _hyphen_capital(document, first):
            names += [Name(first, last, key, False) for last, key in scan.at(first) if last > first + 1]
    known = {(name.first, name.last) for name in names}
    loose = {(first, last): why for first, last, why in loose_spans(document) if (first, last) not in known}
    names += [Name(first, last, NO_KEY, False, why) for (first, last), why in loose.items()]
    return sorted(names, key=lambda name: (name.first, name.last))


def _names_at(document: Document, index: Index, matches: list[tuple[int, int]], first: int) -> list[Name]:
    found = {last: Name(first, last, key, False) for last, key in matches}
    start, end, _ = document.tokens[first]
    if end - start <= _ABBREVIATED_WORD:
        size = _ABBREVIATION_TOKENS if document.lower[first + 1] in _ABBREVIATION_MARKS else 1
        for last, (_, end, _) in enumerate(
            document.tokens[first : min(first + size, len(document.tokens) - 1)], first + 1
        ):
            key = index.exact(document.text[start:end])
            if key is not None:
                found[last] = Name(first, last, key, True)
    return list(found.values())


def _hyphen_capital(document: Document, first: int) -> bool:
    return first + 2 < len(document.tokens) and document.words[first + 1] == "" and document.capital[first + 2]
