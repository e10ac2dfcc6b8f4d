import csv
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import GazetteerDamaged, GazetteerMissing
from dashboard.gazetteer.distance import km_between
from dashboard.gazetteer.index import Index, Sense, open_index
from dashboard.gazetteer.layout import TRIE_FILE

ALTUN_KUPRI, KURDISTAN = "gazette:altun-kupri", "geonames:126585"
GAZA_STRIP, GAZA_CITY = "geonames:281132", "geonames:281133"
GEORGIA, GEORGIA_US = "geonames:614540", "geonames:4197000"

# The place a name means when nothing speaks against it.
FIRST = [
    ("Baghdad", "geonames:98182"), ("Najaf", "geonames:98860"), ("Karbala", "geonames:94824"), ("Kerbala", "geonames:94824"),
    ("Tehran", "geonames:112931"), ("TEHRAN", "geonames:112931"), ("Kirkuk", "geonames:94787"), ("Erbil", "geonames:95446"),
    ("Altun Kupri", ALTUN_KUPRI), ("Altunkupri", ALTUN_KUPRI), ("Altun-Kupri", ALTUN_KUPRI), ("Altun Kopri", ALTUN_KUPRI),
    ("Altun Kubri", ALTUN_KUPRI), ("Altun Kopru", ALTUN_KUPRI), ("Altunköprü", ALTUN_KUPRI), ("Altınköprü", ALTUN_KUPRI),
    ("Āltūn Kawbrī", ALTUN_KUPRI), ("Al-Tun Kopri", ALTUN_KUPRI), ("Al-Tun Kupri", ALTUN_KUPRI), ("Pirde", ALTUN_KUPRI),
    ("Prde", ALTUN_KUPRI), ("Kurdistan Region", KURDISTAN), ("Kurdish region", KURDISTAN), ("Kurdish Region", KURDISTAN),
    ("Iraqi Kurdistan", KURDISTAN), ("Kurdistan", KURDISTAN), ("Gaza Strip", GAZA_STRIP),
    ("Gaza City", GAZA_CITY), ("West Bank", "geonames:285153"), ("Washington", "geonames:4140963"),
    ("Washington, D.C.", "geonames:4140963"), ("Washington state", "geonames:5815135"), ("Georgia", GEORGIA),
    ("St. Louis", "geonames:4407066"), ("Saint Louis", "geonames:4407066"), ("Xi'an", "geonames:1790630"),
    ("Xi’an", "geonames:1790630"), ("Xian", "geonames:1790630"), ("Sana'a", "geonames:71137"), ("Sanaa", "geonames:71137"),
    ("São Paulo", "geonames:3448439"), ("Sao Paulo", "geonames:3448439"), ("New York", "geonames:5128581"),
    ("Kiev", "geonames:703448"), ("Kyiv", "geonames:703448"), ("Burma", "geonames:1327865"), ("Ivory Coast", "geonames:2287781"),
    ("Holy See", "geonames:3164670"), ("Czech Republic", "geonames:3077311"), ("Britain", "geonames:2635167"),
    ("America", "geonames:6252001"), ("Khan Younis", "geonames:281124"), ("Middle East", "geonames:6269133"),
    ("Persian Gulf", "gazette:persian-gulf"), ("Strait of Hormuz", "gazette:strait-of-hormuz"), ("Europe", "geonames:6255148"),
    ("Euphrates", "gazette:euphrates"), ("Sinai", "gazette:sinai"), ("Harris County", "geonames:4696376"),
    ("Najaf Governorate", "geonames:98862"), ("Suffolk County", "geonames:5140076"), ("Heathrow", "gazette:heathrow"),
]  # fmt: skip
EXACT = [
    ("U.S.", "geonames:6252001"), ("US", "geonames:6252001"), ("USA", "geonames:6252001"), ("UK", "geonames:2635167"),
    ("U.K.", "geonames:2635167"), ("EU", "gazette:european-union"), ("UAE", "geonames:290557"), ("DRC", "geonames:203312"),
    ("D.C.", "geonames:4140963"), ("Calif.", "geonames:5332921"), ("W. Va.", "geonames:4826850"), ("Tex.", "geonames:4736286"),
    ("TX", "geonames:4736286"), ("N.Y.", "geonames:5128638"), ("B.C.", "geonames:5909050"), ("NSW", "geonames:2155400"),
    ("L.A.", "geonames:5368361"),
]  # fmt: skip
DEMONYMS = [
    ("Iranian", "geonames:130758"), ("Iranians", "geonames:130758"), ("Iraqi", "geonames:99237"), ("Kurdish", KURDISTAN),
    ("Kurds", KURDISTAN), ("Palestinian", "geonames:6254930"), ("Palestinians", "geonames:6254930"), ("Texan", "geonames:4736286"),
    ("European", "geonames:6255148"), ("Catalan", "geonames:3336901"), ("British", "geonames:2635167"),
    ("American", "geonames:6252001"), ("Abkhaz", "geonames:6643410"), ("Turkish", "geonames:298795"),
]  # fmt: skip
# GeoNames' own points; a centroid would be hundreds of kilometres away.
POINTS = [
    ("Canada", 60.10867, -113.64258), ("China", 35.0, 105.0), ("Russia", 60.0, 100.0), ("Australia", -25.0, 135.0),
    ("Texas", 31.25044, -99.25061), ("Ontario", 49.25014, -84.49983), ("Alberta", 52.28333, -117.469),
    ("Queensland", -20.0, 145.0),
]  # fmt: skip
EXACT_NAMES = list(csv.DictReader((Path(__file__).parents[1] / "data" / "exact_names.csv").open(encoding="utf-8")))
NO_NAMES = ["us", "Us", "Of", "xyzzy", "", "-", "\u200b", "\ud800", "bghdad", "بغداد"]
NOT_PLACES = ["along", "since", "most", "may", "march", "adam", "north", "police", "hamas"]
PLACES_AFTER_ALL = [
    "reading",
    "nice",
    "mobile",
    "orange",
    "turkey",
    "jordan",
    "chad",
    "split",
    "baghdad",
    "paris",
    "van",
]


