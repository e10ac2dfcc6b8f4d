"""Does the clause around an expression of time look back or ahead?"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal

from dashboard.records import Span

Tense = Literal["past", "future"]

_REACH = 160  # characters read on each side; a clause is seldom longer
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_AHEAD = frozenset(
    "will shall would won't must should plans plan planned planning expected expects expect scheduled schedule due "
    "slated hopes hope hoping intends intend aims vowed vows pledged going upcoming deadline likely".split()
)
_AHEAD_WITH_TO = frozenset("agreed decided promised threatened prepared invited asked wanted ready set is are".split())
_BACK = frozenset(
    "said says was were had did has have been told began begun came went made took got gave saw found left met "
    "won lost held sent led rose fell became broke brought built bought caught chose fought flew wrote spoke "
    "struck shot hit ran put cut set let drew drove grew knew kept paid read shut sold stood thought threw withdrew "
    "sank stole swore woke hung slid spread fled died ago since last earlier yesterday after".split()
)
_NO_VERBS = frozenset(
    "united need indeed speed feed seed based hundred sacred red armed detailed noted succeed proceed exceed".split()
)
_PLANS = frozenset("plan plans hope hopes deadline".split())
_NAMES_A_PLAN = frozenset("the a an its his her their our this that".split())
_ONCE = frozenset(("been", "previously", "originally"))  # "had been due to expire Friday"
_STARTS_AHEAD = re.compile(
    r"\b(?:by|until|till|through|before|beginning|starting|payable|effective|as (?:early|soon|late) as|no later than)"
    r" (?:the )?$"
)
_AHEAD_OF = re.compile(r"\b(?:ahead of|before|prior to|for|until|in|by) $")


def tense(folded: str, sentence: Span, start: int, end: int) -> Tense | None:
    """Where the verb nearest to folded[start:end] looks, backwards first, in its sentence; None: it does not say."""
    before = folded[max(sentence.start, start - _REACH) : start]
    opens = _STARTS_AHEAD.search(before)
    owns = folded.startswith("'s", end)
    if opens and not owns and before[: opens.start()].strip():
        return "future"
    if owns and not _AHEAD_OF.search(before):
        return "past"
    after = _WORD.findall(folded, end, min(sentence.end, end + _REACH))
    return next(chain(_pointers(_WORD.findall(before), step=-1), _pointers(after, step=1)), None)


def _pointers(words: list[str], *, step: int) -> Iterator[Tense]:
    """What each word that points somewhere points to: forwards (step 1) or backwards (-1)."""
    around = ["", *words, ""]
    for at in range(1, len(words) + 1)[::step]:
        found = _points(around[at - 1], around[at], around[at + 1])
        if found:
            yield found


def _points(previous: str, word: str, following: str) -> Tense | None:
    if previous in _NAMES_A_PLAN and word in _PLANS:
        return None
    if previous in _ONCE and word in _AHEAD:
        return "past"
    if word in _AHEAD or word.endswith("'ll") or (word in _AHEAD_WITH_TO and following in ("to", "for")):
        return "future"
    if word in _BACK or (word.endswith("ed") and word not in _NO_VERBS):
        return "future" if previous == "be" else "past"  # "will be held", "to be signed"
    return None
