import csv

import pytest

from dashboard.errors import BuildError
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.overlay import apply_overlay
from dashboard.gazetteer.layout import PLACE_KINDS
from dashboard.settings import shipped

HEADS = {
    "places": "place_id,name,kind,feature_code,lat,lon,country,admin1,population,extent_km,aliases,why",
    "local": "place_id,name,kind,feature_code,lat,lon,country,admin1,population,extent_km,aliases,why",
    "aliases": "name,place_id,place,kind,why",
    "demonyms": "name,place_id,place,why",
    "not_places": "name,why",
    "senses": "name,place_id,place,context,why",
}
SHIPPED = shipped("data") / "overlay"


def shipped_rows(name):
    with (SHIPPED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def lay(tmp_path):
    """Lay rows over one known place, Iraq; the files not named are empty."""

    def apply(**rows):
        for name, head in HEADS.items():
            (tmp_path / f"{name}.csv").write_text(f"{head}\n{rows.get(name, '')}\n", encoding="utf-8")
        entries = {"geonames:1": Entry("geonames:1", "Iraq", "country", 33, 44, "test", population=38, country="IQ")}
        return entries, apply_overlay(entries, tmp_path)

    return apply


def test_new_place_has_what_the_row_says(lay):
    entries, _ = lay(places="gazette:gulf,Persian Gulf,sea,GULF,26.9,51.5,,,,990,Arabian Gulf|Gulf,a sea")
    gulf = entries["gazette:gulf"]
    assert (gulf.kind, gulf.feature_code, gulf.lat, gulf.lon, gulf.extent_km) == ("sea", "GULF", 26.9, 51.5, 990)
    assert (gulf.source, gulf.country, gulf.population) == ("overlay", None, None)
    assert gulf.kinds == {"Persian Gulf": "official", "Arabian Gulf": "overlay", "Gulf": "overlay"}


def test_local_place_counts_for_no_more_people_than_it_has(lay):
    entries, _ = lay(
        places="gazette:gulf,Persian Gulf,sea,GULF,26.9,51.5,,,,990,,a sea",
        local="gazette:creek,Otter Creek,river,STM,44.2,-73.3,US,US.VT,,,Otter River,a river in Vermont",
    )
    creek = entries["gazette:creek"]
    assert (creek.source, creek.in_overlay, entries["gazette:gulf"].in_overlay) == ("local overlay", False, True)
    assert creek.kinds == {"Otter Creek": "official", "Otter River": "overlay"}


def test_row_for_a_known_place_replaces_what_it_states_and_leaves_the_rest(lay):
    entries, _ = lay(places="geonames:1,Republic of Iraq,country,,,,,,,,,a reason")
    iraq = entries["geonames:1"]
    assert (iraq.name, iraq.lat, iraq.population, iraq.country, iraq.source) == (
        "Republic of Iraq",
        33,
        38,
        "IQ",
        "test",
    )


def test_aliases_and_demonyms_become_names(lay):
    entries, _ = lay(
        aliases="Mesopotamia,geonames:1,Iraq,overlay,old\nIRQ,geonames:1,Iraq,abbreviation,code",
        demonyms="Iraqis,geonames:1,Iraq,people",
    )
    assert entries["geonames:1"].kinds == {"Mesopotamia": "overlay", "IRQ": "abbreviation", "Iraqis": "demonym"}


def test_words_that_are_no_places_keep_their_reason(lay):
    _, overlay = lay(not_places="Along,a word\nSt. Nick,a person")
    assert overlay.not_places == {"along": "a word", "saint nick": "a person"}


def test_default_sense_goes_by_normal_name(lay):
    _, overlay = lay(aliases="Al-Iraq,geonames:1,Iraq,overlay,own", senses="AL IRAQ,geonames:1,Iraq,anywhere,the state")
    assert overlay.defaults == {"al iraq": "geonames:1"}


BAD = {
    "no reason": ({"not_places": "Along,"}, "line 2: a row needs"),
    "a column too few": ({"not_places": "Along"}, "line 2: a row needs"),
    "a column too many": ({"not_places": "Along,a word,more"}, "line 2: a row needs"),
    "unknown place": ({"demonyms": "Iraqis,geonames:2,Iraq,people"}, "geonames:2 is not 'Iraq'"),
    "another place": ({"demonyms": "Iranians,geonames:1,Iran,people"}, "geonames:1 is not 'Iran'"),
    "kind of name": ({"aliases": "I,geonames:1,Iraq,nickname,why"}, "'nickname' is none of"),
    "abbreviation beyond ASCII": ({"aliases": "Ir.ª,geonames:1,Iraq,abbreviation,why"}, "other characters"),
    "kind of place": ({"places": "gazette:x,X,planet,,1,1,,,,,,why"}, "'planet' is none of"),
    "kind of local place": ({"local": "gazette:x,X,planet,,1,1,,,,,,why"}, "'planet' is none of"),
    "no point": ({"places": "gazette:x,X,sea,,1,,,,,,,why"}, "needs lat and lon"),
    "no number": ({"places": "gazette:x,X,sea,,north,1,,,,,,why"}, "could not convert"),
    "sense without the name": ({"senses": "Persia,geonames:1,Iraq,anywhere,why"}, "has no name 'Persia'"),
}


@pytest.mark.parametrize(("rows", "message"), BAD.values(), ids=BAD)
def test_bad_row_is_told_with_file_and_line(lay, rows, message):
    with pytest.raises(BuildError, match=message):
        lay(**rows)


def test_other_columns_are_told(lay, tmp_path):
    lay()
    (tmp_path / "senses.csv").write_text("name,why\n")
    with pytest.raises(BuildError, match="the columns are"):
        apply_overlay({}, tmp_path)


def test_missing_file_is_told(tmp_path):
    with pytest.raises(BuildError, match=r"places\.csv cannot be read"):
        apply_overlay({}, tmp_path)


# The shipped overlay.


@pytest.mark.parametrize("name", HEADS)
def test_every_shipped_row_says_why(name):
    rows = shipped_rows(name)
    assert rows
    assert all(row["why"].strip() and row["name"].strip() == row["name"] for row in rows)


@pytest.mark.parametrize("name", HEADS)
def test_no_shipped_row_stands_twice(name):
    keys = [(row["name"], row.get("place_id"), row.get("kind")) for row in shipped_rows(name)]
    assert len(keys) == len(set(keys))


def test_shipped_places_have_a_known_kind_a_point_on_earth_and_an_id():
    for row in shipped_rows("places") + shipped_rows("local"):
        assert row["kind"] in PLACE_KINDS
        assert row["place_id"].partition(":")[0] in ("geonames", "gazette")
        assert not row["lat"] or (-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180)


def test_no_id_stands_in_both_lists_of_places():
    ids = [row["place_id"] for row in shipped_rows("places") + shipped_rows("local")]
    assert len(ids) == len(set(ids))


def test_every_country_has_a_word_for_its_people():
    countries = {row["place_id"] for row in shipped_rows("demonyms")}
    assert len(countries) > 250