@pytest.fixture(scope="module")
def index():
    return open_index()


def first_of(index, key):
    return index.place(index.senses(key)[0].row).place_id


@pytest.mark.parametrize(("name", "place_id"), FIRST, ids=[name for name, _ in FIRST])
def test_name_first_means(index, name, place_id):
    assert first_of(index, index.find(name)) == place_id


@pytest.mark.parametrize("row", EXACT_NAMES, ids=[row["name"] for row in EXACT_NAMES])
def test_name_resolves_first_to_the_record_written_down_for_it(index, row):
    place = index.lookup(row["name"], limit=1)[0].place
    if row["place_id"]:
        assert place.place_id == row["place_id"]
    if row["within_km"]:
        assert km_between(place.lat, place.lon, float(row["lat"]), float(row["lon"])) <= float(row["within_km"])


@pytest.mark.parametrize(("name", "place_id"), EXACT, ids=[name for name, _ in EXACT])
def test_abbreviation_is_known_as_it_is_written_and_no_other_way(index, name, place_id):
    assert first_of(index, index.exact(name)) == place_id
    assert index.exact(name.lower()) is None
    assert {s.kind for s in index.senses(index.exact(name))} == {"abbreviation"}


@pytest.mark.parametrize(("name", "place_id"), DEMONYMS, ids=[name for name, _ in DEMONYMS])
def test_demonym_means_the_place_of_its_people(index, name, place_id):
    sense = index.senses(index.find(name))[0]
    assert (index.place(sense.row).place_id, sense.kind) == (place_id, "demonym")


