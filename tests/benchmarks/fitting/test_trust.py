"""The fit of trust on a handful of sentences."""

import csv
from datetime import date

import pytest

from benchmarks.fitting import trust
from benchmarks.fitting.sentences import LabelledEvent, LabelledPassage, LabelledScene, LabelledSentence

ATTACKS = [
    f"Rebels attacked the {what} in {where}." for what in ("army", "police") for where in ("Beni", "Goma", "Jos")
]
REVIEWS = [f"The actress killed the music in {where}." for where in ("Lyon", "Lille", "Leeds", "Rome")]
BACKGROUND = [
    f"The president visited {where} after rebels attacked the town." for where in ("Goma", "Beni", "Jos", "Uvira")
]


def labelled(kind, trigger):
    return LabelledEvent(kind, "reported", trigger, None, None, None)


def sentences():
    attack, visit = labelled("attacks_fighting", "attacked"), labelled("talks_visits", "visited")
    yield from (LabelledSentence(text, [attack]) for text in ATTACKS)
    yield from (LabelledSentence(text, [visit, attack]) for text in BACKGROUND)
    yield from (LabelledSentence(text, []) for text in REVIEWS)
    yield LabelledSentence("Rebels will attack the army in Beni.", [attack])


def passages():
    for text in ATTACKS:
        attack = LabelledScene("attacks_fighting", "attacked", ())
        yield LabelledPassage(f"{text} Soldiers fled.", date(2024, 9, 11), [attack])
    for text in REVIEWS:
        yield LabelledPassage(f"{text} The album is out.", date(2024, 9, 11), [])


@pytest.fixture
def fitted(tmp_path, monkeypatch):
    """By model the weights of its features."""
    pytest.importorskip("sklearn", reason="the fit needs scikit-learn: pip install -e '.[fit]'")
    monkeypatch.setattr(trust, "own_event_sentences", sentences)
    monkeypatch.setattr(trust, "own_event_passages", passages)
    monkeypatch.setattr(trust, "tuning_passages", passages)
    trust.fit_trust(tmp_path)
    return {path.stem: weights_of(path) for path in tmp_path.iterdir()}


def weights_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Log-odds")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(x for x in lines if not x.startswith("#"))}


def test_two_models_are_written_whose_signs_are_plausible(fitted):
    assert fitted.keys() == {"event", "event_main"}
    assert fitted["event"]["has armed"] > 0 > fitted["event"]["has art"]
    assert fitted["event_main"]["clause main"] > 0
    assert fitted["event_main"]["clause main"] > fitted["event_main"]["clause adjunct"]


def test_features_of_the_text_around_come_from_passages_alone(fitted):
    assert any(name.startswith("around") for name in fitted["event"])
    assert not any(name.startswith("around") for name in fitted["event_main"])


def test_features_met_seldom_are_left_out(fitted):
    assert "status reported" in fitted["event"]
    assert "status planned" not in fitted["event"]
