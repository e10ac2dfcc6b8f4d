"""The models of the gate: is a span a place's name, and is the point right, too? Out of fold: see `folds`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.corpora import Corpus
from benchmarks.fitting.linear import Example, fit_logistic, listed, write_table
from benchmarks.fitting.own import own_sentences
from benchmarks.fitting.texts import sentences
from dashboard.articles.segments import segment
from dashboard.evaluation.labels import Labelled
from dashboard.evaluation.score import NOT_PLACES
from dashboard.gazetteer.index import open_index
from dashboard.learning.linear import dot, load_weights, softmax
from dashboard.records import Toponym
from dashboard.resolution.features import none_features
from dashboard.resolution.gate import mention_features, name_features
from dashboard.resolution.names import page_of
from dashboard.resolution.places import Features
from dashboard.resolution.rank import rank, task_of
from dashboard.toponyms.recognise import recognise

_SENTENCE = 1.2  # weight of a mention in a sentence read alone
_EVERY = 4  # one sentence in so many is read alone
_OWN = 3.0  # weight of a mention in the project's own sentences
_STRENGTH = 1.0  # C, the inverse of the L2 penalty
_SELDOM = 10  # examples; rarer features are left out


class Judged(NamedTuple):
    """A mention with its features; None = the labels do not say."""

    features: Features
    name: bool | None
    place: bool | None
    weight: float


def folds(corpora: Sequence[Corpus]) -> Iterator[tuple[list[Corpus], list[Corpus]]]:
    """The corpora to fit recogniser and ranker on, and the one that the gate then learns from, for each corpus.

    By corpus, not by text: what people hand in is not of the corpora that the models have seen either.
    """
    for corpus in corpora:
        yield [other for other in corpora if other is not corpus], [corpus]


def judged(corpora: Sequence[Corpus]) -> list[Judged]:
    """Every mention that the present recogniser and ranker find in the texts, and in some of their sentences alone."""
    found = []
    for corpus in corpora:
        weight = corpus.convention.weight
        for text in corpus.texts:
            found += _judged(text, weight)
            for sentence in list(sentences(text))[::_EVERY]:
                found += _judged(sentence, weight * _SENTENCE)
    return found


def own_judged() -> list[Judged]:
    """The names in the project's own sentences; what else is in them is not labelled."""
    found = []
    for sentence in own_sentences():
        spans, is_place = set(sentence.spans), sentence.use is not None
        names = _mentions(sentence.text)
        found += [Judged(m.features, is_place, is_place, _OWN) for name, m in names if (name.start, name.end) in spans]
    return found


def _judged(text: Labelled, weight: float) -> Iterator[Judged]:
    for name, one in _mentions(text.text):
        touched = [mark for mark in text.marks if mark.start < name.end and name.start < mark.end]
        scoring = [mark for mark in touched if mark.type not in NOT_PLACES]
        is_name = bool(scoring) if scoring or not touched else None
        located = [mark for mark in scoring if mark.lat is not None]
        is_place: bool | None = False
        if located:
            is_place = one.point is not None and any(mark.is_near(*one.point) for mark in located)
        elif touched:
            is_place = None
        yield Judged(one.features, is_name, is_place, weight)


class _Mention(NamedTuple):
    """What is known of a mention when it is judged. point: of its best option."""

    features: Features
    point: tuple[float, float] | None


def _mentions(text: str) -> Iterator[tuple[Toponym, _Mention]]:
    index, weights = open_index(), load_weights("ranker")
    segments = segment(text)
    toponyms = recognise(text, segments, index)
    task = task_of(page_of(text, segments, toponyms, index))
    for group, scored in zip(task.groups, rank(task, weights), strict=True):
        shares = softmax([*(one.score for one in scored), dot(none_features(group), weights)])
        row = scored[0].option.known.row if scored else None
        point = None if row is None else (index.lat[row], index.lon[row])
        shared = name_features(group, scored, shares)
        for mention in group.mentions:
            name = toponyms[mention]
            yield name, _Mention(shared | mention_features(name, group), point)


def fit_gate(found: Sequence[Judged], corpora: Sequence[Corpus], folder: Path) -> None:
    """Write gate_name.csv and gate_place.csv into `folder`."""
    for name, what in (("name", "a span is a place's name"), ("place", "a span is a place's name and its point right")):
        examples = [
            Example(one.features, bool(getattr(one, name)), one.weight)
            for one in found
            if getattr(one, name) is not None
        ]
        write_table(
            folder / f"gate_{name}.csv",
            fit_logistic(examples, strength=_STRENGTH, seldom=_SELDOM),
            f"Log-odds that {what}, by feature. Logistic regression, L2 (C {_STRENGTH}).",
            f"Fitted out of fold on the development sets of {listed(corpus.convention.title for corpus in corpora)}.",
        )
