"""The noun phrases of a sentence. Sentences are the project's own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.phrases import Phrase, extents, noun_phrases
from dashboard.events.syntax import Words
from dashboard.language.tokens import tokenise


def text_of(text: str, words: Words, first: int, last: int) -> str:
    return text[words.tokens[first].start : words.tokens[last - 1].end]


def phrases_of(text: str) -> list[tuple[str, str]]:
    """Each noun phrase of a sentence with what it hangs on."""
    words = Words(tokenise(text))
    return [(text_of(text, words, one.first, one.last), one.lead) for one in noun_phrases(words)]


def extents_of(text: str, phrase: str) -> list[tuple[str, str]]:
    words = Words(tokenise(text))
    phrases = noun_phrases(words)
    number = next(i for i, one in enumerate(phrases) if text_of(text, words, one.first, one.last) == phrase)
    return [(why, text_of(text, words, phrases[number].first, end)) for why, end in extents(words, phrases, number)]


PHRASES = [
    (
        "The president of Iraq visited a base in Basra.",
        [("The president", ""), ("Iraq", "of"), ("a base", ""), ("Basra", "in")],
    ),
    (
        "Denmark's suspension of aid to Egypt ended.",
        [("Denmark", ""), ("suspension", "'s"), ("aid", "of"), ("Egypt", "to")],
    ),
    ("Dozens of civilians fled the fighting.", [("Dozens", ""), ("civilians", "of"), ("the fighting", "")]),
    ("A village near Goma was shelled.", [("A village", ""), ("Goma", "near")]),
    ("She gave $40 million to Tonga.", [("$40 million", ""), ("Tonga", "to")]),
    ("Trump attends a meeting in Paris.", [("Trump", ""), ("a meeting", ""), ("Paris", "in")]),
    ("The deadly attack killed nine men.", [("The deadly attack", ""), ("nine men", "")]),
]


@pytest.mark.parametrize(("sentence", "expected"), PHRASES)
def test_noun_phrases_with_what_they_hang_on(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert phrases_of(sentence) == expected


HELD_TOGETHER = [
    ("The March 17 explosion killed nine men.", "The March 17 explosion"),
    ("The 2015 agreement ended.", "The 2015 agreement"),
    ("Theresa May flew to Warsaw.", "Theresa May"),
    ("The US and China met.", "The US"),
    ("US troops left Iraq.", "US troops"),
    ("Police arrested the armed men.", "the armed men"),
    ("The World Health Organization (WHO) sent doctors.", "The World Health Organization (WHO)"),
    ("King Felipe and Queen Letizia visited Rabat.", "King Felipe and Queen Letizia"),
    ("Doctors flew to Aix-en-Provence.", "Aix-en-Provence"),
]


@pytest.mark.parametrize(("sentence", "phrase"), HELD_TOGETHER)
def test_a_name_or_compound_is_one_phrase(sentence: str, phrase: str) -> None:
    assert phrase in [text for text, _ in phrases_of(sentence)]


CUT = [
    ("Forces loyal to Haftar shelled the port.", "Forces"),
    ("A man was shot on Friday.", "A man"),
    ("The rebels freed a man Friday.", "a man"),
    ("Kenya sent troops last week.", "troops"),
    ("He wanted to meet the queen.", "the queen"),
    ("Police quickly arrested nine men.", "Police"),
    ("Kenya may send troops.", "Kenya"),
]


@pytest.mark.parametrize(("sentence", "phrase"), CUT)
def test_a_phrase_ends_before_what_is_not_part_of_it(sentence: str, phrase: str) -> None:
    assert phrase in [text for text, _ in phrases_of(sentence)]


@pytest.mark.parametrize("sentence", ["It was then.", "She was there on Friday.", "...", "!"])
def test_pronouns_days_and_marks_are_no_phrase(sentence: str) -> None:
    assert phrases_of(sentence) == []


DATELINES = [
    ("BERLIN -- Germany expelled two diplomats.", "Germany"),
    ("KABUL (AFP) - Gunmen attacked a school.", "Gunmen"),
    ("MUSCAT (Reuters) — Saudi envoys left.", "Saudi envoys"),
    ("The envoy - a Swede - left Oslo.", "The envoy"),
    ("UN - linked staff left.", "UN"),
]


@pytest.mark.parametrize(("sentence", "first"), DATELINES)
def test_the_first_phrase_stands_after_the_dateline(sentence: str, first: str) -> None:
    assert phrases_of(sentence)[0][0] == first


ALLIES = "The European Union, the United States and others condemned the coup."
COURT = "A court of appeal in the Turkish capital freed him."
EXTENTS = [
    ("The rebels left.", "The rebels", [("", "The rebels")]),
    (
        "The president of Iraq left.",
        "The president",
        [("", "The president"), ("of", "The president of Iraq")],
    ),
    (
        "Denmark's suspension of aid ended.",
        "Denmark",
        [("", "Denmark"), ("of", "Denmark's suspension of aid")],
    ),
    (
        COURT,
        "A court",
        [("", "A court"), ("of", "A court of appeal"), ("in", "A court of appeal in the Turkish capital")],
    ),
    (
        ALLIES,
        "The European Union",
        [("", "The European Union"), ("and", "The European Union, the United States and others")],
    ),
    ("The US and China met.", "The US", [("", "The US"), ("and", "The US and China")]),
    ("The army, the rebels fled.", "The army", [("", "The army")]),
]


@pytest.mark.parametrize(("sentence", "phrase", "expected"), EXTENTS)
def test_a_phrase_reaches_as_far_as(sentence: str, phrase: str, expected: list[tuple[str, str]]) -> None:
    assert extents_of(sentence, phrase) == expected


PIECES = "the The president of Iraq 's and , — - ( ) US May Theresa March 17 2003 to meet loyal attacked BERLIN \" in".split()
HOSTILE = st.text(min_size=1, max_size=60) | st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join)


@settings(deadline=None, max_examples=100)
@given(HOSTILE)
def test_phrases_are_in_order_and_do_not_overlap(text: str) -> None:
    words = Words(tokenise(text))
    phrases = noun_phrases(words)
    ends = [0, *(one.last for one in phrases)]
    assert all(end <= one.first < one.last for end, one in zip(ends, phrases, strict=False))
    assert max(ends) <= len(words.tokens)


@settings(deadline=None, max_examples=100)
@given(HOSTILE)
def test_a_phrase_never_reaches_over_the_end_of_its_sentence(text: str) -> None:
    words = Words(tokenise(text))
    phrases: list[Phrase] = noun_phrases(words)
    for number, one in enumerate(phrases):
        assert all(one.last <= end <= len(words.tokens) for _, end in extents(words, phrases, number))
