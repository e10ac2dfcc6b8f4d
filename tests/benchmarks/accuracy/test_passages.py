"""The project's own passages, which no model learned from: held to the floors where no corpus is at hand."""

import re
import tomllib
from pathlib import Path

import pytest

from benchmarks.accuracy.corpora import read_corpus
from dashboard.evaluation.report import evaluate

ROOT = Path(__file__).resolve().parents[3]
PASSAGES = ROOT / "tests" / "data" / "passages.txt"
FLOORS = tomllib.loads((ROOT / "benchmarks" / "accuracy" / "floors.toml").read_text(encoding="utf-8"))["passages"]
ARTICLES = ROOT / "benchmarks" / "fitting" / "articles"


@pytest.fixture(scope="module")
def figures():
    report = evaluate(read_corpus(PASSAGES).texts, draws=0)
    return {figure.name: figure.value for figure in report.figures}


@pytest.mark.parametrize("name", FLOORS)
def test_a_figure_is_not_under_its_floor(name, figures):
    assert figures[name] >= FLOORS[name]


def test_every_figure_has_a_floor(figures):
    assert figures.keys() == FLOORS.keys()


def test_no_passage_has_a_sentence_that_a_model_learns_from():
    learned = {sentence for path in ARTICLES.glob("*.txt") for sentence in sentences(path)}
    assert learned
    assert not learned & set(sentences(PASSAGES))


def sentences(path):
    text = re.sub(r"\[\[([^|\]]+)\|[^\]]*\]\]", r"\1", path.read_text(encoding="utf-8"))
    return [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s.split()) > 5 and not s.startswith("===")]


def test_a_fifth_of_the_passages_names_no_place():
    texts = read_corpus(PASSAGES).texts
    assert len(texts) >= 120
    assert sum(not text.marks for text in texts) >= 20
