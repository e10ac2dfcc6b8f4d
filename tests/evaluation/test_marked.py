import pytest

from dashboard.evaluation.labels import Mark
from dashboard.evaluation.marked import meant, read_marked
from dashboard.gazetteer.index import open_index


def read(tmp_path, text):
    path = tmp_path / "texts.txt"
    path.write_text(text, encoding="utf-8")
    return read_marked(path, open_index())


def test_labels_are_taken_out_of_the_text_and_kept_as_marks(tmp_path):
    one, two = read(tmp_path, "=== a\nIn [[Paris|Paris, Texas]], on [[Elm Street|?]].\n\n=== b\nNothing.\n")
    assert (one.id, one.text, two.text) == ("a", "In Paris, on Elm Street.", "Nothing.")
    paris, street = one.marks
    assert (paris.span, paris.place_id, paris.type) == ((3, 8), "geonames:4717560", "literal")
    assert street == Mark(13, 23, None, None, "literal")


def test_a_use_is_the_type_of_a_mark(tmp_path):
    (text,) = read(tmp_path, "=== a\n[[Baghdad|Baghdad, Iraq|A]] met [[Turkish|Turkey|D]] envoys.")
    assert [mark.type for mark in text.marks] == ["associative", "demonym"]


@pytest.mark.parametrize(
    ("label", "place_id"),
    [
        ("Georgia (country)", "geonames:614540"),
        ("Georgia (admin1)", "geonames:4197000"),
        ("Springfield, Illinois", "geonames:4250542"),
        ("Springfield, IL, US", "geonames:4250542"),
        ("Ill., United States", "geonames:4896861"),
    ],
)
def test_a_label_means_the_place_it_names(label, place_id):
    index = open_index()
    assert index.place(next(meant(label, index))).place_id == place_id


@pytest.mark.parametrize("text", ["=== a\n[[Xyzzyqux|Xyzzyqux]]", "=== a\n[[Paris|Paris", "=== a\nParis|Paris]]"])
def test_a_bad_label_is_told_with_the_text_it_is_in(tmp_path, text):
    with pytest.raises(ValueError, match=r"^a: "):
        read(tmp_path, text)
