"""The table of rules: which rule takes which words."""

import re

import pytest

from dashboard.dates.grammar import FIRST_WORD, RULES, pattern, rules_for

# One expression or more for every rule; each must be reachable from its first word.
TAKEN = {
    "iso": ["2024-07-06", "2024-07-06t14:30z"],
    "slashed": ["12/25/2023", "9/11"],
    "dotted": ["25.12.2023"],
    "clock": ["10:35 a.m.", "5pm", "9 a.m. est tuesday", "7.30 p.m. (gmt +3)"],
    "clock24": ["18:00 utc", "0800 gmt", "9:15 local time"],
    "noon": ["noon", "midnight friday"],
    "month_day": ["sept. 11", "july 6, 2024", "the evening of sept. 10", "monday, jan. 14", "oct. 7 last year"],
    "day_month": ["6 july", "6th of july 2024", "the 4th of may", "monday the 9th of september"],
    "week_of": ["the week of sept. 9", "the last week of march"],
    "month": ["july", "sept.", "last october", "early may", "mid-august", "the end of march 2003", "october of next year"],
    "every": ["every monday", "each year", "every four years", "every other week"],
    "per": ["per day", "twice a week", "once a year"],
    "frequency": ["daily", "annually"],
    "weekday": ["tuesday", "last friday", "sunday night", "mondays", "the night of friday"],
    "deictic": ["today", "tomorrow evening", "the day before yesterday", "earlier today"],
    "day_part": ["last night", "this morning", "the next evening"],
    "decade": ["the 1980s", "1980's", "the early 1990s", "'90s", "the 70s", "the sixties"],
    "century": ["the 19th century", "twentieth century", "the twenty-first century"],
    "quarter": ["the third quarter", "q3 2024", "the first half of 2023", "fourth-quarter", "the 1988 third quarter"],
    "same_quarter": ["the quarter", "the latest quarter", "the same period a year earlier", "the year-ago period"],
    "season": ["last summer", "the summer of 2003", "late spring", "this winter"],
    "holiday": ["christmas day", "last thanksgiving", "st. patrick's day", "new year's eve 2023"],
    "fiscal": ["fiscal 2024", "fiscal year 2025", "fy2023"],
    "relative": ["last week", "the past year", "early next month", "the same day", "later that year"],
    "edge_of": ["the end of the year", "the beginning of the week"],
    "day_ends": ["the day"],
    "weekend": ["the weekend"],
    "counted": ["three days", "eight-year", "half an hour", "the past two years", "2 1/2 years", "ten years ago", "a week"],
    "long": ["day-long", "decadeslong", "weeklong"],
    "vague": ["months", "recent years", "years ago", "these days"],
    "present": ["now", "right now", "currently"],
    "past": ["recently", "the past", "the recent past"],
    "future": ["the future", "the near future", "soon"],
    "year": ["2003", "early 2020", "the end of 2023"],
    "spelled_year": ["nineteen ninety-six", "the year two thousand and one"],
    "short_year": ["'82"],
}  # fmt: skip


def test_every_rule_has_an_example() -> None:
    assert list(RULES) == list(TAKEN)


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule in TAKEN for words in TAKEN[rule]])
def test_rule_takes_the_whole_expression_from_its_first_word(rule: str, words: str) -> None:
    first = next(match.group() for match in FIRST_WORD.finditer(words) if match.group() != "the")
    assert rule in rules_for(first)
    match = pattern(rule).match(words)
    assert match
    assert match.group() == words


@pytest.mark.parametrize(
    "words", ["$2003", "€2003", "#11", "f2003", "1.2003", "12:2003", "x'82", "été"], ids=ascii
)  # fmt: skip
def test_what_hangs_on_a_letter_a_sign_or_a_number_starts_nothing(words: str) -> None:
    found = [match.group() for match in FIRST_WORD.finditer(words)]
    assert not {"2003", "11", "'", "t"} & set(found)


@pytest.mark.parametrize("words", ["31st percent", "2,003 men", "sept. 11%", "may 5.2", "march 12,000", "july 3:2"])
def test_number_that_counts_something_else_is_no_day_or_year(words: str) -> None:
    assert not re.search(
        r"\d", "".join(m.group() for rule in ("month_day", "year") if (m := pattern(rule).match(words)))
    )


@pytest.mark.parametrize("word", ["", "x", "the", "arrived"])
def test_other_words_start_no_rule(word: str) -> None:
    assert rules_for(word) == ()
