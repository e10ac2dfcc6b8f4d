"""Where the verb near an expression looks. Each case has [ ] around the expression."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates.tense import tense
from dashboard.records import Span

SENTENCES = [
    ("the army left the town on [friday]", "past"),
    ("the minister said [friday] that he was well", "past"),
    ("talks will resume on [friday]", "future"),
    ("the minister said that talks will resume on [friday]", "future"),
    ("he is scheduled to arrive on [friday]", "future"),
    ("a summit set for [friday]", "future"),
    ("the two sides set the terms on [friday]", "past"),
    ("shops will be shut on [friday]", "future"),
    ("a deal to be signed on [friday]", "future"),
    ("both agreed to leave on [friday]", "future"),
    ("both agreed on [friday]", "past"),
    ("on [friday], the army left", "past"),
    ("on [friday], talks will begin", "future"),
    ("they must go by [friday]", "future"),
    ("until [friday], they had said nothing", "past"),
    ("[friday]'s vote was lost", "past"),
    ("prices were higher before [friday]'s vote", "past"),
    ("the law is effective [friday]", "future"),
    ("lenders extended the loan through [friday]", "future"),
    ("he will succeed the minister on [friday]", "future"),
    ("the offer had been due to expire on [friday]", "past"),
    ("the bank announced the plan on [friday]", "past"),
    ("he's waiting, he'll go on [friday]", "future"),
    ("the united front on [friday]", None),
    ("[friday]", None),
]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES, ids=[marked for marked, _ in SENTENCES])
def test_nearest_verb_tells_the_side(marked: str, expected: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert tense(text, Span(0, len(text)), start, end) == expected


def test_the_sentence_before_does_not_count() -> None:
    text = "they will go. friday"
    assert tense(text, Span(14, 20), 14, 20) is None


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_any_text_has_a_tense_or_none(text: str, start: int, length: int) -> None:
    assert tense(text, Span(0, len(text)), start, start + length) in ("past", "future", None)
