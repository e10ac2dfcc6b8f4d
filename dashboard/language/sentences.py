"""Sentences: where one ends and the next begins, inside one part of a page."""

import re

from dashboard.language.tokens import POINTED
from dashboard.records import Span

# A stop with the quotes, brackets and footnote numbers that close after it; a bullet; the end of a line.
# One class of characters comes first: as an alternation the pattern takes three times as long.
_STOP = re.compile(r"[.!?…‽。！？؟۔•‣▪●◦\n](?:(?<![•‣▪●◦\n])[.!?…‽。！？؟۔]*(?:[\"'”’»)\]]|\[\d{1,3}\])*)?")
_BULLETS = "•‣▪●◦"
_NO_SPACE_NEEDED = "。！？"
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
# What may stand before the first word of a sentence, and that word. The apostrophe in "Sana'a" is of the word.
_NEXT = re.compile(r"\s*(?P<open>[\s\"'“‘«(\[—–*-]*)(?P<word>[^\W_]*(?:[-'’][^\W_]+)*)(?P<glued>[@/.]?)")
_GLUED_WORD = re.compile(r"[^\W_]+(?![@/.])")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_LONGEST_ABBREVIATION = 16  # characters; how far back of a stop the word before it is looked for
_LONGEST_LIST_NUMBER = 3  # digits; "12. Kirkuk" numbers an item, "2003." ends a sentence
_SHORTEST_PLAIN_WORD = 3  # letters; a shorter word before "." and a small letter is an abbreviation nobody listed

# These come before a name and never end a sentence.
_TITLES = frozenset(
    "mr mrs ms dr messrs mme mlle gen gens gov govs sen sens rep reps lt col sgt capt maj adm cmdr cpl pvt brig supt "
    "prof rev hon pres st mt ft jt".split()
)
# These come before a number: "No. 5", "Vol. 2".
_BEFORE_NUMBER = frozenset("no nos vol fig pp art sec ch op".split())
_NUMBERED_SMALL = frozenset(["no", "nos", "pp"])
# These go on whatever follows; they are written small.
_JOINING = frozenset(["vs", "v", "cf", "ca", "approx", "i.e", "e.g", "viz"])
_HALF_DAYS = frozenset(["a.m", "p.m"])
# These may end a sentence, and do where the next word can only begin one.
_MAY_END = (POINTED - _TITLES - _BEFORE_NUMBER - _JOINING) | frozenset(
    "inc corp co cos ltd plc llc bros assn dept univ ave blvd rd etc al mon tues wed thurs fri twp cie snr ph.d".split()
)
_MAY_END_SMALL = frozenset("etc al dept govt cos".split())

# Words that with a capital stand at the head of a sentence and seldom inside a name.
_STARTERS = frozenset(
    "The A An This That These Those There Here It He She We They You I His Her Its Their Our My But And Or So Yet "
    "In On At By For From To With Under Over During After Before Since Until While When Where What Who Why How If "
    "As Although Though Because Despite However Meanwhile Also Still Then Now Once Both Some Many Most Several "
    "Such Another Neither According Earlier Later Last Among Between Against Without Only Even Not Nobody".split()
)
# After "5 p.m." these go on with the time of day.
_TIME_GOES_ON = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Wed Thurs Fri Sat Sun January February "
    "March April May June July August September October November December Jan Feb Mar Apr Aug Sept Oct Nov Dec "
    "GMT UTC ET EST EDT CT CST CDT MT MST MDT PT PST PDT BST CET CEST AEST AEDT IST Eastern Central Mountain "
    "Pacific Greenwich".split()
)
# “Why now?” Smith asked.
_SPEAKER = re.compile(
    r"\s*(?:[^\W\d_][\w’'.-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|told|tweeted|added|shouted|cried|replied)\b"
)


