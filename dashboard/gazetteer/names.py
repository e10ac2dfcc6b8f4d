"""One spelling for a name: what two ways of writing it have in common."""

import unicodedata
from functools import lru_cache

from dashboard.language.tokens import tokenise

_WRITTEN_OUT = {"st": "saint", "mt": "mount", "ft": "fort", "twp": "township", "co": "county"}
_APOSTROPHES = str.maketrans("", "", "'’‘ʻʼʿʾ`´ʹ.")
# Letters that do not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ħ": "h"}
)


@lru_cache(maxsize=100_000)
def normal_word(word: str) -> str:
    """The normal form of one token: folded case, no accents, no apostrophes, no points; "" for a mark.

    >>> normal_word("Sana'a"), normal_word("Āltūn"), normal_word("St."), normal_word("U.S."), normal_word("-")
    ('sanaa', 'altun', 'saint', 'us', '')
    """
    if word.isascii():
        plain = word.lower()
    else:
        folded = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
        plain = "".join(c for c in folded if not unicodedata.combining(c))
    plain = plain.translate(_APOSTROPHES)
    if not any(map(str.isalnum, plain)):
        return ""
    return _WRITTEN_OUT.get(plain, plain)


def normal_name(name: str) -> str:
    """The normal form of a name: its tokens' normal forms, one space between, marks left out.

    >>> normal_name("Altun-Kupri"), normal_name("St. John’s"), normal_name("Provence-Alpes-Côte d'Azur")
    ('altun kupri', 'saint john s', 'provence alpes cote dazur')
    """
    if name.isascii() and name.replace(" ", "").isalpha():  # nearly every name: no marks, so words are tokens
        return " ".join(map(normal_word, name.split()))
    # A text opens a quotation with this mark; in a name it is a letter: Ta‘izz.
    return " ".join(filter(None, (normal_word(token.text) for token in tokenise(name.replace("‘", "’")))))
