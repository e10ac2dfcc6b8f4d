"""How well the shipped models find and place what the labellers of a corpus found.

    python -m benchmarks.accuracy CORPUS.jsonl …          from the root of a checkout

found: F1 of names, overlap counts. placed: F1 of names with a point within 161 km. given: share of the given names
that were placed so. ceiling: share of the located names whose place the gazetteer has; benchmarks.accuracy.ceiling
says more. The models were fitted on LGL, TR-News and GeoWebNews: their figures say what was learned, not what to
expect; for that: python -m benchmarks.fitting --leave-one-out.
"""

import sys
from pathlib import Path

from benchmarks.accuracy.ceiling import candidates_of, share
from benchmarks.accuracy.corpora import Corpus, read_corpus
from dashboard.evaluation.labels import Mark
from dashboard.evaluation.report import found_marks, given_marks
from dashboard.evaluation.score import found_and_placed, placed, recognised, total
from dashboard.gazetteer.index import open_index


def found_in(corpus: Corpus) -> list[list[Mark]]:
    """By text, what is found in it; demonyms left out where the corpus does not label them."""
    return found_marks(corpus.texts, demonyms=corpus.convention.demonyms)


def placed_in(corpus: Corpus) -> list[list[Mark]]:
    """By text, its labelled names with the places they are given."""
    return given_marks(corpus.texts)


def figures(corpus: Corpus, found: list[list[Mark]], given: list[list[Mark]]) -> str:
    """The line of a corpus."""
    labels = [text.marks for text in corpus.texts]
    names, points, spans = (
        total(map(score, labels, answers))
        for score, answers in ((recognised, found), (found_and_placed, found), (placed, given))
    )
    most = share(candidates_of(corpus, open_index()))
    return f"{corpus.name:24s}{len(labels):6d}{names.f1:8.3f}{points.f1:8.3f}{spans.share:8.3f}{most:9.3f}"


HEAD = f"{'':24s}{'texts':>6s}{'found':>8s}{'placed':>8s}{'given':>8s}{'ceiling':>9s}"


def main(paths: list[str]) -> None:
    if not paths:
        sys.exit("usage: python -m benchmarks.accuracy CORPUS.jsonl ...")
    print(HEAD)
    for path in paths:
        corpus = read_corpus(Path(path))
        print(figures(corpus, found_in(corpus), placed_in(corpus)))


if __name__ == "__main__":
    main(sys.argv[1:])
