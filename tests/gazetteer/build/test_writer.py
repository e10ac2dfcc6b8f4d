import pyarrow.parquet as pq

from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.writer import Texts, write_index
from dashboard.gazetteer.index import Index, open_index
from dashboard.gazetteer.layout import ARRAYS_FILE, TRIE_FILE
from dashboard.settings import shipped


def test_texts_are_numbered_once_and_nothing_is_zero():
    texts = Texts()
    assert [texts.number(t) for t in ("a", None, "b", "", "a")] == [1, 0, 2, 0, 1]


def test_texts_of_any_script_come_back_whole():
    texts = Texts()
    for text in ("Āltūn", "بغداد", "🌍"):
        texts.number(text)
    sections = texts.sections()
    assert sections["text"] == ("B", "Āltūnبغداد🌍".encode())


def test_the_same_places_give_the_same_bytes(small_folder, tmp_path_factory):
    again = tmp_path_factory.mktemp("again")
    write_index({}, Overlay({}, {}), again)
    empty = (again / ARRAYS_FILE).read_bytes()
    write_index({}, Overlay({}, {}), again)
    assert (again / ARRAYS_FILE).read_bytes() == empty


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
