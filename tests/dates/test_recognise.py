"""Expressions of time and their values. Each case is one sentence with [ ] around what must be found, and nothing else."""

import re
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates.recognise import find_dates, find_expressions, settle_dates
from dashboard.records import DateSpan, Segment, Span

WEDNESDAY = date(2024, 9, 11)

FOUND = [
    # Days of the calendar
    ("The delegation landed on [Sept. 11].", "2024-09-11"),
    ("The picture was taken on [July 6, 2024].", "2024-07-06"),
    ("The picture was taken on [6 July 2024].", "2024-07-06"),
    ("The file is dated [2024-07-06].", "2024-07-06"),
    ("The log says [2024-07-06T14:30Z].", "2024-07-06T14:30Z"),
    ("The form was stamped [12/25/2023].", "2023-12-25"),
    ("The form was stamped [25/12/2023].", "2023-12-25"),
    ("The form was stamped [25.12.2023].", "2023-12-25"),
    ("It is written [7/8/07] there.", "2007-07-08"),
    ("Since the group’s [Oct. 7, 2023], assault, prices have doubled.", "2023-10-07"),
    ("They met on [Monday the 9th of September].", "2024-09-09"),
    ("They met on [Monday, Sept. 9].", "2024-09-09"),
    ("They met on [Sat., July 6].", "2024-07-06"),
    ("THEY MET ON [SEPT. 9, 2024].", "2024-09-09"),
    ("The ferry sank on [Nov. 25] off the coast.", "2023-11-25"),
    ("The court will hear the case on [Jan. 14].", "2025-01-14"),
    ("Police arrested him after the [June 23] killing.", "2024-06-23"),
    ("The strike was called off [last Oct. 23].", "2023-10-23"),
    ("The embassy closes on [Oct. 1].", "2024-10-01"),
    # Quarters of a company's year, and the same ones a year before
    ("Profit in [the second quarter] rose to $5 million from $3 million [a year ago].", "2024-Q2 2023-Q2"),
    ("Sales in [the second quarter] doubled from those of [the year-earlier period].", "2024-Q2 2023-Q2"),
    ("Shares fell in [the second quarter], and orders in [the quarter] were weak.", "2024-Q2 2024-Q2"),
    ("In [the second quarter] it lost more than in [the year-earlier period], and [the quarter] was weak.",
     "2024-Q2 2023-Q2 2024-Q2"),
    ("It compares badly with [the 1988 third quarter].", "1988-Q3"),
    ("The quarter of town by the harbour is old.", ""),
    ("It was in [nineteen ninety-six], before [the year two thousand].", "1996 2000"),
    ("On [the evening of Sept. 10], rockets hit the base.", "2024-09-10TEV"),
    ("The summit was held on [Sept. 5] and [6, 2024].", "2024-09-05 2024-09-06"),
    ("The summit ran from [Oct. 7] to [9, 2023].", "2023-10-07 2023-10-09"),
    ("The fair lasted from [7]-[9 October 2023].", "2023-10-07 2023-10-09"),
    ("Nobody was born on [Feb. 30, 2024].", "None"),
    ("The towers fell in the [Sept. 11] attacks.", "2001-09-11"),
    ("Security was tightened after [9/11].", "2001-09-11"),
    ("Shops were shut on [Christmas Day].", "2023-12-25"),
    ("Shops will be shut on [Christmas Day].", "2024-12-25"),
    ("The boy was found [last Thanksgiving].", "2023-11-23"),
    ("They danced on [New Year's Eve 2022].", "2022-12-31"),
    # Days of the week, and days counted from today
    ("The minister said [Tuesday] that he was well.", "2024-09-10"),
    ("The minister said on [Wednesday] that he was well.", "2024-09-11"),
    ("Talks will resume on [Friday].", "2024-09-13"),
    ("The minister said on [Monday] that talks will resume on [Friday].", "2024-09-09 2024-09-13"),
    ("Voters go to the polls [next Tuesday].", "2024-09-17"),
    ("They signed it [last Wednesday].", "2024-09-04"),
    ("They must leave by [Friday].", "2024-09-13"),
    ("[Friday]’s ceremony was short.", "2024-09-06"),
    ("The siege ended on [Sunday night].", "2024-09-08TNI"),
    ("[Yesterday] it rained, [today] it snows, [tomorrow] it will thaw.", "2024-09-10 2024-09-11 2024-09-12"),
    ("He left [the day before yesterday].", "2024-09-09"),
    ("Shells fell [last night] and [this morning].", "2024-09-10TNI 2024-09-11TMO"),
    ("The match is [tonight].", "2024-09-11TNI"),
    ("They left [two days ago].", "2024-09-09"),
    ("On [Sept. 1] he left. [Three days later] he was back.", "2024-09-01 2024-09-04"),
    ("On [Sept. 1] he left and on [the same day] he was back.", "2024-09-01 2024-09-01"),
    ("He left [three days later].", "None"),
    # Times of the day
    ("The blast came at [10:35 a.m. Tuesday].", "2024-09-10T10:35"),
    ("Shops opened at [5pm].", "2024-09-11T17:00"),
    ("The fleet sailed on [Tuesday] at [0800 GMT].", "2024-09-10 2024-09-10T08:00Z"),
    ("The truce began at [midnight Friday].", "2024-09-06T24:00"),
    # Weeks, months, seasons, quarters
    ("[Last week] it was quiet; [this week] it is not.", "2024-W36 2024-W37"),
    ("They return [next week].", "2024-W38"),
    ("[Three weeks ago] the bridge fell.", "2024-W34"),
    ("It opened in [the last week of March].", "2024-W13"),
    ("A hearing is set for [the week of Sept. 16].", "2024-W38"),
    ("They hiked at [the weekend].", "2024-W36-WE"),
    ("He took office [last month].", "2024-08"),
    ("She won the [July] elections.", "2024-07"),
    ("A strike killed him in [January], aides said.", "2024-01"),
    ("The law is due in [October].", "2024-10"),
    ("The law took effect in [October].", "2023-10"),
    ("Since the army marched in [last October], roads are closed.", "2023-10"),
    ("The post was created in [October last year].", "2023-10"),
    ("The post was created in [October 2003].", "2003-10"),
    ("He resigned in [November 2022], and in [December] he fled.", "2022-11 2022-12"),
    ("Rain fell in [mid-August].", "2024-08"),
    ("It snowed in [late May].", "2024-05"),
    ("They marched in [March].", "2024-03"),
    ("[Last summer] was dry.", "2024-SU"),
    ("[Last winter] was mild.", "2023-WI"),
    ("It burned in [the summer of 2003].", "2003-SU"),
    ("A vote is due [this winter].", "2024-WI"),
    ("Profits rose in [the third quarter of 2023].", "2023-Q3"),
    ("Profits rose in [the second quarter].", "2024-Q2"),
    ("Profits fell in [the first half of this year].", "2024-H1"),
    # Years and longer
    ("The border moved [last year].", "2023"),
    ("Its sway has grown since [2003].", "2003"),
    ("It began in [early 2020].", "2020"),
    ("The plan runs from [2014] to [2016].", "2014 2016"),
    ("The [2014]-[2016] plan failed.", "2014 2016"),
    ("The club was founded in [1799].", "1799"),
    ("The pact ends at [the end of the year].", "2024"),
    ("They met [ten years ago].", "2014"),
    ("They met [a decade ago].", "2014"),
    ("The war was fought in [the 1980s].", "198"),
    ("The band was big in [the late 1980s] and ['90s].", "198 199"),
    ("The mosque dates from [the 19th century].", "18"),
    # Durations
    ("The visit is to last [three days].", "P3D"),
    ("It was an [eight-year] war.", "P8Y"),
    ("After a [two-and-a-half-year] siege it fell.", "P2.5Y"),
    ("He spoke for [half an hour].", "PT30M"),
    ("Despite [months] of talks, nothing moved.", "PXM"),
    ("It rained for [several weeks].", "PXW"),
    ("It was quiet for [the past two years].", "P2Y"),
    ("It grew over [the past decade].", "P10Y"),
    ("He slept for [twenty-five hours].", "PT25H"),
    ("They met in [a day-long] session.", "P1D"),
    # Sets
    ("They pray [every Monday].", "XXXX-WXX-1"),
    ("They meet on [Mondays].", "XXXX-WXX-1"),
    ("They vote [every four years].", "P4Y"),
    ("They meet [twice a week].", "P1W"),
    ("It is a [weekly] market.", "P1W"),
    # References
    ("The camp [now] holds families.", "PRESENT_REF"),
    ("In [the past], they fought.", "PAST_REF"),
    ("They hope for peace in [the near future].", "FUTURE_REF"),
]  # fmt: skip

