"""Tokens: words, abbreviations with their points, numbers, marks; each with its offsets."""

import re
from typing import NamedTuple

# Order matters: the possessive before the word that would swallow it, abbreviations before words.
_TOKEN = re.compile(
    r"['’](?:s|S)\b(?!['’]?\w)"  # the possessive: Baghdad|'s
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


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end], in order; offsets count from the beginning of `text`. Linear in the length."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if word == "." and tokens and tokens[-1].end == match.start() and _keeps_point(tokens[-1].text):
            tokens[-1] = Token(tokens[-1].start, match.end(), tokens[-1].text + ".")
        else:
            tokens.append(Token(match.start(), match.end(), word))
    return tokens


def _keeps_point(word: str) -> bool:
    return word[0].isupper() and word.lower() in POINTED
