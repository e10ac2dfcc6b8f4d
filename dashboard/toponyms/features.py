"""Named features of a candidate span: what speaks for and against its being a place name here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.learning.linear import load_words
from dashboard.toponyms.document import BREAK, HYPHENS, QUOTES, Document
from dashboard.toponyms.spans import Name
from dashboard.toponyms.words import AFTER, BEFORE, COMMON_WORDS, KIND_NOUNS, OF_HEADS, ORG_HEADS

_NAME_ENDS = KIND_NOUNS | {word for word, name in AFTER.items() if name == "site"}
_LARGE_KINDS = frozenset({"country", "territory", "admin1", "continent", "region"})
# Places of one name that are looked at; the most populous come first.
_SENSES = 30
# People; a name whose largest place has fewer is a small place, known from its surroundings or not at all.
_SMALL_POPULATION = 15_000
_SHORT_CAPITALS = 3
_FEW = 4  # admin1 units of a name that still says where a text is set
_COUNTED = 3  # extra capitalised words, senses and repeats are counted up to this


class Facts(NamedTuple):
    """What the gazetteer says of a name, whatever the text: features, and the countries and admin1 units of its places."""

    features: tuple[str, ...]
    kind: str
    small: bool
    rows: frozenset[int]
    countries: frozenset[str]
    admin1s: frozenset[int]


@dataclass(slots=True)
class Evidence:
    """What the whole text shows. counts, placed: how often a name occurs, and occurs after "in" or before ", Maine".

    inside: words of longer names. countries, admin1s: those that the text names outright. kin: how many names have a place
    in an admin1 unit, names with places all over the world left out.
    """

    counts: Counter[int]
    placed: Counter[int]
    inside: frozenset[str]
    countries: frozenset[str]
    admin1s: frozenset[int]
    kin: Counter[int]


def facts_of(index: Index, key: int, *, exact: bool = False) -> Facts:
    """The facts of the gazetteer name `key`."""
    senses = tuple(islice(index.senses(key), _SENSES))
    top = senses[0]
    kind, people = index.kind(top.row), index.population[top.row]
    features = [
        f"kind_{kind}",
        f"name_{'abbreviation' if exact else top.kind}",
        f"people_{len(str(people)) if people else 0}",
        f"senses_{min(len(senses), _COUNTED + 1) if len(senses) < 10 else 10}",
    ]
    if top.default:
        features.append("default_sense")
    code = index.feature_code(top.row)
    if code in {"PPLC", "PPLA"}:
        features.append("capital_city")
    rows = frozenset(sense.row for sense in senses)
    return Facts(
        tuple(features),
        "demonym" if top.kind == "demonym" else kind,
        people < _SMALL_POPULATION and kind not in _LARGE_KINDS,
        rows,
        frozenset(country for row in rows if (country := index.country(row))),
        frozenset(row for row in map(index.admin1, rows) if row >= 0),
    )


def evidence_of(document: Document, names: Sequence[Name], facts: dict[int, Facts], index: Index) -> Evidence:
    """The evidence of a whole text; linear in its candidate names."""
    counts, placed = Counter[int](), Counter[int]()
    inside: set[str] = set()
    countries: set[str] = set()
    admin1s: set[int] = set()
    parents = _parents(document, names, facts)
    covered = 0
    for name in names:
        counts[name.key] += 1
        parent = parents.get(name.last)
        if (
            before(document, name.first) in {"in", "near", "where"}
            or parent is not None
            and _holds(facts[name.key], facts[parent], index)
        ):
            placed[name.key] += 1
        if name.last - name.first > 1:
            inside.update(document.words[name.first : name.last])
            covered = max(covered, name.last)
        elif name.first < covered:
            continue
        _add_area(facts[name.key], index, countries, admin1s)
    kin = Counter(admin1 for key in counts if len(facts[key].admin1s) <= _FEW for admin1 in facts[key].admin1s)
    return Evidence(counts, placed, frozenset(inside), frozenset(countries), frozenset(admin1s), kin)


def _add_area(facts: Facts, index: Index, countries: set[str], admin1s: set[int]) -> None:
    if facts.kind == "admin1":
        admin1s |= {row for row in facts.rows if index.kind(row) == "admin1"}
    elif facts.kind in {"country", "demonym", "territory"} and len(facts.countries) == 1:
        countries |= facts.countries


def _parents(document: Document, names: Sequence[Name], facts: dict[int, Facts]) -> dict[int, int]:
    """Key of the state or country that a comma puts behind a name, by the token the name ends at: "Bangor, Maine"."""
    return {
        name.first - 1: name.key
        for name in names
        if name.first and document.lower[name.first - 1] in {",", "("} and facts[name.key].kind in _LARGE_KINDS
    }


def _holds(facts: Facts, parent: Facts, index: Index) -> bool:
    if facts.admin1s & parent.rows:
        return True
    return (
        bool(facts.countries & {index.country(row) for row in parent.rows if index.kind(row) == "country"})
        and facts is not parent
    )


def before(document: Document, first: int) -> str:
    """The class of what stands before token `first`: a class of BEFORE, "start", a mark's, or that of a capitalised word."""
    if not first or not document.tokens[first - 1].text:
        return "start"
    previous = first - 1
    lower = document.lower[previous]
    if lower in BEFORE and (BEFORE[lower] != "kind" or not document.capital[previous]):
        return BEFORE[lower]
    if document.capital[previous]:
        return _capital_class(document, previous)
    if document.words[previous] == BREAK:
        return _mark_class(document.tokens[previous].text)
    if document.words[previous] == "":
        return "hyphen"
    return "digit" if lower[0].isdigit() else "word"


