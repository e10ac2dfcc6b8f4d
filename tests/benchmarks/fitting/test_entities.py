"""The fit of a tagger's labels on a handful of spans; the tagger itself is not needed."""

import csv

import pytest

from benchmarks.accuracy.corpora import Convention, Corpus
from benchmarks.fitting import entities
from benchmarks.fitting.linear import Example
from dashboard.evaluation.labels import Labelled, Mark
from dashboard.toponyms.entities import Entity

TEXT = "Pilgrims walked from Najaf to Karbala on Friday."
NAJAF, KARBALA = (21, 26), (30, 37)


def corpus_of(*marks):
    return Corpus("made", Convention("Made", weight=0.5), [Labelled("1", TEXT, list(marks))])


@pytest.fixture
def examples(monkeypatch):
    monkeypatch.setattr(entities, "entities_of", lambda text: [Entity(*NAJAF, "place"), Entity(*KARBALA, "person")])
    return entities.tagged([corpus_of(Mark(*NAJAF, 32.0, 44.3))])


def test_spans_are_weighed_with_the_label_they_have(examples):
    labelled = {name: one.yes for one in examples for name in one.features if name.startswith("same_")}
    assert labelled == {"same_place": True, "same_person": False}
    assert all({"bias", "score"} <= one.features.keys() for one in examples)


def test_an_example_counts_as_much_as_its_corpus(examples):
    assert {one.weight for one in examples} == {0.5}


def test_a_table_is_written_in_which_a_place_speaks_for_a_name(tmp_path):
    pytest.importorskip("sklearn", reason="the fit needs scikit-learn: pip install -e '.[fit]'")
    some = [Example({"bias": 1.0, "score": 1.0, "same_place": 1.0}, True) for _ in range(30)]
    some += [Example({"bias": 1.0, "score": -1.0, "same_person": 1.0}, False) for _ in range(30)]
    some += [Example({"bias": 1.0, "score": 0.5, "same_org": 1.0}, False) for _ in range(5)]
    table = tmp_path / "entities.csv"
    entities.fit_entities(some, [corpus_of()], table)
    lines = table.read_text(encoding="utf-8").splitlines()
    weights = {row["feature"]: float(row["weight"]) for row in csv.DictReader(x for x in lines if x[0] != "#")}
    assert weights.keys() == {"bias", "score", "same_place", "same_person"}
    assert min(weights["score"], weights["same_place"]) > 0 > weights["same_person"]
    assert "Made" in "".join(lines[:2])
