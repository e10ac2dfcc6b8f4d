from array import array

import pytest

from dashboard.errors import GazetteerDamaged, GazetteerMissing
from dashboard.gazetteer import layout
from dashboard.gazetteer.layout import ARRAYS_FILE, TRIE_FILE, map_arrays, write_arrays


@pytest.fixture
def folder(tmp_path):
    sections = {"lat": array("d", [1.5, -2.5]), "kind": array("B", b"\1\2\3"), "none": array("I")}
    write_arrays(tmp_path / ARRAYS_FILE, sections.items(), count=3, trie_bytes=4)
    (tmp_path / TRIE_FILE).write_bytes(b"trie")
    return tmp_path


def test_sections_come_back_as_they_were_packed(folder):
    mapped = map_arrays(folder)
    assert {name: view.tolist() for name, view in mapped.items()} == {"lat": [1.5, -2.5], "kind": [1, 2, 3], "none": []}


def test_sections_begin_at_multiples_of_eight_bytes_after_the_directory(folder):
    data = (folder / ARRAYS_FILE).read_bytes()
    assert data[-16:] == array("d", [-2.5]).tobytes() + b"\1\2\3" + bytes(5)
    assert len(data) % 8 == 0


def rewrite(change):
    def damage(folder):
        path = folder / ARRAYS_FILE
        path.write_bytes(change(path.read_bytes()))

    return damage


DAMAGES = {
    "truncated": (rewrite(lambda data: data[:-8]), "bytes instead of"),
    "cut within the header": (rewrite(lambda data: data[:10]), "does not begin like an index"),
    "longer": (rewrite(lambda data: data + b"x"), "bytes instead of"),
    "empty": (rewrite(lambda _: b""), "empty"),
    "something else": (rewrite(lambda data: b"PK" + data[2:]), "does not begin like an index"),
    "a newer format": (rewrite(lambda data: data[:8] + b"\x63" + data[9:]), "format 99"),
    "half a trie": (lambda folder: (folder / TRIE_FILE).write_bytes(b"tr"), "2 bytes instead of 4"),
}


@pytest.mark.parametrize(("damage", "why"), DAMAGES.values(), ids=DAMAGES)
def test_damaged_file_is_refused_with_the_reason_and_the_remedy(folder, damage, why):
    damage(folder)
    with pytest.raises(GazetteerDamaged, match=f"(?s){why}.*gazette gazetteer build"):
        map_arrays(folder)


@pytest.mark.parametrize("name", [ARRAYS_FILE, TRIE_FILE])
def test_missing_file_is_said_to_be_missing(folder, name):
    (folder / name).unlink()
    with pytest.raises(GazetteerMissing, match="gazette gazetteer build"):
        map_arrays(folder)


def test_machine_that_stores_numbers_the_other_way_round_is_told(folder, monkeypatch):
    monkeypatch.setattr(layout.sys, "byteorder", "big")
    with pytest.raises(GazetteerDamaged, match="other way round"):
        map_arrays(folder)
