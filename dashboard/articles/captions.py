"""Captions: lines that end in the credit of a picture, or say at their head that they belong to one."""

import re

from dashboard.articles.forms import is_agency, is_name
from dashboard.records import Span

_LONGEST_CREDIT = 100  # characters
_MOST_WORDS = 6  # in each part of a credit; with more it tells something

# "Photo: X", "Photo by Jane Doe", "Image copyright AP", "Courtesy of X", "© X"
_LABEL = re.compile(
    r"(?i:file |handout )?(?i:photo|photograph|picture|image|illustration|credit|source)s?(?i: credit| courtesy)?"
    r"(?:(?i:: | courtesy of | copyright | source, )| by:? (?=[^\W\d_a-z]))"
    r"|[Cc]ourtesy(?: of|:) |© ?"
)
_STOP_INSIDE = re.compile(r"[^\W_]{3}[.!?][\"'”’)]?\s")
_BETWEEN_PARTS = re.compile(r" ?/ ?| via ")
_SUFFIX = re.compile(r",? (?:File|Pool|Handout|Photo|File Photo)$")
_AFTER_STOP = re.compile(r"(?<=[.!?\"'”’)])\s+")
_AFTER_NO_STOP = re.compile(r"\s(?=(?:Photo|Photograph|Picture|Credit)s?: )")
_STOPS = (".", "!", "?", ".”", '."', "!”", '!"', "?”", '?"')

_CAPTION_LABEL = re.compile(r"(?:Image|Media|Photo|Picture) caption[,:]?")
_OPENS_CAPTION = re.compile(rf"{_CAPTION_LABEL.pattern}|FILE(?: PHOTO)?\s?[-–—:]|\(FILES?\)|File photo\b|\(L-R\)")


def credit_of(text: str, start: int, end: int) -> Span | None:
    """The credit that closes text[start:end], with its brackets where it has them; None where there is none."""
    window = max(start, end - _LONGEST_CREDIT)
    if window == start and _is_credit(text[start:end]):
        return Span(start, end)
    if text.endswith((")", ")."), window, end):
        return _in_brackets(text, window, end)
    if text.endswith((".", "!", "?", ":", ";", ",", '"', "”"), window, end):
        return None
    for gap in _AFTER_STOP.finditer(text, window, end):
        if _is_credit(text[gap.end() : end]) or _is_bare_agency(text[gap.end() : end]):
            return Span(gap.end(), end)
    label = _AFTER_NO_STOP.search(text, window, end)
    return Span(label.end(), end) if label and _is_credit(text[label.end() : end]) else None


def _in_brackets(text: str, window: int, end: int) -> Span | None:
    opening = text.rfind("(", window, end)
    if opening < 0:
        return None
    inside = text[opening + 1 : end].rstrip(".").removesuffix(")")
    # "GOMA (AFP)" is a place that opens a dispatch; only after a stop does an agency alone own a picture.
    bare = _is_bare_agency(inside) and text[window:opening].rstrip().endswith(_STOPS)
    return Span(opening, end) if bare or _is_credit(inside) else None


def _is_credit(words: str) -> bool:
    label = _LABEL.match(words)
    parts = _BETWEEN_PARTS.split(words[label.end() :] if label else words)
    if _STOP_INSIDE.search(words) or words.endswith((".", ":", ",")):
        return False
    if not all(0 < len(part.split()) <= _MOST_WORDS for part in parts):
        return False
    owned = any(is_agency(_SUFFIX.sub("", part)) for part in parts) or is_name(parts[0])
    return label is not None or (len(parts) > 1 and owned) or words == "Getty Images"


def _is_bare_agency(words: str) -> bool:
    return all(map(is_agency, _BETWEEN_PARTS.split(words)))


def is_caption_label(line: str) -> bool:
    """The line says that the next one is a caption, and nothing else: "Image caption,"."""
    return _CAPTION_LABEL.fullmatch(line) is not None


def opens_caption(line: str) -> bool:
    """The line says at its head that it belongs to a picture: "Image caption …", "FILE - …"."""
    return _OPENS_CAPTION.match(line) is not None
