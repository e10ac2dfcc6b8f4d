"""Periods of the calendar and their values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates.periods import duration, half, holiday, moved, parse, period_after, shifted, value_of
from dashboard.dates.vocabulary import HOLIDAYS
from dashboard.language.calendar import UNITS

WEDNESDAY = date(2024, 9, 11)
UNIT_NAMES = sorted(set(UNITS.values()))


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("hour", "2024-09-11"), ("day", "2024-09-11"), ("week", "2024-W37"), ("weekend", "2024-W37-WE"), ("month", "2024-09"),
        ("quarter", "2024-Q3"), ("year", "2024"), ("decade", "202"), ("century", "20"),
    ],
)  # fmt: skip
def test_day_lies_in_its_periods(unit: str, value: str) -> None:
    assert value_of(WEDNESDAY, unit) == value


def test_first_days_of_january_can_lie_in_a_week_of_the_year_before() -> None:
    assert value_of(date(2021, 1, 1), "week") == "2020-W53"


@pytest.mark.parametrize(
    ("unit", "number", "value"),
    [
        ("day", -11, "2024-08-31"), ("week", -1, "2024-W36"), ("month", -9, "2023-12"), ("month", 4, "2025-01"),
        ("quarter", -3, "2023-Q4"), ("year", -24, "2000"), ("decade", -1, "201"), ("century", -1, "19"),
        ("year", -3000, None), ("day", 10**9, None), ("year", 9000, None),
    ],
)  # fmt: skip
def test_period_is_counted_from_a_day(unit: str, number: int, value: str | None) -> None:
    assert period_after(WEDNESDAY, unit, number) == value


def test_the_31st_moves_to_the_last_day_of_a_short_month() -> None:
    assert moved(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("value", "unit", "number", "expected"),
    [
        ("2024-09-11", "day", 1, "2024-09-12"),
        ("2024-09-11T10:35", "day", 0, "2024-09-11"),
        ("2024-09-11", "year", -1, "2023"),
        ("2024-09", "month", 1, "2024-10"),
        ("2024-09", "day", 1, None),
        ("2003", "year", 2, "2005"),
        ("2003", "month", 2, None),
        ("198", "year", 1, None),
        ("P3D", "day", 1, None),
        (None, "day", 1, None),
    ],
)
def test_value_moves_only_by_units_it_is_fine_enough_for(
    value: str | None, unit: str, number: int, expected: str | None
) -> None:
    assert shifted(value, unit, number) == expected


@pytest.mark.parametrize(
    "value", ["", "2024-13", "2024-02-30", "2024-W60", "0000", "XXXX-09", "PRESENT_REF", "２０２４-99"]
)
def test_what_no_calendar_has_is_no_period(value: str) -> None:
    assert parse(value) is None


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (3, "day", "P3D"), (16, "hour", "PT16H"), (5.5, "hour", "PT5H30M"), (2.5, "year", "P2.5Y"), (None, "month", "PXM"),
        (None, "hour", "PTXH"), (3, "decade", "P30Y"), (1, "fortnight", "P2W"), (1, "century", "P100Y"), (1200, "day", "P1200D"),
    ],
)  # fmt: skip
def test_duration_is_written_as_timex(number: float | None, unit: str, value: str) -> None:
    assert duration(number, unit) == value


@pytest.mark.parametrize(
    ("unit", "value"), [("hour", "PT30M"), ("year", "P6M"), ("century", "P50Y"), ("decade", "P5Y")]
)
def test_half_a_unit_is_a_duration(unit: str, value: str) -> None:
    assert half(unit) == value


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2024, 11, 28)),
        ("memorial day", date(2024, 5, 27)),
        ("labor day", date(2024, 9, 2)),
        ("christmas day", date(2024, 12, 25)),
    ],
)
def test_holiday_falls_on_its_day(name: str, day: date) -> None:
    assert holiday(2024, HOLIDAYS[name]) == day


@given(st.dates(), st.sampled_from(UNIT_NAMES), st.integers(-5000, 5000))
def test_any_move_gives_a_day_or_none(day: date, unit: str, number: int) -> None:
    target = moved(day, unit, number)
    assert target is None or value_of(target, unit)


@given(st.dates(), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_value_of_a_period_is_read_back(day: date, unit: str) -> None:
    period = parse(value_of(day, unit))
    assert period is not None
    assert period.unit == unit
    assert value_of(period.day, unit) == value_of(day, unit)


@given(st.from_regex(r"\d{4}(-(W?\d\d|Q\d)(-\d\d|-WE)?)?(T.{1,5})?", fullmatch=True) | st.text())
def test_any_text_is_a_period_or_none(value: str) -> None:
    period = parse(value)
    assert period is None or int(value[:4]) in (period.day.year, period.day.isocalendar().year)
