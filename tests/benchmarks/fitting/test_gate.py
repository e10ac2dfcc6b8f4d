import pytest

from benchmarks.accuracy.corpora import Convention, Corpus
from benchmarks.fitting.gate import fit_gate, folds, judged, own_judged
from dashboard.evaluation.labels import Labelled, Mark
from dashboard.learning.linear import load_weights

TEXT = "Pilgrims walked from Najaf to Karbala on Friday. Mr. Jordan stayed at home in the evening."


def corpus_of(*marks):
    return Corpus("made", Convention("Made", weight=0.5), [Labelled("1", TEXT, list(marks))])


def test_each_corpus_is_judged_once_by_models_that_did_not_see_it():
    corpora = [corpus_of()._replace(name=name) for name in ("one", "other", "third")]
    left_out = []
    for seen, apart in folds(corpora):
        assert [corpus for corpus in corpora if corpus in seen or corpus in apart] == corpora
        assert not {corpus.name for corpus in seen} & {corpus.name for corpus in apart}
        left_out += apart
    assert left_out == corpora


def test_the_models_for_a_lone_corpus_see_no_corpus():
    assert list(folds([corpus_of()])) == [([], [corpus_of()])]


def test_a_mention_is_judged_by_its_label():
    najaf, karbala = TEXT.index("Najaf"), TEXT.index("Karbala")
    marks = [Mark(najaf, najaf + 5, 32.0, 44.3), Mark(karbala, karbala + 7, None, None)]
    found = {(one.name, one.place) for one in judged([corpus_of(*marks)]) if one.weight == 0.5}
    assert {(True, True), (True, None), (False, False)} >= found >= {(True, True), (True, None)}


def test_own_sentences_have_places_and_others():
    assert {one.name for one in own_judged()} == {True, False}


def test_two_models_are_written(tmp_path):
    pytest.importorskip("sklearn", reason="the fit needs scikit-learn: pip install -e '.[fit]'")
    found = judged([corpus_of(Mark(21, 26, 32.0, 44.3))]) * 12 + own_judged()
    fit_gate(found, [corpus_of()], tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"gate_name.csv", "gate_place.csv"}
    assert "Made" in (tmp_path / "gate_name.csv").read_text(encoding="utf-8")
    assert load_weights("gate_name")["score"] > 0