FALSE_FRIENDS = [
    "They may leave and march on the city.",
    "Mrs May said the deal was dead.",
    "Theresa May resigned.",
    "May God help them.",
    "The March on Rome is remembered.",
    "April Smith and June Brown won.",
    "The army won 3-2 and paid $2,003 for it.",
    "It carried 2,500 troops and 1945 people.",
    "He was on Flight 1990 to Rome.",
    "The council passed Resolution 1701.",
    "He died aged 25; a 25-year-old and a man 40 years old lived.",
    "Call 555-1990, 202-555-2003 or 2024-555-1990.",
    "The ratio is 24/7 or 1/2.",
    "The Sunday Times and the Daily News reported it.",
    "A quarter of the votes went to him.",
    "They played the quarter-finals in the second half.",
    "The fall of the city shook him.",
    "He flew at 500 miles an hour.",
    "Come as soon as you can.",
    "Just a second, he said.",
    "Version 2.2003 has 1.2003 bugs.",
    "Prices spring back and fall.",
]

LEFT_OPEN = [
    ("He came on [Sept. 11].", "XXXX-09-11"),
    ("He came on [Tuesday].", "XXXX-WXX-2"),
    ("He came in [July].", "XXXX-07"),
    ("He came [last week].", "None"),
    ("He came [yesterday].", "None"),
    ("He came [two days ago].", "None"),
    ("He came on [Sept. 11, 2024], and left [the next day].", "2024-09-11 2024-09-12"),
    ("He came at [10 a.m.] and left in [2003].", "XXXX-XX-XXT10:00 2003"),
    ("He stayed [three days].", "P3D"),
]


