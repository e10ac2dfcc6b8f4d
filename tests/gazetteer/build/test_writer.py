import pyarrow.parquet as pq
import pytest

from dashboard.gazetteer.build import writer
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.senses import senses_of_names
from dashboard.gazetteer.build.writer import Texts, write_index, write_streams
from dashboard.gazetteer.index import Index, open_index
from dashboard.gazetteer.layout import ARRAYS_FILE, TRIE_FILE
from dashboard.settings import shipped


def entry(place_id, name, kind="city", **fields):
    made = Entry(place_id, name, kind, 1.5, -2.25, "test", **fields)
    made.add_name(name, "official")
    return made


def test_texts_are_numbered_once_and_nothing_is_zero():
    texts = Texts()
    assert [texts.number(t) for t in ("a", None, "b", "", "a")] == [1, 0, 2, 0, 1]


def test_texts_of_any_script_come_back_whole():
    texts = Texts()
    for text in ("Āltūn", "بغداد", "🌍"):
        texts.number(text)
    sections = dict(texts.sections())
    assert sections["text"].tobytes().decode() == "Āltūnبغداد🌍"
    assert sections["text_at"].tolist() == [0, 0, 7, 17, 21]


def test_texts_beyond_those_remembered_are_numbered_anew_and_all_stay_readable(monkeypatch):
    monkeypatch.setattr(writer, "_REMEMBERED", 2)
    texts = Texts()
    assert [texts.number(t) for t in ("a", "b", "c", "a", "c")] == [1, 2, 3, 1, 4]
    assert dict(texts.sections())["text"].tobytes() == b"abcc"


def several():
    """Places of every sort: with and without a number of GeoNames, a parent, people, an extent; two of one name."""
    made = [
        entry("geonames:1", "Iraq", "country", country="IQ"),
        entry("geonames:2", "Najaf", "admin1", country="IQ", admin1="IQ.17", population=1_400_000, parent="geonames:1"),
        entry("geonames:3", "Najaf", country="IQ", admin1="IQ.17", population=480_000, parent="geonames:2"),
        entry("geonames:9", "Nájaf", country="IR", admin2="IR.30.1", feature_code="PPL", extent_km=12.5),
        entry("gazette:green-zone", "Green Zone", "landmark", country="IQ", in_overlay=True),
        entry("gazette:red-sea", "Red Sea", "sea", extent_km=2000.0),
    ]
    made[0].add_name("Iraqi", "demonym")
    made[5].add_name("R.S.", "abbreviation")
    return {place.place_id: place for place in made}


OVERLAY = Overlay({"along": "a word", "since": "a word"}, {"najaf": "geonames:9", "gone": "geonames:99"})


@pytest.mark.parametrize("name", [ARRAYS_FILE, TRIE_FILE])
def test_the_same_places_give_the_same_bytes(name, tmp_path):
    for folder in ("a", "b"):
        write_index(several(), OVERLAY, tmp_path / folder)
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_order_in_which_keys_come_changes_no_byte(tmp_path):
    write_index(several(), OVERLAY, tmp_path / "a")
    senses = reversed(list(senses_of_names(several(), OVERLAY.defaults)))
    write_streams(several().values(), senses, tmp_path / "b", not_places=OVERLAY.not_places)
    for name in (ARRAYS_FILE, TRIE_FILE):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_more_codes_than_two_bytes_can_number_stay_apart(tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "_TWO_BYTES", 2)
    places = [entry(f"geonames:{n}", "X", country=c) for n, c in enumerate(("AA", "BB", "CC", "DD"), 1)]
    write_index({p.place_id: p for p in places}, Overlay({}, {}), tmp_path)
    assert [Index(tmp_path).country(row) for row in range(4)] == ["AA", "BB", "CC", "DD"]


@pytest.mark.parametrize(
    ("parent", "row"), [("geonames:2", 1), ("gazette:b", 3), ("geonames:3", None), ("gazette:c", None), (None, None)]
)
def test_parent_is_found_by_its_id(parent, row, tmp_path):
    ids = ["geonames:1", "geonames:2", "gazette:a", "gazette:b"]
    places = [entry(place_id, "X", parent=parent) for place_id in ids]
    write_index(dict(zip(ids, places, strict=True)), Overlay({}, {}), tmp_path)
    assert Index(tmp_path).place(0).parent == (None if row is None else parent)


def test_index_in_use_survives_being_written_anew(small_folder):
    index = Index(small_folder)
    write_index({}, Overlay({}, {}), small_folder)
    assert index.place(0).name == "Iraq"
    assert len(Index(small_folder)) == 0


def test_nothing_else_is_left_in_the_folder(small_folder):
    assert {path.name for path in small_folder.iterdir()} == {ARRAYS_FILE, TRIE_FILE}


def test_shipped_index_and_shipped_tables_hold_the_same_places():
    index = open_index()
    places = pq.read_table(shipped("data") / "gazetteer" / "places.parquet", columns=["place_id", "lat", "name"])
    assert len(index) == len(places)
    for row in range(0, len(index), 9_999):
        stated = places.slice(row, 1).to_pylist()[0]
        place = index.place(row)
        assert (place.place_id, place.lat, place.name) == (stated["place_id"], stated["lat"], stated["name"])
