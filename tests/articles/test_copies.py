"""Titles and captions that a page holds more than once."""

import pytest

from dashboard.articles.blocks import blocks_of
from dashboard.articles.copies import find_copies
from dashboard.records import Span

CAPTION = "A soldier in Goma on July 6."
SAME = {
    "letter by letter": CAPTION,
    "spaces": "A  soldier in Goma on\tJuly 6.",
    "quotes and brackets": "(A ‘soldier’ in “Goma”, on July 6)",
    "case": "A SOLDIER IN GOMA ON JULY 6",
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_a_caption_is_repeated_with_other(other):
    blocks = blocks_of(f"{CAPTION}\nThe army left.\n{other}")
    assert find_copies(blocks, ["caption", None, None], [None] * 3) == {2: 0}


def test_the_credit_does_not_count():
    blocks = blocks_of(f"{CAPTION} Jane Doe/AFP\n{CAPTION} (AFP)\n{CAPTION}")
    credits = [Span(29, 41), Span(71, 76), None]
    assert find_copies(blocks, ["caption", "caption", None], credits) == {1: 0, 2: 0}


def test_the_first_may_be_the_one_that_is_not_known():
    blocks = blocks_of(f"{CAPTION}\n{CAPTION}\n{CAPTION}")
    assert find_copies(blocks, [None, "caption", None], [None] * 3) == {1: 0, 2: 0}


def test_a_repeated_paragraph_is_no_copy():
    assert find_copies(blocks_of(f"{CAPTION}\n{CAPTION}"), [None, None], [None, None]) == {}


def test_captions_that_begin_alike_are_two():
    blocks = blocks_of("Soldiers on the road to the airport of Goma\nSoldiers on the road to the airport of Beni")
    assert find_copies(blocks, ["caption", "caption"], [None, None]) == {}


def test_captions_that_are_all_credit_are_no_copies():
    blocks = blocks_of("Photo: Jane Doe\nPhoto: John Roe")
    assert find_copies(blocks, ["caption", "caption"], [Span(0, 15), Span(16, 31)]) == {}
