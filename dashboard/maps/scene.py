"""What an article fixes for the map: its places with their shapes, the types of event, the first frame."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.events.types import event_types
from dashboard.gazetteer.shapes import basemap_code, bounds_of, label_points, shape_of
from dashboard.maps.encode import Encodable
from dashboard.maps.frame import Box, frame
from dashboard.records import Place

HOME_SHARE = 0.25  # of all mentions: a country named this often is shown whole
LARGEST_HOME = 25.0  # degrees, the longer side; a larger country would make the scene a dot
# Drawn as named land, without the colour of a type: a big red country or state is a claim nobody made.
PLAIN_KINDS = frozenset({"continent", "country", "admin1"})
DECIMALS = 4  # of a degree: 11 m


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
    """The box to open on, or None for the whole world: the focus, with the area most spoken of shown whole."""
    points = [(place.lat, place.lon, float(weights.get(place.place_id, 0))) for place in places]
    return frame(points, _home(weights))


def _drawable(place: Place) -> dict[str, Encodable]:
    code, shape = basemap_code(place.place_id), shape_of(place.place_id)
    return {
        "name": place.name,
        "area": code is not None or shape is not None,
        "plain": place.kind in PLAIN_KINDS,
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
