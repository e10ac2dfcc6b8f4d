"""The model of participants: which phrase of a sentence acts, which is acted upon? Conditional logit over
dashboard.events.participants, fitted on the project's own labelled sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.fitting.linear import Choice, fit_choices, write_table
from benchmarks.fitting.sentences import LabelledEvent, LabelledSentence, own_event_sentences
from dashboard.events.detect import trigger_of
from dashboard.events.inflect import stem_of
from dashboard.events.lexicon import lexicon
from dashboard.events.participants import ROLES, Candidate, Trigger, candidates, none_features
from dashboard.events.phrases import noun_phrases
from dashboard.events.syntax import DETERMINERS, Words
from dashboard.events.triggers import found_in
from dashboard.language.tokens import tokenise

_PENALTY = 8.0  # L2; high, since rare features are of the words of these sentences
_NOBODY = 0.4  # weight of a choice of nobody: a phrase too many can be read over, one that is missing cannot
_SELDOM = 8  # choices; rarer features are left out
_ENOUGH = 0.5  # F1 of tokens from which a candidate is the phrase that was labelled


def fit_participants(table: Path) -> None:
    choices = [choice for sentence in own_event_sentences() for choice in _choices(sentence)]
    counts = Counter(name for choice in choices for option in choice.options for name in option)
    kept = {name for name, count in counts.items() if count >= _SELDOM}
    pruned = [
        Choice([_only(option, kept) for option in choice.options], choice.right, choice.weight) for choice in choices
    ]
    write_table(
        table,
        fit_choices(pruned, dict.fromkeys(kept, 0.0), penalty=_PENALTY),
        "Log-odds that a phrase is the actor or the recipient of an event, by feature.",
        f"Conditional logit, L2 {_PENALTY}, fitted on the project's own sentences (data/events/sentences.jsonl).",
    )


def _of_role(role: str, groups: Iterable[Iterable[str]]) -> dict[str, float]:
    return {f"{role} {name}": 1.0 for names in groups for name in names}


def _only(features: dict[str, float], kept: set[str]) -> dict[str, float]:
    return {name: value for name, value in features.items() if name in kept}


def _choices(sentence: LabelledSentence) -> Iterator[Choice]:
    words = Words(tokenise(sentence.text))
    classes, phrases = lexicon().classes, noun_phrases(words)
    found = {one.entry.type: trigger_of(words, one) for one in found_in(words, None)}
    for event in sentence.events:
        trigger = found.get(event.type) or _labelled_trigger(words, event)
        if trigger is None:
            continue
        options = candidates(words, phrases, trigger, classes)
        for role in ROLES:
            right = _right(words, options, event.actor if role == "actor" else event.recipient)
            if right is not None:
                features = [_of_role(role, one.features) for one in options]
                features.append(_of_role(role, [none_features(trigger)]))
                yield Choice(features, right or frozenset({len(options)}), 1.0 if right else _NOBODY)


def _labelled_trigger(words: Words, event: LabelledEvent) -> Trigger | None:
    """The labelled trigger, where the lexicon has none."""
    wanted = [token.text.lower() for token in tokenise(event.trigger)]
    for first in range(len(words.low) - len(wanted) + 1):
        if words.low[first : first + len(wanted)] == wanted:
            form = "past" if re.search("ed$", wanted[0]) else "ing" if wanted[0].endswith("ing") else ""
            return Trigger(first, first + len(wanted), form, event.plover or event.type, stem_of(wanted[0]))
    return None


def _right(words: Words, options: Sequence[Candidate], labelled: str | None) -> frozenset[int] | None:
    """The options that are the labelled phrase; empty where none is labelled, None where no option comes near it."""
    if labelled is None:
        return frozenset()
    wanted = _content(token.text.lower() for token in tokenise(labelled))
    scores = [_f1(wanted, _content(words.low[one.first : one.last])) for one in options]
    best = max(scores, default=0.0)
    return frozenset(i for i, score in enumerate(scores) if score == best) if best >= _ENOUGH else None


def _content(words: Iterator[str] | list[str]) -> Counter[str]:
    return Counter(word for word in words if word not in DETERMINERS)


def _f1(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
