"""A gazetteer small enough to see whole."""

import pytest

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.writer import write_index
from dashboard.gazetteer.index import Index


def entry(place_id, name, kind="city", point=(0.0, 0.0), *, names=None, **fields):
    """A place with its own name, and `names`: {name: kind}."""
    made = Entry(place_id, name, kind, *point, "test", **fields)
    for more, of in {**(names or {}), name: "official"}.items():
        made.add_name(more, of)
    return made


def small_entries():
    places = [
        entry("geonames:1", "Iraq", "country", (33.0, 44.0), country="IQ", names={"Iraqi": "demonym"}),
        entry("geonames:2", "Najaf", "admin1", (31.2, 43.8), country="IQ", admin1="IQ.17", population=1_400_000),
        entry("geonames:3", "Najaf", point=(32.0, 44.3), country="IQ", admin1="IQ.17", population=480_000),
        entry("geonames:4", "Port-au-Prince", point=(18.5, -72.3), country="HT", admin2="HT.11.9", extent_km=12.5),
        entry("geonames:9", "Najaf", point=(37.0, 57.0), country="IR", population=1_279, feature_code="PPL"),
        entry("gazette:green-zone", "Green Zone", "landmark", (33.3, 44.4), country="IQ"),
        entry("gazette:red-sea", "Red Sea", "sea", (20.3, 38.5), names={"R.S.": "abbreviation"}),
    ]
    places[1].parent, places[2].parent = "geonames:1", "geonames:2"
    return {place.place_id: place for place in places}


@pytest.fixture
def small_folder(tmp_path):
    write_index(small_entries(), Overlay({"along": "a word"}, {"najaf": "geonames:9"}), tmp_path)
    return tmp_path


@pytest.fixture
def small_index(small_folder):
    return Index(small_folder)
