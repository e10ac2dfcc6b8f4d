"""Segments: a scraped page as plain text, cut into title, dek, captions, byline, headings, paragraphs."""

from collections.abc import Sequence

from dashboard.articles.blocks import Block, blocks_of
from dashboard.articles.captions import credit_of, is_caption_label, opens_caption
from dashboard.articles.copies import find_copies
from dashboard.articles.forms import fixed_kind
from dashboard.articles.head import Kinds, find_title, is_headline, name_head
from dashboard.language.sentences import split_sentences
from dashboard.records import Segment, Span

# Lengths in characters: the longest found on some 200 news pages, rounded up, 2026-11.
_LONGEST_HEADING = 100
_LONGEST_CAPTION = 700
_MOST_HEADINGS_IN_A_ROW = 2  # more short lines in a row are a list


def segment(text: str) -> tuple[Segment, ...]:
    """The parts of a page, in order; every character that is no space is in exactly one. Linear; () for blank text.

    The sentences of a caption leave its credit out. A later copy of the title or of a caption has its kind, and
    `copy_of`; copies may differ in spaces, quotes, brackets and credit.
    """
    blocks = blocks_of(text)
    kinds: Kinds = [fixed_kind(block.text) for block in blocks]
    credits = _name_captions(text, blocks, kinds)
    title = find_title(blocks, kinds)
    if title is not None:
        kinds[title] = "title"
    copies = find_copies(blocks, kinds, credits)
    _name_copies(kinds, copies)
    if title is not None:
        name_head(blocks, kinds, title)
    _name_headings(blocks, kinds)
    return tuple(
        Segment(
            block.start,
            block.end,
            kinds[number] or "paragraph",
            split_sentences(text, block.start, credit.start if credit else block.end),
            credit,
            blocks[copies[number]].start if number in copies else None,
        )
        for number, (block, credit) in enumerate(zip(blocks, credits, strict=True))
    )


def _name_captions(text: str, blocks: Sequence[Block], kinds: Kinds) -> list[Span | None]:
    """Mark the captions in `kinds`; the credit of each block, None where it has none."""
    credits: list[Span | None] = [None] * len(blocks)
    for number, block in enumerate(blocks):
        if kinds[number] is None and len(block.text) <= _LONGEST_CAPTION:
            credits[number] = credit_of(text, block.start, block.end)
            labelled = number > 0 and is_caption_label(blocks[number - 1].text)
            if credits[number] or labelled or opens_caption(block.text):
                kinds[number] = "caption"
    return credits


def _name_copies(kinds: Kinds, copies: dict[int, int]) -> None:
    """Title or caption is what the first is, or what any of its copies is known to be."""
    for number, first in copies.items():
        kinds[first] = "title" if kinds[first] == "title" else "caption"
        kinds[number] = kinds[first]


def _name_headings(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Mark short lines without a final stop that stand above a paragraph, and below anything."""
    row: list[int] = []
    for number in range(1, len(blocks)):
        if kinds[number] is None and len(blocks[number].text) <= _LONGEST_HEADING and is_headline(blocks[number].text):
            row.append(number)
        elif kinds[number] in (None, "caption"):
            for heading in row if len(row) <= _MOST_HEADINGS_IN_A_ROW else ():
                kinds[heading] = "heading"
            row = []
