import json
from dataclasses import replace

import pytest

from dashboard.exports.lines import candidate_record, dumps, record
from dashboard.pipeline import Result
from dashboard.records import Reading

TOPONYM = [
    "start", "end", "surface", "use", "place_id", "name", "kind", "country", "admin1", "lat", "lon", "relation", "radius_km", "confidence", "reasons", "candidates",
]  # fmt: skip
EVENT = [
    "start", "end", "type", "plover", "mode", "acled", "status", "actor", "recipient", "place_ids", "date", "date_source", "confidence", "trigger",
]  # fmt: skip
KEYS = [
    (lambda r: r, ["id", "published", "published_source", "toponyms", "events", "dates", "references"]),
    (lambda r: r["toponyms"][0], TOPONYM),
    (lambda r: r["toponyms"][1], [*TOPONYM, "copy_of"]),
    (lambda r: r["toponyms"][5], TOPONYM),
    (lambda r: r["events"][0], EVENT),
    (lambda r: r["events"][0]["recipient"], ["start", "end", "text", "place_id"]),
    (lambda r: r["dates"][0], ["start", "end", "surface", "value", "type"]),
]


@pytest.mark.parametrize(
    ("part", "keys"), KEYS, ids=["line", "toponym", "repeat", "unresolved", "event", "recipient", "date"]
)
def test_keys_are_those_of_the_contract(part, keys, reading: Reading) -> None:
    assert list(part(record(reading))) == keys


def test_every_surface_is_a_slice_of_the_text(reading: Reading) -> None:
    told = record(reading)
    spans = [*told["toponyms"], *told["dates"]]
    assert all(reading.article.text[span["start"] : span["end"]] == span["surface"] for span in spans)


def test_unresolved_name_is_null_and_not_at_zero(reading: Reading) -> None:
    unresolved = record(reading)["toponyms"][-1]
    assert [unresolved[key] for key in ("place_id", "name", "admin1", "lat", "lon")] == [None] * 5
    assert unresolved["candidates"] == []


def test_place_has_country_code_and_state(reading: Reading) -> None:
    basra = record(reading)["toponyms"][0]
    assert (basra["country"], basra["admin1"]) == ("IQ", {"code": "IQ.02", "name": "Basra Governorate"})


def test_unknown_date_is_null(empty_reading: Reading) -> None:
    assert (record(empty_reading)["published"], record(empty_reading)["published_source"]) == (None, None)


def test_result_and_reading_give_the_same(reading: Reading) -> None:
    assert record(Result(reading)) == record(reading)


def test_lookup_record_has_its_keys(reading: Reading) -> None:
    keys = ["place_id", "name", "kind", "country", "admin1", "lat", "lon", "population", "score"]
    assert list(candidate_record(reading.resolutions[0].candidates[0])) == keys


@pytest.mark.parametrize("text", ["Şanlıurfa", "北京", "\ud800", "a\udfffb", "😀", "\u2028", "line\nfeed", "\x00"])
def test_line_is_one_line_of_utf8_that_reads_back_the_same(text) -> None:
    line = dumps({"text": text})
    assert "\n" not in line
    assert json.loads(line.encode("utf-8")) == {"text": text}


def test_letters_stay_readable() -> None:
    assert dumps("Şanlıurfa") == '"Şanlıurfa"'


def test_no_number_means_an_error_not_invalid_json(reading: Reading) -> None:
    broken = replace(reading.resolutions[0], confidence=float("nan"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(record(replace(reading, resolutions=(broken,))))
