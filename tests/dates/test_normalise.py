"""Values of months, seasons, longer and counted periods, from a rule's parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates.grammar import RULES, pattern
from dashboard.dates.normalise import settle
from dashboard.dates.setting import Setting, Settled
from dashboard.records import Span

WEDNESDAY = date(2024, 9, 11)


def settled(rule: str, words: str, published: date | None = WEDNESDAY, before: str | None = None) -> Settled:
    match = pattern(rule).fullmatch(words)
    assert match
    return settle(
        rule, match.groupdict(), Setting(words, Span(0, len(words)), 0, len(words), published, before, before)
    )


@pytest.mark.parametrize(
    ("rule", "words", "value"),
    [
        ("month", "september", "2024-09"), ("month", "october", "2023-10"), ("month", "last september", "2023-09"),
        ("month", "next september", "2025-09"), ("month", "this march", "2024-03"), ("month", "may of last year", "2023-05"),
        ("season", "last summer", "2024-SU"), ("season", "this winter", "2024-WI"), ("season", "last fall", "2023-FA"),
        ("season", "this fall", "2024-FA"), ("season", "next spring", "2025-SP"), ("season", "winter 2003", "2003-WI"),
        ("quarter", "fourth quarter", "2024-Q4"), ("quarter", "the second quarter of last year", "2023-Q2"),
        ("quarter", "first half of the year", "2024-H1"), ("quarter", "q3", "2024-Q3"),
        ("decade", "the 1980s", "198"), ("decade", "the 20s", "202"), ("decade", "'90s", "199"), ("decade", "the fifties", "195"),
        ("century", "the 19th century", "18"), ("century", "twenty-first-century", "20"),
        ("fiscal", "fiscal year 2025", "2025"), ("short_year", "'82", "1982"), ("year", "late 1979", "1979"),
        ("relative", "this century", "20"), ("relative", "the past year", "P1Y"), ("relative", "last decade", "P10Y"),
        ("edge_of", "the end of the month", "2024-09"), ("weekend", "the weekend", "2024-W36-WE"),
        ("week_of", "week of march 6", "2024-W10"), ("week_of", "the first week of march", "2024-W09"),
        ("counted", "a decade ago", "2014"), ("counted", "two months ago", "2024-07"), ("counted", "ten days from now", "2024-09-21"),
        ("counted", "three quarters", "P3Q"), ("vague", "years ago", "PAST_REF"), ("vague", "these days", "PRESENT_REF"),
        ("long", "decades-long", "PXY"), ("every", "every other week", "P2W"), ("every", "every summer", "XXXX-SU"),
    ],
)  # fmt: skip
def test_expression_has_its_value(rule: str, words: str, value: str) -> None:
    assert settled(rule, words).value == value


@pytest.mark.parametrize(
    ("rule", "words", "value"),
    [
        ("month", "july", "XXXX-07"), ("season", "last summer", "XXXX-SU"), ("quarter", "third quarter", "XXXX-Q3"),
        ("relative", "last week", None), ("counted", "two years ago", None), ("weekend", "the weekend", None),
        ("week_of", "week of march 6", None), ("year", "2003", "2003"), ("counted", "two years", "P2Y"),
    ],
)  # fmt: skip
def test_without_publication_date_it_stays_open(rule: str, words: str, value: str | None) -> None:
    assert settled(rule, words, None).value == value


@pytest.mark.parametrize(
    ("words", "before", "value"),
    [
        ("two days later", "2024-02-28", "2024-03-01"),
        ("a year earlier", "2024-02-28", "2023"),
        ("a year earlier", "2003", "2002"),
        ("two days later", "2003", None),
        ("two days later", None, None),
        ("several days later", "2024-02-28", None),
    ],
)
def test_later_counts_from_the_date_named_before(words: str, before: str | None, value: str | None) -> None:
    assert settled("counted", words, before=before).value == value


EXAMPLES = {
    "iso": "2024-07-06", "slashed": "1/2/03", "dotted": "1.2.2003", "clock": "9 a.m. friday", "clock24": "18:00 utc",
    "noon": "noon", "month_day": "feb. 29", "day_month": "31 december", "week_of": "the last week of december",
    "month": "next december", "every": "every day", "per": "per year", "frequency": "daily", "weekday": "next sunday",
    "deictic": "the day after tomorrow", "day_part": "last night", "decade": "1980s", "century": "19th century",
    "quarter": "fourth quarter", "season": "last winter", "holiday": "thanksgiving", "fiscal": "fy2023",
    "relative": "next century", "edge_of": "end of the decade", "day_ends": "the day", "weekend": "the weekend",
    "counted": "999,999 years ago", "long": "day-long", "vague": "years", "present": "now", "past": "recently", "future": "soon",
    "year": "2003", "short_year": "'82",
    "same_quarter": "the year-earlier quarter", "spelled_year": "the year two thousand",
}  # fmt: skip


def test_every_rule_can_be_settled() -> None:
    assert set(EXAMPLES) == set(RULES)


@given(st.sampled_from(sorted(EXAMPLES)), st.none() | st.dates() | st.sampled_from([date.min, date.max]))
def test_any_publication_date_gives_a_value_or_none(rule: str, published: date | None) -> None:
    found = settled(rule, EXAMPLES[rule], published)
    if found is None:  # "the year-earlier quarter" where no quarter was named
        assert rule == "same_quarter"
        return
    value, kind = found
    assert value is None or value.isprintable()
    assert kind in ("DATE", "TIME", "DURATION", "SET")
