import pytest

from dashboard.toponyms.document import look_over
from dashboard.toponyms.neighbours import after, before, capitals_after, capitals_before


def at(text, word="Basra"):
    document = look_over(text, ())
    return document, next(i for i, token in enumerate(document.tokens) if token.text == word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Basra", "start"),
        ("He left. Basra", "start"),
        ("in Basra", "in"),
        ("outside Basra", "where"),
        ("Mr. Basra", "title"),
        ("anna, Basra", "comma"),
        ("“Basra", "quote"),
        ("(Basra", "bracket"),
        ("anti-Basra", "hyphen"),
        ("the al-Basra", "particle"),
        ("Iraq's Basra", "possessive"),
        ("so Maria Basra", "given"),
        ("so Smith Basra", "surname"),
        ("the Lake Basra", "kind_capital"),
        ("the Zzyx Basra", "capital"),
        ("Since Basra", "first_word"),
        ("the 20 Basra", "digit"),
        ("old Basra", "word"),
    ],
    ids=lambda value: value,
)
def test_what_stands_before_a_name_has_a_class(text, expected):
    assert before(*at(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Basra", "end"),
        ("Basra.", "end"),
        ("Basra said", "say"),
        ("Basra attacked", "act"),
        ("Basra, Iraq", "comma"),
        ("Basra's port", "possessive"),
        ("Basra University", "org_capital"),
        ("Basra Smith", "surname"),
        ("Basra Zzyx", "capital"),
        ("Basra-based", "hyphen"),
        ("Basra 20", "digit"),
        ("Basra county", "unit"),
        ("Basra wonders", "word"),
    ],
    ids=lambda value: value,
)
def test_what_stands_after_a_name_has_a_class(text, expected):
    document, position = at(text)
    assert after(document, position + 1) == expected


def test_capitalised_words_are_counted_up_to_three():
    document, position = at("A Big New Old Basra Fire Station of")
    assert capitals_before(document, position) == 3
    assert capitals_after(document, position + 1) == 2
