import pytest

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.senses import block_borrowed_names, key_of, senses_of_names

NOTHING = Overlay({}, {})


def entry(place_id, kind="city", names=None, **fields):
    made = Entry(place_id, place_id, kind, 0, 0, "test", **fields)
    for name, of in (names or {}).items():
        made.add_name(name, of)
    return made


def entries(*made):
    return {e.place_id: e for e in made}


def ranked(made, name="x", **defaults):
    rows = list(made)
    return [rows[s.row] for s in dict(senses_of_names(made, defaults))[name]]


BORROWED = [
    ("Persian Gulf", entry("gulf", "sea", {"Persian Gulf": "official"})),
    ("Irak", entry("iraq", "country", {"Irak": "overlay"})),
    ("German", entry("germany", "region", {"German": "demonym"})),
]


@pytest.mark.parametrize(("name", "owner"), BORROWED, ids=[name for name, _ in BORROWED])
def test_alternate_name_that_belongs_to_a_greater_place_is_taken_away(name, owner):
    town = entry("town", names={name.upper(): "alternate", "Town": "official"})
    block_borrowed_names(entries(owner, town), NOTHING)
    assert town.kinds == {"Town": "official"}
    assert list(owner.names) == [name]


@pytest.mark.parametrize("kind", ["official", "overlay"])
def test_official_name_that_a_greater_place_has_too_stays(kind):
    state = entry("state", "admin1", {"Georgia": kind})
    block_borrowed_names(entries(entry("country", "country", {"Georgia": "official"}), state), NOTHING)
    assert state.kinds == {"Georgia": kind}


def test_alternate_name_that_is_a_word_is_taken_away():
    town = entry("town", names={"Along": "alternate", "Since": "official"})
    block_borrowed_names(entries(town), Overlay({"along": "a word", "since": "a word"}, {}))
    assert town.kinds == {"Since": "official"}


def test_name_of_a_city_is_no_reason_to_take_one_away():
    town = entry("town", names={"Paris": "alternate"})
    block_borrowed_names(entries(entry("paris", names={"Paris": "official"}), town), NOTHING)
    assert town.kinds == {"Paris": "alternate"}


@pytest.mark.parametrize(
    ("name", "kind", "key"), [("U.S.", "abbreviation", "=U.S."), ("St. Louis", "official", "saint louis")]
)
def test_abbreviation_is_kept_as_written_and_any_other_name_normal(name, kind, key):
    assert key_of(name, kind) == key


def test_most_populous_place_stands_first_and_unknown_ones_last():
    x = {"X": "official"}
    made = entries(entry("none", names=x), entry("small", names=x, population=5), entry("large", names=x, population=9))
    assert ranked(made) == ["large", "small", "none"]


def test_alternate_name_of_a_city_stands_behind_the_official_one_of_a_smaller():
    large, small = (
        entry("large", names={"X": "alternate"}, population=9),
        entry("small", names={"X": "official"}, population=5),
    )
    assert ranked(entries(large, small)) == ["small", "large"]


def test_default_stands_first():
    x = {"X": "official"}
    made = entries(entry("large", names=x, population=9), entry("meant", names=x))
    assert ranked(made, x="meant") == ["meant", "large"]
    assert [s.default for s in dict(senses_of_names(made, {"x": "meant"}))["x"]] == [True, False]


def test_place_of_the_overlay_stands_before_a_village():
    village = entry("village", names={"X": "official"}, population=5_000)
    assert ranked(entries(village, entry("strait", "strait", {"X": "overlay"}, in_overlay=True))) == [
        "strait",
        "village",
    ]


SEATS = [
    ("its capital", {"feature_code": "PPLA", "population": 5, "admin1": "A"}, ["city", "province"]),
    ("a large city in it", {"population": 20, "admin1": "A"}, ["city", "province"]),
    ("a village in it", {"population": 2, "admin1": "A"}, ["province", "city"]),
    ("a city elsewhere", {"population": 20, "admin1": "B"}, ["province", "city"]),
]


@pytest.mark.parametrize(("_", "fields", "order"), SEATS, ids=[row[0] for row in SEATS])
def test_province_stands_behind_the_city_it_is_named_after(_, fields, order):
    x = {"X": "official"}
    province = entry("province", "admin1", x, population=100, admin1="A")
    assert ranked(entries(province, entry("city", names=x, **fields))) == order


def test_place_stands_once_under_a_name_with_its_strongest_kind():
    town = entry("town", names={"X": "alternate", "x": "official", "Ẋ": "alternate"})
    assert [(s.row, s.kind) for s in dict(senses_of_names(entries(town), {}))["x"]] == [(0, "official")]


def test_keys_come_in_order():
    made = entries(entry("b", names={"B": "official", "C.": "abbreviation"}), entry("a", names={"Ä": "official"}))
    assert [key for key, _ in senses_of_names(made, {})] == ["=C.", "a", "b"]


def test_default_that_is_no_place_of_the_gazetteer_is_none():
    made = entries(entry("a", names={"X": "official"}))
    assert [s.default for s in dict(senses_of_names(made, {"x": "gone"}))["x"]] == [False]
