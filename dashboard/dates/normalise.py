"""What an expression of time means: its TIMEX3 value, settled against the publication date and the clause it stands in.

Without a publication date a partial expression stays open: "Sept. 11" is XXXX-09-11, "Tuesday" XXXX-WXX-2, "last week"
None. A fiscal year is the year it is named after.
A season that reaches over New Year carries the year in which it begins: the winter of 2023-24 is 2023-WI.
Source of the values: TIMEX3 in TimeML 1.2.1 (Saurí et al. 2006); decades and centuries are leading digits (198, 18).
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dashboard.dates import days, periods
from dashboard.dates.setting import (
    BACK,
    ON,
    Parts,
    Setting,
    Settled,
    direction,
    linked_year,
    nearest,
    relative_value,
    stated_year,
)
from dashboard.dates.vocabulary import CENTURIES, DECADES, ORDINALS, SEASONS, count
from dashboard.language.calendar import UNITS, WEEKDAYS
from dashboard.records import TimexType

_FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # month; meteorological, northern hemisphere
_SEASON_LENGTH = 92  # days, the longest
_DECADE = 10  # years
_QUARTERS = 4  # of a year
_COMPARED = 60  # characters before "a year ago" in which the figures stand that are compared
_FIGURES = re.compile(r"[$£€%]|\b(?:cents|million|billion|percent|per cent|dollars|a share)\b")
_RATE = re.compile(r"(?:\d|%|illion|hours|times|once|twice|dollars|barrels|tons|people|interviews|units)\s$")


def settle(rule: str, parts: Parts, setting: Setting) -> Settled | None:
    """The value and type of an expression that `rule` recognised, from its named parts; None: it is none after all."""
    settled = _SETTLERS[rule](parts, setting)
    if settled is None and rule == "same_quarter":
        return None
    return settled if isinstance(settled, Settled) else Settled(settled, _type_of(settled))


def _type_of(value: str | None) -> TimexType:
    if not value or value.endswith("_REF"):
        return "DATE"
    return "DURATION" if value.startswith("P") else "TIME" if "T" in value else "DATE"


def _month(parts: Parts, setting: Setting) -> str | None:
    number, year = days.month_number(parts), stated_year(parts, setting) or linked_year(setting)
    if year:
        return f"{year:04}-{number:02}"
    if parts["whose"] or setting.published is None:
        return f"XXXX-{number:02}"
    return _month_value(number, direction(parts["which"]), setting, setting.published)


def _month_value(number: int, which: str, setting: Setting, published: date) -> str | None:
    ahead = (number - published.month) % 12
    if which == "this":
        return f"{published.year:04}-{number:02}"
    if which in BACK:
        ahead -= 12
    elif which in ON:
        ahead = ahead or 12
    elif ahead and setting.tense() != "future":
        ahead -= 12
    return periods.period_after(published, "month", ahead)


def _week_of(parts: Parts, setting: Setting) -> str | None:
    if parts["day"]:
        day = periods.parse(days.day_of_month(parts, setting))
        return periods.value_of(day.day, "week") if day else None
    month = periods.parse(_month({**parts, "which": None}, setting))
    if month is None or not parts["which"]:
        return None
    end = periods.moved(month.day, "month", 1)
    first = parts["which"] == "first" or end is None
    return periods.value_of(month.day if first or end is None else end - timedelta(days=1), "week")


def _quarter(parts: Parts, setting: Setting) -> str | None:
    letter = "H" if parts["kind"] == "half" else "Q"
    number = int(parts["number"] or ORDINALS[parts["ordinal"] or ""])
    year = int(parts["year_first"]) if parts["year_first"] else None
    year = year or stated_year({**parts, "whose": (parts["whose"] or "").replace("the ", "this ")}, setting)
    if year:
        return f"{year:04}-{letter}{number}"
    if setting.published is None or letter == "H":
        return f"XXXX-{letter}{number}"
    value = nearest(setting, None, lambda year: f"{year:04}-Q{number}")
    return periods.shifted(value, "quarter", -_QUARTERS) if parts["ago"] else value


def _same_quarter(parts: Parts, setting: Setting) -> str | None:
    """The quarter named before, or the same one of the year before it: "the quarter", "the year-earlier period"."""
    if not (parts["which"] or parts["ago"]) and parts["unit"] == "period":
        return None
    back = parts["ago"] or "year" in (parts["which"] or "")
    return periods.shifted(setting.quarter, "quarter", -_QUARTERS if back else 0)


def _season(parts: Parts, setting: Setting) -> str | None:
    season, which, published = SEASONS[parts["season"] or ""], direction(parts["which"]), setting.published
    year = stated_year(parts, setting)
    if year:
        return f"{year:04}-{season}"
    if published is None:
        return f"XXXX-{season}"
    begun = published.year if published.month >= _SEASON_STARTS[season] else published.year - 1
    running = (published - date(max(begun, 1), _SEASON_STARTS[season], 1)).days < _SEASON_LENGTH
    if which in BACK:
        return f"{begun - running:04}-{season}"
    ahead = which in ON or (
        not running and (which == "this" or setting.tense() == "future") and setting.tense() != "past"
    )
    return f"{begun + ahead:04}-{season}"


def _decade(parts: Parts, _: Setting) -> str:
    tens = parts["tens"] or parts["bare"] or DECADES.get(parts["word"] or "", 0)
    return parts["decade"] or str(days.full_year(_DECADE * int(tens)))[:-1]


def _century(parts: Parts, _: Setting) -> str:
    return f"{int(parts['number'] or CENTURIES[parts['word'] or '']) - 1:02}"


def _relative(parts: Parts, setting: Setting) -> str | None:
    which, unit = parts["which"] or "", parts["unit"] or ""
    whole = which == "this past" or (parts["the"] and which == "past") or (unit == "decade" and which in BACK | ON)
    return periods.duration(1, unit) if whole else relative_value(unit, which, setting)


def _weekend(_: Parts, setting: Setting) -> str | None:
    if setting.published is None:
        return None
    over = setting.published.isoweekday() < periods.SATURDAY and setting.tense() != "future"
    return periods.period_after(setting.published, "weekend", -1 if over else 0)


def _counted(parts: Parts, setting: Setting) -> Settled | str | None:
    unit = UNITS[parts["unit"] or ""]
    if parts["halved"]:
        return periods.half(unit)
    number = count(parts["count"] or "")
    if unit == "year" and number == 1 and _compares(parts, setting):
        return periods.shifted(setting.quarter, "quarter", -_QUARTERS)
    if parts["tail"]:
        return _away(parts["tail"], unit, number, setting)
    value = periods.duration(None if number is None else number + (0.5 if parts["half"] else 0), unit)
    rate = parts["count"] in ("a", "an") and _RATE.search(setting.folded, max(0, setting.start - 12), setting.start)
    return Settled(value, "SET") if rate else value


def _compares(parts: Parts, setting: Setting) -> bool:
    """Whether figures of a quarter are held against those of the year before: "from $3 million a year ago"."""
    if setting.quarter is None or parts["tail"] not in ("ago", "earlier"):
        return False
    return bool(_FIGURES.search(setting.folded, max(setting.sentence.start, setting.start - _COMPARED), setting.start))


def _away(tail: str, unit: str, number: float | None, setting: Setting) -> str | None:
    if number is None:
        return "PAST_REF" if tail == "ago" else None
    if unit == "decade":  # "a decade ago" means a year, not ten of them
        unit, number = "year", _DECADE * number
    step = -int(number) if tail in ("ago", "earlier") else int(number)
    if tail in ("earlier", "later"):
        return periods.shifted(setting.before, unit, step)
    return periods.period_after(setting.published, unit, step) if setting.published else None


def _vague(parts: Parts, setting: Setting) -> str | None:
    if parts["which"] == "these":
        return "PRESENT_REF"
    if parts["which"] == "recent":
        return "PAST_REF"
    unit = UNITS[parts["unit"] or ""]
    return _away(parts["tail"], unit, None, setting) if parts["tail"] else periods.duration(None, unit)


def _spelled_year(parts: Parts, _: Setting) -> str:
    """The year in words, as people say it: "nineteen ninety-six", "the year two thousand"."""
    if parts["years"]:
        return f"19{int(count(parts['years']) or 0):02}"
    return f"20{int(count(parts['after'] or '') or 0):02}"


def _every(parts: Parts, _: Setting) -> Settled:
    if parts["weekday"]:
        return Settled(f"XXXX-WXX-{WEEKDAYS[parts['weekday']]}", "SET")
    if parts["season"]:
        return Settled(f"XXXX-{SEASONS[parts['season']]}", "SET")
    number = 2 if parts["count"] == "other" else count(parts["count"] or "a")
    return Settled(periods.duration(number, UNITS[parts["unit"] or ""]), "SET")


_SETTLERS: dict[str, Callable[[Parts, Setting], Settled | str | None]] = {
    "iso": days.numeric,
    "dotted": days.numeric,
    "slashed": days.slashed,
    "clock": days.clock,
    "clock24": days.clock24,
    "noon": days.noon,
    "month_day": days.day_of_month,
    "day_month": days.day_of_month,
    "week_of": _week_of,
    "month": _month,
    "every": _every,
    "per": lambda parts, _: Settled(periods.duration(1, UNITS[parts["unit"] or ""]), "SET"),
    "frequency": lambda parts, _: Settled(_FREQUENCIES[parts["word"] or ""], "SET"),
    "weekday": days.weekday,
    "deictic": days.deictic,
    "day_part": days.day_part,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "same_quarter": _same_quarter,
    "season": _season,
    "holiday": days.holiday,
    "fiscal": lambda parts, _: parts["year"],
    "relative": _relative,
    "edge_of": lambda parts, setting: relative_value(parts["unit"] or "", "this", setting),
    "day_ends": days.same_day,
    "weekend": _weekend,
    "counted": _counted,
    "long": lambda parts, _: periods.duration(None if parts["plural"] else 1, parts["unit"] or ""),
    "vague": _vague,
    "present": lambda *_: "PRESENT_REF",
    "past": lambda *_: "PAST_REF",
    "future": lambda *_: "FUTURE_REF",
    "year": lambda parts, _: parts["year"],
    "spelled_year": _spelled_year,
    "short_year": lambda parts, _: str(days.full_year(int(parts["short"] or 0))),
}
