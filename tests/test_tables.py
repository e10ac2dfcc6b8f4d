import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import tables
from dashboard.records import Reading

ROOT = Path(__file__).parents[1]
TABLES = [("mentions", tables.MENTIONS), ("events", tables.EVENTS), ("dates", tables.DATES)]


@pytest.mark.parametrize(("name", "columns"), TABLES, ids=[name for name, _ in TABLES])
@pytest.mark.parametrize("fixture", ["reading", "empty_reading"])
def test_frame_has_its_columns_and_types_also_when_empty(name, columns, fixture, request) -> None:
    frame = getattr(tables, name)(request.getfixturevalue(fixture))
    tables.check(frame, columns)


def test_frame_of_no_reading_has_its_columns() -> None:
    tables.check(tables.mentions(), tables.MENTIONS)


def test_mentions_are_one_row_a_name_in_text_order(reading: Reading) -> None:
    frame = tables.mentions(reading)
    assert list(frame.surface) == ["Basra", "Basra", "Turkish", "Basra", "Sydney", "Quxville"]
    assert all(reading.article.text[row.start : row.end] == row.surface for row in frame.itertuples())


def test_mention_names_its_segment_and_sentence(reading: Reading) -> None:
    quiet = tables.mentions(reading).iloc[-1]
    assert quiet.segment == "paragraph"
    assert reading.article.text[quiet.sentence_start : quiet.sentence_end] == "Quxville was quiet."


def test_unresolved_name_has_empty_cells_and_no_point_at_zero(reading: Reading) -> None:
    row = tables.mentions(reading).iloc[-1]
    assert row[["place_id", "name", "kind", "country", "lat", "lon", "population", "reasons"]].isna().all()


def test_only_a_repeat_has_copy_of(reading: Reading) -> None:
    assert list(tables.mentions(reading).copy_of.notna()) == [False, True, False, False, False, False]


def test_name_outside_every_segment_is_kept(reading: Reading) -> None:
    frame = tables.mentions(replace(reading, segments=()))
    assert len(frame) == 6
    assert frame.segment.isna().all()


def test_event_carries_its_words_and_places(reading: Reading) -> None:
    row = tables.events(reading).iloc[0]
    assert (row.trigger, row.actor, row.recipient) == ("met", "A minister", "Turkish envoys")
    assert row.place_ids.split() == ["geonames:99532", "geonames:2147714"]
    assert row.recipient_place_id == "geonames:298795"


def test_rows_of_several_articles_follow_each_other(reading: Reading, empty_reading: Reading) -> None:
    assert list(tables.dates(empty_reading, reading, reading).article_id) == ["envoy", "envoy"]


def test_lone_surrogate_in_a_name_does_not_break_the_frame(reading: Reading) -> None:
    broken = replace(reading.resolutions[0], toponym=replace(reading.resolutions[0].toponym, text="Bas\ud800a"))
    assert tables.mentions(replace(reading, resolutions=(broken,))).surface[0] == "Bas\ud800a"


CHANGES = [
    (lambda f: f.drop(columns="end"), "columns"),
    (lambda f: f.assign(start=f.start.astype("float64")), "start is float64, not Int64"),
    (lambda f: f.assign(surface=f.surface.where(f.start < 10)), "surface has empty cells"),
]


@pytest.mark.parametrize(("change", "why"), CHANGES, ids=["column gone", "other type", "cell emptied"])
def test_check_names_what_is_wrong(change, why, reading: Reading) -> None:
    with pytest.raises(ValueError, match=why):
        tables.check(change(tables.mentions(reading)), tables.MENTIONS)


@pytest.mark.parametrize(("name", "columns"), TABLES, ids=[name for name, _ in TABLES])
def test_column_names_are_unique_and_every_column_has_a_meaning(name, columns) -> None:
    names = [column.name for column in columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning and column.dtype in {"text", "whole", "decimal"} for column in columns)


def test_docs_are_what_the_columns_say() -> None:
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == tables.as_markdown()


def test_tables_load_no_pandas_before_a_frame_is_asked_for() -> None:
    code = "import sys, dashboard.tables; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
