import pytest

from dashboard.records import Segment, Span
from dashboard.toponyms.document import BREAK, look_over


def position(document, word):
    return next(i for i, token in enumerate(document.tokens) if token.text == word)


def test_a_break_follows_every_segment():
    text = "Iran Leader\n\nBaghdad said no."
    parts = [Segment(0, 11, "title", (Span(0, 11),)), Segment(13, 29, "paragraph", (Span(13, 29),))]
    document = look_over(text, parts)
    assert document.words == ["iran", "leader", BREAK, "baghdad", "said", "no", BREAK, BREAK]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Altun-Kupri", ["altun", "", "kupri"]),
        ("Paris - London", ["paris", BREAK, "london"]),
        ("Paris, London", ["paris", BREAK, "london"]),
        ("Asia–Pacific", ["asia", "", "pacific"]),
        ("-Iran", [BREAK, "iran"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_a_hyphen_inside_a_word_lets_a_name_go_on(text, words):
    assert look_over(text, ()).words == [*words, BREAK]


@pytest.mark.parametrize(
    ("text", "person", "surname"),
    [
        ("Newly elected President Masoud Barzani spoke.", "Masoud", "barzani"),
        ("Mr. Jordan spoke.", "Jordan", "jordan"),
        ("A speech by Vladimir Putin was heard.", "Putin", "putin"),
        ("Denzel J. Washington came.", "Washington", "washington"),
        ("Prime Minister Ali Hassan al-Basri resigned.", "Basri", "basri"),
    ],
    ids=lambda value: value,
)
def test_persons_are_known_by_title_given_name_or_initial(text, person, surname):
    document = look_over(text, ())
    assert document.person[position(document, person)]
    assert surname in document.surnames


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They swam at Virginia Beach today.", "Virginia"),
        ("Charlotte Airport is closed.", "Charlotte"),
        ("The town of Najaf is calm.", "Najaf"),
    ],
    ids=lambda value: value,
)
def test_places_that_look_like_given_names_are_no_persons(text, word):
    document = look_over(text, ())
    assert not document.person[position(document, word)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Iran Leader to Visit Kurdistan", True), ("The leader of Iran will visit", False), ("LONDON", False)],
    ids=["title case", "sentence", "one word"],
)
def test_headlines_are_lines_written_in_capitals(text, expected):
    assert look_over(text, ()).headline[0] is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Baghdad said no.", "Baghdad", True),
        ("It rained. Baghdad said no.", "Baghdad", True),
        ("It rained. “Baghdad said no.”", "Baghdad", True),
        ("It rained in Baghdad.", "Baghdad", False),
        ("Rain, Baghdad said.", "Baghdad", False),
    ],
    ids=str,
)
def test_a_sentence_starts_after_a_stop_and_its_quotes(text, word, expected):
    document = look_over(text, ())
    assert document.starts_sentence(position(document, word)) is expected


def test_common_words_are_those_seen_without_a_capital():
    assert "reading" in look_over("He was reading in Reading.", ()).common
    assert "reading" not in look_over("He was in Reading.", ()).common
