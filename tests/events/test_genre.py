"""Texts in which the words of conflict mean something else."""

import pytest

from dashboard.events.genre import is_quiet
from dashboard.events.lexicon import lexicon

TEXTS = [
    ("the coach praised the striker who scored a goal in the match", True),
    ("shares rose as the company and its investors weighed the quarterly profit", True),
    ("the army shelled the town and thousands of people fled across the border to camps", False),
    (
        "the president visited a football match in the capital after talks with the opposition about a new cabinet",
        False,
    ),
    ("", False),
]


@pytest.mark.parametrize(("text", "quiet"), TEXTS)
def test_is_quiet(text: str, quiet: bool) -> None:
    assert is_quiet([frozenset(text.split())], len(text.split()), lexicon().classes) is quiet
