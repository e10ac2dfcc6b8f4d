"""False friends: words that look like an expression of time and are none.

The verb "may", "march" as a verb, Mrs May, April as a first name, the Sunday Times, Flight 1990, Resolution 1701,
2,000 troops, "aged 25", a quarter of the votes. Each rule of the grammar that needs one has a check here.
"""

import re
from collections.abc import Callable

_REACH = 24  # characters read on each side of an expression; the longest phrase looked for is shorter
_NAMES = frozenset(("april", "may", "june", "august", "january"))
_WORDS_IN_LOWER_CASE = frozenset("may march august mar dec jan jun sep sept nov oct apr feb jul aug".split())
_ABBREVIATION = 3  # letters; a month so short needs its point, a day or a year
_OLDEST_BARE_YEAR = 1900  # an older one needs a word such as "in" before it
_ONE = frozenset(("a", "an", "another", "one", "single", "a single", "one more"))

_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|last|next|this|by|until|till|from|to|of|during|early|late|mid|through|throughout|before|after|and|or|"
    r"between|the|for|each|on|earlier|later|around|previous|following|a|an|that|than)[\s-]+$|'s\s+$"
)
_BEFORE_NAME_MONTH = re.compile(
    r"\b(?:in|since|last|next|this|until|till|early|late|mid|during|between|through|of)[\s-]+$"
)
_TITLE = re.compile(
    r"\b(?:mrs|mr|ms|miss|dr|theresa|minister|pm|president|sir|lady|queen|king|senator|said|says)\.?\s+$"
)
_SURNAME = re.compile(r"\s[A-Z][a-z]")
_MARCH_ON = re.compile(r"\s(?:on|for|of|against|to)\b")
_PEOPLE = r"people|troops|soldiers|men|women|children|civilians|others|prisoners|hostages|refugees|migrants|workers"
_COUNTED_AFTER_DAY = re.compile(rf"\s+(?:{_PEOPLE}|miles|kilomet(?:er|re)s)\b")
_COUNTED = re.compile(
    rf"\s+(?:[a-z]+\s+)?(?:{_PEOPLE}|dead|killed|miles|km|kilomet(?:er|re)s|met(?:er|re)s|feet|acres|dollars|euros|pounds|"
    r"points|votes|homes|houses|jobs|employees|students|members|fighters|police|tons|tonnes|barrels|square|cars|units|"
    r"copies|victims|deaths|cases|patients|seats|flights|rockets|missiles|drones|vehicles|aircraft|degrees)\b"
)
_NUMBERED = re.compile(
    r"\b(?:flight|room|route|highway|no|nos|number|pages?|resolutions?|windows|paragraph|bus|train|channel|apartment|suite|"
    r"box|about|nearly|almost|some|roughly|approximately|than|boeing|airbus|version|model|chapter|lot|section|code|grid|"
    r"another|only|over|at least|up to|estimated|russell?)\.?\s+$"
)
_NOT_AFTER_YEAR = re.compile(r"[°/]|-\d{3}(?!\d)")
_YEAR_RANGE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d-$")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|till|to|and|or|during|after|before|around|circa|between|through)\s+(?:the\s+)?$"
)
_IN_YEAR = re.compile(r"\b(?:in|since|during|until)\s+$")
_PAPERS = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Independent|Star|Sun|TIMES|TELEGRAPH|MAIL|POST)\b"
)
_NAMED_WEEKDAYS = re.compile(r"\b(?:black|bloody|super|fat|ash|good|palm|cyber|giving|mail on|man|casual)\s+$")
_OF_AGE = re.compile(r"[\s-]+(?:olds?\b|of age\b)")
_AGED = re.compile(r"\b(?:aged|at age)\s+$")
_SPEED = re.compile(r"\b(?:miles|kilomet(?:er|re)s|km|knots)\s+$")
_BEFORE_VERB = re.compile(r"\b(?:to|will|would|could|can|may|might|should)\s+$")
_SPORT = re.compile(r"[\s-]?(?:finals?\b|of (?:the game|a )|horse)")
_NOT_SOON = re.compile(r"\b(?:as|no|too)\s+$")
_DAY_ENDS = re.compile(r"\b(?:end|ends|ended|ending|finish(?:ed|ing)?|closed?|closing|for|later in|late in)\s+$")


