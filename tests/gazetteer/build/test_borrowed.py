import pytest

from dashboard.gazetteer.build.borrowed import block_names_of_great_cities
from dashboard.gazetteer.build.entries import Entry


def city(name, country, alternate="Delhi", kind="alternate", population=5_000):
    made = Entry(f"test:{name}", name, "city", 0, 0, "test", country=country, population=population)
    made.add_name(name, "official")
    made.add_name(alternate, kind)
    return made


def left(place, population=11_000_000):
    """The names of the place beside a great city of India."""
    great = city("Delhi", "IN", "Delhi", "official", population)
    block_names_of_great_cities({e.place_id: e for e in (great, place)})
    assert list(great.names) == ["Delhi"]
    return list(place.names)


def test_alternate_name_of_a_great_city_elsewhere_is_taken_away():
    assert left(city("Dili", "TL", "DELHI")) == ["Dili"]


KEPT = {
    "official name": city("Delhi Hills", "CA", kind="official"),
    "name of the overlay": city("Dili", "TL", kind="overlay"),
    "city of the same country": city("Dilli", "IN"),
    "short form of its own name": city("New Delhi Town", "CA"),
    "own name but for an accent": city("Délhi", "TL"),
    "place of no country": city("Delhi Bank", None),
    "place of nearly as many people": city("Dili", "TL", population=2_000_000),
    "other name": city("Dili", "TL", "Dilly"),
}


@pytest.mark.parametrize("place", KEPT.values(), ids=KEPT)
def test_alternate_name_stays(place):
    before = list(place.names)
    assert left(place) == before


def test_city_of_fewer_people_owns_no_name():
    assert left(city("Dili", "TL"), population=999_999) == ["Dili", "Delhi"]
