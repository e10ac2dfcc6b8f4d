import pytest

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.nearest import Cities


def city(name, lat, lon, country="IQ", admin1="IQ.1"):
    return name, Entry(name, name, "city", lat, lon, "test", country=country, admin1=admin1)


CITIES = Cities(dict([city("near", 33.0, 44.1), city("nearer", 33.0, 43.95, "IR"), city("far", 35.0, 44.0)]))


@pytest.mark.parametrize(
    ("lat", "lon", "country", "found"),
    [(33.0, 44.0, "IQ", "near"), (33.0, 44.0, "IR", "nearer"), (33.0, 44.0, "SY", None), (38.0, 44.0, "IQ", None)],
)
def test_nearest_city_of_the_country(lat, lon, country, found):
    nearest = CITIES.nearest(lat, lon, country=country)
    assert (nearest and nearest.name) == found
