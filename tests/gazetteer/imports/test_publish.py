import pytest

from dashboard.gazetteer.build import in_order
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.writer import write_index
from dashboard.gazetteer.imports import publish
from dashboard.gazetteer.imports.publish import write_index_of
from dashboard.gazetteer.imports.staging import opened
from dashboard.gazetteer.index import Index
from dashboard.gazetteer.layout import ARRAYS_FILE, TRIE_FILE
from tests.gazetteer.imports.dumps import OVERLAY, shipped_entries


@pytest.fixture
def staging(tmp_path):
    with opened(tmp_path / "staging.sqlite", OVERLAY) as staging:
        yield staging


def put_shipped(staging, entries):
    staging.put_shipped(entries.values())
    staging.put_shipped_names((e.place_id, name, kind) for e in entries.values() for name, kind in e.kinds.items())


def put(staging, **fields):
    made = Entry(
        **{"place_id": "geonames:9", "name": "X", "kind": "city", "lat": 0.0, "lon": 0.0, "source": "dump"} | fields
    )
    made.add_name(made.name, "official")
    staging.put([made])


def test_index_is_the_one_that_is_written_from_the_same_entries(staging, tmp_path):
    entries = in_order(shipped_entries())
    entries["geonames:3"].parent = "geonames:2"
    for entry in entries.values():
        entry.parent = entry.parent or ("geonames:99" if entry.country else None)
    put_shipped(staging, entries)
    write_index_of(staging, OVERLAY, tmp_path / "staged", progress=print)
    write_index(entries, OVERLAY, tmp_path / "direct")
    for name in (ARRAYS_FILE, TRIE_FILE):
        assert (tmp_path / "staged" / name).read_bytes() == (tmp_path / "direct" / name).read_bytes()


PARENTS = [
    ("in a county", {"admin2": "IQ.08.9", "admin1": "IQ.08", "country": "IQ"}, "geonames:4"),
    ("in a county that is not there", {"admin2": "IQ.08.1", "admin1": "IQ.08", "country": "IQ"}, "geonames:1"),
    ("in a country", {"country": "PS"}, "geonames:2"),
    ("the county", {"admin2": "SY.1.1", "kind": "admin2", "country": "IQ"}, "geonames:1"),
    ("in a country that is not there", {"country": "XX"}, None),
    ("in none", {}, None),
    ("a province with the code of a county", {"admin2": "IQ.08.9", "kind": "admin1", "country": "IQ"}, "geonames:1"),
    ("a country with the code of a county", {"admin2": "IQ.08.9", "kind": "country", "country": "SY"}, None),
]


@pytest.mark.parametrize(("fields", "parent"), [row[1:] for row in PARENTS], ids=[row[0] for row in PARENTS])
def test_parent_is_the_nearest_above_that_is_there(fields, parent, staging, tmp_path):
    put_shipped(staging, shipped_entries())
    put(staging, **fields)
    write_index_of(staging, OVERLAY, tmp_path, progress=print)
    index = Index(tmp_path)
    assert index.place(index.row_of("geonames:9")).parent == parent


def test_default_sense_of_a_place_that_is_not_there_is_none(staging, tmp_path):
    put(staging, name="Gaza")
    write_index_of(staging, OVERLAY, tmp_path, progress=print)
    index = Index(tmp_path)
    assert [(index.place(s.row).place_id, s.default) for s in index.senses(index.find("Gaza"))] == [
        ("geonames:9", False)
    ]


def test_progress_is_told_every_so_many_names(staging, tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "_TOLD_EVERY", 2)
    for number in range(1, 6):
        put(staging, place_id=f"geonames:{number}", name=f"Place {'abcde'[number - 1]}")
    told = []
    write_index_of(staging, OVERLAY, tmp_path, progress=told.append)
    assert told == ["sorting the names", "2 distinct names", "4 distinct names"]
