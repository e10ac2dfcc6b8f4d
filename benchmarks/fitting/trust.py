"""The models of trust: is a trigger an event, and the main one? Logistic regression over dashboard.events.trust."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.fitting.linear import Example, fit_logistic, write_table
from benchmarks.fitting.sentences import (
    LabelledPassage,
    LabelledSentence,
    own_event_passages,
    own_event_sentences,
    tuning_passages,
)
from dashboard.articles.segments import segment
from dashboard.events.lexicon import lexicon
from dashboard.events.sentences import sentences_of
from dashboard.events.syntax import Words
from dashboard.events.triggers import Found, found_in
from dashboard.events.trust import Around, arounds, features_of
from dashboard.language.tokens import tokenise

_STRENGTH = 0.1  # C, the inverse of the L2 penalty
_SELDOM = 4  # examples; rarer features are left out
# Weights of an example: in a sentence without any event, in a passage, in a passage that two people labelled.
_QUIET, _PASSAGE, _TUNING = 1.5, 3.0, 6.0


def fit_trust(folder: Path) -> None:
    """Write event.csv and event_main.csv into `folder`."""
    sentences = list(own_event_sentences())
    passages = [(one, _PASSAGE) for one in own_event_passages()] + [(one, _TUNING) for one in tuning_passages()]
    events = [example for sentence in sentences for example in _in_sentence(sentence, main=False)]
    events += [example for passage, weight in passages for example in _in_passage(passage, weight)]
    main = [example for sentence in sentences for example in _in_sentence(sentence, main=True)]
    for name, what, examples in (
        ("event", "an event", events),
        ("event_main", "the main event of its sentence", main),
    ):
        write_table(
            folder / f"{name}.csv",
            fit_logistic(examples, strength=_STRENGTH, seldom=_SELDOM),
            f"Log-odds that a trigger is {what}, by feature. Logistic regression, L2 (C {_STRENGTH}).",
            "Fitted on the project's own sentences and passages (data/events).",
        )


def _in_sentence(sentence: LabelledSentence, *, main: bool) -> Iterator[Example]:
    """An example for the surest trigger of each type."""
    words = Words(tokenise(sentence.text))
    labelled = [event.type for event in sentence.events]
    found = found_in(words, None)
    for one in found:
        right = labelled[:1] == [one.entry.type] if main else one.entry.type in labelled
        yield _example(words, one, found, Around(), right=right, weight=1.0 if labelled else _QUIET)


def _in_passage(passage: LabelledPassage, weight: float) -> Iterator[Example]:
    sentences = [one.words for one in sentences_of(passage.text, segment(passage.text), None)]
    triggers = [found_in(words, passage.published.year) for words in sentences]
    everything = zip(sentences, triggers, arounds(sentences, triggers, lexicon().classes), strict=True)
    for words, found, around in everything:
        for one in found:
            yield _example(words, one, found, around, right=one.entry.type in passage.types, weight=weight)


def _example(words: Words, one: Found, found: list[Found], around: Around, *, right: bool, weight: float) -> Example:
    features = dict.fromkeys(features_of(words, one, found, lexicon().classes, around), 1.0)
    return Example(features | {"weight": one.entry.weight}, right, weight)
