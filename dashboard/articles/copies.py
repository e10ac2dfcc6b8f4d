"""Copies: a title or caption that a scraped page holds more than once."""

import re
from collections.abc import Sequence

from dashboard.articles.blocks import Block
from dashboard.records import SegmentKind, Span

_WORD = re.compile(r"[^\W_]+")
_HEAD_LENGTH = 24  # letters and digits; blocks that differ in these are not compared further
_REPEATED: frozenset[SegmentKind | None] = frozenset(["title", "caption"])


def find_copies(
    blocks: Sequence[Block], kinds: Sequence[SegmentKind | None], credits: Sequence[Span | None]
) -> dict[int, int]:
    """The number of every block that repeats an earlier one, and of the first, where one of them is title or caption.

    Copies have the same letters and digits; case, spaces, quotes and brackets may differ, and so may the credit.
    """
    bodies = [_without(credit, block) for block, credit in zip(blocks, credits, strict=True)]
    wanted = {_head(body) for body, kind in zip(bodies, kinds, strict=True) if kind in _REPEATED} - {""}
    groups: dict[str, list[int]] = {}
    for number, body in enumerate(bodies):
        if _head(body) in wanted:
            groups.setdefault(_letters(body), []).append(number)
    repeated = (group for group in groups.values() if any(kinds[number] in _REPEATED for number in group))
    return {number: group[0] for group in repeated for number in group[1:]}


def _without(credit: Span | None, block: Block) -> str:
    return block.text[: credit.start - block.start] if credit else block.text


def _head(body: str) -> str:
    return _letters(body[: 2 * _HEAD_LENGTH])[:_HEAD_LENGTH]


def _letters(body: str) -> str:
    return "".join(_WORD.findall(body)).casefold()
