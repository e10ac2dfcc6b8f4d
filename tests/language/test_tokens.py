"""What a token is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.sentences import split_sentences
from dashboard.language.tokens import Token, tokenise, tokens_within

# A text, and its tokens with | between them.
CASES = {
    "words and marks": ("Goma fell, he said.", "Goma|fell|,|he|said|."),
    "possessive": ("Baghdad’s army, Iran's", "Baghdad|’s|army|,|Iran|'s"),
    "possessive in capitals": ("IRAN'S", "IRAN|'S"),
    "plural possessive": ("Hamas’ chief", "Hamas|’|chief"),
    "apostrophe inside": ("Sana'a O’Brien d'Azur Qur`an", "Sana'a|O’Brien|d'Azur|Qur`an"),
    "apostrophe inside, then possessive": ("Sana'a's", "Sana'a|'s"),
    "quotes are marks": ("'Mosquito net' “x” ``y''", "'|Mosquito|net|'|“|x|”|`|`|y|'|'"),
    "initialism": ("the U.S. army", "the|U.S.|army"),
    "initialism, possessive": ("the U.S.'s", "the|U.S.|'s"),
    "initialism in a compound": ("U.S.-led", "U.S.|-|led"),
    "initialism without its last point": ("Washington, D.C, and U.S.A today", "Washington|,|D.C|,|and|U.S.A|today"),
    "initialism glued to a word": ("U.S.Embassy", "U.S.|Embassy"),
    "initialism without its last point, possessive": ("D.C's", "D.C|'s"),
    "no initialism": ("at 5 p.m.A man, I.I'm", "at|5|p.m.|A|man|,|I|.|I'm"),
    "saint, month, state": ("St. Louis, Sept. 11, Calif.", "St.|Louis|,|Sept.|11|,|Calif."),
    "a word that only looks like one": ("he sat. Then mass. st. x", "he|sat|.|Then|mass|.|st|.|x"),
    "space before the point": ("St . Louis", "St|.|Louis"),
    "numbers": ("2,500 3.5 0:00 1st 1980s F16 10km", "2,500|3.5|0:00|1st|1980s|F|16|10km"),
    "number before a stop": ("in 2003.", "in|2003|."),
    "hyphens and dashes": ("Next-Door—al-Sudani", "Next|-|Door|—|al|-|Sudani"),
    "accents, whole and apart": ("Āltūn Mu\u0308nchen", "Āltūn|Mu\u0308nchen"),
    "underscores are marks": ("_Goma_ a_b", "_|Goma|_|a|_|b"),
    "other scripts": ("بغداد Київ 東京", "بغداد|Київ|東京"),
    "marks without width": ("Goma\u200b\u200fx", "Goma|\u200b|\u200f|x"),
    "half of a pair": ("Goma\ud83d x", "Goma|\ud83d|x"),
}
HOSTILE = st.text(st.sampled_from("'’`.sS_-1aAé\u0301U \n\ud800\u200b\u200f🚀") | st.characters(exclude_categories=()))


@pytest.mark.parametrize(("text", "tokens"), CASES.values(), ids=CASES)
def test_text_is_cut_into(text, tokens):
    assert [token.text for token in tokenise(text)] == tokens.split("|")


def test_offsets_count_from_the_beginning_of_the_whole_text():
    assert tokenise("In Goma today.", 3, 7) == [Token(3, 7, "Goma")]


def test_a_point_before_the_part_is_not_taken():
    assert tokenise("St. Louis", 2) == [Token(2, 3, "."), Token(4, 9, "Louis")]


@given(HOSTILE)
def test_every_character_but_space_is_in_exactly_one_token(text):
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    ("start", "end", "texts"), [(3, 8, ["Goma"]), (14, 20, []), (3, 5, ["Go"]), (5, 8, ["ma"])], ids=str
)
def test_tokens_of_a_part_are_taken_from_those_of_the_whole(start, end, texts):
    text = "In Goma today."
    assert [token.text for token in tokens_within(text, tokenise(text), start, end)] == texts


@given(HOSTILE)
def test_tokens_of_a_sentence_are_the_same_taken_from_the_whole(text):
    tokens = tokenise(text)
    for start, end in split_sentences(text, 0, len(text)):
        assert tokens_within(text, tokens, start, end) == tokenise(text, start, end)


@pytest.mark.parametrize("part", ["'", "’s", "a'", "1.", "U.", "\u0301", "St.", "_", "1,1x"], ids=ascii)
def test_a_hundred_thousand_characters_of_repeats_are_cut_whole(part):
    text = part * (100_000 // len(part))
    assert "".join(token.text for token in tokenise(text)) == text
