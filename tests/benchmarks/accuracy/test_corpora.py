"""Labelled corpora as they are read."""

import json
from pathlib import Path

import pytest

from benchmarks.accuracy.corpora import read_corpora, read_corpus
from dashboard.evaluation.labels import Mark

PARIS = {"start": 0, "end": 5, "lat": None, "lon": None}


def write(path: Path, *toponyms: dict[str, object], text: str = "Paris") -> Path:
    line = json.dumps({"id": 1, "text": text, "toponyms": toponyms}, ensure_ascii=False)
    path.write_text(line + "\n", encoding="utf-8")
    return path


def test_a_repeated_span_is_kept_once_with_its_point(tmp_path: Path) -> None:
    corpus = read_corpus(write(tmp_path / "own.jsonl", PARIS, {**PARIS, "lat": 48.86, "lon": 2.35, "geonames_id": 7}))
    assert corpus.texts[0].marks == [Mark(0, 5, 48.86, 2.35, place_id="geonames:7")]


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    assert read_corpus(write(tmp_path / "own.jsonl", text="Paris\u2028Lyon")).texts[0].text == "Paris\u2028Lyon"


def test_known_corpora_come_first_and_keep_their_conventions(tmp_path: Path) -> None:
    for name in ("another", "geowebnews_dev", "lgl_dev", "tudloc2013_dev"):
        write(tmp_path / f"{name}.jsonl")
    corpora = read_corpora(tmp_path)
    assert [corpus.name for corpus in corpora] == ["lgl_dev", "geowebnews_dev", "tudloc2013_dev", "another"]
    assert [corpus.convention.fitted for corpus in corpora] == [True, True, False, True]


@pytest.mark.parametrize(
    ("lat", "near"), [(1.44, True), (1.45, False), (None, False)], ids=["160 km", "161.2 km", "unknown"]
)
def test_near_is_within_161_km(lat: float | None, near: bool) -> None:
    assert Mark(0, 1, 0.0, 0.0).is_near(lat, 0.0) is near
