"""The words of the calendar, and folding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates.vocabulary import any_of, count, fold
from dashboard.language.calendar import MONTHS, WEEKDAYS


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Sept. 11", "sept. 11"), ("the group’s", "the group's"), ("2014–2016", "2014-2016"), ("6\xa0July", "6 july")],
)
def test_marks_and_case_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["İstanbul in MAY", "ŉ", "\ud800 May", "ß ẞ", "\u200fMay"], ids=ascii)
def test_folding_hard_letters_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert all(fold(text[at:])[:3] == "may" for at in range(len(text)) if text[at:].lower() == "may")


@given(st.text())
def test_folding_keeps_the_length_of_any_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a", 1), ("another", 1), ("three", 3), ("twenty-five", 25), ("twenty five", 25), ("forty", 40), ("2.5", 2.5),
        ("1,200", 1200), ("a hundred", 100), ("a  dozen", 12), ("several", None), ("a couple of", None), ("dozens of", None),
    ],
)  # fmt: skip
def test_number_words_are_counted(words: str, number: float | None) -> None:
    assert count(words) == number


def test_every_month_and_weekday_has_its_names() -> None:
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    assert sorted(set(WEEKDAYS.values())) == list(range(1, 8))


def test_the_longest_word_is_tried_first() -> None:
    assert any_of(["sep", "sept"]) == "(?:sept|sep)"
