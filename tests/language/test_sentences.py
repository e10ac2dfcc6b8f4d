"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.sentences import split_sentences

# ¦ stands where a sentence ends; it is taken out of the text before it is split.
CASES = {
    "plain stop": "The army left.¦ It came back.",
    "headline without stop": "Army Retakes Goma Airport",
    "question and call": "Who won?¦ Nobody!¦ They left.",
    "question and call together": "Really?!¦ Yes.",
    "U.S. inside": "The U.S. troops left.¦ They flew home.",
    "U.S. before a function word": "They flew to the U.S.¦ The next day they met.",
    "U.S.-led": "A U.S.-led force came.¦ It stayed.",
    "D.C. before a name": "He flew from Washington, D.C. Friday with aides.",
    "month before a day": "It began on Sept. 11, 2024.¦ It ended.",
    "month before a function word": "It began last Sept.¦ The army left.",
    "ranks": "Maj. Gen. Smith met Sen. Jones.¦ He left.",
    "title before a function word": "He met Dr. The Nguyen in Hue.¦ They talked.",
    "saint and street": "In St. Louis it rained.¦ On Main St.¦ The rain stopped.",
    "number": "It was No. 5 of ten.¦ He said No.¦ They left.",
    "number written small": "He is no. 5 of ten.¦ He left.",
    "volume": "It is in Vol. 2 of the report.¦ Read it.",
    "et al.": "Smith et al. found it.¦ Others did not.",
    "p.m. before a day": "They met at 5 p.m. Monday.¦ Talks went on.",
    "a.m. before a name": "They met at 6 a.m.¦ Police came at 9 a.m. and left.",
    "firms": "Acme Inc. said it sold Bolt Co. to Nut Ltd. in May.¦ It gained.",
    "firm before a function word": "He sold Acme Inc.¦ The firm closed.",
    "initials": "J. K. Rowling and George W. Bush met.¦ They talked.",
    "initial before a function word": "He came for Malcolm X.¦ They talked.",
    "joining abbreviations": "The south, i.e. Basra, plays Erbil vs. The Rest.",
    "decimals": "It rose 3.5 percent to 2.25.¦ Then 1,000 more came.",
    "year at the end": "It fell in 2003.¦ In 2004 it rose.",
    "digits begin": "They fled in the 1980s.¦ 20,000 came back.",
    "ellipsis that leaves out": "We want peace ... and security.¦ He left.",
    "ellipsis before a name": "It is for us ... Portugal too.¦ He left.",
    "ellipsis that ends": "We waited...¦ Nobody came…¦ Then they did.",
    "curly quote closes": "He called it “a deal.”¦ She agreed.",
    "straight quote closes": 'He called it "a deal."¦ She agreed.',
    "bracket closes": "They left (some by sea.)¦ (They ran.)¦ It stopped.",
    "state in brackets": "Rep. Lee (D-Calif.) said so.¦ He left.",
    "question in a quote": "“Who won?” he asked.¦ Nobody knew.",
    "question in a quote before a speaker": "“Who won?” Smith asked.¦ “Nobody.”¦ He left.",
    "question in a quote before a sentence": "“Who won?”¦ The army knew.",
    "quote opens": "He left.¦ “We are glad,” she said.",
    "em dash inside": "The base—near Goma—was hit.¦ It burned.",
    "em dash begins": "It burned.¦ — Reuters",
    "footnote": "The war ended.[12]¦ The army left.",
    "space lost": "The army went home.¦The rebels stayed.",
    "space lost after a quote": "They signed “agreements.”¦The army left.",
    "no space was lost": "Write to jane.The@example.com, says Amazon.Com today.",
    "address of a page": "See https://example.com/a.b?c=d.¦ Then call.",
    ".com": "The .com boom ended, and Amazon.com grew.¦ Firms closed.",
    "numbered item": "1. The army left.",
    "bullets": "It needs:¦ • water¦ • food.¦ • shelter",
    "small letters throughout": "fighting erupted in goma.¦ the army said three died.",
    "abbreviation in small letters": "the state dept. said so and left.",
    "names with a small first letter": "It fell on Monday.¦ al-Sudani left.¦ iPhone sales rose.",
    "empty line": "Army retakes Goma\n \n¦Three died",
    "lines of a wrapped paragraph": "It took\nthe airport\nwith it.¦\nIt left.",
    "Arabic": "الجيش دخل المدينة.¦ ثم خرج؟¦ نعم.",
    "Chinese": "军队进入城市。¦他们离开了。",
}
HOSTILE = st.text(
    st.sampled_from(".!?…” \"')[1]\n•-—TheaA\ud800\udfff\u200b\u200f\u202e🚀") | st.characters(exclude_categories=())
)
REPEATED = [".", ". ", "a. ", "U.S. ", "?” Aa ", "”.", "1.", "• ", "\n", ". “", "a.", "[1].", "(", " "]


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_sentences_end_where_marked_and_nowhere_else(marked):
    text = marked.replace("¦", "")
    expected = [sentence.strip() for sentence in marked.split("¦")]
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text))] == expected


def test_only_the_part_between_start_and_end_is_split():
    text = "Before. The army left. It came back. After."
    assert split_sentences(text, 8, 36) == ((8, 22), (23, 36))


@pytest.mark.parametrize("blank", ["", " ", "\n\t\n", "\u2003"], ids=ascii)
def test_blank_text_has_no_sentence(blank):
    assert split_sentences(blank, 0, len(blank)) == ()


@given(HOSTILE, st.integers(0, 20), st.integers(0, 200))
def test_every_character_but_space_is_in_exactly_one_sentence(text, start, length):
    end = min(len(text), start + length)
    spans = split_sentences(text, min(start, end), end)
    positions = [position for span in spans for position in range(*span)]
    assert positions == sorted(set(positions))
    assert set(positions) >= {p for p in range(start, end) if not text[p].isspace()}
    assert all(start <= a < b <= end and not (text[a].isspace() or text[b - 1].isspace()) for a, b in spans)


@pytest.mark.parametrize("part", REPEATED, ids=ascii)
def test_a_hundred_thousand_characters_of_repeats_are_split_whole(part):
    text = part * (100_000 // len(part))
    spans = split_sentences(text, 0, len(text))
    assert sum(end - start for start, end in spans) >= len(text.replace(" ", "").replace("\n", ""))
