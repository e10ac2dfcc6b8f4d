"""The fit of participants on a handful of sentences."""

import csv

import pytest

from benchmarks.fitting import participants
from benchmarks.fitting.sentences import LabelledEvent, LabelledSentence
from dashboard.events.participants import ROLES

BOTH = [("Rebels", "the army"), ("Soldiers", "a school"), ("Gunmen", "the police"), ("Militants", "a bus")]


def labelled(text, actor, recipient, trigger="attacked"):
    event = LabelledEvent("attacks_fighting", "reported", trigger, "ASSAULT", actor, recipient)
    return LabelledSentence(text, [event])


def sentences():
    for actor, recipient in BOTH * 2:
        yield labelled(f"{actor} attacked {recipient}.", actor, recipient)
        yield labelled(
            f"{recipient.capitalize()} was attacked by {actor.lower()}.", actor.lower(), recipient.capitalize()
        )
        yield labelled(f"{recipient.capitalize()} was attacked.", None, recipient.capitalize())


@pytest.fixture
def fitted(tmp_path, monkeypatch):
    """The weights by feature."""
    pytest.importorskip("scipy", reason="the fit needs scikit-learn: pip install -e '.[fit]'")
    monkeypatch.setattr(participants, "own_event_sentences", sentences)
    table = tmp_path / "participants.csv"
    participants.fit_participants(table)
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Log-odds")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(x for x in lines if not x.startswith("#"))}


def test_every_feature_belongs_to_a_role(fitted):
    assert {name.partition(" ")[0] for name in fitted} == set(ROLES)


SIGNS = [
    ("actor before_past", "actor after_past"),
    ("recipient after_past", "recipient before_past"),
    ("actor after_by", "actor before_passive"),
    ("recipient before_passive", "recipient after_passive"),
    ("actor none", "recipient none"),
]


@pytest.mark.parametrize(("more", "less"), SIGNS)
def test_a_place_of_the_role_weighs_more_than_one_of_the_other(more, less, fitted):
    assert fitted[more] > fitted[less]


LABELS = [
    ("Rebels attacked the army.", "Rebels", "the army", 2),
    ("Rebels attacked the army.", "Rebels", None, 2),
    ("Rebels attacked the army.", "Rebels", "a school in Jos", 1),
    ("It rained.", None, None, 0),
]


@pytest.mark.parametrize(("text", "actor", "recipient", "count"), LABELS)
def test_a_role_is_learned_where_an_option_is_the_labelled_phrase(text, actor, recipient, count):
    assert len(list(participants._choices(labelled(text, actor, recipient)))) == count


def test_the_labelled_trigger_counts_where_the_lexicon_has_none():
    sentence = labelled("Rebels zapped the army.", "Rebels", "the army", trigger="zapped")
    actor, recipient = participants._choices(sentence)
    assert "actor before_past" in actor.options[0]
    assert actor.right == frozenset({0})
    assert recipient.right == frozenset({1})


def test_nobody_counts_less_than_somebody():
    somebody, nobody = participants._choices(labelled("Rebels attacked the army.", "Rebels", None))
    assert somebody.weight > nobody.weight
    assert nobody.right == frozenset({len(nobody.options) - 1})
