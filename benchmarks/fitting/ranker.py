"""The ranker's model: which of the places a name could be? Conditional logit over dashboard.resolution.features."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from benchmarks.accuracy.corpora import NEAR_KM, NOT_PLACES, Corpus, Labelled, Mark
from benchmarks.fitting.linear import Choice, fit_choices, listed, write_table
from benchmarks.fitting.own import Sentence, own_sentences
from benchmarks.fitting.texts import sentences
from dashboard.articles.segments import segment
from dashboard.gazetteer.index import Index, open_index
from dashboard.records import Article, Toponym
from dashboard.resolution.features import Option, context_features, context_of, none_features
from dashboard.resolution.names import page_of
from dashboard.resolution.rank import Task, rank, task_of
from dashboard.toponyms import recognise as recogniser

Wanted = Counter[frozenset[int]]
"""For a name, the positions of the right options by how many mentions want them; the empty set = none of them."""

# Chosen while reading errors on these corpora, 2026-11; run --leave-one-out after a change.
_PENALTY = 1.0  # L2
_ROUNDS = 3  # of fitting, each in the context that the weights of the one before make
_SENTENCE = 0.1  # weight of a sentence read alone
_GENEROUS = -1.0  # log-odds; a recogniser this generous shows what "none of these" has to catch
_MOST_MENTIONS = 4  # a name counts with the root of its mentions, up to that of this many
_SAME_KM = 30.0  # a place this near the labelled point is the one meant; else all that are near enough to be right
_START = {
    "people": 3.0, "rank": 1.0, "kind_country": 3.0, "kind_admin1": 2.0, "default_sense": 3.0,
    "comma_area_holds": 5.0, "comma_area_elsewhere": -3.0, "beside_area_holds": 2.0, "country_vote": 2.0,
    "admin1_vote": 2.0, "near_160": 1.0, "name_official": 0.5, "code_PPLC": 1.0, "kind_word_fits": 1.5,
}  # fmt: skip
"""Weights by common sense, for the first context; the fit forgets them."""


class Lesson(NamedTuple):
    """A text's names with the places each could be, and which are wanted."""

    task: Task
    wanted: list[Wanted]
    weight: float


def fit_ranker(corpora: Sequence[Corpus], table: Path) -> None:
    index = open_index()
    texts = [text for corpus in corpora for text in corpus.texts]
    alone = [sentence for text in texts for sentence in sentences(text) if sentence.marks]
    lessons = [_lesson(text, _recognised(text, index), index) for text in texts]
    lessons += [_lesson(text, _recognised(text, index), index, _SENTENCE) for text in alone]
    lessons += [_lesson(text, _given(text, index), index) for text in texts]
    lessons += [_own_lesson(sentence, index) for sentence in own_sentences()]
    weights: Mapping[str, float] = _START
    for _ in range(_ROUNDS):
        choices = [choice for lesson in lessons for choice in _choices(lesson, weights)]
        weights = fit_choices(choices, weights, penalty=_PENALTY)
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
    with patch.object(recogniser, "THRESHOLD", _GENEROUS):
        return recogniser.recognise(text.text, segment(text.text), index)


def _given(text: Labelled, index: Index) -> Sequence[Toponym]:
    return recogniser.given(Article(text.id, text.text), [mark.span for mark in _places(text)], index)


def _lesson(text: Labelled, toponyms: Sequence[Toponym], index: Index, weight: float = 1.0) -> Lesson:
    task = task_of(page_of(text.text, segment(text.text), toponyms, index))
    marks = _places(text)
    wanted = [
        _wanted(options, [_mark_of(toponyms[mention], marks) for mention in group.mentions], index)
        for group, options in zip(task.groups, task.options, strict=True)
    ]
    return Lesson(task, wanted, weight)


def _own_lesson(sentence: Sentence, index: Index) -> Lesson:
    """The names in the project's own sentences mean what they mean where nothing speaks against it."""
    toponyms = _recognised(Labelled("own", sentence.text, []), index)
    task = task_of(page_of(sentence.text, segment(sentence.text), toponyms, index))
    places = [frozenset({0}) if (name.start, name.end) in sentence.spans else frozenset() for name in toponyms]
    wanted = [Counter(places[mention] for mention in group.mentions) for group in task.groups]
    return Lesson(task, wanted, 1.0)


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


def _choices(lesson: Lesson, weights: Mapping[str, float]) -> Iterator[Choice]:
    """A choice for each name and answer wanted, in the context that the best places by `weights` make."""
    task = lesson.task
    guesses = [ranked[0].option.known if ranked else None for ranked in rank(task, weights)]
    context = context_of(task.groups, guesses)
    for position, (options, wanted) in enumerate(zip(task.options, lesson.wanted, strict=True)):
        if not options:
            continue
        beside = task.beside[position]
        features = [{**option.own, **context_features(option.known, position, context, beside)} for option in options]
        features.append(none_features(task.groups[position]))
        mentions = wanted.total()
        for right, count in wanted.items():
            share = count / mentions * math.sqrt(min(mentions, _MOST_MENTIONS))
            yield Choice(features, right or frozenset({len(options)}), lesson.weight * share)
