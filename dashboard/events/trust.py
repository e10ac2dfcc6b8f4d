"""How far a trigger is to be trusted: does the sentence tell of such an event, and is it what it tells first of all?

Two linear models over named features: the entry and its own weight, the clause, the status, what else the sentence
speaks of. Fitted by benchmarks.fitting.trust on the project's own labelled sentences.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dashboard.events.genre import is_quiet
from dashboard.events.syntax import Words
from dashboard.events.triggers import Found
from dashboard.language.calendar import MONTHS, WEEKDAYS
from dashboard.learning.linear import Weights, load_weights, logistic

TRUSTED = 0.58
"""Belief from which a trigger is an event; chosen so that few passages without any get one (cross-validated)."""
TRUSTED_IN_QUIET = 0.75
"""The same in reports of sport, business or art, where words such as attack and win mean something else."""
TRUSTED_ALONE = 0.4
"""The same in a text of one sentence, around which nothing speaks for it."""
_KINDS = (
    "nation", "state", "statesman", "force", "armed", "police", "people", "crowd", "judge", "labor", "captive", "sport",
    "business", "art", "obituary", "weather",
)  # fmt: skip
"""Classes of words that say what a sentence is about."""
_PUBLIC = frozenset(_KINDS[:11])
_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "tomorrow", "tonight"} - {"sun", "sat"})
_MONTHS = frozenset(MONTHS.keys() - {"may", "march", "mar"})  # which are other words, too
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_MANY = 3  # clauses, other types, names: more say no more
_STRIDE, _STRIDES = 5, 6  # tokens; the place of a trigger is counted in strides


class Around(NamedTuple):
    """What the other sentences of a text speak of. sentences: how many; triggers: how many of them have one.

    kinds: the classes of words they have. quiet: whether the text is about sport, business or art.
    """

    sentences: int = 0
    triggers: int = 0
    kinds: frozenset[str] = frozenset()
    quiet: bool = False


class Trust(NamedTuple):
    """Belief that a trigger is an event, and that it is the main one of its sentence, 0-1."""

    event: float
    main: float

    @property
    def both(self) -> float:
        """Belief that it is an event, the less the less it is what the sentence is about."""
        return self.event * (1 + self.main) / 2


def trusted(
    words: Words, found: Sequence[Found], around: Around, classes: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Found, Trust]]:
    """The triggers of a sentence that are events, with the belief in each."""
    beliefs = ((one, trust(words, one, found, classes, around)) for one in found)
    enough = TRUSTED_IN_QUIET if around.quiet else TRUSTED if around.sentences else TRUSTED_ALONE
    return (each for each in beliefs if each[1].event >= enough)


def trust(
    words: Words, found: Found, others: Sequence[Found], classes: Mapping[str, frozenset[str]], around: Around
) -> Trust:
    """How far a trigger is trusted. others: the surest triggers of the sentence, one a type, itself among them."""
    features = features_of(words, found, others, classes, around)
    return Trust(*(logistic(_score(features, found, load_weights(name))) for name in ("event", "event_main")))


def _score(features: Sequence[str], found: Found, weights: Weights) -> float:
    return sum([weights[name] for name in features]) + weights["weight"] * found.entry.weight


def arounds(
    sentences: Sequence[Words], triggers: Sequence[Sequence[Found]], classes: Mapping[str, frozenset[str]]
) -> Iterator[Around]:
    """For each sentence what the others of the text speak of. Linear in the text."""
    kinds = [_kinds_in(words, classes) for words in sentences]
    counts = Counter(kind for some in kinds for kind in some)
    with_trigger = sum(map(bool, triggers))
    length = sum(len(words.low) for words in sentences)
    quiet = is_quiet([words.vocabulary for words in sentences], length, classes)
    for own, found in zip(kinds, triggers, strict=True):
        elsewhere = frozenset(kind for kind, count in counts.items() if count > (kind in own))
        yield Around(len(sentences) - 1, with_trigger - bool(found), elsewhere, quiet)


def features_of(
    words: Words, found: Found, others: Sequence[Found], classes: Mapping[str, frozenset[str]], around: Around
) -> list[str]:
    """The names of the features that hold; the entry's own weight counts beside them."""
    return [*_sentence_features(words, found, others, classes), *_around_features(around)]


