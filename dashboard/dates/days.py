"""Values of days and of times of the day."""

import re
from datetime import date

from dashboard.dates import periods
from dashboard.dates.setting import BACK, ON, Parts, Setting, Settled, linked_year, nearest, relative_value, stated_year
from dashboard.dates.vocabulary import DAY_PARTS, HOLIDAYS
from dashboard.language.calendar import MONTHS, WEEKDAYS

_PIVOT = 30  # two-digit years below it are of this century: "'29" is 2029, "'82" is 1982
_LEAP_YEAR = 2024  # stands in where the year is open: February has its 29th
_ATTACKS_DAY = (9, 11)
_ATTACKS = re.compile(r"(?:th)?,?\s(?:2001|terror(?:ist)? attacks?|attacks|hijack\w+|commission)\b")
_DATE_LENGTH = len("2024-09-11")
_LAST_MONTH, _NOON, _LONG_YEAR = 12, 12, 4


def full_year(short: int) -> int:
    """The year that two digits stand for."""
    return short + (2000 if short < _PIVOT else 1900)


def real_day(year: int, month: int, day: int) -> str | None:
    """The day as YYYY-MM-DD; None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_number(parts: Parts) -> int:
    """The month an expression names, 1-12."""
    return MONTHS[(parts["month"] or "").rstrip(".")]


def numeric(parts: Parts, _: Setting) -> str | None:
    """2024-07-06, 2024-07-06T10:35Z, 25.12.2023."""
    value = real_day(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))
    if value is None or not parts.get("hour"):
        return value
    return f"{value}T{parts['hour']}:{parts['minute']}{'Z' if parts['zone'] else ''}"


def slashed(parts: Parts, _: Setting) -> str | None:
    """7/8/07, 12/25/2023 (the month first, unless it cannot be), 2023/12/25, 9/11."""
    first, second, third = (int(parts[name] or 0) for name in ("first", "second", "third"))
    if parts["third"] is None:
        return date(2001, *_ATTACKS_DAY).isoformat()  # nothing else is let through without a year
    if len(parts["first"] or "") == _LONG_YEAR:
        return real_day(first, second, third)
    year = third if len(parts["third"]) == _LONG_YEAR else full_year(third)
    return real_day(year, second, first) if first > _LAST_MONTH else real_day(year, first, second)


def day_of_month(parts: Parts, setting: Setting) -> str | None:
    """Sept. 11, July 6 2024, 6 July, Tuesday, Jan. 14, the evening of Sept. 10."""
    month, day = month_number(parts), int(parts["day"] or 0)
    year = stated_year(parts, setting) or linked_year(setting)
    if not year and (month, day) == _ATTACKS_DAY and _ATTACKS.match(setting.folded, setting.end):
        year = 2001
    if year:
        value = real_day(year, month, day)
    elif setting.published is None:
        value = f"XXXX-{month:02}-{day:02}" if real_day(_LEAP_YEAR, month, day) else None
    else:
        value = nearest(setting, parts.get("which"), lambda year: real_day(year, month, day))
    return _with_part(value, parts)


def _with_part(value: str | None, parts: Parts) -> str | None:
    part = parts.get("part_of") or parts.get("part")
    return f"{value}T{DAY_PARTS[part]}" if value and part else value


def weekday(parts: Parts, setting: Setting) -> Settled | str | None:
    """Tuesday, last Friday, Thursday morning; "Mondays" is a set."""
    number = WEEKDAYS[parts["weekday"] or ""]
    if parts["plural"]:
        return Settled(f"XXXX-WXX-{number}", "SET")
    return _with_part(_weekday_value(number, parts["which"], setting), parts)


def _weekday_value(number: int, which: str | None, setting: Setting) -> str:
    if setting.published is None:
        return f"XXXX-WXX-{number}"
    ahead = (number - setting.published.isoweekday()) % 7
    if which in BACK:
        ahead -= 7
    elif which in ON:
        ahead = ahead or 7
    elif ahead and (setting.tense() or ("future" if which == "this" else "past")) == "past":
        ahead -= 7
    return periods.period_after(setting.published, "day", ahead) or f"XXXX-WXX-{number}"


def deictic(parts: Parts, setting: Setting) -> str | None:
    """Yesterday, today, tomorrow evening, tonight, the day before yesterday."""
    if setting.published is None:
        return None
    word, shift = parts["deictic"] or "", parts.get("shift")
    days = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if shift:
        days += 1 if shift.endswith("after") else -1
    value = periods.period_after(setting.published, "day", days)
    return f"{value}TNI" if value and word == "tonight" else _with_part(value, parts)


def day_part(parts: Parts, setting: Setting) -> str | None:
    """Last night, this morning, the next evening."""
    return _with_part(relative_value("day", "last" if parts["which"] == "last" else parts["which"], setting), parts)


def holiday(parts: Parts, setting: Setting) -> str | None:
    """Christmas Day, last Thanksgiving, New Year's Eve 2023."""
    rule = HOLIDAYS[" ".join((parts["holiday"] or "").split())]
    year = stated_year(parts, setting)
    if year:
        return periods.holiday(year, rule).isoformat()
    if setting.published is None:
        return f"XXXX-{rule[0]:02}-{rule[1]:02}" if len(rule) == 2 else None
    return nearest(setting, parts["which"], lambda year: periods.holiday(year, rule).isoformat())


def same_day(_: Parts, setting: Setting) -> str | None:
    """The day that the sentence speaks of: named before in it, else the publication date."""
    named = periods.parse(setting.nearby)
    if named and named.unit == "day":
        return named.day.isoformat()
    return setting.published.isoformat() if setting.published else None


def clock(parts: Parts, setting: Setting) -> str | None:
    """10:35 a.m., 5pm, 9 a.m. EST Tuesday."""
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    if not 1 <= hour <= _NOON:
        return None
    return _at_time(f"{hour % _NOON + (_NOON if parts['half'] == 'p' else 0):02}:{minute:02}", parts, setting)


def clock24(parts: Parts, setting: Setting) -> str | None:
    """18:00 UTC, 0800 GMT. No other zone is converted or kept."""
    return _at_time(f"{int(parts['hour'] or 0):02}:{parts['minute']}", parts, setting)


def noon(parts: Parts, setting: Setting) -> str | None:
    """Noon, midnight Friday; midnight ends its day."""
    return _at_time("24:00" if parts["noon"] == "midnight" else "12:00", parts, setting)


def _at_time(time: str, parts: Parts, setting: Setting) -> str:
    zone = "Z" if (parts.get("zone") or "").strip(" ,\n") in ("gmt", "utc") else ""
    if parts["weekday"]:
        day: str | None = _weekday_value(WEEKDAYS[parts["weekday"]], None, setting)
    elif parts["deictic"]:
        day = deictic({"deictic": parts["deictic"]}, setting)
    else:
        day = same_day(parts, setting)
    return f"{(day or 'XXXX-XX-XX')[:_DATE_LENGTH]}T{time}{zone}"
