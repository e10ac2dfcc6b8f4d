import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.gazetteer.imports.geonames import OtherName, Wanted, kind_of, read_other_name, read_place
from dashboard.gazetteer.layout import PLACE_KINDS
from tests.gazetteer.imports.dumps import name_line, place_line

EVERYTHING = Wanted()


def read(number=7, name="Halabja", **columns):
    return read_place(place_line(number, name, **columns), "GeoNames, IQ.txt", EVERYTHING)


def test_line_of_a_dump_becomes_a_place_with_all_it_says():
    place = read(
        98463, "Ḩalabjah", ascii="Halabjah", alternates="Halabja,حلبجة,halabja", lat="35.17", lon="45.98", code="PPLA2",
        admin1="45", admin2="7", population="245700",
    )  # fmt: skip
    assert (place.place_id, place.name, place.kind) == ("geonames:98463", "Ḩalabjah", "city")
    assert (place.lat, place.lon, place.population) == (35.17, 45.98, 245_700)
    assert (place.feature_code, place.country, place.admin1, place.admin2) == ("PPLA2", "IQ", "IQ.45", "IQ.45.7")
    assert place.kinds == {"Ḩalabjah": "official", "Halabjah": "official", "Halabja": "alternate"}
    assert place.source == "GeoNames, IQ.txt"


def test_what_a_line_leaves_open_is_none():
    place = read(code="", country="", admin1="00", admin2="9", population="")
    assert (place.feature_code, place.country, place.admin1, place.admin2, place.population) == (None,) * 5


BROKEN = [
    ("a column too many", place_line(7, "Halabja") + "\tx", "20 columns instead of 19"),
    ("cut off", "7\tHalabja", "2 columns instead of 19"),
    ("no id", place_line("", "Halabja"), "id '' is no whole number"),
    ("id of letters", place_line("Q7", "Halabja"), "id 'Q7'"),
    ("id 0", place_line(0, "Halabja"), "id '0' is not from 1"),
    ("id beyond four bytes", place_line(2**32, "Halabja"), "id '4294967296' is not from 1"),
    ("no latitude", place_line(7, "Halabja", lat=""), "latitude '' is not from -90 to 90"),
    ("latitude beyond the pole", place_line(7, "Halabja", lat="90.1"), "latitude '90.1'"),
    ("latitude that is no number", place_line(7, "Halabja", lat="nan"), "latitude 'nan'"),
    ("longitude beyond the date line", place_line(7, "Halabja", lon="-180.5"), "longitude '-180.5'"),
    ("population of letters", place_line(7, "Halabja", population="many"), "population 'many' is no whole number"),
    ("population below nobody", place_line(7, "Halabja", population="-1"), "population '-1'"),
    ("no name", place_line(7, " "), "no name"),
]


@pytest.mark.parametrize(("line", "why"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_broken_line_is_refused_with_the_reason(line, why):
    with pytest.raises(ValueError, match=why):
        read_place(line, "x", EVERYTHING)


def test_more_people_than_the_index_has_room_for_are_as_many_as_it_has():
    assert read(name="Earth", population="6814400000").population == 2**32 - 1


@pytest.mark.parametrize(
    ("name", "people", "kept"),
    [("Of", "900", False), ("Bo", "174354", True), ("along", "0", False), ("BGW", "0", False), ("Ura", "0", True)],
)
def test_short_name_is_kept_if_many_people_live_there(name, people, kept):
    assert bool(read(name=name, population=people).names) == kept


KINDS = [
    ("P", "PPL", "city"), ("P", "PPLX", "district"), ("P", "", "city"), ("A", "PCLI", "country"), ("A", "PCLD", "territory"),
    ("A", "PCLIX", "region"), ("A", "ADM1", "admin1"), ("A", "ADM2", "admin2"), ("A", "ADM3", "district"),
    ("A", "ADM1H", "region"), ("H", "STM", "river"), ("H", "LK", "lake"), ("H", "SEA", "sea"), ("H", "STRT", "strait"),
    ("H", "WLL", "landmark"), ("T", "MTS", "mountains"), ("T", "ISL", "island"), ("T", "PEN", "peninsula"),
    ("T", "DSRT", "desert"), ("L", "RGN", "region"), ("L", "CONT", "continent"), ("L", "MILB", "base"),
    ("S", "AIRP", "airport"), ("S", "AIRB", "base"), ("S", "PSTB", "crossing"), ("S", "HTL", "landmark"),
    ("R", "RD", "landmark"), ("", "", "landmark"),
]  # fmt: skip


@pytest.mark.parametrize(("feature_class", "code", "kind"), KINDS, ids=[f"{c}.{code}" for c, code, _ in KINDS])
def test_feature_code_tells_the_kind(feature_class, code, kind):
    assert kind_of(feature_class, code) == kind


@given(st.sampled_from("AHLPRSTUV"), st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ12345", max_size=5))
def test_every_feature_has_a_kind_that_places_can_have(feature_class, code):
    assert kind_of(feature_class, code) in PLACE_KINDS


@pytest.mark.parametrize(
    ("wanted", "is_taken"),
    [
        (Wanted(countries=frozenset({"IQ", "SY"})), True),
        (Wanted(countries=frozenset({"SY"})), False),
        (Wanted(feature_classes=frozenset("P")), True),
        (Wanted(feature_classes=frozenset("AH")), False),
        (Wanted(min_population=500), True),
        (Wanted(min_population=501), False),
    ],
)
def test_only_what_is_wanted_is_taken(wanted, is_taken):
    assert (read_place(place_line(7, "Halabja", population=500), "x", wanted) is not None) == is_taken


NAMES = [
    (name_line(7, "Halabja", "en", "1"), OtherName(7, "Halabja", "official")),
    (name_line(7, "Halabja", "en"), OtherName(7, "Halabja", "alternate")),
    (name_line(7, "Helebce", "ku", "1"), OtherName(7, "Helebce", "alternate")),
    (name_line(7, "K.R.G.", "abbr"), OtherName(7, "K.R.G.", "abbreviation")),
    (name_line(7, "krg", "abbr"), None),
    (name_line(7, "https://en.wikipedia.org/wiki/Halabja", "link"), None),
    (name_line(7, "BGW", "iata"), None),
    (name_line(7, "46018", "post"), None),
    (name_line(7, "حلبجة", "ar"), None),
    (name_line(7, "Halabja", "en")[: -len("\t\t")], OtherName(7, "Halabja", "alternate")),
]


@pytest.mark.parametrize(("line", "name"), NAMES, ids=[" ".join(line.split("\t")[2:4]) for line, _ in NAMES])
def test_line_of_alternate_names(line, name):
    assert read_other_name(line) == name


@pytest.mark.parametrize(("line", "why"), [("1\t7\ten", "3 columns"), (name_line("x", "Halabja"), "id 'x'")])
def test_broken_line_of_alternate_names_is_refused(line, why):
    with pytest.raises(ValueError, match=why):
        read_other_name(line)
