"""How well the shipped models find and place what the labellers of a corpus found.

    python -m benchmarks.accuracy CORPUS.jsonl …          from the root of a checkout

found: F1 of names, overlap counts. placed: F1 of names with a point within 161 km. given: share of the given names
that were placed so; each with its 95 % interval. calibration: how far confidence is from the share that is right.
ceiling: share of the located names whose place the gazetteer has; benchmarks.accuracy.ceiling says more. The models
were fitted on LGL, TR-News and GeoWebNews: their figures say what was learned, not what to expect; for that:
python -m benchmarks.fitting --leave-one-out.
"""

import sys
from pathlib import Path

from benchmarks.accuracy.ceiling import candidates_of, share
from benchmarks.accuracy.corpora import Corpus, read_corpus
from dashboard.evaluation.labels import Mark
from dashboard.evaluation.report import found_marks, given_marks, report_of
from dashboard.gazetteer.index import open_index


def found_in(corpus: Corpus) -> list[list[Mark]]:
    """By text, what is found in it; demonyms left out where the corpus does not label them."""
    return found_marks(corpus.texts, demonyms=corpus.convention.demonyms)


def placed_in(corpus: Corpus) -> list[list[Mark]]:
    """By text, its labelled names with the places they are given."""
    return given_marks(corpus.texts)


def figures(corpus: Corpus, found: list[list[Mark]], given: list[list[Mark]]) -> str:
    """The line of a corpus."""
    told = report_of([text.marks for text in corpus.texts], found, given)
    values = "".join(f"{figure.value:8.3f} ({figure.low:.3f}-{figure.high:.3f})" for figure in told.figures[:3])
    most = share(candidates_of(corpus, open_index()))
    return f"{corpus.name:20s}{told.texts:6d}{values}{told.calibration_error:13.3f}{most:9.3f}"


HEAD = f"{'':20s}{'texts':>6s}{'found':>8s}{'placed':>22s}{'given':>22s}{'calibration':>27s}{'ceiling':>9s}"


def main(paths: list[str]) -> None:
    if not paths:
        sys.exit("usage: python -m benchmarks.accuracy CORPUS.jsonl ...")
    print(HEAD)
    for path in paths:
        corpus = read_corpus(Path(path))
        print(figures(corpus, found_in(corpus), placed_in(corpus)))


if __name__ == "__main__":
    main(sys.argv[1:])
