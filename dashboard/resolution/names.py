"""The distinct names of a text with what stands beside them: each is resolved once."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.gazetteer.names import normal_name
from dashboard.learning.linear import load_classes
from dashboard.records import Segment, Toponym
from dashboard.resolution.places import COUNTRY_KINDS

# Characters between a name and the next one in "Bangor, Maine", "Bangor (Maine)", "Portland Oregon", "a town in Maine".
AREA_GAP = re.compile(r",\s+|\s*\(|,?\s+in\s+(?:the\s+)?|\s+")
_STRONG_GAP = re.compile(r",\s+|\s*\(")
_OWNER_GAP = re.compile(r"['’]s\s+(?:[a-z-]+\s+(?:of\s+)?){0,2}")
_LARGE_KINDS = COUNTRY_KINDS | {"admin1"}
# Readings of a name in which an area is looked for; countries and states come first.
_AREA_SENSES = 5
# Characters looked at before and after a name for words such as "city of" and "province".
_WINDOW = 24
_KIND_BEFORE = re.compile(r"\b(\w+)\s+of\s+(?:the\s+)?$|\b(\w+)\s+$")
_KIND_AFTER = re.compile(r"\s+(\w+)")
KIND_WORDS = load_classes("kind_words")
"""Kind of place that a word beside a name speaks of."""
_ENDS_KIND_BEFORE = ("of", "the", *KIND_WORDS)


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


class Page(NamedTuple):
    """A text with its toponyms. parts: the segment of each. keys: by surface its key, and whether all of it has one."""

    text: str
    toponyms: Sequence[Toponym]
    parts: list[int]
    keys: dict[str, tuple[int | None, bool]]
    gazetteer: Index

    def key(self, position: int) -> int | None:
        """The key of the toponym at `position`."""
        return self.keys[self.toponyms[position].text][0]


def page_of(text: str, segments: Sequence[Segment], toponyms: Sequence[Toponym], index: Index) -> Page:
    """The page of a text; without segments the whole text is one."""
    starts = [segment.start for segment in segments]
    parts = [bisect_right(starts, toponym.start) for toponym in toponyms]
    return Page(
        text, toponyms, parts, {surface: key_of(surface, index) for surface in {t.text for t in toponyms}}, index
    )


def key_of(surface: str, index: Index) -> tuple[int | None, bool]:
    """The gazetteer key of a name and whether it is of the whole; else the key of the longest known name inside it."""
    exact = index.exact(surface)
    whole = index.find(surface) if exact is None else exact
    if whole is not None:
        return whole, True
    words = normal_name(surface).split()
    scan = index.scan(words)
    spans = [(end - first, -first, key) for first in range(len(words)) for end, key in scan.at(first)]
    return (max(spans)[2], False) if spans else (None, False)


def group_names(page: Page) -> list[NameGroup]:
    """The distinct names of a text, in the order of their first mention. Linear in the number of toponyms."""
    beside = [_area_beside(page, position) for position in range(len(page.toponyms))]
    main = _main_areas(page, beside)
    groups: dict[tuple[int | str, int | None], NameGroup] = {}
    for position, toponym in enumerate(page.toponyms):
        key, exact = page.keys[toponym.text]
        area = beside[position]
        if area is None or not area.strong:
            area = main.get(key, area)
        identity = (toponym.text if key is None else key, area.key if area is not None and area.strong else None)
        group = groups.setdefault(identity, NameGroup(key, toponym.text, exact=exact))
        group.mentions.append(position)
        group.score = max(group.score, toponym.score)
        group.area = group.area or area
        group.cues.update(_kind_cues(page.text, toponym))
    return list(groups.values())


def _main_areas(page: Page, beside: Sequence[Area | None]) -> dict[int | None, Area]:
    """For each name the area it is put into: by a comma anywhere, else most often, else in the fewest words."""
    counts: dict[int | None, Counter[Area]] = defaultdict(Counter)
    for position, area in enumerate(beside):
        if area is not None:
            counts[page.key(position)][area] += 1
    return {
        key: max(areas, key=lambda area: (area.strong, areas[area], -len(area.quote))) for key, areas in counts.items()
    }


def contains(index: Index, area: int, row: int) -> bool:
    """Whether the place `row` lies in the country or admin1 unit `area`, by their codes."""
    if area == row:
        return False
    if index.kind(area) in COUNTRY_KINDS:
        return index.country(row) is not None and index.country(area) == index.country(row)
    return index.admin1(row) == area


def _area_beside(page: Page, position: int) -> Area | None:
    """The area named right after or before a toponym that holds a place of its name; None where there is none."""
    for first, last, gaps in ((position, position + 1, AREA_GAP), (position - 1, position, _OWNER_GAP)):
        if first < 0 or last >= len(page.toponyms) or page.parts[first] != page.parts[last]:
            continue
        start, end = page.toponyms[first], page.toponyms[last]
        gap = page.text[start.end : end.start]
        if len(gap) > _WINDOW or not gaps.fullmatch(gap):
            continue
        key, area = page.key(position), page.key(last if first == position else first)
        if key is None or area is None:
            continue
        if _holds_one(page.gazetteer, area, key):
            quote = " ".join(page.text[start.start : end.end].split())
            return Area(area, quote + ")" * quote.count("("), _STRONG_GAP.fullmatch(gap) is not None)
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
    match = _KIND_BEFORE.search(left) if left.rstrip().lower().endswith(_ENDS_KIND_BEFORE) else None
    if match:
        word = next(filter(None, match.groups()))
        if word.lower() in KIND_WORDS:
            cues[KIND_WORDS[word.lower()]] = match.group().strip() + " " + toponym.text
    match = _KIND_AFTER.match(text, toponym.end)
    if match and match.group(1).lower() in KIND_WORDS:
        cues[KIND_WORDS[match.group(1).lower()]] = toponym.text + match.group()
    return cues
