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
_YEAR_RANGE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d-$")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|till|to|and|or|during|after|before|around|circa|between|through)\s+(?:the\s+)?$"
)
_PAPERS = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Independent|Star|Sun|TIMES|TELEGRAPH|MAIL|POST)\b"
)
_NAMED_WEEKDAYS = re.compile(r"\b(?:black|bloody|super|fat|ash|good|palm|cyber|giving|mail on|man|casual)\s+$")
_OF_AGE = re.compile(r"[\s-]+(?:olds?\b|of age\b)")
_AGED = re.compile(r"\b(?:aged|at age)\s+$")
_SPEED = re.compile(r"\b(?:miles|kilomet(?:er|re)s|km|knots)\s+$")
_SPORT = re.compile(r"[\s-]?(?:finals?\b|of (?:the game|a )|horse)")
_DAY_ENDS = re.compile(r"\b(?:end|ends|ended|ending|finish(?:ed|ing)?|closed?|closing|for|later in|late in)\s+$")


class Place:
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
    return check is not None and check(Place(text, folded, match))


def _lower_case_month(place: Place) -> bool:
    letter = place.written[place.match.start("month") - place.match.start()]
    return place.match["month"].rstrip(".") in _WORDS_IN_LOWER_CASE and not letter.isupper()


def _month_day(place: Place) -> bool:
    return _lower_case_month(place) or bool(not place.match["year"] and _COUNTED_AFTER_DAY.match(place.after))


def _month(place: Place) -> bool:
    if _lower_case_month(place):
        return True
    month = place.match["month"]
    if place.match["year"] or place.match["whose"] or not place.starts_with("month"):
        return False
    if month == "march":
        return bool(_MARCH_ON.match(place.after)) and not _BEFORE_NAME_MONTH.search(place.before)
    if month in _NAMES:
        expected = _BEFORE_NAME_MONTH if month == "may" else _BEFORE_MONTH
        return bool(_TITLE.search(place.before)) or not expected.search(place.before)
    return len(month) <= _ABBREVIATION


def _weekday(place: Place) -> bool:
    return bool(_NAMED_WEEKDAYS.search(place.before) or _PAPERS.match(place.written_after))


def _year(place: Place) -> bool:
    if not place.starts_with("year"):
        return False
    if _NUMBERED.search(place.before) or _COUNTED.match(place.after) or place.after[:1] in ("°", "/"):
        return True
    if place.before[-1:] == "-" and not place.before[-2:-1].isalpha():
        return not _YEAR_RANGE.search(place.before)
    return int(place.match["year"]) < _OLDEST_BARE_YEAR and not _BEFORE_YEAR.search(place.before)


def _counted(place: Place) -> bool:
    unit, number = place.match["unit"], place.match["count"]
    if unit == "second" and (number in _ONE or not place.folded.endswith("s")):
        return True
    if unit == "quarter" and (number in _ONE or number in ("three", "3")) and not place.match["span"]:
        return True
    if place.match["tail"]:
        return False
    speed = number in _ONE and _SPEED.search(place.before)
    return bool(speed or _OF_AGE.match(place.after) or _AGED.search(place.before)) or place.written == "60 Minutes"


def _quarter(place: Place) -> bool:
    if place.match["kind"] == "half":
        return not (place.match["year"] or place.match["whose"])
    return bool(_SPORT.match(place.after))


def _season(place: Place) -> bool:
    if place.match["year"] or place.match["whose"]:
        return False
    if place.match["which"] == "the":
        return place.after.startswith(" of ") or place.match["season"] == "fall"
    return place.starts_with("season")


def _slashed(place: Place) -> bool:
    first, second, third = place.match.group("first", "second", "third")
    if third:
        return len(third) not in (2, 4) and len(first) != 4
    return (first, second) != ("9", "11")


def _soon(place: Place) -> bool:
    hedged = place.before.endswith((" as ", " no ", " too ")) or place.after.startswith((" as ", " after", "-"))
    return place.folded == "soon" and hedged


_CHECKS: dict[str, Callable[[Place], bool]] = {
    "month_day": _month_day,
    "day_month": _month_day,
    "month": _month,
    "week_of": _lower_case_month,
    "weekday": _weekday,
    "year": _year,
    "short_year": lambda place: not _BEFORE_YEAR.search(place.before),
    "counted": _counted,
    "vague": lambda place: bool(_OF_AGE.match(place.after)),
    "frequency": Place.in_name,
    "quarter": _quarter,
    "season": _season,
    "slashed": _slashed,
    "present": lambda place: place.after.startswith((" that ", "-")) or place.in_name(),
    "future": _soon,
    "noon": lambda place: place.before.endswith("high "),
    "day_ends": lambda place: not _DAY_ENDS.search(place.before),
}