@pytest.mark.parametrize(("name", "lat", "lon"), POINTS, ids=[name for name, _, _ in POINTS])
def test_large_place_has_the_point_geonames_gives_it(index, name, lat, lon):
    place = index.lookup(name)[0].place
    assert km_between(place.lat, place.lon, lat, lon) < 1


@pytest.mark.parametrize("name", NO_NAMES, ids=ascii)
def test_what_is_no_name_is_not_found(index, name):
    assert index.find(name) is None


@pytest.mark.parametrize("word", NOT_PLACES)
def test_word_of_the_language_is_known_to_be_no_place(index, word):
    assert index.not_place(word)


@pytest.mark.parametrize("word", PLACES_AFTER_ALL)
def test_word_that_is_a_well_known_place_is_not_on_that_list(index, word):
    assert index.not_place(word) is None


def test_georgia_is_a_country_and_a_state(index):
    assert [index.place(s.row).place_id for s in index.senses(index.find("Georgia"))[:2]] == [GEORGIA, GEORGIA_US]


def test_borrowed_names_of_seas_and_rivers_are_gone(index):
    kinds = {
        name: {index.kind(s.row) for s in index.senses(index.find(name))} for name in ("Persian Gulf", "Euphrates")
    }
    assert kinds == {"Persian Gulf": {"sea"}, "Euphrates": {"river"}}


def test_place_has_all_that_is_known_of_it(index):
    najaf = index.place(index.row_of("geonames:98860"))
    assert (najaf.name, najaf.kind, najaf.country, najaf.country_name) == ("Najaf", "city", "IQ", "Iraq")
    assert (najaf.admin1, najaf.admin1_name, najaf.feature_code) == ("IQ.17", "Najaf", "PPLA")
    assert najaf.population > 100_000
    assert najaf.extent_km is None


def test_capitals_have_their_feature_code(index):
    assert {index.feature_code(index.row_of(i)) for i in ("geonames:98182", "geonames:112931")} == {"PPLC"}


def test_every_county_of_the_united_states_is_there(index):
    counties = [r for r in range(len(index)) if index.kind(r) == "admin2" and index.country(r) == "US"]
    assert len(counties) > 3_000


# How the index works, on one small enough to see whole.


def test_senses_begin_with_the_default_then_the_seat_then_what_is_named_after_it(small_index):
    senses = small_index.senses(small_index.find("najaf"))
    assert [small_index.place(s.row).place_id for s in senses] == ["geonames:9", "geonames:3", "geonames:2"]
    assert senses[0] == Sense(4, "official", default=True)


@pytest.mark.parametrize(
    "place_id", ["geonames:1", "geonames:4", "geonames:9", "gazette:green-zone", "gazette:red-sea"]
)
def test_row_of_a_place_leads_back_to_it(small_index, place_id):
    assert small_index.place(small_index.row_of(place_id)).place_id == place_id


@pytest.mark.parametrize("place_id", ["geonames:0", "geonames:5", "geonames:x", "gazette:", "", "geonames:" + "9" * 30])
def test_unknown_place_has_no_row(small_index, place_id):
    assert small_index.row_of(place_id) is None


def test_columns_go_by_row(small_index):
    row = small_index.row_of("geonames:3")
    assert (small_index.kind(row), small_index.country(row), small_index.population[row]) == ("city", "IQ", 480_000)
    assert (small_index.lat[row], small_index.lon[row]) == (32.0, 44.3)
    assert small_index.admin1(row) == small_index.row_of("geonames:2")
    assert small_index.feature_code(row) is None


def test_place_without_country_and_admin1_says_so(small_index):
    sea = small_index.place(small_index.row_of("gazette:red-sea"))
    assert (sea.country, sea.country_name, sea.admin1, sea.admin1_name, sea.parent, sea.population) == (None,) * 6
    assert small_index.admin1(small_index.row_of("gazette:red-sea")) == -1


def test_place_is_read_once(small_index):
    assert small_index.place(3) is small_index.place(3)


