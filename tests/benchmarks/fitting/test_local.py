import pytest

from benchmarks.fitting.local import local_texts
from dashboard.gazetteer.index import open_index


@pytest.fixture(scope="module")
def texts():
    return local_texts(open_index(), texts=12)


def test_the_same_texts_are_written_every_time(texts):
    assert local_texts(open_index(), texts=12) == texts


def test_every_name_is_labelled_with_its_place(texts):
    index = open_index()
    for text in texts:
        assert text.marks
        for mark in text.marks:
            place = index.place(index.row_of(mark.place_id))
            assert (text.text[mark.start : mark.end], place.lat) == (place.name, mark.lat)


def test_no_frame_is_left_open(texts):
    assert not any("{}" in text.text or "*" in text.text for text in texts)
