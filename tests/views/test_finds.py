import json
from dataclasses import replace

import pytest

from dashboard.records import Candidate, Place
from dashboard.views.finds import facts, finds, kind_word, where
from tests.conftest import BASRA, SYDNEY, TURKEY

SEA = Place("gazette:red-sea", "Red Sea", "sea", 20.3, 38.5, extent_km=2250.0)
PROVINCE = replace(BASRA, kind="admin1", feature_code="ADM1", name="Basra Governorate")


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (BASRA, "City"),
        (replace(BASRA, feature_code="PPLC"), "Capital"),
        (PROVINCE, "State or province"),
        (replace(BASRA, kind="admin2"), "County or district"),
        (replace(BASRA, kind="crossing"), "Border crossing"),
        (SEA, "Sea"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.place_id,
)
def test_a_place_is_called(place: Place, word: str) -> None:
    assert kind_word(place) == word


@pytest.mark.parametrize(
    ("place", "around"),
    [
        (SYDNEY, "New South Wales, Australia"),
        (replace(SYDNEY, admin1_name=None), "Australia"),
        (replace(SYDNEY, admin1_name=None, country_name=None), "AU"),
        (replace(BASRA, admin1_name="Basra"), "Basra, Iraq"),
        (PROVINCE, "Iraq"),
        (TURKEY, ""),
        (SEA, ""),
    ],
    ids=["whole", "no province", "code alone", "city of a province of its name", "province", "country", "sea"],
)
def test_a_place_lies_in(place: Place, around: str) -> None:
    assert where(place) == around


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (SYDNEY, ["33.87° S, 151.21° E", "5,557,233 people"]),
        (replace(SYDNEY, population=None), ["33.87° S, 151.21° E", "population not known"]),
        (SEA, ["20.30° N, 38.50° E", "2,250 km across"]),
    ],
    ids=["city", "nobody counted", "nobody lives there"],
)
def test_what_is_known_of_a_place(place: Place, lines: list[str]) -> None:
    assert facts(place) == lines


def test_the_cards_are_plain_json_numbered_from_the_likeliest() -> None:
    data = finds([Candidate(BASRA, 0.75), Candidate(SYDNEY, 0.25)], chosen=SYDNEY.place_id)
    assert [(c["number"], c["name"], c["share"], c["likely"]) for c in data["cards"]] == [
        (1, "Basra", 0.75, "75 %"),
        (2, "Sydney", 0.25, "25 %"),
    ]
    assert data["chosen"] == SYDNEY.place_id
    assert json.loads(json.dumps(data))["cards"][0]["point"] == [BASRA.lat, BASRA.lon]


def test_a_place_that_is_not_among_them_is_not_chosen() -> None:
    assert finds([Candidate(BASRA, 1.0)], chosen="geonames:1")["chosen"] is None


def test_the_frame_leaves_out_what_hardly_counts() -> None:
    south, west, north, east = finds([Candidate(BASRA, 0.99), Candidate(SYDNEY, 0.01)], chosen=None)["frame"]
    assert south < BASRA.lat < north < 40
    assert west < BASRA.lon < east < 60


def test_the_likeliest_is_framed_whole() -> None:
    south, west, north, east = finds([Candidate(TURKEY, 0.99), Candidate(SYDNEY, 0.01)], chosen=None)["frame"]
    assert south < 37
    assert 41 < north < 50
    assert west < 27
    assert 44 < east < 60


def test_a_country_is_outlined_from_the_basemap_and_a_province_by_its_own_shape() -> None:
    country, province = finds(
        [Candidate(TURKEY, 0.5), Candidate(replace(PROVINCE, place_id="geonames:98862"), 0.5)], chosen=None
    )["cards"]
    assert (country["country"], country["shape"]) == ("TR", None)
    assert (province["country"], province["shape"]["type"]) == (None, "MultiPolygon")
    assert province["box"][0] < province["box"][2]
