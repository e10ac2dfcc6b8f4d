"""Fixed forms: lines of a news page that are known by how they are written, wherever they stand."""

import re
from typing import Literal

FixedKind = Literal["byline", "updated", "notice"]

LONGEST_LINE = 160  # characters; a longer line is prose, however it begins
_LONGEST_DATELINE = 60  # characters

_AGENCIES = frozenset(
    "AFP|AP|EFE|EPA|EPA-EFE|UPI|DPA|dpa|ANSA|CBC|CNN|BBC|NPR|VNA|IRNA|ISNA|SANA|TASS|ZUMA|Reuters|REUTERS|Bloomberg|"
    "Shutterstock|Anadolu|Anadolu Agency|Xinhua|Kyodo|Yonhap|Alamy|Sipa|Sipa USA|NurPhoto|WireImage|iStock|Handout|"
    "Getty|Getty Images|Associated Press|The Associated Press|Press Association|Canadian Press|The Canadian Press|"
    "Wikimedia Commons".split("|")
)
_ROLES = frozenset(
    "Staff Correspondent Correspondents Reporter Reporters Writer Writers Editor Editors Columnist".split()
)

_PARTICLES = frozenset("al bin da de del den der di dos du el ibn la le ter van von".split())
_NAME_WORD = re.compile(r"(?:al-|el-|d['’])?[^\W\d_a-z][\w’'.-]*")
_MOST_NAMES = 4  # words of a name, without particles

_MONTH_NAMES = frozenset(
    "january february march april may june july august september october november december".split()
)
_MONTHS = _MONTH_NAMES | frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_WEEKDAY_NAMES = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_WEEKDAYS = _WEEKDAY_NAMES | frozenset("mon tue tues wed thu thurs fri sat sun".split())
_IN_A_DATE = _MONTHS | _WEEKDAYS | frozenset("a.m p.m am pm at on of".split())
_NO_NAME = _MONTH_NAMES | _WEEKDAY_NAMES | frozenset("the a an in how why what no new".split())
_NUMBER_IN_A_DATE = re.compile(r"\d[\d:./-]*(?:st|nd|rd|th|am|pm|h)?")
_DATE_IN_NUMBERS = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_DATE_AT_END = re.compile(r",\s(\w+)\.? \d{1,2},? \d{4}$")
_SOURCE_AT_END = re.compile(r"\s\(([^()]+)\)$")
_LONGEST_ZONE = 4  # letters: "AEST"

_BY = re.compile(r"(?:(?:Written|Reported|Posted|Story|Report|Words|Text|Analysis|Opinion) )?(?:by|By|BY):? ")
_BETWEEN_NAMES = re.compile(r",? and |,? & |, | \| | / |/")
_UPDATED = re.compile(
    r"(?:(?:last|first|originally) )?(?:updated?|published|posted|modified|created|filed|revised)"
    r"(?: (?:on|at))?(?:\W*|\W+(?:.*\d.*|yesterday|today|just now))"
    r"|\d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d(?::\d\d)?)?"  # the counter of a player
    r"|\d+[- ]min(?:ute)?s?(?: to)? read"
    r"|\d+ (?:minute|min|hour|day|week|month|year)s? ago"
)

# A notice begins so, or is no more than this; small letters, brackets and marks at either end taken off.
_NOTICE_STARTS = tuple(
    "reporting by |additional reporting by |editing by |writing by |sign up for |sign up to |sign up here|"
    "sign up now|sign in to |subscribe to |subscribe for |subscribe now|follow us|join our |read more|read next|"
    "read also|also read|see more|see also|watch more|watch:|further reading|click here|more from |more on this|"
    "more like this|continue reading|keep reading|continues below|story continues|article continues|skip to |"
    "skip ad|share this|share on |share via |share page|share article|tags: |topics: |source: |sources: |related: |"
    "copyright ©|copyright (c)|copyright 19|copyright 20|© |©1|©2|c) 19|c) 20|all rights reserved|"
    "this material may not be |http://|https://|www.".split("|")
)
_NOTICES = frozenset(
    "advertisement|advertisements|sponsored|sponsored content|loading|comments|comment|share|subscribe|sign in|sign up|"
    "related|recommended|related topics|related articles|top stories|related stories|related content|related coverage|"
    "related links|recommended for you|more stories|popular stories|most read|most popular|most viewed|image|video|"
    "gallery|audio|photo".split("|")
)
_BEFORE_A_NOTICE = " \t([*_–—-"
_MARKS_AROUND = " \t()[].:!…*_–—-0123456789"
_CONTRIBUTED = re.compile(r"contributed to this (?:report|story|article)\b.{0,40}$")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

