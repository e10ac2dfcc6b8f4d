"""What an article fixes for the map: its places with their shapes, the types of event, the first frame."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import dist

from dashboard.events.types import event_types
from dashboard.gazetteer.shapes import basemap_code, bounds_of, label_points, shape_of
from dashboard.maps.encode import Encodable
from dashboard.maps.frame import Box, frame
from dashboard.records import Place

HOME_SHARE = 0.25  # of all mentions: a country named this often is shown whole
LARGEST_HOME = 25.0  # degrees, the longer side; a larger country would make the scene a dot
# Drawn as named land, without the colour of a type: a big red country or state is a claim nobody made.
PLAIN_KINDS = frozenset({"continent", "country", "admin1"})
AT_SEA = frozenset({"sea", "strait"})  # drawn below the land, whose coast is finer than theirs
WATERS = frozenset({"sea", "lake", "river"})  # long or wide: their one point says little of where in them
DECIMALS = 4  # of a degree: 11 m


Point = tuple[float, float]
"""Latitude, longitude, degrees."""


def scene(places: Sequence[Place], weights: Mapping[str, int]) -> dict[str, Encodable]:
    """The argument of `maps.layer.place_map`. A place's number is its position in `places`.

    weights: how often each place_id is named; the first frame goes by it.
    """
    return {
        "types": [
            {"key": kind.key, "shape": kind.shape, "letter": kind.letter, "label": kind.label}
            for kind in event_types().values()
        ],
        "frame": first_frame(places, weights),
        "places": [_drawable(place) for place in places],
    }


def show(
    places: Sequence[Place],
    tallies: Mapping[str, Counter[str]],
    *,
    selected: str | None = None,
    rival: Place | None = None,
    go: bool = False,
    theme: str | None = None,
) -> dict[str, Encodable]:
    """The argument of `maps.layer.command`: what to show now.

    tallies: mentions by type for each place_id to draw. selected: a place_id. rival: a runner-up to point at.
    go: whether the map moves to the selected place. theme: "light", "dark" or None = as the browser prefers.
    """
    numbers = {place.place_id: number for number, place in enumerate(places)}
    return {
        "tallies": [
            [numbers[key], [[kind, count] for kind, count in tally.most_common()]] for key, tally in tallies.items()
        ],
        "selected": numbers.get(selected) if selected else None,
        "rival": [rival.lat, rival.lon] if rival else None,
        "go": go,
        "theme": theme,
    }


def first_frame(places: Sequence[Place], weights: Mapping[str, int]) -> Box | None:
    """The box to open on, or None for the whole world: the focus, with the area most spoken of shown whole.

    A sea, lake or river draws the frame only to that of its label points which is nearest to the other places.
    """
    named = [place for place in places if weights.get(place.place_id)]
    middle = _middle([place for place in named if place.kind not in WATERS], weights)
    points = [(*_nearest_point(place, middle), float(weights[place.place_id])) for place in named]
    return frame(points, _home(weights))


def _middle(places: Sequence[Place], weights: Mapping[str, int]) -> Point | None:
    """The mean of the places by how often each is named; None without places."""
    if not places:
        return None
    total = sum(weights[place.place_id] for place in places)
    lat = sum(place.lat * weights[place.place_id] for place in places) / total
    return lat, sum(place.lon * weights[place.place_id] for place in places) / total


def _nearest_point(place: Place, middle: Point | None) -> Point:
    """Where a place is, seen from the middle of the others."""
    spots = label_points(place.place_id) if place.kind in WATERS and middle else []
    return min(
        ((lat, lon) for lat, lon in spots), key=lambda spot: dist(spot, middle or spot), default=(place.lat, place.lon)
    )


def _drawable(place: Place) -> dict[str, Encodable]:
    code, shape = basemap_code(place.place_id), shape_of(place.place_id)
    return {
        "name": place.name,
        "area": code is not None or shape is not None,
        "plain": place.kind in PLAIN_KINDS,
        "sea": place.kind in AT_SEA,
        "lat": round(place.lat, DECIMALS),
        "lon": round(place.lon, DECIMALS),
        "code": code,
        "shape": None if code else shape,
        "spots": label_points(place.place_id),
        "box": bounds_of(place.place_id),
    }


def _home(weights: Mapping[str, int]) -> Box | None:
    """The box of the area most spoken of, where it is spoken of enough and is not too large."""
    total = sum(weights.values())
    for place_id, weight in sorted(weights.items(), key=lambda item: -item[1]):
        box = bounds_of(place_id)
        if box is not None and weight >= HOME_SHARE * total:
            return box if max(box[2] - box[0], box[3] - box[1]) <= LARGEST_HOME else None
    return None
