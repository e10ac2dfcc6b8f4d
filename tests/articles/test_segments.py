"""A page cut into its parts. All texts and names are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.seeds import seeds
from dashboard.articles.segments import segment

# One block a line, its kind before it; what a page looks like when it was scraped.
NEWS = """\
title     | Army Retakes Goma Airport After Week of War
dek       | The city has no water, and 20,000 people have fled.
title     | Army Retakes Goma Airport After Week of War
caption   | A soldier on the road to the “airport” on Sept. 9, 2024. Jane Doe/AFP via Getty Images
byline    | Adam Roe
updated   | Updated:
updated   | 0:00
paragraph | The army has retaken the airport at Goma, the government said on Tuesday.
paragraph | Aid groups asked the U.S. The U.N. agreed.
caption   | A soldier on the road to the "airport"  on Sept. 9, 2024. (Jane Doe/AFP via Getty Images)
heading   | Rebels Deny It
paragraph | The rebels denied it.
notice    | Reuters contributed to this report.
"""
LABELLED = """\
notice    | Central Africa
title     | Army retakes Goma airport after week of fighting
byline    | By Jane Doe and John Roe
updated   | Published
updated   | 11 September 2024
caption   | Image source, Reuters
caption   | Image caption,
caption   | Soldiers on the road to the airport
paragraph | The army has retaken the airport at Goma.
heading   | 'No retreat'
paragraph | The rebels denied it.
notice    | Related topics
"""
DISPATCH = """\
paragraph | GOMA, Congo (AP) — The army has retaken the airport.
paragraph | The rebels denied it.
notice    | (Reporting by Jane Doe; Editing by John Roe)
"""
LISTS = """\
title     | Four Days in Goma and Around
heading   | Goma
heading   | The Lake
paragraph | Begin at the lake, which is deep.
paragraph | Take with you:
paragraph | - Water
paragraph | Boots for the lava
paragraph | A coat
paragraph | A map
paragraph | Then walk up the mountain.
paragraph | See you there
"""
PASTE = "paragraph | Fighting erupted in Goma on Tuesday."
PASTE_WITHOUT_STOP = "paragraph | Fighting erupted in Goma on Tuesday"
PAGES = {
    "news": NEWS, "labelled": LABELLED, "dispatch": DISPATCH, "lists": LISTS,
    "paste": PASTE, "paste without stop": PASTE_WITHOUT_STOP,
}  # fmt: skip
HOSTILE = st.lists(
    st.text(st.sampled_from(".:—()/ “”By0-\t\ud800\u200b\u200f\u202eAa") | st.characters(exclude_categories=()))
    | st.sampled_from(
        ["By Jane Doe", "Updated:", "Goma Falls Again", "A man. Jane Doe/AFP", "(Jane Doe/AFP)", "It fell."]
    ),
    max_size=12,
).map("\n".join)


def _lines(page):
    return [line.split(" | ") for line in page.splitlines()]


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\n \u200a\n"], ids=ascii)
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_each_line_has_its_kind(page, separator):
    kinds, lines = zip(*_lines(page), strict=True)
    text = separator.join(lines)
    assert [(s.kind.ljust(9), text[s.start : s.end]) for s in segment(text)] == list(zip(kinds, lines, strict=True))


def test_copies_of_title_and_caption_point_to_the_first():
    lines = [line for _, line in _lines(NEWS)]
    segments = segment("\n".join(lines))
    assert [s.copy_of for s in segments if s.copy_of is not None] == [segments[0].start, segments[3].start]
    assert [number for number, s in enumerate(segments) if s.copy_of is not None] == [2, 9]


def test_a_caption_without_credit_is_known_by_its_copy():
    caption = "A soldier stands in Goma."
    first, _, copy = segment(f"{caption}\n\nThe army left.\n\n{caption} (Jane Doe/AFP)")
    assert (first.kind, first.copy_of, copy.copy_of) == ("caption", None, 0)


def test_the_credit_is_in_no_sentence():
    text = "A soldier in Goma. It rains. (Jane Doe/AFP)"
    (caption,) = segment(text)
    assert [text[a:b] for a, b in caption.sentences] == ["A soldier in Goma.", "It rains."]
    assert text[slice(*caption.credit)] == "(Jane Doe/AFP)"


def test_a_long_text_with_a_credit_at_its_end_is_a_paragraph():
    (only,) = segment("The army left Goma. " * 50 + "(Jane Doe/AFP)")
    assert (only.kind, only.credit) == ("paragraph", None)


def test_a_wrapped_paragraph_is_one_segment_and_its_sentences_run_over_the_lines():
    text = "The army said on Tuesday that it had retaken\nthe airport of Goma again on Friday. It gave no\nfigures."
    (paragraph,) = segment(text)
    assert [text[a:b].count("\n") for a, b in paragraph.sentences] == [1, 1]


@pytest.mark.parametrize("blank", ["", " \n\t\r\n", "\u2028"], ids=ascii)
def test_blank_text_has_no_segment(blank):
    assert segment(blank) == ()


@given(HOSTILE)
def test_every_character_but_space_is_in_exactly_one_segment(text):
    segments = segment(text)
    positions = [position for s in segments for position in range(s.start, s.end)]
    assert positions == sorted(set(positions))
    assert set(positions) >= {p for p, character in enumerate(text) if not character.isspace()}


@given(HOSTILE)
def test_sentences_and_credit_are_the_segment_in_order(text):
    for s in segment(text):
        parts = [*s.sentences, *([s.credit] if s.credit else [])]
        ends = [s.start, *(end for _, end in parts)]
        assert all(not text[end:start].strip() for end, (start, _) in zip(ends, parts, strict=False))
        assert (parts[0].start, parts[-1].end) == (s.start, s.end)


@given(HOSTILE)
def test_a_copy_repeats_an_earlier_segment_of_its_kind_that_is_none(text):
    segments = {s.start: s for s in segment(text)}
    for s in segments.values():
        if s.copy_of is not None:
            first = segments[s.copy_of]
            assert first.start < s.start
            assert (first.copy_of, first.kind) == (None, s.kind)


@pytest.mark.parametrize(
    "line",
    ["a\n", "By Jane Doe\n", "A man. (Jane Doe/AFP)\n", "fighting in goma, where the army\n", "1 ", "(", ". ", "\n"],
    ids=ascii,
)
def test_ten_thousand_repeats_are_cut_whole(line):
    text = line * 10_000
    assert sum(s.end - s.start for s in segment(text)) >= len("".join(text.split()))


def test_the_seed_article_has_the_parts_of_its_page():
    (seed,) = seeds()
    found = [(s.start, s.kind, s.copy_of) for s in segment(seed.text) if s.kind != "paragraph"]
    assert found == [
        (0, "title", None), (74, "dek", None), (209, "title", 0), (282, "caption", None), (589, "byline", None),
        (601, "updated", None), (610, "updated", None), (3832, "caption", None), (4031, "caption", 3832),
        (4229, "heading", None), (5064, "notice", None),
    ]  # fmt: skip
