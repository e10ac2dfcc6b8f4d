"""The weights of a tagger's labels beside the recogniser's score, out of fold: see benchmarks.fitting.gate.folds."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.accuracy.corpora import Corpus
from benchmarks.fitting.linear import Example, fit_logistic, listed, write_table
from benchmarks.fitting.recogniser import label_of
from benchmarks.fitting.texts import names_of
from dashboard.gazetteer.index import open_index
from dashboard.learning.linear import load_weights
from dashboard.toponyms.entities import entities_of, entity_features
from dashboard.toponyms.features import scene_of, span_features

_STRENGTH = 1.0  # C, the inverse of the L2 penalty
_SELDOM = 20  # examples; rarer relations are left out
_DOUBTED = -4.0  # log-odds; no label saves a span that is less likely


def tagged(corpora: Sequence[Corpus]) -> list[Example]:
    """An example for each span that the present recogniser does not rule out."""
    return [example for corpus in corpora for example in _examples(corpus)]


def _examples(corpus: Corpus) -> Iterator[Example]:
    index, weights = open_index(), load_weights("recogniser")
    for text in corpus.texts:
        document, names = names_of(text.text, index)
        scene = scene_of(document, [name for _, name in names], index)
        entities, spans = entities_of(text.text), {span for span, _ in names}
        for span, name in names:
            score = sum([weights[feature] for feature in span_features(scene, name)])
            yes, weight = label_of(span, name, text, spans, index)
            if score > _DOUBTED and weight:
                features = entity_features(score, *span, entities)
                yield Example(features, yes, weight * corpus.convention.weight)


def fit_entities(examples: Sequence[Example], corpora: Sequence[Corpus], table: Path) -> None:
    write_table(
        table,
        fit_logistic(examples, strength=_STRENGTH, seldom=_SELDOM),
        "Log-odds that a span is a place name, by the recogniser's score and the label of spaCy's small English model.",
        f"Logistic regression, L2 (C {_STRENGTH}), out of fold on the development sets of "
        f"{listed(corpus.convention.title for corpus in corpora)}.",
    )
