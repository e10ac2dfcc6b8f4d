"""Captions: lines that end in the credit of a picture, or say at their head that they belong to one."""

import re

from dashboard.articles.forms import AGENCY, NAME
from dashboard.records import Span

_LONGEST_CREDIT = 100  # characters
_FEW_WORDS = r"(?:[^\s!?]+ ){0,5}[^\s!?]*[^\s.!?]"  # a credit is six words at most and has no stop

# "Atta Kenare/AFP via Getty Images", "REUTERS/Jane Doe", "AP Photo/Jane Doe, File", "Jane Doe/Goma Herald"
_SLASHED = (
    rf"(?:[\w.@'’-]+ ){{0,4}}[\w.@'’-]+ ?/ ?{AGENCY}(?: (?:via|/) {AGENCY})?(?:,? (?:File|Pool|Handout))?"
    rf"|{AGENCY}(?: (?:Photo|Pool|Handout))?(?: ?/ ?| via ){_FEW_WORDS}"
    rf"|{NAME} ?/ ?{_FEW_WORDS}"
)
# "Photo: X", "Photo by Jane Doe", "Image copyright AP", "Courtesy of X", "© X"
_LABELLED = (
    r"(?i:(?:(?:file |handout )?(?:photo|photograph|picture|image|illustration|credit|source)s?(?: credit| courtesy)?"
    rf"(?:: | by:? (?-i:(?={NAME}|{AGENCY}))| courtesy of | copyright | source, ))|courtesy(?: of|:) |© ?){_FEW_WORDS}"
)
_BARE = rf"{AGENCY}(?: (?:via|/) {AGENCY})?"

_WHOLE = re.compile(rf"{_SLASHED}|{_LABELLED}|Getty Images")
_IN_BRACKETS = re.compile(rf"\((?:{_SLASHED}|{_LABELLED})\)\.?")
_BARE_IN_BRACKETS = re.compile(rf"[.!?][\"'”’]?\s+(\({_BARE}\))\.?$")
_AFTER_STOP = re.compile(rf"[.!?][\"'”’)]*\s+((?:{_SLASHED}|{_LABELLED}|{_BARE}))$")
_AFTER_NO_STOP = re.compile(rf"\s((?:Photo|Photograph|Picture|Credit)s?: {_FEW_WORDS})$")

_NO_CREDIT_ENDS_SO = tuple('.!?:;,"”')

_CAPTION_LABEL = re.compile(r"(?:Image|Media|Photo|Picture) caption[,:]?")
_OPENS_CAPTION = re.compile(rf"{_CAPTION_LABEL.pattern}|FILE(?: PHOTO)?\s?[-–—:]|\(FILES?\)|File photo\b|\(L-R\)")


def credit_of(text: str, start: int, end: int) -> Span | None:
    """The credit that closes text[start:end], with its brackets where it has them; None where there is none."""
    window = max(start, end - _LONGEST_CREDIT)
    if window == start and _WHOLE.fullmatch(text, start, end):
        return Span(start, end)
    if text.endswith((")", ")."), start, end):
        opening = text.rfind("(", window, end)
        if opening >= 0 and _IN_BRACKETS.fullmatch(text, opening, end):
            return Span(opening, end)
        bare = _BARE_IN_BRACKETS.search(text, window, end)
        return Span(bare.start(1), end) if bare else None
    if text.endswith(_NO_CREDIT_ENDS_SO, start, end):
        return None
    tail = _AFTER_STOP.search(text, window, end) or _AFTER_NO_STOP.search(text, window, end)
    return Span(tail.start(1), end) if tail else None


def is_caption_label(line: str) -> bool:
    """The line says that the next one is a caption, and nothing else: "Image caption,"."""
    return _CAPTION_LABEL.fullmatch(line) is not None


def opens_caption(line: str) -> bool:
    """The line says at its head that it belongs to a picture: "Image caption …", "FILE - …"."""
    return _OPENS_CAPTION.match(line) is not None
