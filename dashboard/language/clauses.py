"""Clauses of a sentence, cut by marks and joining words: enough to say what a "not" or a "will" speaks of."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from dashboard.language.tokens import Token

ClauseKind = Literal["main", "adjunct", "relative", "complement", "coordinate", "aside"]


class Clause(NamedTuple):
    """Tokens [first, last) of a sentence. kind says how it hangs on the clause before it:

    main: begins the sentence or follows a mark. adjunct: "after …", "because …". relative: "who …", "which …".
    complement: "said that …". coordinate: ", and …", "but …". aside: in brackets or between dashes; ", killing …".
    opener: the joining word in lower case, "" for none.
    """

    first: int
    last: int
    kind: ClauseKind
    opener: str


ADJUNCT = frozenset(
    "after before while when whenever because although though unless until since if whereas despite amid "
    "following during once lest ahead as".split()
)
RELATIVE = frozenset("who which whose whom where".split())
REPORTING = frozenset(
    "said says say saying told tells claimed claims claim claiming alleged alleges allege alleging announced "
    "announces announcing warned warns warning added believes believed believe denied denies deny denying "
    "reported reports reporting stated states stating confirmed confirms confirming insisted insists "
    "suggested suggests argued argues argue think thinks thought hoped hopes hope feared fears fear evidence "
    "allegations accusations claim rumours rumors suspicion statement agreed demanded demands demanding "
    "insisting declared declares promised pledged vowed threatened asserted asserts maintained".split()
)
_PRONOUNS = frozenset("he she it they we i there".split())
_COORDINATING = frozenset("and or so yet nor".split())
_HARD_MARKS = frozenset(";:—–()[]")
_OPENING_MARKS = frozenset(",—–([")
_DASHES = frozenset("—–-")
_OPENER_WITHIN = 3  # tokens: a comma and an opening quote or two
_SHORT_ING = 5  # letters: longer words in -ing are participles; "king", "bring" are not
_QUOTES = frozenset("\"'“”‘’")
_CUTTING = ADJUNCT | RELATIVE | _PRONOUNS | _COORDINATING | _HARD_MARKS | {",", "-", "that", "but"}
"""Before any other word no clause begins."""


def split_clauses(tokens: Sequence[Token], low: Sequence[str]) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order, without gaps; () for no tokens.

    low: the tokens' texts in lower case. Linear in their number.
    """
    if not tokens:
        return ()
    starts: list[tuple[int, ClauseKind, str]] = [(0, *_opening(low))]
    for i, word in enumerate(low):
        cut = _cut(tokens, low, i, starts[-1]) if i and word in _CUTTING else None
        if cut:
            starts.append((i, *cut))
    ends = [first for first, _, _ in starts[1:]] + [len(tokens)]
    return tuple(Clause(first, last, kind, opener) for (first, kind, opener), last in zip(starts, ends, strict=True))


def _opening(low: Sequence[str]) -> tuple[ClauseKind, str]:
    word = low[1] if low[0] in _QUOTES and len(low) > 1 else low[0]
    return ("adjunct", word) if word in ADJUNCT else ("main", "")


def _cut(
    tokens: Sequence[Token], low: Sequence[str], i: int, current: tuple[int, ClauseKind, str]
) -> tuple[ClauseKind, str] | None:
    word = low[i]
    opened_by_mark = i == current[0] + 1 and low[current[0]] in _OPENING_MARKS and word not in _HARD_MARKS
    if opened_by_mark or (word == current[2] and i <= current[0] + _OPENER_WITHIN):
        return None
    if word == ",":
        return _after_comma(low, i, current)
    if word in _HARD_MARKS or (word == "-" and _spaced(tokens, i)):
        return _at_mark(word, current[1])
    if word in ADJUNCT and _joins(low, i):
        return "adjunct", word
    if word in RELATIVE:
        return "relative", word
    return _cut_at_word(low, i)


def _at_mark(mark: str, current: ClauseKind) -> tuple[ClauseKind, str]:
    opens = mark in "([" or (mark in _DASHES and current != "aside")
    return ("aside" if opens else "main"), ""


def _cut_at_word(low: Sequence[str], i: int) -> tuple[ClauseKind, str] | None:
    word, before = low[i], low[i - 1]
    if word == "that":
        return _that(low, i)
    if word == "but":
        return "coordinate", word
    following = low[i + 1] if i + 1 < len(low) else ""
    if word in _COORDINATING and following in _PRONOUNS:
        return "coordinate", word
    # "police said they had …", "the group claimed it …": a complement without "that".
    if word in _PRONOUNS and before in REPORTING:
        return "complement", ""
    return None


def _that(low: Sequence[str], i: int) -> tuple[ClauseKind, str] | None:
    if low[i - 1] in REPORTING or low[i - 1] in _HARD_MARKS or low[i - 1] in (",", "and"):
        return "complement", "that"
    following = low[i + 1] if i + 1 < len(low) else ""
    return ("relative", "that") if following not in ("the", "a") else ("complement", "that")


def _joins(low: Sequence[str], i: int) -> bool:
    """Whether the adjunct word at i opens a clause: not "as well as", "shortly after", "as part of" cut twice."""
    if low[i] == "as":
        return i + 1 < len(low) and low[i + 1] in _PRONOUNS
    if low[i] == "ahead":
        return i + 1 < len(low) and low[i + 1] == "of"
    return True


def _after_comma(low: Sequence[str], i: int, current: tuple[int, ClauseKind, str]) -> tuple[ClauseKind, str] | None:
    j = i + 1
    while j < len(low) and j <= i + 2 and low[j] in _QUOTES:
        j += 1
    if j >= len(low):
        return None
    word = low[j]
    if word in _COORDINATING or word == "but":
        return "coordinate", word
    if word in RELATIVE:
        return "relative", word
    if word in ADJUNCT and _joins(low, j):
        return "adjunct", word
    if word.endswith("ing") and len(word) > _SHORT_ING:
        return "aside", ""
    first, kind, _ = current
    # The comma that ends an inserted clause; not the one inside a date.
    if kind in ("adjunct", "relative") and i > first + _OPENER_WITHIN and not word.isdigit():
        return "main", ""
    return None


def _spaced(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start
