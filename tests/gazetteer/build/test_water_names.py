import csv

import pytest

from dashboard.gazetteer.build.water_names import (
    English,
    english_name,
    english_table,
    forms,
    kind_and_code,
    shown_name,
    telling_words,
)
from dashboard.settings import shipped


@pytest.mark.parametrize(
    ("name", "group", "expected"),
    [
        pytest.param("Lago de Nicaragua", "lake", "Lake Nicaragua", id="a lake in Spanish"),
        pytest.param("Ozero Pyasino", "lake", "Lake Pyasino", id="in Russian"),
        pytest.param("Hongze Hu", "lake", "Hongze Lake", id="in Chinese"),
        pytest.param("Keuka L.", "lake", "Keuka Lake", id="abbreviated"),
        pytest.param("Réservoir Gouin", "lake", "Gouin Reservoir", id="a reservoir in French"),
        pytest.param("Lac la Ronge", "lake", "Lac la Ronge", id="an article stays"),
        pytest.param("Golfo de Panamá", "sea", "Gulf of Panamá", id="a gulf in Spanish"),
        pytest.param("Rhein", "river", "Rhine", id="of the table"),
        pytest.param("Anadyr’", "river", "Anadyr", id="a mark at the end"),
        pytest.param("Kasai", "river", "Kasai", id="as it is"),
        pytest.param("Amazon River", "sea", "", id="left out"),
    ],
)
def test_english_name(name, group, expected):
    assert english_name(name, group, english_table()).name == expected


def test_the_name_in_the_other_language_stays_an_alias():
    assert english_name("Lago de Chapala", "lake", {}) == English("Lake Chapala", ("Lago de Chapala",))


def test_the_table_may_tell_a_mouth():
    assert english_table()["river", "Ergun"].mouth == (53.33, 121.47)


def test_every_row_of_the_table_says_why_and_stands_there_once():
    with (shipped("data") / "gazetteer" / "waters.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["why"] and row["kind"] in ("sea", "lake", "river") for row in rows)
    assert len(english_table()) == len(rows)


@pytest.mark.parametrize(
    ("name", "group", "kind", "code"),
    [
        ("Black Sea", "sea", "sea", "SEA"),
        ("Arctic Ocean", "sea", "sea", "OCN"),
        ("Gulf of Oman", "sea", "sea", "GULF"),
        ("Bay of Bengal", "sea", "sea", "BAY"),
        ("Long Island Sound", "sea", "sea", "SD"),
        ("Sognefjord", "sea", "sea", "FJD"),
        ("Taiwan Strait", "sea", "strait", "STRT"),
        ("Straits of Florida", "sea", "strait", "STRT"),
        ("English Channel", "sea", "strait", "CHN"),
        ("Bosporus", "sea", "strait", "STRT"),
        ("Lake Pontchartrain", "sea", "lake", "LK"),
        ("Dead Sea", "lake", "lake", "LK"),
        ("Kakhovka Reservoir", "lake", "lake", "RSV"),
        ("Suez Canal", "river", "river", "CNL"),
        ("Euphrates", "river", "river", "STM"),
    ],
)
def test_a_name_says_what_kind_of_water_it_is(name, group, kind, code):
    assert kind_and_code(name, group) == (kind, code)


@pytest.mark.parametrize(
    ("name", "shown", "others"),
    [
        ("Ebro", "Ebro River", ["River Ebro"]),
        ("Blue Nile", "Blue Nile", ["Blue Nile River"]),
        ("Kemijoki", "Kemijoki", ["Kemijoki River"]),
    ],
)
def test_a_river_is_shown_with_the_word(name, shown, others):
    assert shown_name(name, "river") == shown
    assert forms(name, "river") == others


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Straits of Florida", "Florida Strait", True),
        ("Lake Van", "Van Lake", True),
        ("River Thames", "Thames", True),
        ("Hudson Bay", "Hudson Strait", False),
        ("Red Sea", "Red River", False),
    ],
)
def test_words_that_tell_waters_apart(one, other, same):
    assert (telling_words(one) == telling_words(other)) is same