class Surroundings:
    """A rule's match in its text: the words it covers and those around it, folded, and as the author wrote them."""

    __slots__ = ("after", "before", "folded", "match", "written", "written_after")

    def __init__(self, text: str, folded: str, match: re.Match[str]) -> None:
        start, end = match.span()
        self.match, self.folded, self.written = match, match.group(), text[start:end]
        self.before, self.after = folded[max(0, start - _REACH) : start], folded[end : end + _REACH]
        self.written_after = text[end : end + _REACH]

    def starts_with(self, part: str) -> bool:
        """Whether the named part stands at the beginning, with no modifier before it."""
        return self.match.start(part) == self.match.start()

    def in_name(self) -> bool:
        """Whether this and the following word are capitalised: the Daily News."""
        return self.written[:1].isupper() and self.written_after[1:2].isupper()


def is_false(rule: str, match: re.Match[str], text: str, folded: str) -> bool:
    """Does `rule` mistake something else in `text` for an expression of time? `match` is on `folded`."""
    check = _CHECKS.get(rule)
    return check is not None and check(Surroundings(text, folded, match))


def _lower_case_month(here: Surroundings) -> bool:
    letter = here.written[here.match.start("month") - here.match.start()]
    return here.match["month"].rstrip(".") in _WORDS_IN_LOWER_CASE and not letter.isupper()


def _month_day(here: Surroundings) -> bool:
    return _lower_case_month(here) or bool(not here.match["year"] and _COUNTED_AFTER_DAY.match(here.after))


def _month(here: Surroundings) -> bool:
    if _lower_case_month(here):
        return True
    month = here.match["month"]
    if here.match["year"] or here.match["whose"] or not here.starts_with("month"):
        return False
    if month == "march":
        return bool(_MARCH_ON.match(here.after)) and not _BEFORE_NAME_MONTH.search(here.before)
    if month in _NAMES:
        named = month == "may" or _SURNAME.match(here.written_after)
        expected = _BEFORE_NAME_MONTH if named else _BEFORE_MONTH
        return bool(_TITLE.search(here.before)) or not expected.search(here.before)
    return len(month) <= _ABBREVIATION


def _weekday(here: Surroundings) -> bool:
    return bool(_NAMED_WEEKDAYS.search(here.before) or _PAPERS.match(here.written_after))


def _year(here: Surroundings) -> bool:
    if not here.starts_with("year") or _IN_YEAR.search(here.before):
        return False
    if _NUMBERED.search(here.before) or _COUNTED.match(here.after) or _NOT_AFTER_YEAR.match(here.after):
        return True
    if here.before[-1:] == "-" and not here.before[-2:-1].isalpha():
        return not _YEAR_RANGE.search(here.before)
    return int(here.match["year"]) < _OLDEST_BARE_YEAR and not _BEFORE_YEAR.search(here.before)


def _counted(here: Surroundings) -> bool:
    unit, number = here.match["unit"], here.match["count"]
    if unit == "second" and (number in _ONE or not here.folded.endswith("s")):
        return True
    if unit == "quarter" and (number in _ONE or number in ("three", "3")) and not here.match["span"]:
        return True
    if here.match["span"] == "last" and _BEFORE_VERB.search(here.before):
        return True
    if here.match["tail"]:
        return False
    speed = number in _ONE and _SPEED.search(here.before)
    return bool(speed or _OF_AGE.match(here.after) or _AGED.search(here.before)) or here.written == "60 Minutes"


def _quarter(here: Surroundings) -> bool:
    if here.match["kind"] == "half":
        return not (here.match["year"] or here.match["whose"])
    return bool(_SPORT.match(here.after))


def _season(here: Surroundings) -> bool:
    if here.match["year"] or here.match["whose"]:
        return False
    if here.match["which"] == "the":
        return here.after.startswith(" of ") or here.match["season"] == "fall"
    return here.starts_with("season")


def _slashed(here: Surroundings) -> bool:
    first, second, third = here.match.group("first", "second", "third")
    if third:
        return len(third) not in (2, 4) and len(first) != 4
    return (first, second) != ("9", "11")


def _soon(here: Surroundings) -> bool:
    hedged = _NOT_SOON.search(here.before) or here.after.startswith((" as ", " after", "-"))
    return here.folded == "soon" and bool(hedged)


_CHECKS: dict[str, Callable[[Surroundings], bool]] = {
    "month_day": _month_day,
    "day_month": _month_day,
    "month": _month,
    "week_of": _lower_case_month,
    "weekday": _weekday,
    "year": _year,
    "short_year": lambda here: not _BEFORE_YEAR.search(here.before),
    "counted": _counted,
    "vague": lambda here: bool(_OF_AGE.match(here.after)),
    "frequency": Surroundings.in_name,
    "quarter": _quarter,
    "season": _season,
    "slashed": _slashed,
    "present": lambda here: here.after.startswith((" that ", "-")) or here.in_name(),
    "future": _soon,
    "noon": lambda here: here.before.endswith("high "),
    "day_ends": lambda here: not _DAY_ENDS.search(here.before),
}
