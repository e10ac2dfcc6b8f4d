"""The head of a page: its title, and the dek, bylines and dates that stand under it."""

import re
from collections.abc import Sequence

from dashboard.articles.blocks import Block, is_item
from dashboard.articles.forms import LONGEST_LINE, ends_sentence, is_bare_byline, is_bare_date, is_dateline
from dashboard.records import SegmentKind

Kinds = list[SegmentKind | None]
"""The kind of each block; None = not known yet, a paragraph unless something says otherwise."""

# Lengths in characters: the longest found on some 200 news pages, rounded up, 2026-11.
_LONGEST_TITLE = 180
_LONGEST_DEK = 400
_HEAD = 12  # blocks; title, dek, pictures, byline and dates are all among the first of a page
_LABEL_WORDS = 2  # the name of a section above the title ("Middle East") has no more
_HEADLINE_WORDS = 4  # a title under such a name has no fewer, nor has a dek

_OPEN_END = re.compile(r"[,;:—–_-][\"'”’)]*$")
_SMALL_START = re.compile(r"[\"'“‘(]*[a-zß-öø-ÿ]+(?![\w-])")
_QUESTION_OR_CALL = re.compile(r"[^.…]*[?!][\"'”’]?$")
_STOP_INSIDE = re.compile(r"[.!?][\"'”’]?\s+\S")
# Beside which a bare name or date stands; once a sentence has been read, only beside the second.
_FURNITURE: frozenset[SegmentKind | None] = frozenset(["title", "caption", "byline", "updated", "notice"])
_UNDER_A_DEK: frozenset[SegmentKind | None] = frozenset(["title", "byline", "updated"])
_NOT_ABOVE_A_DEK: frozenset[SegmentKind | None] = frozenset(["byline", "updated"])


def is_headline(line: str) -> bool:
    """The line could be a title or heading: it begins like one, and neither stops nor breaks off."""
    if ends_sentence(line) or is_item(line) or _SMALL_START.match(line):
        return False
    return not _OPEN_END.search(line) and not is_dateline(line)


def find_title(blocks: Sequence[Block], kinds: Kinds) -> int | None:
    """The number of the title's block, else None; marks dates and the name of a section above it in `kinds`.

    The title is the first line that is nothing else, has no final stop, and stands above some text.
    """
    for number, block in enumerate(blocks[:_HEAD]):
        if kinds[number] is None and is_bare_date(block.text):
            kinds[number] = "updated"
        if kinds[number] is not None:
            continue
        below = next((n for n in range(number + 1, len(blocks)) if kinds[n] is None), None)
        if below is None or not _could_be_title(block.text):
            return None
        if not _is_label(block.text, blocks[below].text) or below + 1 == len(blocks):
            return number
        kinds[number] = "notice"
    return None


def _could_be_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or " " not in line:
        return False
    asks_or_calls = _QUESTION_OR_CALL.match(line) is not None and not _STOP_INSIDE.search(line)
    return asks_or_calls or is_headline(line)


def _is_label(line: str, below: str) -> bool:
    if len(line.split()) > _LABEL_WORDS or len(below.split()) < _HEADLINE_WORDS:
        return False
    return _could_be_title(below) and not is_bare_byline(below)


def name_head(blocks: Sequence[Block], kinds: Kinds, title: int) -> None:
    """Mark in `kinds` the names, dates and dek that stand under the title (copies of it are marked "title" already)."""
    window = range(title + 1, min(len(blocks), title + _HEAD))
    beside = _FURNITURE
    for number in window:
        if kinds[number] is None and _has_beside(kinds, number, beside):
            kinds[number] = _name_or_date(blocks[number], kinds[number - 1])
        if kinds[number] is None and not _could_be_title(blocks[number].text):
            if beside is not _FURNITURE:
                break
            beside = _UNDER_A_DEK
    _name_dek(blocks, kinds, window)


def _has_beside(kinds: Kinds, number: int, wanted: frozenset[SegmentKind | None]) -> bool:
    return kinds[number - 1] in wanted or (number + 1 < len(kinds) and kinds[number + 1] in wanted)


def _name_or_date(block: Block, above: SegmentKind | None) -> SegmentKind | None:
    if is_bare_date(block.text):
        return "updated"
    return "byline" if is_bare_byline(block.text) or _is_office(block, above) else None


def _is_office(block: Block, above: SegmentKind | None) -> bool:
    """The line right under a name says for whom, or from where: "BBC News, Kinshasa"."""
    return above == "byline" and not block.apart and len(block.text) <= LONGEST_LINE and is_headline(block.text)


def _name_dek(blocks: Sequence[Block], kinds: Kinds, window: range) -> None:
    unknown = [number for number in window if kinds[number] is None]
    if len(unknown) < 2 or not _NOT_ABOVE_A_DEK.isdisjoint(kinds[window.start : unknown[0]]):
        return
    if _is_dek(blocks[unknown[0]].text, kinds[unknown[0] + 1 : unknown[1]]):
        kinds[unknown[0]] = "dek"


def _is_dek(line: str, under: Kinds) -> bool:
    """A line without a stop, or one that stands above the byline, the date or a copy of the title."""
    if len(line) <= _LONGEST_TITLE and len(line.split()) >= _HEADLINE_WORDS and is_headline(line):
        return True
    return len(line) <= _LONGEST_DEK and not _UNDER_A_DEK.isdisjoint(under)
