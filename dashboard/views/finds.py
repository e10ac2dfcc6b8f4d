"""What the candidates component is given: the places a name can mean, as cards and as numbers on a map."""

from collections.abc import Sequence
from typing import Any

from dashboard.gazetteer.shapes import basemap_code, bounds_of, shape_of
from dashboard.maps.frame import frame
from dashboard.maps.scene import AT_SEA
from dashboard.reader.words import coordinates, percent
from dashboard.records import Candidate, Place

MOST = 24  # places shown side by side; beyond that a person adds the country to the name

_KINDS = {
    "admin1": "State or province",
    "admin2": "County or district",
    "district": "Part of a city",
    "base": "Military base",
    "crossing": "Border crossing",
}  # of the others the kind itself is the word
_INHABITED = frozenset({"continent", "country", "territory", "admin1", "admin2", "city", "district"})
_CAPITAL = "PPLC"  # the feature code of a country's capital


def finds(found: Sequence[Candidate], *, chosen: str | None) -> dict[str, Any]:
    """The data of the candidates component; plain strings, numbers and lists.

    found: one at least. chosen: a place_id; None = the likeliest is outlined, and those that matter are framed.
    """
    cards = [_card(number, candidate) for number, candidate in enumerate(found, 1)]
    return {
        "cards": cards,
        "chosen": next((card["id"] for card in cards if card["id"] == chosen), None),
        "frame": frame([(c.place.lat, c.place.lon, c.score) for c in found], home=cards[0]["box"]),
    }


def _card(number: int, candidate: Candidate) -> dict[str, Any]:
    place = candidate.place
    code = basemap_code(place.place_id)
    return {
        "id": place.place_id,
        "number": number,
        "name": place.name,
        "kind": kind_word(place),
        "code": place.feature_code,
        "where": where(place),
        "facts": facts(place),
        "source": place.source,
        "share": round(candidate.score, 4),
        "likely": percent(candidate.score),
        "point": [place.lat, place.lon],
        "sea": place.kind in AT_SEA,
        "country": code,
        "shape": None if code else shape_of(place.place_id),
        "box": bounds_of(place.place_id),
    }


def kind_word(place: Place) -> str:
    """What a place is, in a word or two: "City", "Capital", "County or district"."""
    if place.feature_code == _CAPITAL:
        return "Capital"
    return _KINDS.get(place.kind, place.kind.capitalize())


def where(place: Place) -> str:
    """What a place lies in, smallest first: "Missouri, United States"; "" where nothing is known."""
    around = dict.fromkeys((place.admin1_name, place.country_name or place.country))
    return ", ".join(name for name in around if name and (name != place.name or place.kind == "city"))


def facts(place: Place) -> list[str]:
    """Where a place is, how many live there, how large it is; what is not known of an inhabited place is said."""
    lines = [coordinates(place.lat, place.lon)]
    if place.population is not None:
        lines.append(f"{place.population:,} people")
    elif place.kind in _INHABITED:
        lines.append("population not known")
    if place.extent_km is not None:
        lines.append(f"{place.extent_km:,.0f} km across")
    return lines
