"""How much of what newspapers name the gazetteer could give: held to the floors of benchmarks/accuracy/floors.toml."""

import csv
import os
import tomllib
from pathlib import Path

import pytest

from benchmarks.accuracy.ceiling import Found, candidates_of, in_scope, rows_of, share
from benchmarks.accuracy.corpora import Convention, Corpus, read_corpus
from dashboard.evaluation.labels import Labelled, Mark
from dashboard.gazetteer.distance import km_between
from dashboard.gazetteer.index import open_index

ROOT = Path(__file__).resolve().parents[3]
FLOORS = tomllib.loads((ROOT / "benchmarks" / "accuracy" / "floors.toml").read_text(encoding="utf-8"))["ceiling"]
NAMES = list(csv.DictReader((ROOT / "tests" / "data" / "newspaper_names.csv").open(encoding="utf-8")))
CORPORA = os.environ.get("GAZETTE_CORPORA")


def is_known(row):
    """Whether the gazetteer has a place of the row's name where the row says it is."""
    index, lat, lon = open_index(), float(row["lat"]), float(row["lon"])
    far = (km_between(lat, lon, index.lat[at], index.lon[at]) for at in rows_of(row["name"], index))
    return min(far, default=float("inf")) <= float(row["within_km"])


def test_names_a_newspaper_writes_are_known_where_they_are():
    unknown = [row["name"] for row in NAMES if not is_known(row)]
    assert 1 - len(unknown) / len(NAMES) >= FLOORS["newspaper_names"], unknown


@pytest.mark.parametrize("kind", sorted({row["class"] for row in NAMES}))
def test_no_class_of_names_is_left_out(kind):
    rows = [row for row in NAMES if row["class"] == kind]
    assert sum(map(is_known, rows)) >= 0.8 * len(rows)


@pytest.mark.skipif(not CORPORA, reason="GAZETTE_CORPORA names no folder of labelled corpora")
@pytest.mark.parametrize("corpus", [name for name in FLOORS if name != "newspaper_names"])
def test_ceiling_of_a_corpus_is_not_under_its_floor(corpus):
    (path,) = Path(CORPORA or "").glob(f"{corpus}*.jsonl")
    read = read_corpus(path)
    assert share(in_scope(candidates_of(read, open_index()), read.convention.title)) >= FLOORS[corpus]


def corpus_of(text, *marks):
    return Corpus("made", Convention("Made"), [Labelled("1", text, list(marks))])


@pytest.mark.parametrize(
    ("mark", "near", "same"),
    [
        (Mark(0, 7, 33.3, 44.4), True, True),
        (Mark(0, 7, 50.0, 10.0), False, False),
        (Mark(0, 7, 50.0, 10.0, place_id="geonames:98182"), False, True),
    ],
    ids=["near", "far", "far but of that id"],
)
def test_candidate_counts_that_is_near_or_of_the_id_of_the_label(mark, near, same):
    (found,) = candidates_of(corpus_of("Baghdad", mark), open_index())
    assert (found.near, found.same) == (near, same)


@pytest.mark.parametrize(
    "mark", [Mark(0, 7, None, None), Mark(0, 7, 33.3, 44.4, "Language")], ids=["no point", "no place"]
)
def test_labels_that_are_no_located_place_do_not_count(mark):
    assert candidates_of(corpus_of("Baghdad", mark), open_index()) == []


@pytest.mark.parametrize(
    ("title", "surface", "type_", "kept"),
    [
        ("GeoWebNews", "Royal Street", "Literal", False),
        ("GeoWebNews", "A417", "Literal", False),
        ("GeoWebNews", "Goma", "Coercion", False),
        ("GeoWebNews", "Goma", "Literal", True),
        ("TUD-Loc", "Goma", "CITY", True),
        ("TUD-Loc", "Goma", "STREET", False),
        ("LGL", "Royal Street", None, True),
    ],
)
def test_what_no_gazetteer_of_places_holds_is_out_of_scope(title, surface, type_, kept):
    assert bool(in_scope([Found(surface, type_, near=True, same=True)], title)) is kept
