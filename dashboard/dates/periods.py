"""Days, weeks, months … as TIMEX3 values: which period a day lies in, periods before and after, durations.

Weeks are ISO 8601 weeks. Decades and centuries are the leading digits of their years: 198 = the 1980s, 18 = the 1800s.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_DURATIONS = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "weekend": ("P", 1, "WE"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 1, "Q"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}  # unit: (before the number, times the number, letter)
_HALVES = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "month": "P2W", "year": "P6M"}
_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(?:-WE)?|Q([1-4])))?(?:T.*)?")
_RANKS = {
    unit: rank for rank, unit in enumerate("day week fortnight weekend month quarter year decade century".split())
}  # from fine to coarse
SATURDAY = 6  # ISO day of the week
_CENTURY_DIGITS, _DECADE_DIGITS = 2, 3


class Period(NamedTuple):
    """A stretch of the calendar: its first day and its unit (day, week, month, quarter, year)."""

    day: date
    unit: str


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the `unit` that `day` lies in; a time of the day is out of reach and gives the day."""
    year, week, _ = day.isocalendar()
    values = {
        "week": f"{year:04}-W{week:02}",
        "fortnight": f"{year:04}-W{week:02}",
        "weekend": f"{year:04}-W{week:02}-WE",
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year:04}"[:_DECADE_DIGITS],
        "century": f"{day.year:04}"[:_CENTURY_DIGITS],
    }
    return values.get(unit, day.isoformat())


def moved(day: date, unit: str, number: int) -> date | None:
    """The day `number` units after `day`; None beyond the years 1-9999. A 31st becomes the last of a short month."""
    if unit in _DAYS:
        try:
            return day + timedelta(days=_DAYS[unit] * number)
        except OverflowError:
            return None
    month = 12 * day.year + day.month - 1 + _MONTHS[unit] * number
    year, month = month // 12, month % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def period_after(day: date, unit: str, number: int) -> str | None:
    """The TIMEX3 value of the period `number` units after the one that `day` lies in (negative: before it)."""
    target = moved(day, unit, number)
    return None if target is None else value_of(target, unit)


def parse(value: str | None) -> Period | None:
    """The period a TIMEX3 value names; None for decades, seasons, durations, references and what is not settled."""
    match = _VALUE.fullmatch(value or "")
    if not match:
        return None
    year, month, day, week, quarter = (int(part) if part else None for part in match.groups())
    try:
        if week:
            return Period(date.fromisocalendar(year or 0, week, 1), "week")
        if quarter:
            return Period(date(year or 0, 3 * quarter - 2, 1), "quarter")
        return Period(date(year or 0, month or 1, day or 1), "day" if day else "month" if month else "year")
    except ValueError:
        return None


def days_away(value: str, day: date) -> int:
    """Days from `day` to the nearest day of a period; 0 inside it, and for what is no period."""
    period = parse(value)
    if period is None:
        return 0
    after = moved(period.day, period.unit, 1)
    last = after - timedelta(days=1) if after else period.day
    return (period.day - day).days if period.day > day else min(0, (last - day).days)


def shifted(value: str | None, unit: str, number: int) -> str | None:
    """`value` moved by `number` units and read at that unit; None where it is coarser than the unit or no date."""
    period = parse(value)
    if period is None or _RANKS.get(period.unit, 0) > _RANKS.get(unit, 0):
        return None
    return period_after(period.day, unit, number)


def duration(number: float | None, unit: str) -> str:
    """The TIMEX3 duration of `number` units, None = vaguely many: P3D, PT16H, P2.5Y, PXM."""
    head, factor, letter = _DURATIONS[unit]
    if number is None:
        return f"{head}X{letter}"
    if unit == "hour" and number % 1:
        return f"PT{int(number)}H30M" if number > 1 else "PT30M"
    return f"{head}{number * factor:g}{letter}"


def half(unit: str) -> str:
    """The TIMEX3 duration of half a unit: PT30M, P6M, P50Y."""
    return _HALVES.get(unit, duration(0.5, unit))


def holiday(year: int, rule: tuple[int, ...]) -> date:
    """The day of a holiday in `year`; rule as in vocabulary.HOLIDAYS."""
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    month, weekday, which = rule
    last = monthrange(year, month)[1]
    days = [date(year, month, day) for day in range(1, last + 1) if date(year, month, day).isoweekday() == weekday]
    return days[which if which < 0 else which - 1]