def segments_of(text: str) -> tuple[Segment, ...]:
    return (Segment(0, len(text), "paragraph", (Span(0, len(text)),)),)


def read(marked: str, published: date | None = WEDNESDAY) -> tuple[list[str], list[str], tuple[DateSpan, ...]]:
    """The expressions marked with [ ], and those found, in the text without its marks."""
    text = re.sub(r"[\[\]]", "", marked)
    dates = find_dates(text, segments_of(text), published)
    return re.findall(r"\[(.*?)\]", marked), [span.text for span in dates], dates


@pytest.mark.parametrize(("marked", "values"), FOUND, ids=[marked for marked, _ in FOUND])
def test_expression_is_found_and_has_its_value(marked: str, values: str) -> None:
    expected, found, dates = read(marked)
    assert found == expected
    assert " ".join(str(span.value) for span in dates) == values


@pytest.mark.parametrize("sentence", FALSE_FRIENDS)
def test_false_friend_is_no_date(sentence: str) -> None:
    assert read(sentence)[1] == []


@pytest.mark.parametrize(("marked", "values"), LEFT_OPEN, ids=[marked for marked, _ in LEFT_OPEN])
def test_without_publication_date_a_partial_expression_stays_open(marked: str, values: str) -> None:
    expected, found, dates = read(marked, None)
    assert found == expected
    assert " ".join(str(span.value) for span in dates) == values


