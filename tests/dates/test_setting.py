"""What the place of an expression says about its year and its side of today."""

from datetime import date

import pytest

from dashboard.dates.setting import Setting, linked_year, nearest, relative_value, stated_year
from dashboard.records import Span

WEDNESDAY = date(2024, 9, 11)


def setting(sentence: str = "", *, published: date | None = WEDNESDAY, before: str | None = None) -> Setting:
    end = len(sentence)
    return Setting(sentence, Span(0, end), end, end, published, before, None, before)


@pytest.mark.parametrize(
    ("unit", "which", "value"),
    [
        ("week", "last", "2024-W36"), ("year", "next", "2025"), ("month", "this", "2024-09"), ("day", "that", "2003-02-01"),
        ("day", "the next", "2003-02-02"), ("year", "the same", "2003"), ("year", "the following", "2004"),
        ("month", "preceding", "2003-01"), ("quarter", "current", "2024-Q3"),
    ],
)  # fmt: skip
def test_word_points_to_a_period(unit: str, which: str, value: str) -> None:
    assert relative_value(unit, which, setting(before="2003-02-01")) == value


@pytest.mark.parametrize("which", ["last", "that"])
def test_period_stays_open_without_anything_to_count_from(which: str) -> None:
    assert relative_value("week", which, setting(published=None)) is None


@pytest.mark.parametrize(
    ("parts", "year"),
    [
        ({"year": "1998"}, 1998),
        ({"whose": "last year"}, 2023),
        ({"whose": "the same year"}, 2003),
        ({"year": None}, None),
    ],
)
def test_year_stated_in_the_expression_is_taken(parts: dict[str, str | None], year: int | None) -> None:
    assert stated_year(parts, setting(before="2003-02-01")) == year


@pytest.mark.parametrize(("linked", "year"), [("2022-11", 2022), ("2022-11-23", 2022), ("2022", None), (None, None)])
def test_coupled_date_lends_its_year_where_it_has_a_month(linked: str | None, year: int | None) -> None:
    assert linked_year(setting(before=linked)) == year


@pytest.mark.parametrize(
    ("sentence", "which", "year"),
    [
        ("they met on", None, 2023),
        ("they will meet on", None, 2024),
        ("on", None, 2024),
        ("they will meet", "last", 2023),
        ("they met", "next", 2024),
    ],
)
def test_verb_or_word_chooses_the_year(sentence: str, which: str | None, year: int) -> None:
    assert nearest(setting(sentence), which, lambda year: f"{year:04}-11-25") == f"{year}-11-25"


@pytest.mark.parametrize("published", [date.min, date.max], ids=str)
def test_calendar_has_ends(published: date) -> None:
    assert nearest(setting(published=published), None, lambda year: f"{year:04}-06-15")


def test_nothing_is_near_without_a_publication_date() -> None:
    assert nearest(setting(published=None), None, lambda year: f"{year}-11-25") is None
