"""Which part of the world to show first: the article's focus, not its outliers."""

from collections.abc import Sequence
from itertools import product
from operator import itemgetter

Box = tuple[float, float, float, float]
"""South, west, north, east; degrees."""
Point = tuple[float, float, float]
"""lat, lon, degrees; weight."""

# Share of the mentions that may stay outside: chosen so that a passing mention of another continent does not
# shrink the scene of the story (looked at on the seed article and on world news).
OUTSIDE_SHARE = 0.12
# Leaving a place out must make the box at least this much smaller, or it stays in.
WORTH_LEAVING_OUT = 1.15
SMALLEST_SIDE = 1.5  # degrees; closer than about 150 km the basemap says nothing


def frame(points: Sequence[Point], home: Box | None = None) -> Box | None:
    """The box to open on, from (lat, lon, weight) of each place; None without points.

    Outliers are peeled off the edges while what is left weighs enough. home: the box of the area most spoken of,
    included whole.
    """
    kept = [point for point in points if point[2] > 0]
    if not kept:
        return home
    spare = OUTSIDE_SHARE * sum(weight for *_, weight in kept)
    while (tighter := _tighter(kept, spare, home)) is not None:
        spare -= sum(weight for *_, weight in kept) - sum(weight for *_, weight in tighter)
        kept = tighter
    return _padded(_union(_box(kept), home))


def _tighter(points: list[Point], spare: float, home: Box | None) -> list[Point] | None:
    """The points without those beyond one edge that shrink the box most for their weight; None where none is worth it.

    A whole group is left out at once: of two neighbours far away neither alone would shrink anything.
    """
    whole, best, best_rate = _perimeter(_union(_box(points), home)), None, 0.0
    for axis, outermost_last in product((0, 1), (False, True)):
        order = sorted(points, key=itemgetter(axis), reverse=outermost_last)
        left_out = 0.0
        for count, point in enumerate(order[:-1], 1):
            left_out += point[2]
            if left_out > spare:
                break
            gain = whole / _perimeter(_union(_box(order[count:]), home))
            if gain >= WORTH_LEAVING_OUT and (gain - 1) / left_out > best_rate:
                best, best_rate = order[count:], (gain - 1) / left_out
    return best


def _box(points: Sequence[Point]) -> Box:
    lats, lons = [lat for lat, *_ in points], [lon for _, lon, _ in points]
    return min(lats), min(lons), max(lats), max(lons)


def _perimeter(box: Box) -> float:
    south, west, north, east = box
    return north - south + east - west + SMALLEST_SIDE


def _union(box: Box, home: Box | None) -> Box:
    if home is None:
        return box
    return min(box[0], home[0]), min(box[1], home[1]), max(box[2], home[2]), max(box[3], home[3])


def _padded(box: Box) -> Box:
    south, west, north, east = box
    tall, wide = max(0.0, SMALLEST_SIDE - (north - south)) / 2, max(0.0, SMALLEST_SIDE - (east - west)) / 2
    return south - tall, west - wide, north + tall, east + wide