@pytest.mark.parametrize(
    ("published", "value"),
    [(date(2000, 1, 7), "1999-11-25"), (date(2000, 11, 26), "2000-11-25"), (date(2000, 11, 25), "2000-11-25")],
    ids=str,
)
def test_day_without_a_year_takes_the_nearest_sensible_year(published: date, value: str) -> None:
    assert read("The boat sank on Nov. 25.", published)[2][0].value == value


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("on Sept. 11", "DATE"),
        ("on Monday night", "TIME"),
        ("for three days", "DURATION"),
        ("every day", "SET"),
        ("10 dollars a day", "SET"),
        ("for a day", "DURATION"),
        ("right now", "DATE"),
    ],
)
def test_expression_has_its_timex_type(sentence: str, kind: str) -> None:
    assert [span.type for span in read(sentence)[2]] == [kind]


def test_a_repeated_segment_is_left_out() -> None:
    text = "He came in 2003.\nHe came in 2003."
    segments = (Segment(0, 16, "paragraph", ()), Segment(17, 33, "paragraph", (), copy_of=0))
    assert [span.start for span in find_dates(text, segments, WEDNESDAY)] == [11]


def test_nothing_outside_the_segments_is_read() -> None:
    text = "in 2003, in 2004, in 2005"
    assert [span.text for span in find_dates(text, (Segment(8, 17, "paragraph", ()),), WEDNESDAY)] == ["2004"]


def test_no_expression_runs_over_the_end_of_a_segment() -> None:
    text = "He came in July\n2003 was dry"
    segments = (Segment(0, 15, "paragraph", ()), Segment(16, 28, "paragraph", ()))
    assert [span.text for span in find_dates(text, segments, WEDNESDAY)] == ["July", "2003"]


@pytest.mark.parametrize("text", ["", "   \n\n", "No date here."], ids=["empty", "blank", "no date"])
def test_text_without_dates_gives_none(text: str) -> None:
    assert find_dates(text, segments_of(text), WEDNESDAY) == ()


WORDS = st.sampled_from(
    "the a last next this early mid late end of on in since by Sept. May March july 11 2003 1980s '90s 3 31 30 Monday Mondays "
    "week weeks year day ago later earlier and - – / . , : a.m. GMT half three couple century quarter first summer every "
    "morning night now soon past Christmas said will İ \u200f \u200b \ud800 😀 ½ ９ ². 99999 0 00".split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=30).map("".join))


@given(TEXTS, st.none() | st.dates())
def test_any_text_gives_slices_in_order_without_overlap(text: str, published: date | None) -> None:
    dates = find_dates(text, segments_of(text), published)
    assert all(text[span.start : span.end] == span.text and span.text.strip() for span in dates)
    assert all(one.end <= other.start for one, other in pairwise(dates))


@given(TEXTS, st.none() | st.dates())
def test_expressions_are_found_once_and_settled_against_any_day(text: str, published: date | None) -> None:
    expressions = tuple(find_expressions(text, segments_of(text)))
    assert tuple(settle_dates(text, expressions, published)) == find_dates(text, segments_of(text), published)


@given(TEXTS)
def test_segments_without_sentences_are_read_too(text: str) -> None:
    bare = (Segment(0, len(text), "paragraph", ()),)
    assert find_dates(text, bare, WEDNESDAY) == find_dates(text, segments_of(text), WEDNESDAY)


@pytest.mark.parametrize(
    "piece",
    ["Sept. 11 ", "the ", "the end of the ", "last ", "three days later ", "1-", "May ", "a ", "2003-", "' ", " "],
)
def test_reading_is_linear_in_repeats(piece: str) -> None:
    def seconds(repeats: int) -> float:
        """The best of three: the collector of garbage may come into any one."""
        text, took = piece * repeats, []
        for _ in range(3):
            started = time.process_time()
            find_dates(text, segments_of(text), WEDNESDAY)
            took.append(time.process_time() - started)
        return min(took)

    assert seconds(10_000) < 12 * seconds(2_500) + 0.05  # four times the text; sixteen times would be quadratic
