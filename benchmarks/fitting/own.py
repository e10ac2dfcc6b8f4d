"""The project's own labelled sentences and articles: what the corpora have too little of."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.corpora import Convention, Corpus
from dashboard.evaluation.marked import read_marked
from dashboard.gazetteer.index import open_index
from dashboard.records import Span

_HERE = Path(__file__).parent
_NAME = re.compile(r"\[\[(.*?)\]\]")
_USES = {"A": "associative", "L": "literal"}
ARTICLES = Convention("the project's own articles", weight=0.5)


class Sentence(NamedTuple):
    """A sentence, its marked names, and their use; None = they are no places."""

    text: str
    spans: list[Span]
    use: str | None


def own_sentences() -> list[Sentence]:
    """Those with places first."""
    places = [
        _sentence(sentence, _USES[use]) for use, sentence in (line.split("|", 1) for line in _lines("own_places.txt"))
    ]
    return places + [_sentence(line, None) for line in _lines("own_not_places.txt")]


def own_articles() -> Corpus:
    """The articles written for this project: all models but use learn from them. Raises ValueError for a bad label."""
    index = open_index()
    files = sorted((_HERE / "articles").glob("*.txt"))
    return Corpus("own", ARTICLES, [text for file in files for text in read_marked(file, index)])


def _lines(file: str) -> Iterator[str]:
    lines = (_HERE / file).read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line and not line.startswith("#"))


def _sentence(marked: str, use: str | None) -> Sentence:
    text, done = "", 0
    spans: list[Span] = []
    for name in _NAME.finditer(marked):
        text += marked[done : name.start()]
        spans.append(Span(len(text), len(text) + len(name[1])))
        text += name[1]
        done = name.end()
    return Sentence(text + marked[done:], spans, use)
