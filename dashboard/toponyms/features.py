"""Named features of a candidate span: what speaks for and against its being a place name here."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.learning.linear import load_words
from dashboard.toponyms.document import Document
from dashboard.toponyms.evidence import (
    LARGE_KINDS,
    Evidence,
    Facts,
    areas_beside,
    evidence_of,
    facts_of,
    facts_of_loose,
    holds,
)
from dashboard.toponyms.neighbours import after, before, capitals_after, capitals_before
from dashboard.toponyms.spans import Name
from dashboard.toponyms.words import AFTER, COMMON_WORDS, KIND_NOUNS, OF_HEADS, ORG_HEADS, TITLES

_NAME_ENDS = KIND_NOUNS | {word for word, name in AFTER.items() if name == "site"}
_SHORT_TEXT = 60  # tokens; in so few nothing is repeated and no area is sure, so their absence says nothing
_SHORT_CAPITALS = 3  # letters; longer words in capitals are shouted, not abbreviated
_COUNTED = 3  # words of a name, repeats and kin are counted up to this


class Scene(NamedTuple):
    """Everything the features of a span look at.

    parents: key of the area named after a name, by the token the name ends at. longest: tokens of the longest name
    at each token. demonyms: tokens that are one.
    """

    document: Document
    facts: dict[int, Facts]
    evidence: Evidence
    gazetteer: Index
    parents: dict[int, int]
    longest: list[int]
    demonyms: set[int]

    def facts_for(self, name: Name) -> Facts:
        """What the gazetteer says of a candidate span."""
        return facts_of_loose(name.loose) if name.loose else self.facts[name.key]


def scene_of(document: Document, names: Sequence[Name], index: Index) -> Scene:
    """The scene of a text's candidate names."""
    facts: dict[int, Facts] = {}
    longest = [0] * (len(document.tokens) + 1)
    demonyms: set[int] = set()
    for name in names:
        if name.loose:
            continue
        if name.key not in facts:
            facts[name.key] = facts_of(index, name.key, name.exact)
        size = name.last - name.first
        if size == 1 and facts[name.key].kind == "demonym":
            demonyms.add(name.first)
        if not document.capital[name.last - 1] and name.first not in demonyms:
            continue
        for position in range(name.first, name.last):
            longest[position] = max(longest[position], size)
    evidence = evidence_of(document, names, facts, index)
    return Scene(document, facts, evidence, index, areas_beside(document, names, facts), longest, demonyms)


def span_features(scene: Scene, name: Name) -> list[str]:
    """The names of the features that hold for a candidate span; those of a loose one are weighed apart."""
    facts = scene.facts_for(name)
    left, right = before(scene.document, name.first), after(scene.document, name.last)
    features = ["bias", f"size_{facts.size}", *facts.features, f"before_{left}", f"after_{right}"]
    if facts.size != "city":
        features += [f"{facts.size}_before_{left}", f"{facts.size}_after_{right}"]
    features += _shape(scene, name)
    features += _surroundings(scene, name)
    if name.loose:
        features += _words_of(scene.document, name)
    doubts = _doubts(scene.document, name)
    for doubt in doubts:
        features += [doubt, f"{facts.size}_{doubt}"]
    features += [f"doubted_before_{left}", f"doubted_after_{right}"] if doubts else [f"{facts.size}_undoubted"]
    features += _document_features(scene, name, facts)
    return [f"loose {feature}" for feature in features] if name.loose else features


def _shape(scene: Scene, name: Name) -> list[str]:
    document = scene.document
    size = name.last - name.first
    surface = document.text[document.tokens[name.first].start : document.tokens[name.last - 1].end]
    features = [f"tokens_{min(size, _COUNTED)}"]
    if surface.isupper():
        features.append("capitals_short" if len(surface) <= _SHORT_CAPITALS else "capitals")
    if document.headline[name.first]:
        features.append("headline")
    if document.starts_sentence(name.first):
        features.append("sentence_start")
    if not document.capital[name.last - 1]:
        features += [] if _is_demonym_and_kind(scene, name) else ["ends_lower"]
    elif size > 1 and document.lower[name.last - 1] in _NAME_ENDS:
        features.append("ends_with_kind")
    if max(scene.longest[name.first : name.last]) > size:
        features.append("inside_longer")
    if scene.gazetteer.not_place(" ".join(filter(None, document.words[name.first : name.last]))):
        features.append("not_place")
    return features


