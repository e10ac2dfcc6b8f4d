import pytest

from dashboard.gazetteer.build import read_sources
from dashboard.gazetteer.build.merge import merge, place_id, set_parents


@pytest.fixture
def entries(package_files):
    sources = read_sources(package_files)
    merged = merge(sources)
    set_parents(merged, sources.countries)
    return merged


KINDS = [
    (1, "country", "PCLI"), (14, "territory", "PCLD"), (6255147, "continent", "CONT"), (98862, "admin1", "ADM1"),
    (30, "admin2", "ADM2"), (3, "city", "PPLA"), (4, "city", "PPL"), (7, "district", "PPLX"), (22, "region", "RGN"),
    (21, "region", "ADM1H"), (24, "city", "PPL"),
]  # fmt: skip
PARENTS = [(3, 98862), (98862, 1), (6, 30), (30, 20), (20, 10), (1, 6255147), (24, 10), (22, None)]
NAMES = [
    (3, "Najaf", "official"), (3, "An Najaf", "alternate"), (1, "Iraq", "official"), (1, "Republic of Iraq", "official"),
    (1, "Irak", "alternate"), (98862, "Najaf", "official"), (98862, "Najaf Governorate", "alternate"),
    (30, "Harris County", "official"), (30, "Harris", "alternate"), (21, "Lorraine", "official"),
]  # fmt: skip
NO_NAMES = [(3, "NJF"), (3, "njf"), (5, "Us"), (98862, "النجف")]


@pytest.mark.parametrize(("number", "kind", "code"), KINDS)
def test_place_has_its_kind_and_feature_code(entries, number, kind, code):
    assert (entries[place_id(number)].kind, entries[place_id(number)].feature_code) == (kind, code)


@pytest.mark.parametrize(("number", "parent"), PARENTS)
def test_place_lies_in_the_smallest_known_place_around_it(entries, number, parent):
    assert entries[place_id(number)].parent == (parent and place_id(parent))


@pytest.mark.parametrize(("number", "name", "kind"), NAMES)
def test_names_keep_their_kind(entries, number, name, kind):
    assert entries[place_id(number)].kinds[name] == kind


@pytest.mark.parametrize(("number", "name"), NO_NAMES)
def test_names_nobody_writes_are_left_out(entries, number, name):
    assert name not in entries[place_id(number)].names


@pytest.mark.parametrize("number", [12, 13, 23, 31, 32])
def test_dissolved_states_uninhabited_rocks_and_unplaced_divisions_are_left_out(entries, number):
    assert place_id(number) not in entries


def test_country_has_the_point_of_geonames_and_the_extent_of_its_area(entries):
    iraq = entries["geonames:1"]
    assert (iraq.lat, iraq.lon) == (33.0, 44.0)
    assert iraq.extent_km == pytest.approx(935, abs=1)


def test_country_without_a_point_has_that_of_its_largest_city(entries):
    assert (entries["geonames:11"].lat, entries["geonames:11"].lon) == (49.1, 1.96)


def test_county_without_a_point_has_the_middle_of_its_places(entries):
    county = entries["geonames:30"]
    assert (county.lat, county.lon) == (29.75, -95.35)
    assert (county.admin1, county.admin2, county.source) == ("US.TX", "US.TX.201", "mean of its cities")


def test_city_knows_its_divisions(entries):
    assert (entries["geonames:6"].admin1, entries["geonames:6"].admin2) == ("US.TX", "US.TX.201")


def test_place_keeps_its_name_where_nobody_would_look_it_up_by_it(entries):
    assert (entries["geonames:5"].name, entries["geonames:5"].kinds) == ("Us", {})
