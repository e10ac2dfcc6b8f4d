"""Kinds of text in which the words of conflict mean something else: sport, business, art, notices of a death."""

from collections.abc import Mapping, Sequence

_GENRES = ("sport", "business", "obituary", "art")
# Share of a genre's words among all words from which a text belongs to it, and how many different ones it takes.
# Found on local papers and world news: match reports have 2.5-9 %, reports of crimes and politics 2.1 % at most.
_SHARE = 0.022
_DIFFERENT = 4


def is_quiet(sentences: Sequence[frozenset[str]], length: int, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a text is about sport, business, art or a death rather than public events.

    sentences: the different words of each, lower case. length: of the whole text, words.
    """
    return any(_is_about(sentences, classes.get(genre, frozenset()), length) for genre in _GENRES)


def _is_about(sentences: Sequence[frozenset[str]], vocabulary: frozenset[str], length: int) -> bool:
    found = [words & vocabulary for words in sentences]
    return sum(map(len, found)) > _SHARE * length and len(frozenset().union(*found)) >= _DIFFERENT
