"""The labelled texts as the models learn from them: whole, and cut into sentences."""

from collections.abc import Iterator, Sequence

from benchmarks.accuracy.corpora import Corpus
from dashboard.articles.segments import segment
from dashboard.evaluation.labels import Labelled
from dashboard.gazetteer.index import Index
from dashboard.records import Span
from dashboard.toponyms.document import Document, look_over
from dashboard.toponyms.spans import Name, candidate_names

Names = list[tuple[Span, Name]]
"""Candidate names with their spans in the text."""


def fitted(corpora: Sequence[Corpus], left_out: str | None = None) -> list[Corpus]:
    """The corpora to learn from: those whose licence allows it, without the one left out."""
    return [corpus for corpus in corpora if corpus.convention.fitted and corpus.name != left_out]


def sentences(text: Labelled) -> Iterator[Labelled]:
    """Each sentence of a text as a text of its own: what is read without the help of the rest."""
    for part in segment(text.text):
        for start, end in part.sentences:
            inside = [mark for mark in text.marks if mark.start >= start and mark.end <= end]
            moved = [mark._replace(start=mark.start - start, end=mark.end - start) for mark in inside]
            yield Labelled(text.id, text.text[start:end], moved)


def names_of(text: str, index: Index) -> tuple[Document, Names]:
    """The document of a text and its candidate names."""
    document = look_over(text, segment(text))
    names = candidate_names(document, index)
    return document, [
        (Span(document.tokens[name.first].start, document.tokens[name.last - 1].end), name) for name in names
    ]
