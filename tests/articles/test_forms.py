"""Lines known by their form. All names are made up."""

import pytest

from dashboard.articles.forms import ends_sentence, fixed_kind, is_bare_byline, is_bare_date, is_dateline

FIXED = [
    ("byline", "By Jane Doe and John Roe"),
    ("byline", "BY JANE DOE"),
    ("byline", "by Jan van der Berg, Reuters"),
    ("byline", "By Jane Doe / 29 January 2013"),
    ("byline", "By J. K. O’Neil in Goma"),
    ("byline", "Written by Ana de la Cruz"),
    ("byline", "By Reuters Staff"),
    ("updated", "Updated:"),
    ("updated", "Last updated 3 hours ago"),
    ("updated", "Published Sept. 11, 2024"),
    ("updated", "UPDATED: 6:09 p.m."),
    ("updated", "Posted on 2024-09-11"),
    ("updated", "0:00"),
    ("updated", "0:00 / 12:31"),
    ("updated", "3 min read"),
    ("updated", "5 hours ago"),
    ("notice", "Reuters contributed to this report."),
    ("notice", "Jane Doe in Goma contributed to this story."),
    ("notice", "(Reporting by Jane Doe; Editing by John Roe)"),
    ("notice", "Sign up for our newsletter"),
    ("notice", "Read more: Who are the rebels?"),
    ("notice", "RELATED: Goma falls"),
    ("notice", "Related Topics"),
    ("notice", "Follow us on Facebook"),
    ("notice", "Advertisement"),
    ("notice", "Story continues below"),
    ("notice", "Share this"),
    ("notice", "Copyright 2024 The Goma Herald"),
    ("notice", "© 2024 The Goma Herald"),
    ("notice", "jane@example.com"),
    ("notice", "https://example.com/goma"),
    ("notice", "Source: Ministry of Water"),
    ("notice", "* * *"),
    ("notice", "_" * 500),
]
PROSE = [
    "By Tuesday Iraqi troops had left",
    "By May Goma had fallen",
    "By Jane Doe the town was loved.",
    "By land and sea",
    "Published by nobody",
    "Updated rules scare traders",
    "Copyright law divides Goma",
    "Sign in the window says no",
    "Follow him to Goma",
    "Related deaths rise",
    "Share of votes falls",
    "3 minutes of silence",
    "Read my lips",
    "By Jane Doe " + "and others " * 20,
]


@pytest.mark.parametrize(("kind", "line"), FIXED, ids=[line[:40] for _, line in FIXED])
def test_a_line_is_known_by_its_form(kind, line):
    assert fixed_kind(line) == kind


@pytest.mark.parametrize("line", PROSE, ids=[line[:40] for line in PROSE])
def test_a_line_has_no_fixed_form(line):
    assert fixed_kind(line) is None


@pytest.mark.parametrize(
    "line", ["Adam Morrow", "Jane Doe and John Roe", "Jane Doe | Reuters", "J. van der Berg, Staff Writer"]
)
def test_is_a_bare_byline(line):
    assert is_bare_byline(line)


@pytest.mark.parametrize(
    "line", ["Goma", "Army retakes Goma", "Jane Doe spoke", "Jane Doe, 34", "Old Town Of Goma On Fire"]
)
def test_is_no_bare_byline(line):
    assert not is_bare_byline(line)


@pytest.mark.parametrize(
    "line",
    ["Sept. 11, 2024", "6:09 p.m. CST, December 2, 2012", "2024-09-11", "Wed 11 Sep 2024 | 10:00 GMT", "11/09/2024"],
)
def test_is_a_bare_date(line):
    assert is_bare_date(line)


@pytest.mark.parametrize("line", ["May", "2024", "Iran 2024-09-11", "Sept. 11 attacks", "10,000 dead", "Marines 12"])
def test_is_no_bare_date(line):
    assert not is_bare_date(line)


@pytest.mark.parametrize("line", ["WARSAW, Poland (AP) _", "Goma (CNN)", "GOMA —", "Goma, March 19, 2013"])
def test_is_a_dateline(line):
    assert is_dateline(line)


@pytest.mark.parametrize("line", ["Goma", "Army (all of it)", "March 19 in Goma"])
def test_is_no_dateline(line):
    assert not is_dateline(line)


@pytest.mark.parametrize("line", ["He left.", "He left.”", "He left.)", "Who?", "He left…", "رحل؟"])
def test_ends_a_sentence(line):
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["He left", "Out of the U.S.", "He left:", "He left.html"])
def test_ends_no_sentence(line):
    assert not ends_sentence(line)