def _around_features(around: Around) -> list[str]:
    """Features of the text around the sentence; a sentence alone has none."""
    if not around.sentences:
        return []
    few = min(around.triggers, _MANY)
    kinds = len(around.kinds & _PUBLIC)
    quiet = len(around.kinds - _PUBLIC)
    return [
        "around",
        f"around triggers {few}",
        f"around public {min(kinds, _MANY)}",
        f"around quiet {min(quiet, 2)}",
        *(f"around {kind}" for kind in around.kinds),
        *(["around is quiet"] if around.quiet else []),
    ]


def _kinds_in(words: Words, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The classes of words that say what a sentence is about."""
    return frozenset(kind for kind in _KINDS if not classes[kind].isdisjoint(words.vocabulary))


def _sentence_features(
    words: Words, found: Found, others: Sequence[Found], classes: Mapping[str, frozenset[str]]
) -> list[str]:
    entry, number = found.entry, words.clause_at(found.anchor)
    kind, clause, root = entry.type, words.clauses[number].kind, found.root or entry.type
    names = [
        "bias",
        f"type {kind}",
        f"root {root}",
        f"part {entry.part}",
        f"status {found.status}",
        f"clause {clause}",
        f"clauses {min(number, _MANY)}",
        f"words {min(len(entry.slots), 2)}",
        f"form {found.form or 'noun'}",
        f"{kind} clause {clause}",
        f"{kind} part {entry.part}",
        f"{kind} status {found.status}",
        f"{entry.part} clause {clause}",
        f"place {min(found.first // _STRIDE, _STRIDES)}",
        f"row {entry.trigger}",
        _capitals(words, found),
        f"names {min(words.names, _MANY)}",
        "headline" if words.headline else "text",
    ]
    names += _beside(found, others)
    for what in _kinds_in(words, classes):
        names += [f"has {what}", f"{kind} has {what}"]
    if words.quotes:
        names.append("quotes")
    return [*names, *_times(words, number)]


def _capitals(words: Words, found: Found) -> str:
    """Whether words of its clause before the trigger, and after it, have a capital: those who take part have names."""
    clause = words.clauses[words.clause_at(found.anchor)]
    before = any(token.text[0].isupper() for token in words.tokens[max(clause.first, 1) : found.first])
    after = any(token.text[0].isupper() for token in words.tokens[found.last : clause.last])
    return f"capitals {before} {after}"


def _times(words: Words, clause: int) -> list[str]:
    """Whether the sentence and its clause name a day, a month, a year: news says when."""
    first, last = words.clauses[clause].first, words.clauses[clause].last
    names = []
    if not _DAYS.isdisjoint(words.vocabulary):
        names.append("has day")
        if not _DAYS.isdisjoint(words.low[first:last]):
            names.append("clause day")
    if not _MONTHS.isdisjoint(words.vocabulary):
        names.append("has month")
    if any(_YEAR.fullmatch(word) for word in words.vocabulary):
        names.append("has year")
    return names


def _beside(found: Found, others: Sequence[Found]) -> list[str]:
    """What else the sentence tells of, and whether it comes before."""
    kind = found.entry.type
    names = [f"others {min(len(others) - 1, _MANY)}"]
    names.append(f"before {min(sum(other.first < found.first for other in others), _MANY)}")
    for other in others:
        if other.entry.type != kind:
            names += [f"with {other.entry.type}", f"{kind} with {other.entry.type}"]
            if other.entry.weight > found.entry.weight:
                names.append("with a surer one")
    return names
