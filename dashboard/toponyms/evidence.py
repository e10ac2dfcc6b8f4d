"""What the gazetteer says of the names of a text, and what the whole text shows about them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.toponyms.document import Document
from dashboard.toponyms.neighbours import before
from dashboard.toponyms.spans import Name

LARGE_KINDS = frozenset({"country", "territory", "admin1", "continent", "region"})
"""Kinds of place that hold others."""
_REMEMBERED = 20_000  # names whose facts are kept from one text to the next
# Places of one name that are looked at; the most populous come first.
_SENSES = 30
# People. A smaller place is known from its surroundings or not at all.
_SMALL_POPULATION = 15_000
_STATES = frozenset({"country", "territory", "admin1", "continent"})
_FEW = 4  # admin1 units of a name that still says where a text is set
_SENSE_CLASSES = (1, 2, 4, 10)  # places of one name; the last class at or below counts


class Facts(NamedTuple):
    """What the gazetteer says of a name, whatever the text: features, and where its places are.

    size: of its first place, "state", "capital" of a country, "city" or "small". kind: of that place, or "demonym".
    """

    features: tuple[str, ...]
    kind: str
    size: str
    rows: frozenset[int]
    countries: frozenset[str]
    admin1s: frozenset[int]

    @property
    def role(self) -> str:
        """What the name usually stands for: "demonym", "capital" of a country, else the kind of place."""
        return "capital" if self.size == "capital" and self.kind == "city" else self.kind

    @property
    def few(self) -> bool:
        """Whether its places are in so few admin1 units that it says where a text is set."""
        return len(self.admin1s) <= _FEW


@dataclass(slots=True)
class Evidence:
    """What the whole text shows. counts, placed: how often a name occurs, and after "in" or before ", Maine".

    inside: words of longer names. countries, admin1s: those that the text names outright. kin: how many
    names have a place in an admin1 unit, names found all over the world left out.
    """

    counts: Counter[int]
    placed: Counter[int]
    inside: frozenset[str]
    countries: frozenset[str]
    admin1s: frozenset[int]
    kin: Counter[int]


@lru_cache(maxsize=_REMEMBERED)
def facts_of(index: Index, key: int, exact: bool) -> Facts:
    """The facts of the gazetteer name `key`."""
    senses = index.senses(key)[:_SENSES]
    top = senses[0]
    kind, people = index.kind(top.row), index.population[top.row]
    features = [
        f"kind_{kind}",
        f"name_{'abbreviation' if exact else top.kind}",
        f"people_{len(str(people)) if people else 0}",
        f"senses_{_SENSE_CLASSES[bisect_right(_SENSE_CLASSES, len(senses)) - 1]}",
    ]
    code = index.feature_code(top.row)
    size = _size(kind, people, code)
    features.append(f"{size}_{features[1]}")
    if top.default:
        features.append("default_sense")
    if code in {"PPLC", "PPLA"}:
        features.append("capital_city")
    rows = frozenset(sense.row for sense in senses)
    return Facts(
        tuple(features),
        "demonym" if top.kind == "demonym" else kind,
        size,
        rows,
        frozenset(country for row in rows if (country := index.country(row))),
        frozenset(row for row in map(index.admin1, rows) if row >= 0),
    )


@cache
def facts_of_loose(why: str) -> Facts:
    """What is known of a name that the gazetteer does not have: why it looks like a place's."""
    return Facts((f"loose_{why}",), "loose", "loose", frozenset(), frozenset(), frozenset())


def _size(kind: str, people: int, code: str | None) -> str:
    if kind in _STATES:
        return "state"
    if code == "PPLC":
        return "capital"
    return "city" if people >= _SMALL_POPULATION else "small"


def evidence_of(document: Document, names: Sequence[Name], facts: dict[int, Facts], index: Index) -> Evidence:
    """The evidence of a whole text; linear in its candidate names."""
    counts, placed = Counter[int](), Counter[int]()
    inside: set[str] = set()
    countries: set[str] = set()
    admin1s: set[int] = set()
    parents = areas_beside(document, names, facts)
    covered = 0
    for name in names:
        if name.loose:
            continue
        counts[name.key] += 1
        parent = parents.get(name.last)
        if before(document, name.first) in {"in", "near", "where"} or (
            parent is not None and holds(facts[name.key], facts[parent], index)
        ):
            placed[name.key] += 1
        if name.last - name.first > 1:
            inside.update(document.words[name.first : name.last])
            covered = max(covered, name.last)
        elif name.first < covered:
            continue
        _add_area(facts[name.key], index, countries, admin1s)
    kin = Counter(admin1 for key in counts if facts[key].few for admin1 in facts[key].admin1s)
    return Evidence(counts, placed, frozenset(inside), frozenset(countries), frozenset(admin1s), kin)


def _add_area(facts: Facts, index: Index, countries: set[str], admin1s: set[int]) -> None:
    if facts.kind == "admin1":
        admin1s |= {row for row in facts.rows if index.kind(row) == "admin1"}
    elif facts.kind in {"country", "demonym", "territory"}:
        # A hamlet called Turkey does not keep the name from meaning the country; a town called Peru might.
        noted = {index.country(row) for row in facts.rows if index.population[row]}
        named = {code for code in noted or facts.countries if code}
        if len(named) == 1:
            countries |= named


def areas_beside(document: Document, names: Sequence[Name], facts: dict[int, Facts]) -> dict[int, int]:
    """Key of the state or country that a comma puts behind a name, by the token the name ends at: "Bangor, Maine"."""
    return {
        name.first - 1: name.key
        for name in names
        if not name.loose
        and name.first
        and document.lower[name.first - 1] in {",", "("}
        and facts[name.key].kind in LARGE_KINDS
    }


def holds(facts: Facts, parent: Facts, index: Index) -> bool:
    """Whether a place of the one name lies in a state or country of the other."""
    if facts.admin1s & parent.rows:
        return True
    return (
        bool(facts.countries & {index.country(row) for row in parent.rows if index.kind(row) == "country"})
        and facts is not parent
    )
