import pytest

from dashboard.gazetteer.imports.own import header_of, missing, read_own


def read(*lines):
    return [item for _, item in read_own([f"{line}\n" for line in lines], "places.csv")]


def test_row_becomes_a_place_with_all_it_says():
    (place,) = read(
        "name,lat,lon,aliases,kind,country,population", "Depot North,36.1,44.0,North Depot| Camp 7 |,base,iq,120"
    )
    assert (place.place_id, place.name, place.kind, place.country) == (
        "own:depot-north-iq",
        "Depot North",
        "base",
        "IQ",
    )
    assert (place.lat, place.lon, place.population, place.source) == (36.1, 44.0, 120, "places.csv")
    assert place.kinds == {"Depot North": "official", "North Depot": "overlay", "Camp 7": "overlay"}


def test_name_and_point_are_enough():
    (place,) = read("Name;LAT;Lon", "Depot;36.1;44.0")
    assert (place.place_id, place.kind, place.country, place.population) == ("own:depot", "landmark", None, None)


def test_id_is_the_same_wherever_the_row_stands():
    first, _ = read("name,lat,lon", "Depot,1,1", "Other,2,2")
    _, second = read("lon,lat,name,country", "2,2,Other,IQ", "5,5,Depot,")
    assert first.place_id == second.place_id


def test_stated_id_tells_two_places_of_one_name_apart():
    places = read("id,name,lat,lon", "a,Depot,1,1", "own:b,Depot,2,2")
    assert [place.place_id for place in places] == ["own:a", "own:b"]


BROKEN = [
    ("Depot,91,0,,,,", "latitude '91'"),
    ("Depot,,0,,,,", "latitude ''"),
    ("Depot,1,181,,,,", "longitude '181'"),
    ("Depot,1", "2 columns instead of 7"),
    (",1,1,,,,", "0 words"),
    ("…,1,1,,,,", "0 words"),
    ("a b c d e f g h i,1,1,,,,", "9 words"),
    ("Depot,1,1,!,,,", "the name '!' has 0 words"),
    ("Depot,1,1,,warehouse,,", "kind 'warehouse' is none of continent"),
    ("Depot,1,1,,,IRQ,", "country 'IRQ'"),
    ("Depot,1,1,,,,few", "population 'few'"),
    ("Depot,1,1,,,,-5", "population '-5'"),
    ('"Depot"x,1,1,,,,', "expected after"),
]


@pytest.mark.parametrize(("row", "why"), BROKEN, ids=[why for _, why in BROKEN])
def test_broken_row_is_told_and_the_next_is_read(row, why):
    broken, good = read_own(
        [f"{line}\n" for line in ("name,lat,lon,aliases,kind,country,population", row, "Good,1,1,,,,")], "x"
    )
    assert isinstance(broken[1], ValueError)
    assert why in str(broken[1])
    assert (broken[0], good[0], good[1].name) == (2, 3, "Good")


def test_second_place_of_one_id_is_broken():
    _, second = read("name,lat,lon", "Depot,1,1", "DEPOT,2,2")
    assert "a second own:depot; give each row an id of its own" in str(second)


def test_row_over_two_lines_is_one_place_and_the_next_has_the_line_it_stands_in():
    rows = list(read_own(["name,lat,lon\n", '"Depot\n', 'North",1,1\n', "\n", "Good,91,1\n"], "x"))
    assert [number for number, _ in rows] == [3, 5]
    assert rows[0][1].place_id == "own:depot-north"


@pytest.mark.parametrize(
    ("line", "columns", "lacking"),
    [
        ("Name, Lat ,LON", ["name", "lat", "lon"], []),
        ("name;lat;x", ["name", "lat", "x"], ["lon"]),
        ('"name"\t"lat"\t"lon"', ["name", "lat", "lon"], []),
        ("", [], ["name", "lat", "lon"]),
    ],
)
def test_header_tells_the_columns_and_what_they_lack(line, columns, lacking):
    assert header_of(line)[1] == columns
    assert missing(columns) == lacking
