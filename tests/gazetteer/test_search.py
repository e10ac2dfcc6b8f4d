import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.gazetteer.index import open_index
from dashboard.gazetteer.search import search

MEANT = [
    ("Najaf", "geonames:98860", False),
    ("Najaf, Iran", "geonames:122829", False),
    ("najaf , IQ", "geonames:98860", False),
    ("Paris, TX, United States", "geonames:4717560", False),
    ("Washington, D.C.", "geonames:4140963", False),
    ("Springfeild, Ill.", "geonames:4250542", True),
    ("Tehrann", "geonames:112931", True),
    ("the U.S.", "geonames:6252001", False),
    ("The Hague", "geonames:2747373", False),
]


@pytest.mark.parametrize(("query", "place_id", "similar"), MEANT, ids=[query for query, *_ in MEANT])
def test_query_means(query, place_id, similar):
    found = search(open_index(), query)
    assert (found.candidates[0].place.place_id, found.similar) == (place_id, similar)


@pytest.mark.parametrize("query", ["Paris, Nowhere At All", "Nowhere At All", ",", "", "\ud800"], ids=ascii)
def test_query_that_means_nothing_finds_nothing(query):
    assert search(open_index(), query).candidates == []


@pytest.mark.parametrize("query", ["Springfield", "Paris, Texas", "Springfield, US"])
def test_scores_add_up_to_one_best_first(query):
    scores = [candidate.score for candidate in search(open_index(), query).candidates]
    assert sum(scores) == pytest.approx(1, abs=0.01)
    assert scores == sorted(scores, reverse=True)


@given(st.text(max_size=40))
def test_any_text_is_answered(query):
    assert all(0 <= candidate.score <= 1 for candidate in search(open_index(), query).candidates)


def test_country_where_no_place_is_called_so_leaves_nothing():
    assert search(open_index(), "Najaf", country="FR") == ([], False)
