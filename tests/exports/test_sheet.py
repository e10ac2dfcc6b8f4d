import csv
import io
from dataclasses import replace

import pytest

from dashboard.exports.sheet import csv_lines
from dashboard.records import Reading
from dashboard.tables import DATES, EVENTS, MENTIONS


def rows(*readings: Reading, part: str = "places") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines(readings, part)), newline="")))


def with_surface(reading: Reading, surface: str) -> Reading:
    first = reading.resolutions[0]
    return replace(reading, resolutions=(replace(first, toponym=replace(first.toponym, text=surface)),))


@pytest.mark.parametrize(("part", "columns"), [("places", MENTIONS), ("events", EVENTS), ("dates", DATES)])
def test_head_is_there_also_without_rows(part, columns) -> None:
    assert "".join(csv_lines([], part)) == ",".join(column.name for column in columns) + "\r\n"


def test_one_row_a_mention_after_one_head(reading: Reading) -> None:
    assert [row["surface"] for row in rows(reading, reading)].count("Quxville") == 2


def test_negative_longitude_stays_a_number(reading: Reading) -> None:
    assert rows(reading)[4]["lat"] == "-33.86785"


def test_unknown_is_an_empty_cell(reading: Reading) -> None:
    assert (rows(reading)[5]["lat"], rows(reading)[5]["name"]) == ("", "")


@pytest.mark.parametrize("surface", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1", "\n@x"])
def test_formula_gets_an_apostrophe(surface, reading: Reading) -> None:
    assert rows(with_surface(reading, surface))[0]["surface"] == f"'{surface}"


@pytest.mark.parametrize("surface", ['the "Strip"', "Paris, Texas", "two\nlines", "a;b", "Al-Qa'im"])
def test_other_text_reads_back_as_it_was(surface, reading: Reading) -> None:
    assert rows(with_surface(reading, surface))[0]["surface"] == surface


def test_lone_surrogate_can_be_encoded(reading: Reading) -> None:
    assert rows(with_surface(reading, "Bas\ud800a"))[0]["surface"] == "Bas\ufffda"
    "".join(csv_lines([with_surface(reading, "\udfff")])).encode("utf-8")


def test_rows_come_as_their_article_is_read(reading: Reading) -> None:
    lines = csv_lines(iter([reading, reading]))
    assert next(lines).startswith("article_id,")
    assert next(lines).count("Quxville") == 1