def split_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of text[start:end], in order; every character that is no space is in exactly one. Linear.

    A span begins and ends on a character that is no space; () where there is nothing but space. A stop after a title
    ("Gen."), an initial or an abbreviation ends a sentence only where the next word can only begin one ("U.S. The").
    """
    spans: list[Span] = []
    first = _skip_space(text, start, end)
    for stop in _STOP.finditer(text, first, end):
        cut = _cut(text, first, stop, end)
        if cut is not None and cut > first:
            _append(spans, text, first, cut)
            first = _skip_space(text, cut, end)
    _append(spans, text, first, end)
    return tuple(spans)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end))


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _cut(text: str, first: int, stop: re.Match[str], end: int) -> int | None:
    """Where the sentence that began at `first` ends, if at this mark: after a stop, before a bullet or empty line."""
    mark = stop.group()
    if mark in _BULLETS:
        return stop.start()
    if mark == "\n":
        return stop.start() if _EMPTY_LINE.match(text, stop.start(), end) else None
    return stop.end() if stop.end() == end or _is_break(text, first, stop, end) else None


def _is_break(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    mark = stop.group()
    if not text[stop.end()].isspace():
        return mark[0] in _NO_SPACE_NEEDED or _is_break_without_space(text, stop, end)
    following = _NEXT.match(text, stop.end(), end)
    assert following is not None  # every part of the pattern may be empty
    if mark[0] == ".":
        return _is_break_after_point(text, first, stop, following)
    speaker_follows = mark[-1] in "\"'”’»" and _SPEAKER.match(text, stop.end(), end)
    return not speaker_follows and _can_begin(following)


def _is_break_without_space(text: str, stop: re.Match[str], end: int) -> bool:
    """A page whose spaces were lost: "home.The army", "agreements.”The"; but ".com", "U.S.Army", "3.5"."""
    if not text[stop.end()].isupper() or not text[max(0, stop.start() - 2) : stop.start()].islower():
        return False
    following = _GLUED_WORD.match(text, stop.end(), end)
    return following is not None and following.group() in _STARTERS


def _is_break_after_point(text: str, first: int, stop: re.Match[str], following: re.Match[str]) -> bool:
    if len(stop.group().rstrip("\"'”’»)]")) > 1:
        return _is_break_after_ellipsis(text, stop, following)
    word = _last_word(text, first, stop.start())
    verdict = _after_abbreviation(word, following["word"])
    if verdict is not None:
        return verdict
    if word.isdigit() and len(word) <= _LONGEST_LIST_NUMBER and stop.start() - len(word) == first:
        return False
    if following["word"][:1].islower() and not _has_inner_capital(following["word"]):
        return len(word) >= _SHORTEST_PLAIN_WORD and word.islower() and stop.group() == "." and not following["glued"]
    return _can_begin(following)


def _last_word(text: str, first: int, stop: int) -> str:
    """The word before the stop, with its inner points; "" where none is or it is too long for an abbreviation."""
    tail = _LAST_WORD.search(text[max(first, stop - _LONGEST_ABBREVIATION) : stop])
    return tail.group() if tail and len(tail.group()) < _LONGEST_ABBREVIATION else ""


def _is_break_after_ellipsis(text: str, stop: re.Match[str], following: re.Match[str]) -> bool:
    """Words were left out at " ... ", which breaks off nothing; "wait..." may end."""
    left_out = stop.start() > 0 and text[stop.start() - 1].isspace()
    return following["word"] in _STARTERS if left_out else _can_begin(following)


def _after_abbreviation(word: str, following: str) -> bool | None:
    """Whether a sentence ends after `word` and its point; None where `word` is no abbreviation."""
    low = word.lower()
    if low in _HALF_DAYS:
        return following[:1].isupper() and following not in _TIME_GOES_ON
    if word in _JOINING or (word[:1].isupper() and low in _TITLES):
        return False if low != "st" else following in _STARTERS
    if low in _NUMBERED_SMALL or (low in _BEFORE_NUMBER and word[0].isupper()):
        return False if following[:1].isdigit() else None
    initials = len(word) == 1 or word[1:2] == "."
    if (initials and word[:1].isalpha()) or (word[:1].isupper() and low in _MAY_END) or word in _MAY_END_SMALL:
        return following in _STARTERS
    return None


def _can_begin(following: re.Match[str]) -> bool:
    """A sentence can begin here: with a capital, a digit, a letter without case, or a quote or bracket that opens."""
    word = following["word"]
    if not word:
        return bool(following["open"].strip(" \t\n—–-"))
    return not word[0].islower() or _has_inner_capital(word)


def _has_inner_capital(word: str) -> bool:
    """al-Sudani, iPhone: a name that keeps its small letter at the head of a sentence."""
    return not word.islower() and not word[0].isupper()
