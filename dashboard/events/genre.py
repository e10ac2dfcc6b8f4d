"""Kinds of text in which the words of conflict mean something else: sport, business, art, notices of a death."""

from collections.abc import Mapping, Sequence

_GENRES = ("sport", "business", "obituary", "art")
# Share of a genre's words among all words from which a text belongs to it, and how many different ones it takes.
# Seen on local papers: match reports have 3-8 %, politics under 1 %.
_SHARE = 0.02
_DIFFERENT = 4


def is_quiet(sentences: Sequence[Sequence[str]], classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether the text, as lower-case words, is about sport, business, art or a death rather than public events."""
    total = sum(map(len, sentences))
    return any(_is_about(sentences, classes.get(genre, frozenset()), total) for genre in _GENRES)


def _is_about(sentences: Sequence[Sequence[str]], vocabulary: frozenset[str], total: int) -> bool:
    """Shares are counted over sentences' different words: a name repeated in a sentence counts once."""
    found = [vocabulary.intersection(low) for low in sentences]
    return sum(map(len, found)) > _SHARE * total and len(frozenset().union(*found)) >= _DIFFERENT
