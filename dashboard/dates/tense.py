"""Does the clause around an expression of time look back or ahead?"""

import re
from typing import Literal

from dashboard.records import Span

Tense = Literal["past", "future"]

_REACH = 160  # characters read on each side; a clause is seldom longer
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[.;:\"]")
_AHEAD = frozenset(
    "will shall would won't must should plans plan planned planning expected expects expect scheduled schedule due set "
    "slated hopes hope hoping intends intend aims vowed vows pledged going upcoming deadline likely".split()
)
_AHEAD_WITH_TO = frozenset("agreed decided promised threatened prepared invited asked wanted ready is are".split())
_BACK = frozenset(
    "said says was were had did has have been told began begun came went made took got gave saw found left met won lost "
    "held sent led rose fell became broke brought built bought caught chose fought flew wrote spoke struck shot hit ran "
    "put cut let drew drove grew knew kept paid read shut sold stood thought threw withdrew died ago since last earlier "
    "yesterday after".split()
)
_NO_VERBS = frozenset("united need indeed speed feed seed based hundred sacred red armed detailed noted".split())
_STARTS_AHEAD = re.compile(
    r"\b(?:by|until|till|before|beginning|starting|as (?:early|soon|late) as|no later than) (?:the )?$"
)
_AHEAD_OF = re.compile(r"\b(?:ahead of|before|prior to|for|until|in|by) $")


def tense(folded: str, sentence: Span, start: int, end: int) -> Tense | None:
    """Where the verb nearest to folded[start:end] looks, backwards first, within its sentence; None: it does not say."""
    before = folded[max(sentence.start, start - _REACH) : start]
    opens = _STARTS_AHEAD.search(before)
    if opens and before[: opens.start()].strip():
        return "future"
    if folded.startswith("'s", end) and not _AHEAD_OF.search(before):
        return "past"
    words = _WORD.findall(before)
    after = ""
    for word in reversed(words):
        if found := "future" if after == "to" and word in _AHEAD_WITH_TO else _points(word):
            return found
        after = word
    for word in _WORD.findall(folded, end, min(sentence.end, end + _REACH)):
        if found := _points(word):
            return found
    return None


def _points(word: str) -> Tense | None:
    if word in _AHEAD or word.endswith("'ll"):
        return "future"
    if word in _BACK or (word.endswith("ed") and word not in _NO_VERBS):
        return "past"
    return None
