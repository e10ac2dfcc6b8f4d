import csv
import json
from itertools import pairwise
from pathlib import Path

import pytest
from shapely.geometry import MultiLineString, Point, box

from dashboard.errors import GazetteerDamaged, GazetteerMissing
from dashboard.gazetteer import shapes
from dashboard.gazetteer.shapes import basemap_code, bounds_of, label_points, shape_of

IRAQ, RUSSIA, FIJI, USA, UKRAINE, FRANCE = (
    f"geonames:{number}" for number in (99237, 2017370, 2205218, 6252001, 690791, 3017382)
)
ISRAEL, PALESTINE, GAZA, WEST_BANK, GOLAN = (
    f"geonames:{number}" for number in (294640, 6254930, 281132, 285153, 173708)
)
KURDISTAN, CATALONIA, SCOTLAND, TEXAS, CRIMEA, VATICAN = (
    f"geonames:{number}" for number in (126585, 3336901, 2638360, 4736286, 703883, 3164670)
)
KIRKUK, BAGHDAD = (35.468, 44.392), (33.341, 44.401)
SEVASTOPOL, SIMFEROPOL, MOSCOW = (44.588, 33.522), (44.957, 34.108), (55.752, 37.616)

SHIPPED = Path(shapes.shipped("data"), "gazetteer", "shapes", "shapes.jsonl")
PLACE_IDS = [json.loads(line)["id"] for line in SHIPPED.read_text(encoding="utf-8").splitlines()]


RIVERS = [place_id for place_id in PLACE_IDS if shape_of(place_id)["type"] == "MultiLineString"]
AREAS = [place_id for place_id in PLACE_IDS if place_id not in set(RIVERS)]
BLACK_SEA, CASPIAN, PACIFIC, EUPHRATES = (
    f"gazette:{name}" for name in ("black-sea", "caspian-sea", "pacific-ocean", "euphrates")
)


def holds(polygons, lat, lon):
    """Even-odd rule over every ring."""
    inside = False
    for ring in (ring for polygon in polygons for ring in polygon):
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def place_holds(place_id, point):
    return holds(shape_of(place_id)["coordinates"], *point)


@pytest.mark.parametrize(
    ("place_id", "point"),
    [
        pytest.param(IRAQ, BAGHDAD, id="Iraq-Baghdad"),
        pytest.param("geonames:98180", BAGHDAD, id="Baghdad Governorate-Baghdad"),
        pytest.param("geonames:98862", (31.996, 44.331), id="Najaf Governorate-Najaf"),
        pytest.param(KURDISTAN, (36.19, 44.01), id="Kurdistan Region-Erbil"),
        pytest.param(KURDISTAN, (35.557, 45.433), id="Kurdistan Region-Sulaymaniyah"),
        pytest.param(KURDISTAN, (36.867, 42.988), id="Kurdistan Region-Dohuk"),
        pytest.param(UKRAINE, SEVASTOPOL, id="Ukraine-Sevastopol"),
        pytest.param(CRIMEA, SIMFEROPOL, id="Crimea-Simferopol"),
        pytest.param(RUSSIA, MOSCOW, id="Russia-Moscow"),
        pytest.param(RUSSIA, (66.0, -175.0), id="Russia-Chukotka beyond the antimeridian"),
        pytest.param(FIJI, (-17.8, 178.0), id="Fiji-Viti Levu"),
        pytest.param(USA, (61.2, -149.6), id="USA-Alaska"),
        pytest.param(GAZA, (31.42, 34.36), id="Gaza Strip-its middle"),
        pytest.param(PALESTINE, (31.42, 34.36), id="Palestine-Gaza"),
        pytest.param(WEST_BANK, (31.9, 35.2), id="West Bank-Ramallah"),
        pytest.param(GOLAN, (33.0, 35.8), id="Golan Heights-its middle"),
        pytest.param(CATALONIA, (41.6, 1.0), id="Catalonia-its middle"),
        pytest.param(SCOTLAND, (56.8, -4.2), id="Scotland-its middle"),
        pytest.param(TEXAS, (31.0, -99.0), id="Texas-its middle"),
        pytest.param("gazette:european-union", (41.9, 12.6), id="European Union-Rome"),
        pytest.param("gazette:european-union", (37.5, 14.3), id="European Union-Sicily"),
        pytest.param("gazette:crimean-peninsula", SEVASTOPOL, id="Crimea-Sevastopol"),
        pytest.param("geonames:2425938", (13.51, 2.11), id="Sahel-Niamey"),
        pytest.param("gazette:kashmir", (34.09, 74.79), id="Kashmir-Srinagar"),
        pytest.param("gazette:kashmir", (34.36, 73.47), id="Kashmir-Muzaffarabad"),
        pytest.param(BLACK_SEA, (43.4, 34.3), id="Black Sea-its middle"),
        pytest.param(CASPIAN, (40.4, 50.5), id="Caspian Sea-off Baku"),
        pytest.param("gazette:mediterranean-sea", (43.0, 15.0), id="Mediterranean-the Adriatic"),
        pytest.param("gazette:persian-gulf", (26.9, 51.55), id="Persian Gulf-its middle"),
        pytest.param("gazette:lake-victoria", (-1.0, 33.0), id="Lake Victoria-its middle"),
        pytest.param("gazette:great-lakes", (43.5, -87.0), id="Great Lakes-Lake Michigan"),
        pytest.param(PACIFIC, (0.0, -150.0), id="Pacific-east of the antimeridian"),
        pytest.param(PACIFIC, (20.0, 165.0), id="Pacific-west of it"),
        pytest.param(VATICAN, (41.9034, 12.4535), id="the smallest state"),
    ],
)
def test_a_place_holds_its_own(place_id, point):
    assert place_holds(place_id, point)


