"""The model of use: is a name used for its people or government? Logistic regression over dashboard.toponyms.use."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.corpora import Corpus
from benchmarks.fitting.linear import Example, fit_logistic, listed, write_table
from benchmarks.fitting.own import own_sentences
from benchmarks.fitting.texts import names_of
from dashboard.gazetteer.index import Index, open_index
from dashboard.records import Span, Use
from dashboard.toponyms.document import Document
from dashboard.toponyms.evidence import facts_of
from dashboard.toponyms.spans import Name
from dashboard.toponyms.use import THRESHOLD, use_features, use_of_demonym

_LITERAL, _ASSOCIATIVE, _DEMONYM = frozenset({"literal"}), frozenset({"associative"}), frozenset({"demonym"})
USES = {
    "Literal": _LITERAL,
    "Coercion": _LITERAL,
    "Embedded_Literal": _LITERAL,
    "Literal_Modifier": _LITERAL,
    "Metonymic": _ASSOCIATIVE,
    "Embedded_Non_Lit": _ASSOCIATIVE,
    "Non_Literal_Modifier": _ASSOCIATIVE,
    "Mixed": _LITERAL | _ASSOCIATIVE,
    "Demonym": _DEMONYM,
}
"""What a labelled type lets a use be; a modifier that is a demonym ("Turkish") is labelled as modifier."""
_MODIFIERS = frozenset({"Literal_Modifier", "Non_Literal_Modifier"})
_STRENGTH = 2  # C, the inverse of the L2 penalty; chosen by cross-validation, 2026-11
_SELDOM = 3  # examples; rarer features are left out
_FOLDS = 5


class Used(NamedTuple):
    """A labelled name: the text it is in, its features, the use of a demonym, and the uses that are right."""

    text: str
    features: list[str]
    demonym: Use | None
    right: frozenset[str]


def fit_use(corpora: Sequence[Corpus], table: Path) -> None:
    index = open_index()
    typed = [corpus for corpus in corpora if _is_typed(corpus)]
    own = _own_examples(index)
    used = [name for corpus in typed for name in _used(corpus, index)]
    write_table(
        table,
        _fit(used, own),
        "Log-odds that a place name is used for its people or government (associative), not for the place (literal), "
        "by feature.",
        f"Logistic regression, L2 (C {_STRENGTH}, chosen by cross-validation), fitted on the types of "
        f"{listed(corpus.convention.title for corpus in typed)} (development set) and {len(own)} names in sentences "
        "written for this project.",
    )


def cross_validated(corpora: Sequence[Corpus]) -> float:
    """The share of right uses of the names the gazetteer knows, each text's judged by a model that did not see it."""
    from sklearn.model_selection import GroupKFold

    index = open_index()
    own = _own_examples(index)
    used = [name for corpus in corpora for name in _used(corpus, index)]
    judged = [name for name in used if not name.demonym]
    right = sum(name.demonym in name.right for name in used if name.demonym)
    for seen, unseen in GroupKFold(_FOLDS).split(judged, groups=[name.text for name in judged]):
        weights = _fit([judged[i] for i in seen], own)
        for name in (judged[i] for i in unseen):
            score = sum(weights.get(feature, 0.0) for feature in name.features)
            right += ("associative" if score > THRESHOLD else "literal") in name.right
    return right / len(used)


def _is_typed(corpus: Corpus) -> bool:
    return any(mark.type in USES for text in corpus.texts for mark in text.marks)


def _fit(used: Sequence[Used], own: Sequence[Example]) -> dict[str, float]:
    return fit_logistic([*_sure(used), *own], strength=_STRENGTH, seldom=_SELDOM)


def _sure(used: Sequence[Used]) -> list[Example]:
    """An example for each name whose use is literal or associative and nothing else."""
    sure = [name for name in used if not name.demonym and name.right in (_LITERAL, _ASSOCIATIVE)]
    return [Example(name.features, name.right == _ASSOCIATIVE) for name in sure]


def _used(corpus: Corpus, index: Index) -> Iterator[Used]:
    """The labelled names of a corpus that the gazetteer knows."""
    for text in corpus.texts:
        document, names = names_of(text.text, index)
        located = dict(names)
        for mark in text.marks:
            if mark.type not in USES or mark.span not in located:
                continue
            demonym, features = _demonym_and_features(mark.span, document, located[mark.span], index)
            right = _DEMONYM if demonym and mark.type in _MODIFIERS else USES[mark.type]
            yield Used(text.id, features, demonym, right)


def _own_examples(index: Index) -> list[Example]:
    examples = []
    for sentence in own_sentences():
        document, names = names_of(sentence.text, index)
        located = dict(names)
        for span in sentence.spans if sentence.use else ():
            _, features = _demonym_and_features(span, document, located.get(span), index)
            examples.append(Example(features, sentence.use == "associative"))
    return examples


def _demonym_and_features(
    span: Span, document: Document, name: Name | None, index: Index
) -> tuple[Use | None, list[str]]:
    """The use of a name that is a demonym, None of another; and its features."""
    first = next(i for i, token in enumerate(document.tokens) if token.start == span.start)
    last = next(i for i, token in enumerate(document.tokens) if token.end == span.end) + 1
    role = "loose" if name is None or name.loose else facts_of(index, name.key, name.exact).role
    demonym = use_of_demonym(document, last) if role == "demonym" else None
    return demonym, use_features(document, first, last, role)