def test_index_remembers_no_more_than_it_can_use(small_index, monkeypatch):
    monkeypatch.setattr("dashboard.gazetteer.index._REMEMBERED", 2)
    names = [small_index.place(row).name for row in (*range(len(small_index)), 0)]
    assert names[0] == names[-1] == "Iraq"
    assert len(small_index._places) <= 2


def test_length_is_the_number_of_places(small_index):
    assert len(small_index) == 7


def test_lookup_gives_shares_of_one_belief(small_index):
    found = small_index.lookup("NAJAF")
    assert sum(c.score for c in found) == pytest.approx(1, abs=0.001)
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({"country": "ir"}, ["geonames:9"]),
        ({"country": "FR"}, []),
        ({"limit": 1}, ["geonames:9"]),
        ({"near": (32.0, 44.0), "limit": 1}, ["geonames:3"]),
    ],
    ids=str,
)
def test_lookup_keeps_to_what_is_asked(small_index, options, ids):
    assert [c.place.place_id for c in small_index.lookup("Najaf", **options)] == ids


@pytest.mark.parametrize("name", ["usa", "USA", "u.s."])
def test_lookup_is_lenient_about_the_case_of_an_abbreviation(index, name):
    assert index.lookup(name)[0].place.place_id == "geonames:6252001"


def test_reverse_gives_the_nearest_places_of_one_point(small_index):
    assert [c.place.place_id for c in small_index.reverse(33.0, 44.0, limit=2)] == ["gazette:green-zone", "geonames:3"]


@pytest.mark.parametrize("point", [(90, 0), (-90, 0), (0, 180), (0, -180), (-48.9, -123.4)])
def test_reverse_finds_something_anywhere(index, point):
    assert len(index.reverse(*point, limit=2)) == 2


@pytest.mark.parametrize("limit", [1, 7])
@pytest.mark.parametrize("point", [(33.3, 44.4), (-48.9, -123.4), (89.5, 10), (0.2, 179.9)], ids=str)
def test_reverse_misses_nothing_that_is_nearer(index, point, limit):
    kinds = {"city", "district", "airport", "base", "crossing", "landmark"}
    points = (row for row in range(len(index)) if index.kind(row) in kinds)
    nearest = sorted((km_between(*point, index.lat[row], index.lon[row]), row) for row in points)[:limit]
    found = [candidate.place for candidate in index.reverse(*point, limit=limit)]
    assert found == [index.place(row) for _, row in nearest]


@pytest.mark.parametrize("limit", [0, -1])
def test_reverse_gives_none_where_none_is_wanted(small_index, limit):
    assert small_index.reverse(33.0, 44.0, limit=limit) == []


def test_reverse_sees_across_the_antimeridian(index):
    assert index.reverse(-16.8, -179.99)[0].place.country == "FJ"


# Hostile input.


@given(st.text(max_size=60))
def test_no_text_breaks_a_look_into_the_index(text):
    index = open_index()
    assert index.exact(text) is None or text.isascii()
    assert isinstance(index.lookup(text), list)


# Files that are not as they should be.


def test_missing_gazetteer_names_the_command_that_builds_one(tmp_path):
    with pytest.raises(GazetteerMissing, match="gazette gazetteer build"):
        open_index(tmp_path / "nowhere")


def test_trie_of_another_build_is_refused(small_folder):
    path = small_folder / TRIE_FILE
    path.write_bytes(bytes(len(path.read_bytes())))
    with pytest.raises(GazetteerDamaged, match=TRIE_FILE):
        Index(small_folder)


def test_index_is_opened_once(small_folder):
    assert open_index(small_folder) is open_index(small_folder)


def test_opening_imports_nothing_heavy():
    code = "import sys, dashboard.gazetteer.index as i; i.open_index(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "pandas", "pyarrow", "geopy", "streamlit", "folium", "shapely"} & set(loaded)


def test_places_can_be_sent_to_another_process(small_index):
    assert pickle.loads(pickle.dumps(small_index.place(2))) == small_index.place(2)
