"""Where a name is that the gazetteer does not have: in or near a place that the text names with it.

"Coffman Park" in a story about Dublin, Ohio, is in or near Dublin: a reader takes it so, and within a few kilometres
it is. A place whose name is inside the longer one ("Aleppo University") is an anchor like the others.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from dashboard.records import Toponym
from dashboard.resolution.features import Option
from dashboard.resolution.names import AREA_GAP, NameGroup, Page
from dashboard.resolution.places import COUNTRY_KINDS, Features, Known

MAX_ANCHORS = 12
"""Places of the text that a name is tried with because they are mentioned most."""
_NEAREST = 4  # names before, and names after, a mention
_SCALE = 8.0  # natural logarithm of characters; the scale of distances in a text
_GAP = 40  # characters; the longest gap before the area a name is put into
_KINDS = frozenset({"city", "admin1", "admin2", "region"})


class Placed(NamedTuple):
    """The mentions of a text whose places are known, in their order, and how often each place is named.

    places: by mention; named: the places by row, those named most first.
    """

    mentions: list[int]
    places: list[Known]
    counts: Counter[int]
    named: dict[int, Known]
    most: int


def is_loose(group: NameGroup) -> bool:
    """Whether the gazetteer does not have a name as it stands, at best a name inside it."""
    return group.key is None or not group.exact


def placed_mentions(groups: Sequence[NameGroup], guesses: Sequence[Known | None]) -> Placed:
    """The mentions of the names that the gazetteer has. Linear in the mentions."""
    found = sorted(
        (mention, guess)
        for group, guess in zip(groups, guesses, strict=True)
        if guess is not None and not is_loose(group)
        for mention in group.mentions
    )
    counts = Counter(place.row for _, place in found)
    by_row = {place.row: place for _, place in found}
    named = {row: by_row[row] for row, _ in counts.most_common()}
    most = max((counts[row] for row, place in named.items() if place.is_point), default=0)
    return Placed([mention for mention, _ in found], [place for _, place in found], counts, named, most)


def anchors_of(page: Page, group: NameGroup, inside: Known | None, placed: Placed) -> list[Option]:
    """The places a name may be in or near, each once. inside: what a name inside the longer one means."""
    found: dict[int, tuple[Known, Features]] = {}
    if inside is not None:
        found[inside.row] = inside, {"anchor_inside": 1.0, f"anchor_inside_{_kind(inside)}": 1.0}
    for place, features in _around(page, group.mentions[0], placed):
        found.setdefault(place.row, (place, {}))[1].update(features)
    for row in islice(placed.named, MAX_ANCHORS):
        found.setdefault(row, (placed.named[row], {}))
    return [Option(place, features | _standing(place, placed)) for place, features in found.values()]


def _standing(place: Known, placed: Placed) -> Features:
    """What kind of place an anchor is, and how much of the text is about it."""
    count = placed.counts[place.row]
    features: Features = {f"anchor_{_kind(place)}": 1.0, "anchor_share": count / max(len(placed.mentions), 1)}
    if place.is_point and count == placed.most:
        features["anchor_most_named"] = 1.0
    if placed.places and placed.places[0].row == place.row:
        features["anchor_first"] = 1.0
    return features


def _kind(place: Known) -> str:
    if place.kind in COUNTRY_KINDS or place.kind == "continent":
        return "country"
    return place.kind if place.kind in _KINDS else "other"


def _around(page: Page, mention: int, placed: Placed) -> Iterator[tuple[Known, Features]]:
    """The places named around a mention, the farther first, with what their being there says."""
    at = bisect_left(placed.mentions, mention)
    here = page.toponyms[mention]
    last = min(len(placed.mentions), at + _NEAREST) - 1
    sides = {"before": range(max(0, at - _NEAREST), at), "after": range(last, at - 1, -1)}
    for side, others in sides.items():
        for other in others:
            there = page.toponyms[placed.mentions[other]]
            features: Features = {f"anchor_{side}_distance": _apart(here, there)}
            if other == others[-1]:
                features[f"anchor_{side}"] = 1.0
                if side == "after" and AREA_GAP.fullmatch(page.text[here.end : there.start][:_GAP]):
                    features["anchor_comma"] = 1.0
            if page.parts[placed.mentions[other]] == page.parts[mention]:
                features[f"anchor_{side}_same_part"] = 1.0
            yield placed.places[other], features


def _apart(here: Toponym, there: Toponym) -> float:
    return math.log(1 + max(there.start - here.end, here.start - there.end, 0)) / _SCALE
