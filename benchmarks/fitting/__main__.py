"""Fit the models of data/models anew: recogniser, ranker, gate and use.

    pip install -e ".[fit]"
    python -m benchmarks.fitting --corpora FOLDER                             writes data/models/*.csv
    python -m benchmarks.fitting --corpora FOLDER --leave-one-out ANSWERS     says what to expect of unseen text

FOLDER holds corpora as JSON lines (dashboard/evaluation/labels.py); a file whose name begins with tudloc is never
fitted on, as its licence asks, only scored. This project's own articles, beside this file, are always fitted on.
--leave-one-out fits recogniser, ranker and gate on all corpora but one, scores that one, and writes its answers to
ANSWERS/NAME.jsonl (raw text) and ANSWERS/NAME.given.jsonl (given spans), and how sure was how right to
ANSWERS/reliability.svg; the shipped models stay as they are. A fit
takes three minutes on two cores, leaving each out fifteen.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from benchmarks.accuracy.__main__ import HEAD, figures, found_in, placed_in
from benchmarks.accuracy.corpora import Corpus, read_corpora
from benchmarks.fitting.apart import with_data
from benchmarks.fitting.entities import fit_entities, tagged
from benchmarks.fitting.gate import Judged, fit_gate, folds, judged, own_judged
from benchmarks.fitting.linear import round_table
from benchmarks.fitting.own import own_articles
from benchmarks.fitting.ranker import fit_ranker
from benchmarks.fitting.recogniser import fit_recogniser
from benchmarks.fitting.texts import fitted
from benchmarks.fitting.use import cross_validated, fit_use
from dashboard.evaluation.labels import Mark
from dashboard.evaluation.plot import reliability_svg
from dashboard.evaluation.report import bins_of, calibration_error
from dashboard.settings import shipped

MODELS = {"recogniser": fit_recogniser, "ranker": fit_ranker, "use": fit_use}
"""In this order: the ranker learns from what the new recogniser finds."""


def main(words: list[str]) -> None:
    options = _options(words)
    if not find_spec("sklearn"):
        sys.exit('benchmarks.fitting needs scikit-learn: pip install -e ".[fit]"')
    corpora = read_corpora(options.corpora)
    if not fitted(corpora):
        sys.exit(f"No corpora to fit on in {options.corpora}: it needs *.jsonl, other than tudloc*.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(shipped("data"), data)
        if options.leave_one_out:
            leave_one_out(corpora, data, options.leave_one_out)
        else:
            refit(corpora, data, options.out)


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting", description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, metavar="FOLDER", help="labelled texts, *.jsonl")
    parser.add_argument("--out", type=Path, default=shipped("data") / "models", metavar="FOLDER", help="for the models")
    parser.add_argument("--leave-one-out", type=Path, metavar="ANSWERS", help="score each corpus by the others")
    return parser.parse_args(words)


def refit(corpora: list[Corpus], data: Path, out: Path) -> None:
    """Fit the models in the data folder `data`, and write them rounded to `out`."""
    fit_all([*fitted(corpora), own_articles()], data, MODELS)
    out.mkdir(parents=True, exist_ok=True)
    names = [*MODELS, "gate_name", "gate_place"]
    if find_spec("spacy"):
        fit_tagger([*fitted(corpora), own_articles()], data)
        names.append("entities")
    else:
        print("spaCy is not installed: entities.csv stays as it is")
    for name in names:
        round_table(data / "models" / f"{name}.csv", out / f"{name}.csv")
        print(out / f"{name}.csv")


def leave_one_out(corpora: list[Corpus], data: Path, answers: Path) -> None:
    """Print the figures of each corpus by models fitted on the others, and write the answers."""
    answers.mkdir(parents=True, exist_ok=True)
    print(HEAD)
    everything: list[tuple[list[Mark], list[Mark]]] = []
    for corpus in corpora:
        fit_all([*fitted(corpora, corpus.name), own_articles()], data)
        found, given = with_data(data, found_in, corpus), with_data(data, placed_in, corpus)
        _write(corpus, found, answers / f"{corpus.name}.jsonl")
        _write(corpus, given, answers / f"{corpus.name}.given.jsonl")
        print(figures(corpus, found, given), flush=True)
        everything += zip((text.marks for text in corpus.texts), found, strict=True)
    bins = bins_of(*zip(*everything, strict=True))
    print(f"calibration error over all: {calibration_error(bins):.3f}")
    print(*(f"  {one.confidence:.2f} sure: {one.right:.2f} right of {one.answers:,}" for one in bins), sep="\n")
    plot = reliability_svg(bins, "Texts that the models did not see")
    (answers / "reliability.svg").write_text(plot, encoding="utf-8")
    print(f"use, by text, five-fold: {with_data(data, cross_validated, fitted(corpora)):.3f}")


def fit_all(corpora: list[Corpus], data: Path, names: Iterable[str] = ("recogniser", "ranker")) -> None:
    """Fit the gate in `data`, out of fold, then the models named, on all of the corpora."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        found = threads.map(lambda fold: _judged_apart(*fold, data), folds(corpora))
        fit_gate([one for some in found for one in some], corpora, data / "models")
    for name in names:
        with_data(data, MODELS[name], corpora, data / "models" / f"{name}.csv")


def fit_tagger(corpora: list[Corpus], data: Path) -> None:
    """Fit in `data` how a tagger's labels count beside the score of a recogniser that did not see the text."""
    examples = []
    for seen, unseen in folds(corpora):
        with tempfile.TemporaryDirectory() as folder:
            own = Path(folder) / "data"
            shutil.copytree(data, own)
            with_data(own, fit_recogniser, seen, own / "models" / "recogniser.csv")
            examples += with_data(own, tagged, unseen)
    fit_entities(examples, corpora, data / "models" / "entities.csv")


def _judged_apart(seen: list[Corpus], unseen: list[Corpus], data: Path) -> list[Judged]:
    """What a recogniser and a ranker fitted on some texts find in others; `data` stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "data"
        shutil.copytree(data, own)
        for name in ("recogniser", "ranker"):
            with_data(own, MODELS[name], seen, own / "models" / f"{name}.csv")
        return with_data(own, judged, unseen) + with_data(own, own_judged)


def _write(corpus: Corpus, answers: list[list[Mark]], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for text, marks in zip(corpus.texts, answers, strict=True):
            file.write(json.dumps({"id": text.id, "toponyms": [mark._asdict() for mark in marks]}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
