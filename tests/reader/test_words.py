from dataclasses import replace

import pytest

from dashboard.reader.words import coordinates, date_words, kind_words, percent, relation_words
from dashboard.records import IN_OR_NEAR, Place, Resolution, Toponym
from tests.conftest import BASRA

KINDS = [
    (BASRA, "City in Iraq"),
    (replace(BASRA, feature_code="PPLC"), "Capital of Iraq"),
    (replace(BASRA, population=9_275), "Town in Iraq"),
    (replace(BASRA, kind="region"), "Region of Iraq"),
    (replace(BASRA, kind="admin1"), "Governorate of Iraq"),
    (replace(BASRA, kind="river", country=None, country_name=None), "River"),
    (Place("x", "Bangor", "city", 44.8, -68.8, country="US", country_name="United States", admin1_name="Maine"), "City in Maine, the United States"),
    (Place("x", "Iraq", "country", 33.0, 44.0, country="IQ", country_name="Iraq"), "Country"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "words"), KINDS, ids=[words for _, words in KINDS])
def test_a_place_is_described_in_plain_words(place: Place, words: str) -> None:
    assert kind_words(place) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-09-11", "11 Sep 2024"),
        ("2024-09-10TEV", "10 Sep 2024"),
        ("2024-08", "Aug 2024"),
        ("2003", "2003"),
        ("198", "1980s"),
        ("198X", "1980s"),
        ("2024-Q3", "Q3 2024"),
        ("2024-W37", "week 37, 2024"),
        ("2024-SU", "summer 2024"),
        ("P3D", None),
        ("PRESENT_REF", None),
        ("XXXX-WXX-1", None),
        ("XXXX-09-11", None),
        ("2024-99-11", None),
        (None, None),
    ],
)
def test_a_date_is_written_as_a_newspaper_would(value: str | None, words: str | None) -> None:
    assert date_words(value) == words


def test_coordinates_name_their_hemisphere() -> None:
    assert coordinates(-33.868, -70.6) == "33.87° S, 70.60° W"


@pytest.mark.parametrize(("share", "words"), [(1.0, "99 %"), (0.5, "50 %"), (0.001, "under 1 %")])
def test_a_share_never_claims_certainty(share: float, words: str) -> None:
    assert percent(share) == words


RELATIONS = [
    (None, None, None),
    ("south of", 20.0, "South of Basra, within 20 km."),
    ("border of", None, "Border of Basra."),
    (IN_OR_NEAR, 25.0, "“Mercy Hospital” is in or near Basra."),
]


@pytest.mark.parametrize(("relation", "radius", "words"), RELATIONS, ids=[str(words) for _, _, words in RELATIONS])
def test_how_a_name_stands_to_its_place_is_said(relation, radius, words):
    name = Toponym(0, 14, "Mercy\nHospital", "literal")
    assert relation_words(Resolution(name, BASRA, 0.9, relation=relation, radius_km=radius)) == words
