import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from dashboard.errors import GazetteerMissing
from dashboard.gazetteer.geocoder import Gazetteer

QUERIES = [
    ("Altun Kupri", "gazette:altun-kupri"),
    ("Najaf, Iraq", "geonames:98860"),
    ("Najaf, Iran", "geonames:122829"),
    ("najaf , IQ", "geonames:98860"),
    ("Paris", "geonames:2988507"),
    ("Paris, Texas", "geonames:4717560"),
    ("Paris, TX, United States", "geonames:4717560"),
    ("Springfield, Ill.", "geonames:4250542"),
    ("Washington, D.C.", "geonames:4140963"),
    ("Kurdish region", "geonames:126585"),
    ("Georgia", "geonames:614540"),
    ("Nowhere At All", None),
    ("Paris, Nowhere At All", None),
    (",", None),
    ("\ud800", None),
]
BAD_QUERIES = ["", "  ", None, 5, ("Najaf",)]
BAD_POINTS = ["nowhere", "", None, (), ("a", "b"), (float("nan"), 0)]


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


@pytest.mark.parametrize(("query", "place_id"), QUERIES, ids=[ascii(query) for query, _ in QUERIES])
def test_query_means(gazetteer, query, place_id):
    found = gazetteer.geocode(query)
    assert (found and found.raw["place_id"]) == place_id


def test_location_is_geopys_and_carries_the_place(gazetteer):
    found = gazetteer.geocode("Karbala")
    assert isinstance(found, Location)
    assert found.address == "Karbala, Iraq"
    assert (found.latitude, found.longitude) == (found.raw["lat"], found.raw["lon"])
    assert found.raw["kind"] == "city"


def test_all_places_of_a_name_come_best_first(gazetteer):
    found = gazetteer.geocode("Paris", exactly_one=False)
    assert len(found) == 10
    assert [place.raw["score"] for place in found] == sorted((p.raw["score"] for p in found), reverse=True)


@pytest.mark.parametrize("codes", ["us", "US", ["US"], ("us", "CA")], ids=str)
def test_country_codes_keep_places_elsewhere_out(gazetteer, codes):
    found = gazetteer.geocode("Paris", exactly_one=False, country_codes=codes, limit=3)
    assert found[0].raw["admin1"] == "US.TX"
    assert len(found) == 3


@pytest.mark.parametrize("query", BAD_QUERIES, ids=repr)
def test_query_that_is_no_name_is_geopys_error(gazetteer, query):
    with pytest.raises(GeocoderQueryError):
        gazetteer.geocode(query)


@pytest.mark.parametrize("options", [{"country_codes": "USA"}, {"country_codes": [5]}, {"limit": 0}], ids=str)
def test_option_that_cannot_be_is_geopys_error(gazetteer, options):
    with pytest.raises(GeocoderQueryError):
        gazetteer.geocode("Paris", **options)


@pytest.mark.parametrize("query", [Point(32.6, 44.0), (32.6, 44.0), "32.6, 44.0", "32.6 44.0"], ids=repr)
def test_reverse_takes_a_point_as_geopy_does(gazetteer, query):
    assert gazetteer.reverse(query).raw["name"] == "Karbala"


def test_reverse_gives_several_where_asked(gazetteer):
    assert len(gazetteer.reverse((32.6, 44.0), exactly_one=False, limit=4)) == 4


@pytest.mark.parametrize("query", BAD_POINTS, ids=repr)
def test_what_is_no_point_is_geopys_error(gazetteer, query):
    with pytest.raises(GeocoderQueryError):
        gazetteer.reverse(query)


def test_stands_where_a_geocoder_can(gazetteer):
    assert isinstance(gazetteer, Geocoder)
    limited = RateLimiter(gazetteer.geocode, min_delay_seconds=0.001)
    assert [limited(name, timeout=3).raw["country"] for name in ("Baghdad", "Tehran")] == ["IQ", "IR"]


def test_with_statement_works_as_for_any_geocoder():
    with Gazetteer() as gazetteer:
        assert gazetteer.geocode("Baghdad")


def test_asks_nobody(gazetteer):
    with pytest.raises(GeocoderServiceError, match="no network"):
        gazetteer._call_geocoder("http://example.org", lambda found: found)


def test_missing_gazetteer_is_told_when_it_is_first_used(tmp_path):
    gazetteer = Gazetteer(folder=tmp_path)
    with pytest.raises(GazetteerMissing):
        gazetteer.geocode("Baghdad")
