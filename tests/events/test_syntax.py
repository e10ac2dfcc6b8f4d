"""Verb or noun, from the neighbours."""

import pytest

from dashboard.events.inflect import Form
from dashboard.events.syntax import Words, reads_as_noun, reads_as_verb
from dashboard.language.tokens import tokenise

VERBS: list[tuple[str, str, Form, bool]] = [
    ("They plan to attack the port.", "attack", "base", True),
    ("The attack on the port failed.", "attack", "base", False),
    ("A rocket attack hit the port.", "attack", "base", False),
    ("Rebels attack the port.", "attack", "base", True),
    ("In response to attack warnings they fled.", "attack", "base", False),
    ("Repeated strikes have killed many.", "strikes", "third", False),
    ("Israel strikes the port.", "strikes", "third", True),
    ("An Iran-backed group left.", "backed", "past", False),
    ("They backed the plan.", "backed", "past", True),
    ("He was taken to jail.", "jail", "base", False),
]


@pytest.mark.parametrize(("sentence", "word", "form", "expected"), VERBS)
def test_reads_as_verb(sentence: str, word: str, form: Form, expected: bool) -> None:
    words = Words(tokenise(sentence))
    assert reads_as_verb(words, words.low.index(word), form) is expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The visit ended.", "visit", True),
        ("They will visit Oslo.", "visit", False),
        ("He hopes to visit Oslo.", "visit", False),
        ("In response to protest, he left.", "protest", True),
    ],
)
def test_reads_as_noun(sentence: str, word: str, expected: bool) -> None:
    words = Words(tokenise(sentence))
    assert reads_as_noun(words, words.low.index(word)) is expected


@pytest.mark.parametrize(
    ("sentence", "i", "name"),
    [
        ("The Paris Agreement holds.", 2, True),
        ("Strikes hit the port.", 0, False),
        ("“Attack them,” he said.", 1, False),
        ("Rebels Attack Port in North", 1, False),
    ],
)
def test_a_capital_inside_a_sentence_is_a_name(sentence: str, i: int, name: bool) -> None:
    assert Words(tokenise(sentence)).capital(i) is name