@pytest.mark.parametrize(
    ("place_id", "point"),
    [
        pytest.param(KURDISTAN, KIRKUK, id="Kirkuk is not governed from Erbil"),
        pytest.param(KURDISTAN, BAGHDAD, id="nor is Baghdad"),
        pytest.param(RUSSIA, SEVASTOPOL, id="Crimea is with Ukraine"),
        pytest.param(ISRAEL, (31.9, 35.2), id="Ramallah is not in Israel"),
        pytest.param(ISRAEL, (31.42, 34.36), id="nor is Gaza"),
        pytest.param(ISRAEL, (33.0, 35.8), id="nor is the Golan"),
        pytest.param(FRANCE, (4.0, -53.0), id="French Guiana has a code of its own"),
        pytest.param("geonames:2542007", (24.5, -13.5), id="Western Sahara is not in Morocco"),
        pytest.param("gazette:mediterranean-sea", (37.5, 14.3), id="Sicily is an island"),
        pytest.param(BLACK_SEA, (41.0, 29.0), id="Istanbul is not in the Black Sea"),
        pytest.param("geonames:6290252", (42.6, 21.0), id="Kosovo is apart from Serbia"),
    ],
)
def test_a_place_leaves_out_what_is_not_its_own(place_id, point):
    assert not place_holds(place_id, point)


def test_a_river_is_its_course():
    shape = shape_of(EUPHRATES)
    assert shape["type"] == "MultiLineString"
    near = [(lon, lat) for line in shape["coordinates"] for lon, lat in line if abs(lon - 40.1) < 0.5]
    assert any(abs(lat - 35.3) < 0.5 for _, lat in near)  # Deir ez-Zor


def test_the_label_points_of_a_river_lie_on_it():
    def off(place_id):
        river = MultiLineString(shape_of(place_id)["coordinates"])
        return max(river.distance(Point(lon, lat)) for lat, lon in label_points(place_id))

    assert {place_id for place_id in RIVERS if off(place_id) > 0.05} == set()


@pytest.mark.parametrize("place_id", [RUSSIA, FIJI, USA, PACIFIC], ids=["Russia", "Fiji", "USA", "Pacific"])
def test_what_lies_across_the_antimeridian_is_split(place_id):
    for polygon in shape_of(place_id)["coordinates"]:
        longitudes = [lon for lon, _ in polygon[0]]
        assert max(longitudes) - min(longitudes) < 180


