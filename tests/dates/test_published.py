"""The day of publication, read from an article's own lines."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates.published import infer_published
from dashboard.dates.recognise import find_expressions
from dashboard.records import Segment, SegmentKind, Span

KINDS: dict[str, SegmentKind] = {"P": "paragraph", "T": "title", "C": "caption", "U": "updated", "B": "byline"}


def article(lines: list[str]) -> tuple[str, tuple[Segment, ...]]:
    """Lines "P: text": a letter of KINDS and the text of one segment."""
    text, segments = "", []
    for line in lines:
        kind, _, words = line.partition(": ")
        span = Span(len(text), len(text) + len(words))
        segments.append(Segment(*span, KINDS[kind], (span,)))
        text += words + "\n"
    return text, tuple(segments)


TOLD = {
    "updated line": (["T: Envoy lands", "U: Updated: Sept. 12, 2024 0:00", "P: He landed in 2003."], date(2024, 9, 12)),
    "published line as a paragraph": (["T: Envoy lands", "P: Published 12 September 2024"], date(2024, 9, 12)),
    "a line that is only a date": (["T: Envoy lands", "P: March 01, 2008", "P: He landed."], date(2008, 3, 1)),
    "byline with a date": (["T: Envoy lands", "B: By Ann Lee | July 6, 2024", "P: He landed."], date(2024, 7, 6)),
    "full dateline": (["P: BASRA, Iraq, Sept. 11, 2024 (AP) — An envoy landed."], date(2024, 9, 11)),
    "lead day after the latest full date": (
        ["C: A plane on July 6, 2024.", "P: An envoy landed on Sept. 11.", "P: A war began on Oct. 7, 2023."],
        date(2024, 9, 11),
    ),
    "lead day over New Year": (["C: A plane on Dec. 30, 2023.", "P: He landed on Jan. 2."], date(2024, 1, 2)),
    "leap day in the lead": (["C: A plane on March 1, 2021.", "P: He landed on Feb. 29."], date(2024, 2, 29)),
    "full date that lies ahead does not count": (
        ["C: A plane on July 6, 2024.", "P: He landed on Sept. 11.", "P: He will leave on Jan. 5, 2026."],
        date(2024, 9, 11),
    ),
}

SILENT = {
    "no date": ["T: Envoy lands", "P: He landed."],
    "only a day without a year": ["P: He landed on Sept. 11."],
    "only full dates in the story": ["P: The July 6, 2024, attack was the first.", "P: Another came on July 9, 2024."],
    "relative words": ["P: He landed yesterday, a year after the war of 2003."],
    "a date that is none": ["P: Feb. 30, 2024"],
}


@pytest.mark.parametrize(("lines", "day"), TOLD.values(), ids=TOLD.keys())
def test_article_tells_its_day(lines: list[str], day: date) -> None:
    assert infer_published(*article(lines)) == day


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT.keys())
def test_nothing_reliable_gives_none(lines: list[str]) -> None:
    assert infer_published(*article(lines)) is None


def test_repeated_segment_tells_nothing() -> None:
    text = "July 6, 2024"
    assert infer_published(text, (Segment(0, 12, "paragraph", (), copy_of=0),)) is None


def test_word_date_in_a_sentence_is_no_stamp() -> None:
    assert infer_published(*article(["P: No date is set, but on July 6, 2024, he said so."])) is None


@pytest.mark.parametrize("lines", [*(lines for lines, _ in TOLD.values()), *SILENT.values()], ids=[*TOLD, *SILENT])
def test_expressions_found_before_give_the_same_day(lines: list[str]) -> None:
    text, segments = article(lines)
    found = tuple(find_expressions(text, segments))
    assert infer_published(text, segments, expressions=found) == infer_published(text, segments)


def test_no_more_of_the_text_is_searched_than_decides() -> None:
    text, segments = article(["U: Updated: Sept. 12, 2024"] * 9 + ["P: He came on July 6, 2024."] * 9)
    expressions = find_expressions(text, segments)
    infer_published(text, segments, expressions=expressions)
    assert list(expressions)


def test_thousands_of_dated_paragraphs_are_read_in_linear_time() -> None:
    def seconds(repeats: int) -> float:
        """The best of three: the collector of garbage may come into any one."""
        text = article(["P: He came on July 6, 2024, and on July 9."] * repeats)
        took = []
        for _ in range(3):
            started = time.process_time()
            infer_published(*text)
            took.append(time.process_time() - started)
        return min(took)

    assert seconds(4_000) < 10 * seconds(1_000) + 0.1  # four times the text; sixteen times would be quadratic


@given(st.text())
def test_any_text_gives_a_day_or_none(text: str) -> None:
    day = infer_published(text, (Segment(0, len(text), "paragraph", ()),))
    assert day is None or isinstance(day, date)
