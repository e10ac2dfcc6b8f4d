import pytest

from dashboard.gazetteer.build.beside import Known, add_lower_divisions, add_postal_towns
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.sources import Area, PostalTown


@pytest.fixture
def entries():
    city = Entry("geonames:1", "Hempstead", "city", 40.7, -73.6, "test", country="US", admin1="US.NY")
    city.add_name("Hempstead", "official")
    return {"geonames:1": city}


def division(name, type_="admin3", lat=40.71, names=()):
    return Area(9, name, "US", lat, -73.62, type_, 50_000, list(names))


def test_towns_with_several_post_offices_are_one_place(entries):
    towns = [
        PostalTown("10002", "Pig Creek", "US.NY.1", 41.2, -74.0),
        PostalTown("10001", "Pig Creek", "US.NY.1", 41.0, -74.0),
    ]
    add_postal_towns(entries, towns, Known(entries))
    town = entries["zip:10001"]
    assert (town.lat, town.lon, town.admin1, town.admin2, town.kinds) == (
        41.1,
        -74.0,
        "US.NY",
        "US.NY.1",
        {"Pig Creek": "official"},
    )


@pytest.mark.parametrize(("lat", "added"), [(40.75, False), (42.5, True)], ids=["near", "far"])
def test_town_that_is_there_already_is_not_added(entries, lat, added):
    add_postal_towns(entries, [PostalTown("11550", "Hempstead", "US.NY.059", lat, -73.6)], Known(entries))
    assert ("zip:11550" in entries) is added


def test_township_has_its_code_and_lies_in_the_state_of_the_city_nearby(entries):
    add_lower_divisions(entries, [division("Hamilton Township")], Known(entries))
    township = entries["geonames:9"]
    assert (township.kind, township.feature_code, township.admin1) == ("district", "ADM3", "US.NY")


@pytest.mark.parametrize(
    "name",
    [
        "City of Hempstead",
        "Hempstead, Hansestadt",
        "Town of Hempstead",
        "Hempstead City",
        "City of Hempstead (balance)",
    ],
)
def test_municipality_of_a_city_is_the_city(entries, name):
    add_lower_divisions(entries, [division(name)], Known(entries))
    assert "geonames:9" not in entries


def test_names_of_a_city_nearby_stay_the_city_s(entries):
    add_lower_divisions(entries, [division("Great Borough", names=["Hempstead", "Great"])], Known(entries))
    assert entries["geonames:9"].kinds == {"Great Borough": "official", "Great": "alternate"}


def test_city_of_another_region_does_not_claim_a_municipality(entries):
    add_lower_divisions(entries, [division("City of Hempstead", lat=45.0)], Known(entries))
    assert "City of Hempstead" in entries["geonames:9"].names


def test_areas_of_other_levels_are_left_alone(entries):
    add_lower_divisions(entries, [division("Hamilton", type_="admin2")], Known(entries))
    assert list(entries) == ["geonames:1"]