def _capital_class(document: Document, position: int) -> str:
    lower = document.lower[position]
    if lower in BEFORE:
        return "kind_capital"
    if lower in load_words("given_names"):
        return "given"
    if lower in load_words("surnames"):
        return "surname"
    if document.starts[position]:
        return "first_word"
    return "capital"


def _mark_class(mark: str) -> str:
    if mark in QUOTES:
        return "quote" if mark not in "([" else "bracket"
    return {",": "comma", ".": "start", ";": "comma", ":": "colon", "/": "slash"}.get(
        mark, "mark" if mark not in HYPHENS else "dash"
    )


def after(document: Document, last: int) -> str:
    """The class of what stands after the token before `last`: a class of AFTER, "end", a mark's, or that of a capitalised word."""
    lower = document.lower[last]
    known = AFTER.get(lower)
    if document.capital[last]:
        if known:
            return f"{known}_capital"
        return "surname" if lower in load_words("surnames") else "capital"
    if known:
        return known
    if document.words[last] == BREAK:
        return _mark_class(document.tokens[last].text) if lower != "." else "end"
    if document.words[last] == "":
        return "hyphen"
    return "digit" if lower[0].isdigit() else "word"


class Scene(NamedTuple):
    """Everything the features of a span look at."""

    document: Document
    facts: dict[int, Facts]
    evidence: Evidence
    gazetteer: Index
    parents: dict[int, int]
    longest: list[int]


def scene_of(document: Document, names: Sequence[Name], index: Index) -> Scene:
    """The scene of a text's candidate names."""
    facts: dict[int, Facts] = {}
    longest = [0] * (len(document.tokens) + 1)
    for name in names:
        if name.key not in facts:
            facts[name.key] = facts_of(index, name.key, exact=name.exact)
        size = name.last - name.first
        for position in range(name.first, name.last):
            longest[position] = max(longest[position], size)
    evidence = evidence_of(document, names, facts, index)
    return Scene(document, facts, evidence, index, _parents(document, names, facts), longest)


def span_features(scene: Scene, name: Name) -> list[str]:
    """The names of the features that hold for a candidate span."""
    facts = scene.facts[name.key]
    left, right = before(scene.document, name.first), after(scene.document, name.last)
    features = ["bias", *facts.features, f"before_{left}", f"after_{right}"]
    if facts.small:
        features += [f"small_before_{left}", f"small_after_{right}"]
    features += _shape(scene, name)
    features += _surroundings(scene, name)
    features += _persons(scene.document, name)
    features += _document_features(scene, name, facts)
    return features


def _shape(scene: Scene, name: Name) -> list[str]:
    document = scene.document
    size = name.last - name.first
    surface = document.text[document.tokens[name.first].start : document.tokens[name.last - 1].end]
    features = [f"tokens_{min(size, _COUNTED)}"]
    if surface.isupper():
        features.append("capitals_short" if len(surface) <= _SHORT_CAPITALS else "capitals")
    if document.headline[name.first]:
        features.append("headline")
    if document.starts[name.first]:
        features.append("sentence_start")
    if size == 1 and document.lower[name.first] in document.common:
        features.append("lower_elsewhere")
    elif size == 1 and document.lower[name.first] in COMMON_WORDS:
        features.append(f"common_{COMMON_WORDS[document.lower[name.first]]}")
    if not document.capital[name.last - 1]:
        features.append("ends_lower")
    elif size > 1 and document.lower[name.last - 1] in _NAME_ENDS:
        features.append("ends_with_kind")
    if max(scene.longest[name.first : name.last]) > size:
        features.append("inside_longer")
    if scene.gazetteer.not_place(" ".join(filter(None, document.words[name.first : name.last]))):
        features.append("not_place")
    return features


def _surroundings(scene: Scene, name: Name) -> list[str]:
    document = scene.document
    features = []
    left, right = _capitals_before(document, name.first), _capitals_after(document, name.last)
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
            "comma_parent" if _holds(scene.facts[name.key], scene.facts[parent], scene.gazetteer) else "comma_area"
        )
    return features


def _capitals_before(document: Document, first: int) -> int:
    count = 0
    while count < _COUNTED and first - count - 1 >= 0 and document.capital[first - count - 1]:
        count += 1
    return count


def _capitals_after(document: Document, last: int) -> int:
    count = 0
    while count < _COUNTED and document.capital[last + count]:
        count += 1
    return count


def _persons(document: Document, name: Name) -> list[str]:
    features = []
    single = name.last - name.first == 1
    if document.person[name.first]:
        features.append("in_person_name")
    elif single and document.words[name.first] in document.surnames:
        features.append("surname_elsewhere")
    if single:
        if document.lower[name.first] in load_words("given_names"):
            features.append("given_name")
            if document.capital[name.last] and document.lower[name.last] not in AFTER:
                features.append("given_name_and_capital")
        if document.lower[name.first] in load_words("surnames"):
            features.append("surname")
    return features


def _document_features(scene: Scene, name: Name, facts: Facts) -> list[str]:
    evidence = scene.evidence
    features = [f"repeats_{min(evidence.counts[name.key], _COUNTED)}"]
    if evidence.placed[name.key]:
        features.append("placed_elsewhere")
    if name.last - name.first == 1 and scene.document.words[name.first] in evidence.inside:
        features.append("in_longer_name")
    if facts.kind not in _LARGE_KINDS and facts.kind != "demonym":
        if facts.admin1s & evidence.admin1s:
            features.append("in_named_admin1")
        elif facts.countries & evidence.countries:
            features.append("in_named_country")
        else:
            features.append("in_no_named_area")
        own = int(len(facts.admin1s) <= _FEW)
        kin = max((evidence.kin[admin1] for admin1 in facts.admin1s), default=own) - own
        features.append(f"kin_{min(kin, _COUNTED)}")
    return features
