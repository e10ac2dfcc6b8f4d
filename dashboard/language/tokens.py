"""Tokens: words, abbreviations with their points, numbers, marks; each with its offsets."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

# Order matters: the possessive before the word that would swallow it, abbreviations before words.
_TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,])"  # most words: nothing beside them that could belong to them; tried first because it is quick
    r"|['’](?:s|S)\b(?!['’]?\w)"  # the possessive: Baghdad|'s
    r"|(?:[A-Z]\.)+[A-Z](?![\w.]|['’](?![sS]\b))"  # D.C  U.S.A, without the last point
    r"|(?:[^\W\d_]\.){2,}"  # U.S.  D.C.  a.m.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"  # 2,500  1st  0:00
    r"|[^\W\d_]+"  # Sana'a  O'Brien
    r"(?:(?!['’][sS]\b(?!['’]?\w))[\u0300-\u036f'’ʻʼ`][^\W\d_]+|[\u0300-\u036f])*"
    r"|[^\W_]+"  # what is left of letters and digits: 1980s
    r"|[^\w\s]|_"  # every other mark alone
)
# Followed by a point these keep it: "St." in "St. Louis", "Sept." in "Sept. 11". In lower case; the text has a capital.
POINTED = frozenset(
    "st mt ft sept oct nov dec jan feb mar apr aug mr mrs ms dr gen gov sen rep lt col sgt capt maj adm jr sr prof rev "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ont ore pa "
    "que tenn tex va vt wash wis wyo alta sask man no vs".split()
)


class Token(NamedTuple):
    """A word or mark: `text` is the article's characters [start, end)."""

    start: int
    end: int
    text: str


_new_token = partial(tuple.__new__, Token)
"""Token(...) of a tuple, without the detour through Python that takes as long as finding the token."""


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end], in order; offsets count from the beginning of `text`. Linear in the length."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match[0]
        if word == "." and tokens and tokens[-1].end == match.start() and _keeps_point(tokens[-1].text):
            tokens[-1] = Token(tokens[-1].start, match.end(), tokens[-1].text + ".")
        else:
            tokens.append(_new_token((match.start(), match.end(), word)))
    return tokens


def tokens_within(text: str, tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """The tokens of text[start:end], taken from `tokens`, those of a larger part of the text in their order."""
    first, last = bisect_left(tokens, (start,)), bisect_left(tokens, (end,))
    cut = (first > 0 and tokens[first - 1].end > start) or (last > first and tokens[last - 1].end > end)
    return tokenise(text, start, end) if cut else tokens[first:last]


def _keeps_point(word: str) -> bool:
    return word[0].isupper() and word.lower() in POINTED
