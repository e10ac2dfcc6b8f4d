import pytest

from dashboard.resolution.places import MAX_CANDIDATES, distance_km, places_of


def known(index, name, *, country=None, kind="city"):
    return next(
        place for place in places_of(index, index.find(name)) if place.kind == kind and country in (None, place.country)
    )


@pytest.mark.parametrize(
    ("one", "other", "km"), [("Najaf", "Karbala", 72), ("Baghdad", "Tehran", 694), ("Paris", "Paris", 0)]
)
def test_distance_is_along_the_great_circle(one, other, km, index):
    assert distance_km(known(index, one).vector, known(index, other).vector) == pytest.approx(km, abs=2)


def test_distances_count_only_from_what_is_a_point(index):
    assert known(index, "Najaf").is_point
    assert not known(index, "Iraq", kind="country").is_point
    assert not known(index, "Maine", kind="admin1").is_point


def test_a_capital_a_seat_and_a_default_sense_are_features(index):
    assert known(index, "Baghdad").features["code_PPLC"] == 1
    assert known(index, "Karbala").features["code_PPLA"] == 1
    assert known(index, "Washington").features["default_sense"] == 1


def test_people_are_counted_on_a_log_scale_against_the_largest_of_the_name(index):
    largest, other = places_of(index, index.find("Springfield"))[:2]
    assert largest.features["people_behind"] <= other.features["people_behind"]
    assert largest.features["people"] > 0.8


def test_a_name_found_everywhere_is_cut_to_its_first_places(index):
    assert len(places_of(index, index.find("San Jose"))) <= MAX_CANDIDATES


def test_the_area_of_a_state_is_itself(index):
    maine = known(index, "Maine", kind="admin1")
    assert maine.area == maine.row
    assert known(index, "Bangor", country="US").area == maine.row
