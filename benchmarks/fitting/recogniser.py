"""The recogniser's model: is a candidate span a place name? Logistic regression over dashboard.toponyms.features."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.accuracy.corpora import Corpus
from benchmarks.fitting.linear import Example, fit_logistic, listed, write_table
from benchmarks.fitting.own import Sentence, own_sentences
from benchmarks.fitting.texts import names_of, sentences
from dashboard.evaluation.labels import Labelled
from dashboard.evaluation.score import NOT_PLACES
from dashboard.gazetteer.index import Index, open_index
from dashboard.records import Span
from dashboard.toponyms.features import scene_of, span_features
from dashboard.toponyms.spans import Name

# Chosen while reading errors on these corpora, 2026-11; run --leave-one-out after a change.
_STRENGTH = 0.5  # C, the inverse of the L2 penalty
_SELDOM = 8  # examples; rarer features are left out
_SENTENCE = 0.3  # weight of an example in a sentence read alone
_OWN = 3.0  # weight of an example in the project's own sentences
_UNSURE = 0.3  # weight of a name that differs from the labelled one, which has no point to compare


def fit_recogniser(corpora: Sequence[Corpus], table: Path) -> None:
    index = open_index()
    examples = [
        example
        for corpus in corpora
        for text in corpus.texts
        for example in _examples(text, index, 1.0, corpus.convention.weight)
    ]
    examples += [
        example
        for corpus in corpora
        for text in corpus.texts
        for sentence in sentences(text)
        for example in _examples(sentence, index, _SENTENCE)
    ]
    own = own_sentences()
    examples += [example for sentence in own for example in _own_examples(sentence, index)]
    write_table(
        table,
        fit_logistic(examples, strength=_STRENGTH, seldom=_SELDOM),
        f"Log-odds that a candidate span is a place name, by feature. Logistic regression, L2 (C {_STRENGTH}).",
        f"Fitted on the development sets of {listed(corpus.convention.title for corpus in corpora)}, "
        f"whole documents and (weight {_SENTENCE}) single sentences, and "
        f"{sum(len(sentence.spans) for sentence in own)} names in sentences written for this project.",
    )


def _examples(text: Labelled, index: Index, most: float, times: float = 1.0) -> Iterator[Example]:
    """An example for each candidate span. most: weight of one that is sure; times: of the corpus."""
    document, names = names_of(text.text, index)
    scene = scene_of(document, [name for _, name in names], index)
    spans = {span for span, _ in names}
    for span, name in names:
        yes, weight = label_of(span, name, text, spans, index)
        yield Example(span_features(scene, name), yes, min(most, weight) * times)


def label_of(span: Span, name: Name, text: Labelled, spans: set[Span], index: Index) -> tuple[bool, float]:
    """Whether a candidate span is a place name, and how much that counts: 0 where the labels do not say.

    A span that is not the labelled one is right where no candidate is and it can mean the labelled point: "Maine" in
    "Southern Maine", where the gazetteer has only the one.
    """
    yes, weight = False, 1.0
    for mark in text.marks:
        if mark.span == span:
            return True, 0.0 if mark.type in NOT_PLACES else 1.0
        if mark.end <= span.start or span.end <= mark.start:
            continue
        if mark.type in NOT_PLACES:
            weight = 0.0
        elif mark.span in spans:
            continue
        elif not name.loose and any(
            mark.is_near(index.lat[sense.row], index.lon[sense.row]) for sense in index.senses(name.key)
        ):
            yes = True
        elif mark.lat is None:
            yes, weight = True, _UNSURE
        else:
            weight = 0.0
    return yes, weight


def _own_examples(sentence: Sentence, index: Index) -> Iterator[Example]:
    document, names = names_of(sentence.text, index)
    scene = scene_of(document, [name for _, name in names], index)
    for span, name in names:
        if span in sentence.spans:
            yield Example(span_features(scene, name), sentence.use is not None, _OWN)