def test_no_outline_but_those_about_the_poles_runs_across_the_map():
    def longest(place_id):
        rings = [ring for polygon in shape_of(place_id)["coordinates"] for ring in polygon]
        return max(abs(a[0] - b[0]) for ring in rings for a, b in pairwise(ring))

    polar = {"geonames:6697173", "gazette:arctic-ocean", "gazette:southern-ocean"}
    assert {place_id for place_id in AREAS if longest(place_id) > 180} <= polar


def test_every_label_point_lies_in_the_first_part_of_its_place():
    outside = [
        (place_id, point)
        for place_id in AREAS
        for point in label_points(place_id)
        if not holds(shape_of(place_id)["coordinates"][:1], *point)
    ]
    assert outside == []


def test_every_shape_has_a_label_point_and_a_frame_that_holds_it():
    for place_id in PLACE_IDS:
        south, west, north, east = bounds_of(place_id)
        lat, lon = label_points(place_id)[0]
        assert south <= lat <= north
        assert west <= lon <= east
        assert len(label_points(place_id)) <= 12


def test_a_large_country_offers_label_points_apart():
    points = label_points(IRAQ)
    assert len(points) == 12
    assert max(lat for lat, _ in points) - min(lat for lat, _ in points) > 3


@pytest.mark.parametrize(
    ("place_id", "south", "west", "north", "east"),
    [
        pytest.param(USA, 24, -125, 50, -66, id="without Alaska and Hawaii"),
        pytest.param(FRANCE, 41, -6, 52, 10, id="with Corsica, without what lies overseas"),
        pytest.param(RUSSIA, 41, 19, 82, 180, id="without Chukotka's far side"),
        pytest.param(PACIFIC, -62, -180, 62, -60, id="the half that holds its point"),
        pytest.param("geonames:2186224", -48, 166, -34, 179, id="New Zealand: both islands, without the Chathams"),
    ],
)
def test_a_country_is_framed_by_its_largest_part_and_what_is_near(place_id, south, west, north, east):
    found = bounds_of(place_id)
    assert box(west, south, east, north).contains(box(found[1], found[0], found[3], found[2]))


@pytest.mark.parametrize(
    ("place_id", "code"),
    [(IRAQ, "IQ"), ("geonames:831053", "XK"), (GOLAN, "GOL"), (KURDISTAN, None), ("geonames:98182", None)],
    ids=["Iraq", "Kosovo", "Golan", "a region", "a city"],
)
def test_only_countries_and_areas_drawn_apart_have_a_code(place_id, code):
    assert basemap_code(place_id) == code


@pytest.mark.parametrize("place_id", ["geonames:98182", "geonames:9923", "gazette:nowhere", "", "\ud800", '99237","'])
def test_an_unknown_place_has_nothing(place_id):
    assert shape_of(place_id) is None
    assert bounds_of(place_id) is None
    assert basemap_code(place_id) is None
    assert label_points(place_id) == []


@pytest.fixture
def data(tmp_path, monkeypatch):
    folder = tmp_path / "gazetteer" / "shapes"
    folder.mkdir(parents=True)
    monkeypatch.setenv("GAZETTE_DATA", str(tmp_path))
    for cache in (shapes._record, shapes._lines):
        cache.cache_clear()
    yield folder / "shapes.jsonl"
    for cache in (shapes._record, shapes._lines):
        cache.cache_clear()


def test_no_file_is_said_to_be_missing(data):
    with pytest.raises(GazetteerMissing, match=r"shapes\.jsonl"):
        shape_of(IRAQ)


@pytest.mark.parametrize(
    "text", ["", "not a shape\n", f'{{"id":"{IRAQ}","bounds":[\n'], ids=["empty", "other", "cut off"]
)
def test_a_damaged_file_is_said_to_be_damaged(data, text):
    data.write_text(text)
    with pytest.raises(GazetteerDamaged, match=r"shapes\.jsonl"):
        shape_of(IRAQ)


def test_every_region_of_the_table_is_a_place_and_has_a_shape():
    with (shapes.shipped("data") / "gazetteer" / "shapes" / "regions.csv").open(encoding="utf-8", newline="") as file:
        regions = {row["place_id"]: row["name"] for row in csv.DictReader(file)}
    assert {place_id: name for place_id, name in regions.items() if place_id not in set(PLACE_IDS)} == {}
