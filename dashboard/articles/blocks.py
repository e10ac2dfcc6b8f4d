"""Blocks: the lines of a text, those of a hard-wrapped paragraph joined."""

import re
from itertools import pairwise
from typing import NamedTuple

from dashboard.articles.forms import fixed_kind

# Columns and shares chosen by eye on some 200 news pages, 72 to 120 columns wide, 2026-11.
_WIDEST_WRAP = 140  # characters; a longer line was not broken by a program that fills lines
_NARROWEST_WRAP = 40  # characters; lines broken shorter than this are verse, lists or headings
_WRAPPED_SHARE = 0.25  # of neighbouring lines, broken inside a sentence: then the text is hard-wrapped
_FULL = 0.75  # of the width; a line this long was broken for want of room

_STOP_AT_END = re.compile(r"[.!?…:;。！？؟۔]+[\"'”’»)\]]*$")
_RUNS_ON = re.compile(r"[a-zß-öø-ÿ]+(?![\w-])")  # a word all small; not "al-Sudani", not "iPhone"
_ITEM = re.compile(r"[-–—*•‣▪●◦]\s|\d{1,3}[.)]\s")


class Block(NamedTuple):
    """A line, or the joined lines of one paragraph: the article's characters [start, end), without the space around."""

    start: int
    end: int
    text: str
    apart: bool  # an empty line stands before it


def is_item(line: str) -> bool:
    """The line is an item of a list: it begins with a dash, a bullet or a number."""
    return _ITEM.match(line) is not None


def blocks_of(text: str) -> list[Block]:
    """The blocks of `text`, in order: every character that is no space is in exactly one. Linear.

    Lines are joined where the text is hard-wrapped, and where a line without a stop goes on in small letters.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    runs: list[tuple[Block, Block]] = []  # the first and the last line of each block
    for number, line in enumerate(lines):
        if number and _goes_on(lines[number - 1], line, width):
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return [_joined(text, first, last) for first, last in runs]


def _joined(text: str, first: Block, last: Block) -> Block:
    return first if first is last else Block(first.start, last.end, text[first.start : last.end], first.apart)


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    offset, apart = 0, False
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = offset + len(line) - len(line.lstrip())
            lines.append(Block(start, start + len(words), words, apart))
        apart = not words
        offset += len(line)
    return lines


def _wrap_width(lines: list[Block]) -> int:
    """Columns at which the text was wrapped; 0 = it was not."""
    neighbours = [(above, below) for above, below in pairwise(lines) if not below.apart]
    broken = [len(above.text) for above, below in neighbours if _is_broken(above, below)]
    return max(broken) if len(broken) > _WRAPPED_SHARE * len(neighbours) else 0


def _is_broken(above: Block, below: Block) -> bool:
    """The line break is inside a sentence."""
    return (
        _NARROWEST_WRAP <= len(above.text) <= _WIDEST_WRAP
        and _RUNS_ON.match(below.text) is not None
        and _STOP_AT_END.search(above.text, len(above.text) - 4) is None
    )


def _goes_on(above: Block, below: Block, width: int) -> bool:
    """Whether the line below belongs to the paragraph of the line above."""
    if below.apart or not (_is_broken(above, below) or _is_full(above, below, width)):
        return False
    return not is_item(below.text) and fixed_kind(below.text) is None


def _is_full(above: Block, below: Block, width: int) -> bool:
    """The line was broken for want of room: after a stop, only where the next word would not have fitted."""
    if len(above.text) > width:
        return False
    if _STOP_AT_END.search(above.text, len(above.text) - 4):
        return len(above.text) + 1 + len(below.text.split(maxsplit=1)[0]) > width
    return len(above.text) >= _FULL * width
