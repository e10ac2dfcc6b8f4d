"""Inflection by rule and table."""

import pytest

from dashboard.events.inflect import form_of, plural, stems, verb_forms

VERBS = [
    ("visit", "visits", "visiting", ("visited",)),
    ("ban", "bans", "banning", ("banned",)),
    ("deploy", "deploys", "deploying", ("deployed",)),
    ("deny", "denies", "denying", ("denied",)),
    ("free", "frees", "freeing", ("freed",)),
    ("seize", "seizes", "seizing", ("seized",)),
    ("clash", "clashes", "clashing", ("clashed",)),
    ("kidnap", "kidnaps", "kidnapping", ("kidnapped",)),
    ("break", "breaks", "breaking", ("broke", "broken")),
    ("hit", "hits", "hitting", ("hit",)),
    ("veto", "vetoes", "vetoing", ("vetoed",)),
]


@pytest.mark.parametrize(("lemma", "third", "ing", "past"), VERBS)
def test_forms_of(lemma: str, third: str, ing: str, past: tuple[str, ...]) -> None:
    assert verb_forms(lemma) == (lemma, third, ing, past)


@pytest.mark.parametrize(("lemma", "third", "ing", "past"), VERBS)
def test_every_form_leads_back_to_its_verb(lemma: str, third: str, ing: str, past: tuple[str, ...]) -> None:
    for word in (lemma, third, ing, *past):
        assert lemma in stems(word)
        assert form_of(word, lemma)


@pytest.mark.parametrize(
    ("noun", "many"), [("raid", "raids"), ("ally", "allies"), ("man", "men"), ("siege", "sieges"), ("clash", "clashes")]
)
def test_plural_of(noun: str, many: str) -> None:
    assert plural(noun) == many
    assert noun in stems(many)


def test_a_word_that_is_no_form_of_the_verb() -> None:
    assert form_of("visitor", "visit") == ""


@pytest.mark.parametrize("word", ["", "s", "ed", "ing", "men", "ies", "💥", "\ud800s"])
def test_stems_of_odd_words_begin_with_the_word(word: str) -> None:
    assert next(stems(word)) == word
