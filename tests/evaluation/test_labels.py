import json

import pytest

from dashboard.errors import ArticleError
from dashboard.evaluation.labels import Mark, marks_found, read_labelled, unrepeated
from dashboard.records import Place, Resolution, Toponym


def written(tmp_path, *lines):
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_a_line_is_a_text_with_its_marks(tmp_path):
    line = {
        "id": 7,
        "text": "Najaf",
        "toponyms": [{"start": 0, "end": 5, "lat": 32, "lon": 44.3, "geonames_id": "98860"}],
    }
    (text,) = read_labelled(written(tmp_path, line, ""))
    assert (text.id, text.marks) == ("7", [Mark(0, 5, 32, 44.3, None, "geonames:98860")])


BAD = {
    "no JSON": "{",
    "no text": {"id": "1", "toponyms": []},
    "toponyms are no list": {"id": "1", "text": "x", "toponyms": "all"},
    "a place without an end": {"id": "1", "text": "x", "toponyms": [{"start": 0}]},
    "a start in words": {"id": "1", "text": "x", "toponyms": [{"start": "one", "end": 2}]},
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_a_bad_line_is_told_with_its_number(tmp_path, line):
    good = {"id": "0", "text": "x", "toponyms": []}
    with pytest.raises(ArticleError, match="line 2 is no labelled text"):
        read_labelled(written(tmp_path, good, line))


def test_of_two_marks_of_one_span_the_located_one_is_kept():
    marks = [Mark(3, 5, 1, 1), Mark(0, 2, None, None), Mark(0, 2, 2, 2)]
    assert unrepeated(marks) == [Mark(0, 2, 2, 2), Mark(3, 5, 1, 1)]


def test_answers_become_marks_with_kind_and_use():
    place = Place("geonames:1", "Iraq", "country", 33, 44)
    iraqi = Resolution(Toponym(0, 5, "Iraqi", "demonym"), place, 0.9)
    nowhere = Resolution(Toponym(6, 9, "Xyz", "literal"), None, 0.1)
    assert marks_found([iraqi, nowhere]) == [
        Mark(0, 5, 33, 44, None, "geonames:1", "country", "demonym", 0.9),
        Mark(6, 9, None, None, use="literal", confidence=0.1),
    ]
    assert [mark.start for mark in marks_found([iraqi, nowhere], demonyms=False)] == [6]
