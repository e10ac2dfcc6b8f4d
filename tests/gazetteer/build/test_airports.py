import pytest

from dashboard.gazetteer.build.airports import Airport, add_airports, city_forms, kind_of, names_of, read_airports
from dashboard.gazetteer.build.entries import Entry
from tests.gazetteer.build.conftest import wheel

HEAD = "icao,iata,name,city,subd,country,elevation,lat,lon,tz,lid\n"


def airport(icao, name, city="", *, country="IQ", lat=33.0, lon=44.0):
    return Airport(icao, "ABC", name, city, country, lat, lon)


def place(place_id, name, kind, lat=33.0, lon=44.0, *, code=None, country="IQ", admin1=None):
    entry = Entry(place_id, name, kind, lat, lon, "test", code, country, admin1)
    entry.add_name(name, "official")
    return {place_id: entry}


@pytest.mark.parametrize(
    ("iata", "name", "read"),
    [
        pytest.param("ORL", "Orlando Executive Airport", "Orlando Executive Airport", id="an IATA code"),
        pytest.param("", "Springfield Airport", None, id="none"),
        pytest.param("", "Saiqal Air Base", "Saiqal Air Base", id="an air base without one"),
        pytest.param("", "RAF Lossiemouth", "RAF Lossiemouth", id="of the Royal Air Force"),
        pytest.param("JRA", "West 30th Street Heliport", None, id="a heliport"),
        pytest.param("KAE", "Kake Seaplane Base", None, id="a seaplane base"),
        pytest.param("XYZ", "Smith Ranch Airport", None, id="a ranch"),
        pytest.param("", "Columbus Afb Aux Field", None, id="an auxiliary field"),
        pytest.param("MTS", "King Mswati III Intl", "King Mswati III International", id="abbreviated"),
    ],
)
def test_airports_that_newspapers_may_name_are_read(tmp_path, iata, name, read):
    text = HEAD + f"ABCD,{iata},{name},City,Region,US,1,28.5454999,-81.332901,zone,\n"
    found = list(read_airports(wheel(tmp_path / "a.whl", **{"airportsdata/airports.csv": text})))
    assert [a.name for a in found] == ([read] if read else [])
    assert [(a.lat, a.lon) for a in found] == [(28.5455, -81.3329)] * len(found)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        pytest.param("Mosul International Airport", ["Mosul International Airport"], id="one"),
        pytest.param(
            "Baghdad International Airport / New Al Muthana Air Base",
            ["Baghdad International Airport", "New Al Muthana Air Base"],
            id="two",
        ),
        pytest.param("Ottawa / Gatineau Airport", ["Ottawa Gatineau Airport", "Gatineau Airport"], id="a city first"),
        pytest.param("Altoona/Blair County Airport", ["Altoona/Blair County Airport", "Blair County Airport"], id="US"),
        pytest.param("Campbell Army Airfield (Fort Campbell) Airport", ["Campbell Army Airfield"], id="an aside"),
        pytest.param("Corpus Christi Naval Air Station (Truax Field) Airport",
                     ["Corpus Christi Naval Air Station", "Truax Field"], id="a name in an aside"),
        pytest.param("Kalaburagi", ["Kalaburagi Airport"], id="a city alone is no airport"),
    ],
)  # fmt: skip
def test_names_of(name, names):
    assert names_of(name) == names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ramstein Air Base", "base"),
        ("Joint Base Andrews", "base"),
        ("Base Aerea de Santos", "base"),
        ("RAAF Base Amberley", "base"),
        ("Love Field", "airport"),
        ("Graf Airport", "airport"),
    ],
)
def test_kind_of(name, kind):
    assert kind_of(name) == kind


SOCHI = airport("URSS", "Sochi International Airport", "Sochi", country="RU")
HEATHROW = airport("EGLL", "London Heathrow Airport", "London", country="GB")
CITY = airport("EGLC", "London City Airport", "London", country="GB")
GATWICK_LIKE = airport("EGXX", "Elsewhere International Airport", "London", country="GB")


@pytest.mark.parametrize(
    ("airports", "forms"),
    [
        pytest.param([SOCHI], {"URSS": ["Sochi International Airport", "Sochi Airport"]}, id="the only one"),
        pytest.param([CITY], {"EGLC": ["London Airport"]}, id="not international"),
        pytest.param([HEATHROW, CITY], {}, id="none of two"),
        pytest.param(
            [HEATHROW, GATWICK_LIKE],
            {"EGXX": ["London International Airport", "London Airport"]},
            id="the only international one",
        ),
        pytest.param([airport("X", "Toulouse Air Base", "Toulouse")], {}, id="a base is no city's airport"),
        pytest.param([airport("X", "Y Airport", "Toulouse/Francazal")], {"X": ["Toulouse Airport"]}, id="two towns"),
        pytest.param([airport("X", "Y Airport")], {}, id="no city"),
    ],
)
def test_the_airport_of_a_city(airports, forms):
    assert city_forms(airports) == forms


def test_a_new_airport_has_its_code_names_and_the_division_of_the_nearest_city():
    entries = place("geonames:1", "Mosul", "city", 33.1, 44.1, admin1="IQ.15")
    add_airports(entries, [airport("ORBM", "Mosul International Airport", "Mosul")])
    entry = entries["icao:ORBM"]
    assert (entry.kind, entry.feature_code, entry.country, entry.admin1) == ("airport", "AIRP", "IQ", "IQ.15")
    assert entry.kinds == {"Mosul International Airport": "official", "Mosul Airport": "alternate"}
    assert "Mosul Airport" not in entries["geonames:1"].names


@pytest.mark.parametrize(
    ("lat", "country"), [(33.45, "IQ"), (33.1, "IR")], ids=["a city too far", "a city of another country"]
)
def test_no_division_is_guessed_from(lat, country):
    entries = place("geonames:1", "Mosul", "city", lat, 44.0, admin1="IQ.15", country=country)
    add_airports(entries, [airport("ORBM", "Mosul Airport")])
    assert entries["icao:ORBM"].admin1 is None


@pytest.mark.parametrize(
    ("there", "name", "joins"),
    [
        pytest.param(place("a:1", "Heathrow", "airport", 33.03, 44.0, code="AIRP"), "London Airport", True, id="near"),
        pytest.param(place("a:1", "Heathrow", "airport", 33.1, 44.0, code="AIRP"), "London Airport", False, id="far"),
        pytest.param(place("a:1", "Bagram Airfield", "base", 33.3, 44.0), "Bagram Airfield", True, id="of its name"),
        pytest.param(place("a:1", "Camp Victory", "base", 33.01, 44.0, code="INSM"), "Baghdad Airport", False,
                     id="a camp beside an airport"),
        pytest.param(place("a:1", "Fort Bragg", "base", 33.01, 44.0, code="INSM"), "Pope Army Airfield", False,
                     id="an airfield beside a fort"),
        pytest.param(place("a:1", "Mosul Airport", "city", 33.0, 44.0), "Mosul Airport", False, id="not to a city"),
    ],
)  # fmt: skip
def test_an_airport_joins_one_that_is_there(there, name, joins):
    entries = dict(there)
    add_airports(entries, [airport("ABCD", name)])
    assert ("icao:ABCD" not in entries) is joins
    assert (name in entries["a:1"].names) is (joins or name == entries["a:1"].name)
