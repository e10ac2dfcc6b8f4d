import pytest
from shapely.geometry import MultiLineString, box

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.water_entries import add_waters
from dashboard.gazetteer.build.waters import Water

COUNTRIES = {"XX": box(0, 0, 10, 10), "YY": box(10, 0, 20, 10), "ABC": box(20, 0, 30, 10)}


def river(name, start=(2.0, 2.0), end=(4.0, 4.0), *, aliases=()):
    return Water(name, aliases, "river", "STM", MultiLineString([[start, end]]), end[1], end[0], "source")


def lake(name, area=None):
    area = area or box(1, 1, 2, 2)
    return Water(name, (), "lake", "LK", area, area.centroid.y, area.centroid.x, "source")


def sea(name, area=None, kind="sea"):
    area = area or box(40, 0, 50, 10)
    return Water(name, (), kind, "SEA", area, area.centroid.y, area.centroid.x, "source")


def known(place_id, name, kind, lat, lon, *, aliases=()):
    entry = Entry(place_id, name, kind, lat, lon, "overlay", in_overlay=True)
    for each in (name, *aliases):
        entry.add_name(each, "official")
    return {place_id: entry}


def test_a_new_river_is_named_with_the_word_and_has_its_mouth_and_country():
    entries = {}
    of_places = add_waters(entries, [river("Ebro")], COUNTRIES)
    entry = entries["ne:ebro-river"]
    assert (entry.name, entry.kind, entry.feature_code, entry.country) == ("Ebro River", "river", "STM", "XX")
    assert (entry.lat, entry.lon, entry.source) == (4.0, 4.0, "source")
    assert set(of_places) == {"ne:ebro-river"}


@pytest.mark.parametrize(
    ("name", "taken", "alone"),
    [
        pytest.param("Ebro", None, False, id="short"),
        pytest.param("Red", None, False, id="a common word"),
        pytest.param("Mendoza", "Mendoza", False, id="a city is called so"),
        pytest.param("Indigirka", None, True, id="long and nobody else's"),
        pytest.param("Blue Nile", None, True, id="two words"),
    ],
)
def test_a_river_is_known_by_its_name_alone_only_if_that_is(name, taken, alone):
    entries = known("geonames:1", taken, "city", 50, 50) if taken else {}
    (place_id,) = add_waters(entries, [river(name)], COUNTRIES)
    assert (name in entries[place_id].names) is alone


@pytest.mark.parametrize(
    ("entry", "water", "same"),
    [
        pytest.param(known("a:1", "Euphrates", "river", 4, 4), river("Euphrates"), True, id="a river by its name"),
        pytest.param(known("a:1", "River Ebro", "river", 4, 4), river("Ebro"), True, id="with the word before"),
        pytest.param(
            known("a:1", "Yangtze", "river", 4, 4), river("Chang", aliases=("Yangtze River",)), True, id="by an alias"
        ),
        pytest.param(known("a:1", "Red River", "river", -30, 60), river("Red"), False, id="a namesake far away"),
        pytest.param(known("a:1", "Winnipeg", "city", 4, 4), river("Winnipeg"), False, id="a city"),
        pytest.param(known("a:1", "Lake Winnipeg", "lake", 4, 4), river("Winnipeg"), False, id="a lake is no river"),
        pytest.param(known("a:1", "Caspian Sea", "sea", 1, 1), lake("Caspian Sea"), True, id="a sea that is a lake"),
        pytest.param(known("a:1", "Hudson Bay", "sea", 5, 45), sea("Hudson Strait"), False, id="a bay is no strait"),
        pytest.param(
            known("a:1", "Florida Straits", "strait", 5, 45), sea("Straits of Florida"), True, id="words turned round"
        ),
    ],
)
def test_a_water_joins_the_place_that_is_there(entry, water, same):
    entries = dict(entry)
    (place_id,) = add_waters(entries, [water], COUNTRIES)
    assert (place_id == "a:1") is same


def test_a_place_that_is_there_keeps_its_point_and_gets_names():
    entries = known("a:1", "Euphrates", "river", 3, 3)
    add_waters(entries, [river("Euphrates", aliases=("Furat River",))], COUNTRIES)
    assert (entries["a:1"].lat, entries["a:1"].name) == (3, "Euphrates")
    assert entries["a:1"].names["Furat River"].source == "source"
    assert entries["a:1"].kinds["Euphrates"] == "official"


def test_two_rivers_of_one_name_get_two_ids_the_longer_first():
    entries = {}
    short, long = river("Negro"), river("Negro", (12.0, 1.0), (19.0, 9.0))
    for order in ([short, long], [long, short]):
        entries.clear()
        assert list(add_waters(entries, order, COUNTRIES)) == ["ne:negro-river", "ne:negro-river-2"]
        assert [entry.country for entry in entries.values()] == ["YY", "XX"]


@pytest.mark.parametrize(
    ("water", "country"),
    [
        pytest.param(lake("Van"), "XX", id="in one country"),
        pytest.param(lake("Geneva", box(9, 1, 11, 2)), None, id="between two"),
        pytest.param(lake("Far", box(60, 1, 61, 2)), None, id="outside all"),
        pytest.param(lake("Apart", box(21, 1, 22, 2)), None, id="in an area without an ISO code"),
        pytest.param(sea("Inner Sea", box(1, 1, 2, 2)), None, id="a sea has none"),
    ],
)
def test_the_country_of_a_water(water, country):
    entries = {}
    add_waters(entries, [water], COUNTRIES)
    assert next(iter(entries.values())).country == country
