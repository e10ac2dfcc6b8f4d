"""The ranker's model: which of the places a name could be? Conditional logit over dashboard.resolution.features."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.corpora import Corpus
from benchmarks.fitting.linear import Choice, fit_choices, listed, write_table
from benchmarks.fitting.local import local_texts
from benchmarks.fitting.own import Sentence, own_sentences
from benchmarks.fitting.texts import sentences
from dashboard.articles.segments import segment
from dashboard.evaluation.labels import NEAR_KM, Labelled, Mark
from dashboard.evaluation.score import NOT_PLACES
from dashboard.gazetteer.index import Index, open_index
from dashboard.learning.linear import Weights
from dashboard.records import Article, Toponym
from dashboard.resolution.features import Option, none_features
from dashboard.resolution.names import page_of
from dashboard.resolution.rank import Task, rank, task_of
from dashboard.toponyms.recognise import given, recognise

Wanted = Counter[frozenset[int]]
"""For a name, the positions of the right options by how many mentions want them; the empty set = none of them."""

# Chosen while reading errors on these corpora, 2026-11; run --leave-one-out after a change.
_PENALTY = 1.0  # L2
_ROUNDS = 3  # of fitting, each in the context that the weights of the one before make
_SENTENCE = 0.4  # weight of a sentence read alone
_EVERY = 4  # one sentence in so many is read alone
_LOCAL = 0.7  # weight of a text made from the gazetteer
_MOST_MENTIONS = 4  # a name counts with the root of its mentions, up to that of this many
_SAME_KM = 30.0  # a place this near the labelled point is the one meant; else all that are near enough to be right
_START = Weights({
    "people": 3.0, "rank": 1.0, "kind_country": 3.0, "kind_admin1": 2.0, "default_sense": 3.0,
    "comma_area_holds": 5.0, "comma_area_elsewhere": -3.0, "beside_area_holds": 2.0, "country_vote": 2.0,
    "admin1_vote": 2.0, "near_160": 1.0, "name_official": 0.5, "code_PPLC": 1.0, "kind_word_fits": 1.5,
})  # fmt: skip
"""Weights by common sense, for the first context; the fit forgets them."""


class Lesson(NamedTuple):
    """A text's names with the places each could be, and by name the labels of its mentions."""

    task: Task
    marks: list[list[Mark | None]]
    weight: float


def fit_ranker(corpora: Sequence[Corpus], table: Path) -> None:
    index = open_index()
    texts = [text for corpus in corpora for text in corpus.texts]
    alone = [sentence for text in texts for sentence in sentences(text) if sentence.marks][::_EVERY]
    lessons = [_lesson(text, _recognised(text, index), index) for text in texts]
    lessons += [_lesson(text, _recognised(text, index), index, _SENTENCE) for text in alone]
    lessons += [_lesson(text, _given(text, index), index) for text in texts]
    lessons += [_lesson(text, _given(text, index), index, _LOCAL) for text in local_texts(index)]
    lessons += [_own_lesson(sentence, index) for sentence in own_sentences()]
    weights = _START
    for _ in range(_ROUNDS):
        choices = [choice for lesson in lessons for choice in _choices(lesson, weights, index)]
        weights = Weights(fit_choices(choices, weights, penalty=_PENALTY))
    write_table(
        table,
        weights,
        f"Log-odds that a place is the one meant, by feature. Conditional logit, L2 {_PENALTY}, "
        "context made anew three times.",
        f"Fitted on the development sets of {listed(corpus.convention.title for corpus in corpora)}, spans recognised "
        f"and given, whole documents and (weight {_SENTENCE}) single sentences, and the project's own.",
    )


def _places(text: Labelled) -> list[Mark]:
    return [mark for mark in text.marks if mark.type not in NOT_PLACES]


def _recognised(text: Labelled, index: Index) -> Sequence[Toponym]:
    return recognise(text.text, segment(text.text), index)


def _given(text: Labelled, index: Index) -> Sequence[Toponym]:
    return given(Article(text.id, text.text), [mark.span for mark in _places(text)], index)


def _lesson(text: Labelled, toponyms: Sequence[Toponym], index: Index, weight: float = 1.0) -> Lesson:
    task = task_of(page_of(text.text, segment(text.text), toponyms, index))
    marks = _places(text)
    return Lesson(
        task, [[_mark_of(toponyms[mention], marks) for mention in group.mentions] for group in task.groups], weight
    )


def _own_lesson(sentence: Sentence, index: Index) -> Lesson:
    """The names in the project's own sentences mean what they mean where nothing speaks against it."""
    toponyms = _recognised(Labelled("own", sentence.text, []), index)
    task = task_of(page_of(sentence.text, segment(sentence.text), toponyms, index))
    marks = []
    for group, options in zip(task.groups, task.options, strict=True):
        place = index.place(options[0].known.row) if options else None
        meant = Mark(0, 0, place.lat, place.lon, place_id=place.place_id) if place else None
        names = (toponyms[mention] for mention in group.mentions)
        marks.append([meant if (name.start, name.end) in sentence.spans else None for name in names])
    return Lesson(task, marks, 1.0)


def _mark_of(toponym: Toponym, marks: list[Mark]) -> Mark | None:
    """The labelled name that a toponym is: of the same span, else the first that it touches."""
    touched = [mark for mark in marks if mark.start < toponym.end and toponym.start < mark.end]
    same = (mark for mark in touched if mark.span == (toponym.start, toponym.end))
    return next(same, touched[0] if touched else None)


def _wanted(options: list[Option], marks: list[Mark | None], index: Index) -> Wanted:
    return Counter(
        frozenset() if mark is None else _right(options, mark, index)
        for mark in marks
        if mark is None or mark.lat is not None
    )


def _right(options: list[Option], mark: Mark, index: Index) -> frozenset[int]:
    """The options that a labelled point speaks of: its own gazetteer entry, else the same place, else near ones."""
    rows = [option.known.row for option in options]
    same_entry = [i for i, row in enumerate(rows) if mark.place_id and index.place(row).place_id == mark.place_id]
    nearer = (
        [i for i, row in enumerate(rows) if mark.is_near(index.lat[row], index.lon[row], km)]
        for km in (_SAME_KM, NEAR_KM)
    )
    return frozenset(same_entry or next(filter(None, nearer), []))


def _choices(lesson: Lesson, weights: Weights, index: Index) -> Iterator[Choice]:
    """A choice for each name and answer wanted, in the context that the best places by `weights` make."""
    ranked = rank(lesson.task, weights)
    for group, scored, marks in zip(lesson.task.groups, ranked, lesson.marks, strict=True):
        wanted = _wanted([one.option for one in scored], marks, index)
        if not scored:
            continue
        features = [{**one.option.own, **one.context} for one in scored]
        features.append(none_features(group))
        mentions = wanted.total()
        for right, count in wanted.items():
            share = count / mentions * math.sqrt(min(mentions, _MOST_MENTIONS))
            yield Choice(features, right or frozenset({len(features) - 1}), lesson.weight * share)
