"""Clauses of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.clauses import Clause, split_clauses
from dashboard.language.tokens import tokenise


def clauses_of(sentence: str) -> list[tuple[str, str]]:
    tokens = tokenise(sentence)
    low = [token.text.lower() for token in tokens]
    return [
        (clause.kind, sentence[tokens[clause.first].start : tokens[clause.last - 1].end])
        for clause in split_clauses(tokens, low)
    ]


CASES = [
    ("Kenya sent aid.", [("main", "Kenya sent aid.")]),
    (
        "After the vote in Accra, crowds cheered.",
        [("adjunct", "After the vote in Accra"), ("main", ", crowds cheered.")],
    ),
    (
        "Police said that two men, who fled, were armed.",
        [
            ("main", "Police said"),
            ("complement", "that two men"),
            ("relative", ", who fled, were armed."),
        ],
    ),
    ("Chad agreed, but Mali left.", [("main", "Chad agreed"), ("coordinate", ", but Mali left.")]),
    (
        "A bomb went off in Kano, killing ten people.",
        [("main", "A bomb went off in Kano"), ("aside", ", killing ten people.")],
    ),
    (
        "Rome — once a rival — signed.",
        [("main", "Rome"), ("aside", "— once a rival"), ("main", "— signed.")],
    ),
    ("He left in 1999, 2003 and 2007.", [("main", "He left in 1999, 2003 and 2007.")]),
    ("They said they would go.", [("main", "They said"), ("complement", "they would go.")]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_clauses_of(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert clauses_of(sentence) == expected


def test_opener_is_kept() -> None:
    tokens = tokenise("They fled when it fell.")
    assert split_clauses(tokens, [t.text.lower() for t in tokens])[1] == Clause(2, 6, "adjunct", "when")


def test_no_tokens_no_clauses() -> None:
    assert split_clauses([], []) == ()


WORDS = st.sampled_from("after that , but who — ( ) and he said killing the 2003 “ - when if ahead of as".split())


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text())
def test_clauses_cover_every_token_once(text: str) -> None:
    tokens = tokenise(text)
    clauses = split_clauses(tokens, [token.text.lower() for token in tokens])
    assert [i for clause in clauses for i in range(clause.first, clause.last)] == list(range(len(tokens)))
    assert all(clause.first < clause.last for clause in clauses)