def _is_demonym_and_kind(scene: Scene, name: Name) -> bool:
    """Whether the name is like "Kurdish region": a name by its demonym, though it ends without a capital."""
    return name.first in scene.demonyms and scene.document.lower[name.last - 1] in KIND_NOUNS


def _surroundings(scene: Scene, name: Name) -> list[str]:
    document = scene.document
    features = []
    left, right = capitals_before(document, name.first), capitals_after(document, name.last)
    if left:
        features.append(f"capitals_before_{left}")
    if right:
        features.append(f"capitals_after_{right}")
    if right and document.lower[name.last + right - 1] in ORG_HEADS:
        features.append("institution_after")
    if name.first > 1 and document.lower[name.first - 1] == "of":
        head = document.lower[name.first - 2]
        if head in KIND_NOUNS:
            features.append("kind_of")
        if head == ",":
            features.append("comma_of")
        if document.capital[name.first - 2]:
            features.append("institution_of" if head in OF_HEADS else "capital_of")
    parent = scene.parents.get(name.last)
    if parent is not None:
        features.append(
            "comma_parent" if holds(scene.facts_for(name), scene.facts[parent], scene.gazetteer) else "comma_area"
        )
    return features


def _words_of(document: Document, name: Name) -> list[str]:
    """Features of the words of a loose name: a person's, a title's, an institution's; and the word it ends with."""
    first, last = document.lower[name.first], document.lower[name.last - 1]
    features = [f"ends_{last}"]
    if first in load_words("given_names"):
        features.append("first_given")
    if last in load_words("surnames"):
        features.append("last_surname")
    if not TITLES.isdisjoint(document.lower[name.first : name.last]):
        features.append("title_inside")
    if any(document.person[name.first : name.last]):
        features.append("person_inside")
    if not ORG_HEADS.isdisjoint(document.lower[name.first : name.last]):
        features.append("org_inside")
    return features


def _doubts(document: Document, name: Name) -> list[str]:
    """Features of what else the words may be: a person's name, a common word."""
    features = []
    single = name.last - name.first == 1
    lower = document.lower[name.first]
    if single and lower in document.common:
        features.append("lower_elsewhere")
    elif single and lower in COMMON_WORDS:
        features.append(f"common_{COMMON_WORDS[lower]}")
    if document.person[name.first]:
        features.append("in_person_name")
    elif single and document.words[name.first] in document.surnames:
        features.append("surname_elsewhere")
    if single:
        if lower in load_words("given_names"):
            features.append("given_name")
            if document.capital[name.last] and document.lower[name.last] not in AFTER:
                features.append("given_name_and_capital")
        if lower in load_words("surnames"):
            features.append("surname")
    return features


def _document_features(scene: Scene, name: Name, facts: Facts) -> list[str]:
    evidence = scene.evidence
    if name.loose:
        return []
    if len(scene.document.tokens) < _SHORT_TEXT:
        return ["short_text"]
    features = [f"repeats_{min(evidence.counts[name.key], _COUNTED)}"]
    if evidence.placed[name.key]:
        features.append("placed_elsewhere")
    if name.last - name.first == 1 and scene.document.words[name.first] in evidence.inside:
        features.append("in_longer_name")
    if facts.kind not in LARGE_KINDS and facts.kind != "demonym":
        if not facts.admin1s.isdisjoint(evidence.admin1s):
            features.append("in_named_admin1")
        elif not facts.countries.isdisjoint(evidence.countries):
            features.append("in_named_country")
        else:
            features.append("in_no_named_area")
        own = int(facts.few)
        kin = max([evidence.kin[admin1] for admin1 in facts.admin1s], default=own) - own
        features.append(f"kin_{min(kin, _COUNTED)}")
    return features
