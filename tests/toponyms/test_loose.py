import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.toponyms.document import look_over
from dashboard.toponyms.loose import loose_spans

LOOSE = [
    ("It stands on Wichita Drive today.", "Wichita Drive", "head_street"),
    ("She prayed at St. Mark's Church.", "St. Mark's Church", "head_building"),
    ("The Otter Creek rose.", "Otter Creek", "head_water"),
    ("Crews closed Highway 19 near town.", "Highway 19", "open_road"),
    ("Crews closed I-40.", "I-40", "open_road"),
    ("They swam in Lake Vermont.", "Lake Vermont", "open_water"),
    ("He studied at the University of Basra.", "University of Basra", "open_of"),
    ("Shells fell on houses in Prisi.", "Prisi", "unknown"),
    ("Shells fell on houses near Al Qutayfa.", "Al Qutayfa", "unknown"),
]


def spans(text):
    document = look_over(text, ())
    tokens = document.tokens
    return {(text[tokens[first].start : tokens[last - 1].end], why) for first, last, why in loose_spans(document)}


@pytest.mark.parametrize(("text", "name", "why"), LOOSE, ids=[text for text, _, _ in LOOSE])
def test_what_looks_like_a_place_is_a_candidate(text, name, why):
    assert (name, why) in spans(text)


@pytest.mark.parametrize(
    "text",
    ["Nothing is here.", "He drove home.", "the street was wet", "Highway to heaven", "They met the Council", ""],
    ids=str,
)
def test_other_words_are_none(text):
    assert spans(text) == set()


def test_a_long_run_of_capitals_is_read_in_linear_time():
    assert len(spans("Street " * 3000)) < 100


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="AaSt. reet-,&\n'of19", max_size=120))
def test_every_span_lies_in_the_text_and_has_a_capital(text):
    document = look_over(text, ())
    for first, last, _ in loose_spans(document):
        assert 0 <= first < last < len(document.tokens)
        assert any(document.capital[first:last]) or document.lower[last - 1][:1].isdigit()
