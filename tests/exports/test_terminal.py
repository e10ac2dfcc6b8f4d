from dataclasses import replace

import pytest

from dashboard.exports.terminal import candidate_table, table
from dashboard.records import Reading


def renamed(reading: Reading, name: str) -> Reading:
    changed = tuple(replace(r, place=r.place and replace(r.place, name=name)) for r in reading.resolutions)
    return replace(reading, resolutions=changed)


def test_table_shows_places_and_events_of_the_article(reading: Reading) -> None:
    assert (
        table(reading)
        == """\
Envoy in Basra
published: 2024-09-11 (given)

Places: 3, named 4 times
PLACE   KIND     IN                               LAT       LON  SURE  NAMED  AS
Basra   city     Basra Governorate, Iraq      30.5085   47.7804  0.90      2  Basra
Turkey  country                               39.0000   35.0000  0.90      1  Turkish
Sydney  city     New South Wales, Australia  -33.8678  151.2073  0.90      1  Sydney
Names of no known place: Quxville

Events: 1
DATE        TYPE          STATUS    WORDS  WHERE
2024-09-10  talks_visits  reported  met    Basra, Sydney
"""
    )


def test_table_says_so_in_words_where_nothing_was_found(empty_reading: Reading) -> None:
    assert table(empty_reading) == "quiet\npublished: date unknown\n\nNo places found.\n\nNo events found.\n"


ONLY = [("places", "No places found."), ("events", "No events found."), ("dates", "No dates found.")]


@pytest.mark.parametrize(("part", "words"), ONLY)
def test_only_one_part_is_shown(part, words, empty_reading: Reading) -> None:
    assert table(empty_reading, part).splitlines()[3:] == [words]


def test_dates_are_shown_when_asked_for(reading: Reading) -> None:
    assert table(reading, "dates").splitlines()[-1] == "2024-09-10  DATE  Sept. 10"


@pytest.mark.parametrize("name", ["\x1b[2J", "\u202egnp", "\ud800", "a\nb"])
def test_names_cannot_move_the_cursor_or_break_the_line(name, reading: Reading) -> None:
    shown = table(renamed(reading, name))
    shown.encode("utf-8")
    assert not {"\x1b", "\u202e"} & set(shown)
    assert len(shown.splitlines()) == len(table(reading).splitlines())


def test_columns_stay_aligned_beside_wide_letters(reading: Reading) -> None:
    lines = table(renamed(reading, "北京")).splitlines()
    assert lines[5].index("city") == lines[4].index("KIND") - len("北京")


def test_long_cell_is_cut_with_a_mark(reading: Reading) -> None:
    assert "x" * 39 + "…  city" in table(renamed(reading, "x" * 500))


def test_candidates_are_listed_with_their_ids(reading: Reading) -> None:
    lines = candidate_table(reading.resolutions[0].candidates).splitlines()
    assert lines[1].split()[-3:] == ["1,326,564", "0.90", "geonames:99532"]
