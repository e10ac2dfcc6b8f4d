import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.gazetteer.index import open_index
from dashboard.gazetteer.similar import lookup_similar, similar_names

MISSPELLED = [
    ("Tehrann", "geonames:112931"), ("Bagdhad", "geonames:98182"), ("Altun Kuprri", "gazette:altun-kupri"),
    ("Kerbella", "geonames:94824"), ("ondon", "geonames:2643743"), ("New Yrok", "geonames:5128581"),
    ("Afganistan", "geonames:1149361"), ("Mosl", "geonames:99072"), ("Los Angelos", "geonames:5368361"),
    ("Phillipines", "geonames:1694008"), ("Washngton", "geonames:4140963"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "place_id"), MISSPELLED, ids=[name for name, _ in MISSPELLED])
def test_misspelled_name_leads_to_the_place_that_was_meant(name, place_id):
    assert lookup_similar(open_index(), name)[0].place.place_id == place_id


@pytest.mark.parametrize(
    "name",
    ["Xyzzyqq", "qqqqqqqqqq", "al", "", "-", "\u200b", "\ud800", "Tehran" * 5_000],
    ids=lambda name: ascii(name[:9]),
)
def test_what_is_like_no_name_finds_nothing(name):
    assert lookup_similar(open_index(), name) == []


def test_scores_are_shares_of_the_belief_best_first():
    scores = [candidate.score for candidate in lookup_similar(open_index(), "Kerson", limit=50)]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1.001


def test_country_and_point_choose_among_them(small_index):
    assert [c.place.country for c in lookup_similar(small_index, "Najaff", country="IR")] == ["IR"]
    assert lookup_similar(small_index, "Najaff", near=(37.0, 57.0))[0].place.country == "IR"


@pytest.mark.parametrize(("name", "edits"), [("Najafx", 1), ("Nojaf", 1), ("Njaaf", 1), ("ajaf", 1), ("Naj", None)])
def test_a_letter_left_out_added_changed_or_swapped_counts_one(small_index, name, edits):
    assert similar_names(small_index, name).get("najaf") == edits


@given(st.text(max_size=40))
def test_any_text_is_answered(name):
    assert all(0 <= candidate.score <= 1 for candidate in lookup_similar(open_index(), name))
