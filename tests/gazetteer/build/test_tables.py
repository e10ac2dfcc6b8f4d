import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.packages import pinned
from dashboard.gazetteer.build.tables import NAME_COLUMNS, PLACE_COLUMNS, write_tables
from dashboard.settings import shipped


@pytest.fixture
def entries():
    najaf = Entry("geonames:3", "Najaf", "city", 32.0, 44.3, "test", feature_code="", population=480_000)
    najaf.add_name("Najaf", "official")
    najaf.add_name("An Najaf", "alternate", language="de", source="other")
    najaf.add_name("Najafi", "demonym", language="en", source="overlay")
    return {"geonames:3": najaf, "gazette:a": Entry("gazette:a", "A", "sea", 1.0, 2.0, "overlay", extent_km=9.5)}


def test_places_have_a_row_each_and_what_is_not_known_is_null(entries, tmp_path):
    write_tables(entries, tmp_path)
    najaf, sea = pq.read_table(tmp_path / "places.parquet").to_pylist()
    assert (najaf["place_id"], najaf["population"], najaf["feature_code"], najaf["extent_km"]) == (
        "geonames:3",
        480_000,
        None,
        None,
    )
    assert (sea["population"], sea["country"], sea["extent_km"]) == (None, None, 9.5)


def test_names_are_sorted_and_say_their_language_and_source(entries, tmp_path):
    write_tables(entries, tmp_path)
    rows = [tuple(row.values()) for row in pq.read_table(tmp_path / "names.parquet").to_pylist()]
    assert rows == [
        ("An Najaf", "geonames:3", "de", "alternate", "other"),
        ("Najaf", "geonames:3", None, "official", "test"),
        ("Najafi", "geonames:3", "en", "demonym", "overlay"),
    ]


def test_the_same_places_give_the_same_bytes(entries, tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        write_tables(entries, folder)
    for name in ("places.parquet", "names.parquet"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()


@pytest.mark.parametrize(("file", "columns"), [("places", PLACE_COLUMNS), ("names", NAME_COLUMNS)])
def test_shipped_tables_have_the_columns(file, columns):
    schema = pq.read_schema(shipped("data") / "gazetteer" / f"{file}.parquet")
    assert schema.equals(pa.schema([(name, pa.type_for_alias(type_)) for name, type_ in columns.items()]))


def test_shipped_names_belong_to_shipped_places():
    folder = shipped("data") / "gazetteer"
    places = set(pq.read_table(folder / "places.parquet", columns=["place_id"])["place_id"].to_pylist())
    assert set(pq.read_table(folder / "names.parquet", columns=["place_id"])["place_id"].unique().to_pylist()) <= places


@pytest.mark.parametrize("file", ["places", "names"])
def test_every_shipped_row_says_where_it_is_from(file):
    sources = pq.read_table(shipped("data") / "gazetteer" / f"{file}.parquet", columns=["source"])["source"]
    assert sources.null_count == 0
    assert set(sources.unique().to_pylist()) <= {*pinned(), "overlay", "mean of its cities"}
