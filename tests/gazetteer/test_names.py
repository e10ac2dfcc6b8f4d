import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.gazetteer.names import normal_name, normal_word
from dashboard.language.tokens import tokenise

WORDS = [
    ("Sana'a", "sanaa"), ("Sana’a", "sanaa"), ("Āltūn", "altun"), ("St.", "saint"), ("Mt", "mount"), ("Ft.", "fort"),
    ("U.S.", "us"), ("-", ""), ("…", ""), ("Łódź", "lodz"), ("Ærø", "aero"), ("Straße", "strasse"), ("İzmir", "izmir"),
    ("Diyarbakır", "diyarbakir"), ("F16", "f16"), ("\u200b", ""), ("🌍", ""), ("بغداد", "بغداد"),
]  # fmt: skip
SAME_NAME = [
    ("St. Louis", "Saint Louis"), ("Altun-Kupri", "ALTUN KUPRI"), ("São Paulo", "Sao Paulo"), ("Xi’an", "Xi'an"),
    ("Port-au-Prince", "Port au Prince"), ("Trinidad & Tobago", "Trinidad Tobago"), ("  New   York ", "New York"),
    ("Ta‘izz", "Taizz"), ("Fort Worth", "Ft. Worth"), ("Washington, D.C.", "Washington DC"),
]  # fmt: skip
DIFFERENT = [("Niger", "Nigeria"), ("Guinea", "Guinea-Bissau"), ("York", "New York"), ("Sanaa", "San aa")]


@pytest.mark.parametrize(("word", "normal"), WORDS, ids=[repr(w) for w, _ in WORDS])
def test_word_has_one_normal_form(word, normal):
    assert normal_word(word) == normal


@pytest.mark.parametrize(("one", "other"), SAME_NAME)
def test_two_spellings_are_one_name(one, other):
    assert normal_name(one) == normal_name(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names_stay_two(one, other):
    assert normal_name(one) != normal_name(other)


@given(st.text(max_size=40))
def test_normal_form_of_any_text_is_that_of_its_tokens(text):
    assert normal_name(text).split() == " ".join(filter(None, (normal_word(t.text) for t in tokenise(text)))).split()


@given(st.text(alphabet="abcXYZ st. ft-'", max_size=30))
def test_normal_name_has_no_blank_at_an_edge_and_none_twice(text):
    assert normal_name(text) == " ".join(normal_name(text).split())


@pytest.mark.parametrize("text", ["\ud800", "\u202eab\u202c", "a\u0301" * 10_000, "'" * 10_000], ids=ascii)
def test_hostile_text_has_a_normal_form_that_can_be_stored(text):
    assert "\ud800" not in normal_name(text)
