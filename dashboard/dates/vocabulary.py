"""The words of the calendar in English news, and the pieces of pattern made of them.

Patterns here and in grammar.py are written for folded text: lower case, straight apostrophes, plain hyphens and blanks.
"""

from collections.abc import Iterable

_FOLDED = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "\xa0": " "}


def fold(text: str) -> str:
    """`text` in lower case with plain marks, of exactly the same length, so that offsets hold for both."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two characters
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if not lowered.isascii():
        for mark, plain in _FOLDED.items():  # ten times as fast as str.translate
            lowered = lowered.replace(mark, plain)
    return lowered


SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
"""Folded season -> its TIMEX3 letters."""

DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "eve": "EV", "night": "NI"}
"""Folded part of the day -> its TIMEX3 letters."""

HOLIDAYS: dict[str, tuple[int, int] | tuple[int, int, int]] = {
    "new year's day": (1, 1),
    "martin luther king day": (1, 1, 3),
    "valentine's day": (2, 14),
    "presidents' day": (2, 1, 3),
    "international women's day": (3, 8),
    "st. patrick's day": (3, 17),
    "may day": (5, 1),
    "memorial day": (5, 1, -1),
    "juneteenth": (6, 19),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Folded holiday -> (month, day), or (month, ISO weekday, which one in the month; -1 = the last)."""

ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "closing": 4,
}  # fmt: skip
"""Which quarter or half."""

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: number for number, word in enumerate(ONES, start=1)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(TENS, start=2)}
_NUMBERS |= {"hundred": 100, "a hundred": 100, "one hundred": 100, "dozen": 12, "a dozen": 12}
_SINGLE = frozenset(("a", "an", "another", "single", "a single", "one more"))

VAGUE = ("several", "few", "many", "couple", "dozens", "hundreds", "thousands", "some", "numerous", "countless")
"""Words that count without saying how much: X in TIMEX3."""

CENTURIES = {
    word: number
    for number, word in enumerate(
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(), start=15
    )
}
"""Folded ordinal -> century."""

DECADES = {
    word: number
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}
"""Folded decade of the twentieth century -> its tens digit."""


def count(words: str) -> float | None:
    """The number that `words` say (folded: "three", "twenty-five", "2.5", "a"); None where vague ("several")."""
    words = " ".join(words.replace(",", "").split())
    if words in _SINGLE:
        return 1
    if words[:1].isdigit():
        return float(words)
    if words in _NUMBERS:
        return _NUMBERS[words]
    tens, _, ones = words.replace(" ", "-").partition("-")
    return _NUMBERS[tens] + _NUMBERS[ones] if tens in _NUMBERS and ones in _NUMBERS else None


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"
