import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.gazetteer.index import open_index
from dashboard.gazetteer.names import normal_word
from dashboard.language.tokens import tokenise


def words_of(text):
    """As a recogniser gives them: hyphens may stand inside a name, other marks not."""
    return [normal_word(t.text) or ("" if t.text in "-–&" else t.text) for t in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Port-au-Prince burned", [5]),
        ("port au prince", [3]),
        ("Port-au, Prince", []),
        ("Port au", []),
        ("Portauprince", []),
        ("Najaf's poor", [1]),
        ("Green Zone-based", [2]),
        ("Green. Zone", []),
        ("Green “Zone”", []),
        ("-Najaf", []),
    ],
)
def test_names_end_where_a_whole_name_ends(small_index, text, ends):
    assert [end for end, _ in small_index.scan(words_of(text)).at(0)] == ends


def test_names_come_shortest_first():
    scan = open_index().scan(words_of("New York City"))
    assert [end for end, _ in scan.at(0)] == [2, 3]


def test_names_start_where_they_are_asked_to(small_index):
    words = words_of("in Port-au-Prince")
    scan = small_index.scan(words)
    assert [at for at in range(len(words)) if scan.at(at)] == [1]


def test_longest_names_do_not_overlap():
    words = words_of("From New York City to Najaf, then the New York port.")
    names = [
        " ".join(words[first:end])
        for first, end, _ in open_index().scan(words).longest()
        if words[first] in "new najaf"
    ]
    assert names == ["new york city", "najaf", "new york"]


@given(st.text(max_size=60))
def test_names_of_any_text_lie_in_it(text):
    words = words_of(text.encode("utf-8", "replace").decode("utf-8"))
    scan = open_index().scan(words)
    assert all(start < end <= len(words) for start in range(len(words)) for end, _ in scan.at(start))


@pytest.mark.parametrize("word", ["Baghdad", "New York", "-", "al", "\u200b", "San"])
def test_ten_thousand_repeats_take_linear_time(word):
    words = words_of(f"{word} " * 10_000)
    begun = time.process_time()
    scan = open_index().scan(words)
    for start in range(len(words)):
        scan.at(start)
    assert time.process_time() - begun < 5  # seconds; about 0.1 in linear time, minutes in quadratic
