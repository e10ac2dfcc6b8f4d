"""Values of days and times of the day, from a rule's parts."""

from datetime import date

import pytest

from dashboard.dates import days
from dashboard.dates.grammar import pattern
from dashboard.dates.setting import Setting
from dashboard.records import Span

WEDNESDAY = date(2024, 9, 11)


def placed(words: str, published: date | None, nearby: str | None = None) -> Setting:
    return Setting(words, Span(0, len(words)), 0, len(words), published, nearby, nearby)


def parts(rule: str, words: str) -> dict[str, str | None]:
    match = pattern(rule).fullmatch(words)
    assert match
    return match.groupdict()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7/8/07", "2007-07-08"), ("7/8/82", "1982-07-08"), ("13/8/2007", "2007-08-13"), ("2007/8/13", "2007-08-13"),
        ("9/11", "2001-09-11"), ("13/13/2007", None), ("0/0/0", None),
    ],
)  # fmt: skip
def test_slashes_put_the_month_first_unless_they_cannot(words: str, value: str | None) -> None:
    assert days.slashed(parts("slashed", words), placed(words, None)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("9:05 a.m.", "2024-09-11T09:05"), ("12 a.m.", "2024-09-11T00:00"), ("12:30 pm", "2024-09-11T12:30"),
        ("9 a.m. gmt", "2024-09-11T09:00Z"), ("9 a.m. est", "2024-09-11T09:00"), ("6:40 p.m. (gmt +8)", "2024-09-11T18:40"),
        ("9 a.m. yesterday", "2024-09-10T09:00"), ("13 p.m.", None),
    ],
)  # fmt: skip
def test_clock_is_read_and_zones_are_left_alone(words: str, value: str | None) -> None:
    assert days.clock(parts("clock", words), placed(words, WEDNESDAY)) == value


def test_time_takes_the_day_named_in_its_sentence() -> None:
    assert (
        days.clock24(parts("clock24", "18:00 utc"), placed("18:00 utc", WEDNESDAY, "2024-09-03")) == "2024-09-03T18:00Z"
    )


def test_time_without_any_day_leaves_the_day_open() -> None:
    assert days.noon(parts("noon", "noon"), placed("noon", None)) == "XXXX-XX-XXT12:00"


@pytest.mark.parametrize("published", [date.min, date.max, None], ids=str)
@pytest.mark.parametrize("words", ["tuesday", "last tuesday", "next tuesday night"])
def test_weekday_stands_at_the_ends_of_the_calendar(words: str, published: date | None) -> None:
    value = days.weekday(parts("weekday", words), placed(words, published))
    assert isinstance(value, str)
    assert value.startswith(("0001-01", "9999-12", "XXXX-WXX-2"))


@pytest.mark.parametrize(
    ("words", "value"), [("feb. 29", "XXXX-02-29"), ("feb. 30", None), ("feb. 29, 2023", None), ("may 5", "XXXX-05-05")]
)
def test_day_of_month_is_checked_even_where_the_year_is_open(words: str, value: str | None) -> None:
    assert days.day_of_month(parts("month_day", words), placed(words, None)) == value


@pytest.mark.parametrize(("short", "year"), [(0, 2000), (29, 2029), (30, 1930), (99, 1999)])
def test_two_digits_stand_for_a_year(short: int, year: int) -> None:
    assert days.full_year(short) == year