_STOP = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]]*$")
_INITIALS_AT_END = re.compile(r"(?:\b[A-Z]\.)[A-Z]\.$")
_TAIL = 8  # characters; stops and initials are looked for in the last of a line


def fixed_kind(line: str) -> FixedKind | None:
    """The kind of a line that is known by its form alone, else None. A line of marks alone is a notice."""
    if len(line) > LONGEST_LINE:
        return None if _LETTER_OR_DIGIT.search(line) else "notice"
    low = line.lower()
    if _UPDATED.fullmatch(low):
        return "updated"
    if _is_notice(line, low):
        return "notice"
    return "byline" if _is_byline(line) else None


def _is_notice(line: str, low: str) -> bool:
    bare = low.strip(_MARKS_AROUND)
    if bare in _NOTICES or low.lstrip(_BEFORE_A_NOTICE).startswith(_NOTICE_STARTS):
        return True
    return bool(_CONTRIBUTED.search(low) or _MAIL.fullmatch(line)) or not _LETTER_OR_DIGIT.search(line)


def _is_byline(line: str) -> bool:
    by = _BY.match(line)
    if by is None or ends_sentence(line):
        return False
    named = line[by.end() :]
    if _is_office(_BETWEEN_NAMES.split(named)[0]):
        return True
    first = [word.rstrip(",;") for word in named.split() if word not in _PARTICLES][:2]
    return is_name(" ".join(first)) and not first[1].endswith(("'s", "’s"))


def is_name(words: str) -> bool:
    """The words could be the name of a person: two to four of them with capitals, and particles."""
    named = [word for word in words.split() if word not in _PARTICLES]
    if not 2 <= len(named) <= _MOST_NAMES or named[0].lower() in _NO_NAME:
        return False
    return all(map(_NAME_WORD.fullmatch, named))


def is_agency(words: str) -> bool:
    """The words are the name of an agency that supplies news or pictures."""
    return words in _AGENCIES


def _is_office(words: str) -> bool:
    """For whom or as what somebody writes: "Reuters", "Staff Writer"."""
    return words in _AGENCIES or not _ROLES.isdisjoint(words.split())


def is_bare_byline(line: str) -> bool:
    """Names and nothing else, as above an article: "Adam Morrow", "Jane Doe and John Roe, Staff Writers"."""
    if len(line) > LONGEST_LINE:
        return False
    first, *others = _BETWEEN_NAMES.split(line)
    return is_name(first) and all(is_name(other) or _is_office(other) for other in others)


def is_bare_date(line: str) -> bool:
    """A date and nothing else: "Sept. 11, 2024", "6:09 p.m. CST, December 2, 2012", "2024-09-11"."""
    if len(line) > LONGEST_LINE or not any(map(str.isdigit, line)):
        return False
    words = [word.strip(".|·•–—-") for word in line.replace(",", " ").split()]
    dated = not _MONTHS.isdisjoint(map(str.lower, words)) or _DATE_IN_NUMBERS.search(line) is not None
    return dated and all(map(_is_in_a_date, filter(None, words)))


def _is_in_a_date(word: str) -> bool:
    zone = word.isupper() and len(word) <= _LONGEST_ZONE
    return zone or word.lower() in _IN_A_DATE or _NUMBER_IN_A_DATE.fullmatch(word) is not None


def is_dateline(line: str) -> bool:
    """A place that opens a dispatch, on a line of its own: "WARSAW, Poland (AP) _", "Goma, March 19, 2013"."""
    if len(line) > _LONGEST_DATELINE:
        return False
    if line.endswith(("—", "–", "_", "-")):
        return True
    date = _DATE_AT_END.search(line)
    source = _SOURCE_AT_END.search(line)
    return (date is not None and date[1].lower() in _MONTHS) or (source is not None and is_agency(source[1]))


def ends_sentence(line: str) -> bool:
    """The line closes with a stop that is not that of "U.S."."""
    tail = line[-_TAIL:]
    return _STOP.search(tail) is not None and _INITIALS_AT_END.search(tail) is None
