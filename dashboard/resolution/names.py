"""The distinct names of a text with what stands beside them: each is resolved once."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.gazetteer.names import normal_name
from dashboard.learning.linear import load_classes
from dashboard.records import Toponym

# Characters between a name and the next one in "Bangor, Maine", "Bangor (Maine)", "Portland Oregon", "a town in Maine".
_AREA_GAP = re.compile(r",\s+|\s*\(|,?\s+in\s+(?:the\s+)?|\s+")
_STRONG_GAP = re.compile(r",\s+|\s*\(")
_OWNER_GAP = re.compile(r"['’]s\s+(?:[a-z-]+\s+(?:of\s+)?){0,2}")
_LARGE_KINDS = frozenset({"country", "territory", "admin1"})
# Readings of a name in which an area is looked for; countries and states come first.
_AREA_SENSES = 5
# Characters looked at before and after a name for words such as "city of" and "province".
_WINDOW = 24
_KIND_BEFORE = re.compile(r"\b(\w+)\s+of\s+(?:the\s+)?$|\b(\w+)\s+$")
_KIND_AFTER = re.compile(r"\s+(\w+)")
KIND_WORDS = load_classes("kind_words")
"""Kind of place that a word beside a name speaks of."""


Keys = dict[str, tuple[int | None, bool]]
"""By surface: the gazetteer key, and whether the whole surface has one."""


class Area(NamedTuple):
    """An area named beside a toponym: its key, the words that say so, and whether a comma or bracket makes it sure."""

    key: int
    quote: str
    strong: bool


@dataclass(slots=True)
class NameGroup:
    """Mentions of one name that are one place. key None: no gazetteer name; exact: the whole surface is one.

    mentions: positions in the sequence of toponyms. area: what the text puts it into. cues: kinds of place that words
    beside it speak of, each with those words. score: the recogniser's best.
    """

    key: int | None
    surface: str
    area: Area | None = None
    mentions: list[int] = field(default_factory=list)
    cues: dict[str, str] = field(default_factory=dict)
    score: float = 0.0
    exact: bool = True


def key_of(surface: str, index: Index) -> tuple[int | None, bool]:
    """The gazetteer key of a name and whether the whole of it is known; else the key of the longest known name inside it."""
    exact = index.exact(surface)
    if exact is not None:
        return exact, True
    whole = index.find(surface)
    if whole is not None:
        return whole, True
    words = normal_name(surface).split()
    spans = [(first, end, key) for first in range(len(words)) for end, key in index.matches(words, first)]
    if not spans:
        return None, False
    return max(spans, key=lambda span: (span[1] - span[0], -span[0]))[2], False


def group_names(text: str, toponyms: Sequence[Toponym], index: Index) -> list[NameGroup]:
    """The distinct names of a text, in the order of their first mention. Linear in the number of toponyms."""
    keys = {surface: key_of(surface, index) for surface in {toponym.text for toponym in toponyms}}
    beside = [_area_beside(text, toponyms, position, keys, index) for position in range(len(toponyms))]
    main = _main_areas(toponyms, beside, keys)
    groups: dict[tuple[int | str, int | None], NameGroup] = {}
    for position, toponym in enumerate(toponyms):
        key, exact = keys[toponym.text]
        area = beside[position]
        if area is None or not area.strong:
            area = main.get(toponym.text, area)
        identity = (toponym.text if key is None else key, area.key if area is not None and area.strong else None)
        group = groups.setdefault(identity, NameGroup(key, toponym.text, exact=exact))
        group.mentions.append(position)
        group.score = max(group.score, toponym.score)
        group.area = group.area or area
        group.cues.update(_kind_cues(text, toponym))
    return list(groups.values())


def _main_areas(toponyms: Sequence[Toponym], beside: Sequence[Area | None], keys: Keys) -> dict[str, Area]:
    """For each surface that a comma puts into an area anywhere, the area it is put into most often."""
    counts: dict[int | None, Counter[Area]] = defaultdict(Counter)
    for toponym, area in zip(toponyms, beside, strict=True):
        if area is not None and area.strong:
            counts[keys[toponym.text][0]][area] += 1
    return {surface: counts[key].most_common(1)[0][0] for surface, (key, _) in keys.items() if key in counts}


def contains(index: Index, area: int, row: int) -> bool:
    """Whether the place `row` lies in the country or admin1 unit `area`, by their codes."""
    if area == row:
        return False
    if index.kind(area) in {"country", "territory"}:
        return index.country(row) is not None and index.country(area) == index.country(row)
    return index.admin1(row) == area


def _area_beside(text: str, toponyms: Sequence[Toponym], position: int, keys: Keys, index: Index) -> Area | None:
    """The area named right after or before a toponym that holds a place of its name; None where there is none."""
    toponym = toponyms[position]
    key = keys[toponym.text][0]
    for other, gaps in ((position + 1, _AREA_GAP), (position - 1, _OWNER_GAP)):
        if key is None or not 0 <= other < len(toponyms):
            continue
        area = keys[toponyms[other].text][0]
        start, end = sorted((toponym, toponyms[other]), key=lambda one: one.start)
        gap = text[start.end : end.start] if end.start - start.end <= _WINDOW else ""
        if area is not None and gaps.fullmatch(gap) and _holds_one(index, area, key):
            return Area(area, " ".join(text[start.start : end.end].split()), _STRONG_GAP.fullmatch(gap) is not None)
    return None


def areas_of(index: Index, key: int) -> list[int]:
    """The rows of the large places that a name may mean: countries, states, regions."""
    return [sense.row for sense in index.senses(key)[:_AREA_SENSES] if index.kind(sense.row) in _LARGE_KINDS]


def _holds_one(index: Index, area_key: int, key: int) -> bool:
    areas = areas_of(index, area_key)
    return bool(areas) and any(contains(index, area, sense.row) for sense in index.senses(key) for area in areas)


def _kind_cues(text: str, toponym: Toponym) -> dict[str, str]:
    cues = {}
    left = text[max(0, toponym.start - _WINDOW) : toponym.start]
    match = _KIND_BEFORE.search(left)
    if match:
        word = next(filter(None, match.groups()))
        if word.lower() in KIND_WORDS:
            cues[KIND_WORDS[word.lower()]] = match.group().strip() + " " + toponym.text
    match = _KIND_AFTER.match(text, toponym.end)
    if match and match.group(1).lower() in KIND_WORDS:
        cues[KIND_WORDS[match.group(1).lower()]] = toponym.text + match.group()
    return cues
