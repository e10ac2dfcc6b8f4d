from itertools import pairwise

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from dashboard.articles.segments import segment
from dashboard.errors import SpanMismatch
from dashboard.language.tokens import tokenise
from dashboard.pipeline import read
from dashboard.records import Article
from dashboard.toponyms.recognise import given, recognise

FOUND = [
    ("A fire broke out in Bangor, Maine, on Monday.", ["Bangor", "Maine"]),
    ("She moved from Paris, Texas, to Dallas.", ["Paris", "Texas", "Dallas"]),
    ("Washington said it would not sign.", ["Washington"]),
    ("He teaches in Cambridge, Mass.", ["Cambridge", "Mass."]),
    ("Police in London, Ontario, arrested two men.", ["London", "Ontario"]),
    ("A church in Birmingham, Ala., burned.", ["Birmingham", "Ala."]),
    ("Refugees crossed from Syria into Jordan.", ["Syria", "Jordan"]),
    ("She lives in Reading, near London.", ["Reading", "London"]),
    ("Aid reached the Gaza Strip on Friday.", ["Gaza Strip"]),
    ("Pilgrims walked from Najaf to Karbala.", ["Najaf", "Karbala"]),
    ("The road to Altun Kupri is closed.", ["Altun Kupri"]),
    ("Kurdish leaders met in Iraq's Kurdish region.", ["Kurdish", "Iraq", "Kurdish region"]),
    ("Exams at Aleppo University begin in June.", ["Aleppo"]),
    ("BAGHDAD (AP) — Iraqi troops left Mosul.", ["BAGHDAD", "Iraqi", "Mosul"]),
    ("U.S.-led forces left the UAE.", ["U.S.", "UAE"]),
]
NOT_FOUND = [
    ("Mr. Jordan refused to answer.", "Jordan"),
    ("Michael Jordan scored 30 points.", "Jordan"),
    ("Paris Hilton arrived late.", "Hilton"),
    ("Reading books helps children.", "Reading"),
    ("Mrs. May resigned.", "May"),
    ("Masoud Barzani spoke. Later Barzani left.", "Barzani"),
    ("Nice people live here.", "Nice"),
    ("Some say it will rain in March.", "March"),
    ("Tell us what happened.", "us"),
    ("Sydney Sweeney stars in the film.", "Sydney"),
]


@pytest.mark.parametrize(("text", "names"), FOUND, ids=[text for text, _ in FOUND])
def test_place_names_are_found_in(text, names):
    assert [found.toponym.text for found in read(Article("1", text), only="places").resolutions] == names


@pytest.mark.parametrize(("text", "name"), NOT_FOUND, ids=[text for text, _ in NOT_FOUND])
def test_no_place_name_is_found_for(text, name):
    assert name not in {found.toponym.text for found in read(Article("1", text), only="places").resolutions}


def test_names_in_a_repeated_title_point_to_the_first(index):
    title = "Envoy Arrives in Baghdad on Official Visit"
    text = (
        f"{title}\n\nThe envoy landed on Monday and met ministers.\n{title}\n\nHe left on Tuesday for home, aides said."
    )
    copies = {t.start: t.copy_of for t in recognise(text, segment(text), index) if t.text == "Baghdad"}
    first = text.index("Baghdad")
    assert copies == {first: None, text.rindex("Baghdad"): first}


def test_given_spans_come_back_exactly_in_the_order_of_the_text(index):
    article = Article("a", "Baghdad said Zzyx town fell.")
    toponyms = given(article, [(13, 22), (0, 7)], index)
    assert [(t.start, t.end, t.text, t.use) for t in toponyms] == [
        (0, 7, "Baghdad", "associative"),
        (13, 22, "Zzyx town", toponyms[1].use),
    ]


@pytest.mark.parametrize("span", [(0, 0), (-1, 3), (3, 2), (0, 99)], ids=str)
def test_a_given_span_outside_the_text_is_refused(span, index):
    with pytest.raises(SpanMismatch, match="'a'"):
        given(Article("a", "Baghdad"), [span], index)


@pytest.mark.parametrize("span", [(7, 8), (0, 3), (4, 12), (8, 9)], ids=["space", "part", "across", "mark"])
def test_a_given_span_may_cut_words_or_hold_none(span, index):
    text = "Baghdad . Erbil "
    assert given(Article("a", text), [span], index)[0].text == text[slice(*span)]


PIECES = st.sampled_from(
    [
        "Paris",
        " ",
        ", ",
        "Texas",
        "U.S.",
        "-",
        "’s",
        "\u200b",
        "\ud800",
        "😀",
        "بغداد",
        "(",
        "\n",
        ".",
        "the",
        "W. Va.",
        "al-",
        "\0",
    ]
)
HOSTILE = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=150, deadline=None)
@for_all(HOSTILE)
def test_toponyms_of_any_text_are_slices_in_order_without_overlap(index, text):
    toponyms = recognise(text, segment(text), index)
    assert all(text[t.start : t.end] == t.text and t.text for t in toponyms)
    assert all(a.end <= b.start for a, b in pairwise(toponyms))
    assert all(0 <= t.score <= 1 for t in toponyms)


@settings(max_examples=100, deadline=None)
@for_all(HOSTILE)
def test_tokens_known_already_give_the_same_toponyms(index, text):
    parts = segment(text)
    tokens = [token for part in parts for token in tokenise(text, part.start, part.end)]
    assert recognise(text, parts, index, tokens=tokens) == recognise(text, parts, index)
