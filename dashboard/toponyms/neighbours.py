"""What stands before and after a name: the classes of the neighbouring words and marks."""

from dashboard.learning.linear import load_words
from dashboard.toponyms.document import BREAK, HYPHENS, QUOTES, Document
from dashboard.toponyms.words import AFTER, BEFORE, PARTICLES

MOST_CAPITALS = 3
"""Capitalised words beside a name that are counted; more say no more."""
_MARKS = {",": "comma", ".": "start", ";": "comma", ":": "colon", "/": "slash"}


def before(document: Document, first: int) -> str:
    """The class of what stands before token `first`: of BEFORE, "start", of a mark, or of a capitalised word."""
    previous = first - 1
    lower = document.lower[previous] if first else ""
    if not lower:
        return "start"
    if lower in BEFORE and (BEFORE[lower] != "kind" or not document.capital[previous]):
        return BEFORE[lower]
    if document.capital[previous]:
        return _capital_class(document, previous)
    if document.words[previous] == BREAK:
        return _mark_class(lower)
    if document.words[previous] == "":
        return "particle" if document.lower[previous - 1] in PARTICLES else "hyphen"
    return "digit" if lower[0].isdigit() else "word"


def _capital_class(document: Document, position: int) -> str:
    lower = document.lower[position]
    if lower in BEFORE:
        return "kind_capital"
    if lower in load_words("given_names"):
        return "given"
    if lower in load_words("surnames"):
        return "surname"
    if document.starts_sentence(position):
        return "first_word"
    return "capital"


def _mark_class(mark: str) -> str:
    if mark in QUOTES:
        return "quote" if mark not in "([" else "bracket"
    return _MARKS.get(mark) or ("dash" if mark in HYPHENS else "mark")


def after(document: Document, last: int) -> str:
    """The class of token `last`, the one after a name: of AFTER, "end", of a mark, or of a capitalised word."""
    lower = document.lower[last]
    known = AFTER.get(lower)
    if document.capital[last]:
        if known:
            return f"{known}_capital"
        return "surname" if lower in load_words("surnames") else "capital"
    if known:
        return known
    if document.words[last] == BREAK:
        return _mark_class(lower) if lower not in {"", "."} else "end"
    if document.words[last] == "":
        return "hyphen"
    return "digit" if lower[0].isdigit() else "word"


def capitals_before(document: Document, first: int) -> int:
    """How many capitalised words stand before token `first`, MOST_CAPITALS at most; none that begins a sentence."""
    count = 0
    while count < MOST_CAPITALS and first - count - 1 >= 0 and _is_named(document, first - count - 1):
        count += 1
    return count


def _is_named(document: Document, position: int) -> bool:
    """Whether a word is capitalised for itself, not for beginning a sentence as "Since" does."""
    if not document.capital[position]:
        return False
    lower = document.lower[position]
    return (
        not document.starts_sentence(position) or lower in load_words("given_names") or lower in load_words("surnames")
    )


def capitals_after(document: Document, last: int) -> int:
    """How many capitalised words stand right after the name that ends before token `last`, MOST_CAPITALS at most."""
    count = 0
    while count < MOST_CAPITALS and document.capital[last + count]:
        count += 1
    return count
