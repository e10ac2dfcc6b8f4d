from importlib.util import find_spec

import pytest

from dashboard.errors import TaggerMissing
from dashboard.toponyms import entities
from dashboard.toponyms.entities import MODELS, Entity, entities_of, entity_features, with_entities
from dashboard.toponyms.recognise import recognise

TAGGED = [Entity(10, 20, "place"), Entity(30, 50, "person")]
RELATIONS = [
    ((0, 5), "none"), ((10, 20), "same_place"), ((12, 18), "inside_place"), ((8, 20), "around_place"),
    ((20, 30), "none"), ((40, 50), "inside_person"), ((60, 70), "none"),
]  # fmt: skip


@pytest.mark.parametrize(("span", "relation"), RELATIONS)
def test_a_span_stands_to_the_entity_it_touches(span, relation):
    assert entity_features(0.5, *span, TAGGED) == {"bias": 1.0, "score": 0.5, relation: 1.0}


def test_a_place_speaks_more_for_a_name_than_a_person_does():
    scores = [with_entities(0.0, 0, 5, [Entity(0, 5, label)]) for label in ("person", "place")]
    assert scores == sorted(scores)
    assert scores[0] < scores[1]


def test_a_label_is_evidence_not_a_veto(index):
    text = "Protesters marched in Baghdad and in Mosul."
    start = text.index("Baghdad")
    found = recognise(text, (), index, entities=[Entity(start, start + 7, "person")])
    assert [toponym.text for toponym in found] == ["Baghdad", "Mosul"]


def test_without_spacy_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(entities, "find_spec", lambda name: None)
    entities._tagger.cache_clear()
    with pytest.raises(TaggerMissing, match="gazette\\[ner\\]"):
        entities_of("Baghdad")


@pytest.mark.skipif(
    not (find_spec("spacy") and any(map(find_spec, MODELS))), reason="spaCy or its model is not installed"
)
def test_spacy_tags_a_text_with_its_offsets():
    text = "Angela Merkel flew to Baghdad."
    entities._tagger.cache_clear()
    assert Entity(text.index("Baghdad"), text.index("Baghdad") + 7, "place") in entities_of(text)
