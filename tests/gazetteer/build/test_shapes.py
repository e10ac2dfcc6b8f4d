import json

import pytest
from shapely.geometry import MultiLineString, MultiPolygon, Point, Polygon, box, mapping

from dashboard.errors import BuildError
from dashboard.gazetteer.build import shapes
from dashboard.gazetteer.build.basemap import Basemap
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.shapes import Outline, extent_km, frame_of, read_outlines, simplified, steps
from dashboard.gazetteer.build.waters import Water
from dashboard.gazetteer.shapes import _points

RING = [[10.0, 20.0], [10.5, 20.0], [10.5, 20.25], [10.0, 20.0]]
REGIONS = "place_id,name,country,property,values,reason\n"


def division(number, name="North", area=None, **properties):
    defaults = {
        "gn_id": number,
        "gn_level": 1,
        "name": name,
        "gn_name": name,
        "iso_a2": "XX",
        "iso_3166_2": f"XX-{name}",
    }
    return {"properties": defaults | properties, "geometry": mapping(area or box(0, 0, 1, 1))}


def water(name, geometry, kind="sea"):
    return Water(name, (), kind, "", geometry, 0.0, 0.0, "source")


@pytest.fixture
def outlines_of(monkeypatch, tmp_path):
    def read(*features, regions="", waters=None):
        folder = tmp_path / "gazetteer" / "shapes"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "regions.csv").write_text(REGIONS + regions, encoding="utf-8")
        monkeypatch.setenv("GAZETTE_DATA", str(tmp_path))
        monkeypatch.setattr(shapes, "read_members", lambda *_: {"data/states/admin1.json": {"features": features}})
        countries = {"XX": box(0, 0, 3, 3), "AREA": box(2, 2, 3, 3)}
        monkeypatch.setattr(shapes, "read_basemap", lambda _: Basemap(countries, [], [], []))
        monkeypatch.setattr(shapes, "country_names", lambda _: {"XX": {"geonameid": 7}})
        sources = dict.fromkeys((shapes.PLACES, shapes.NAMES), tmp_path)
        return {outline.place_id: outline for outline in read_outlines(sources, waters or {})}

    return read


def test_a_country_points_at_the_map_by_its_code(outlines_of):
    assert outlines_of()["geonames:7"].code == "XX"


def test_a_division_is_found_by_its_geonames_id(outlines_of):
    outline = outlines_of(division(42))["geonames:42"]
    assert outline.code is None
    assert outline.geometry.equals(box(0, 0, 1, 1))


@pytest.mark.parametrize(
    "properties", [{"gn_id": -1}, {"gn_id": None}, {"gn_level": 2}], ids=["no id", "empty id", "second order"]
)
def test_other_divisions_are_left_out(outlines_of, properties):
    assert set(outlines_of(division(42, **properties))) == {"geonames:7"}


def test_of_two_that_claim_an_id_the_one_of_that_name_is_drawn(outlines_of):
    meant = division(42, "Mindoro Oriental", gn_name="Province of Mindoro Oriental")
    other = division(42, "Mindoro Occidental", box(5, 5, 9, 9), gn_name="Province of Mindoro Oriental")
    assert outlines_of(other, meant)["geonames:42"].geometry.equals(box(0, 0, 1, 1))


def test_none_is_drawn_where_the_name_does_not_tell(outlines_of):
    assert "geonames:42" not in outlines_of(division(42, "A", gn_name="C"), division(42, "B", gn_name="C"))


def test_a_region_is_the_union_of_its_divisions(outlines_of):
    row = "geonames:9,Both,XX,iso_3166_2,XX-A;XX-B,because\n"
    found = outlines_of(division(1, "A"), division(2, "B", box(1, 0, 2, 1)), regions=row)
    assert found["geonames:9"].geometry.equals(box(0, 0, 2, 1))


def test_a_region_may_be_an_area_of_the_map(outlines_of):
    assert outlines_of(regions="gazette:area,Area,,basemap,AREA,because\n")["gazette:area"].code == "AREA"


def test_a_region_may_be_a_union_of_countries(outlines_of):
    outline = outlines_of(regions="gazette:both,Both,,basemap,XX;AREA,because\n")["gazette:both"]
    assert outline.code is None
    assert outline.geometry.equals(box(0, 0, 3, 3))


def test_a_region_with_an_unknown_division_stops_the_build(outlines_of):
    with pytest.raises(BuildError, match="Both"):
        outlines_of(division(1, "A"), regions="geonames:9,Both,XX,iso_3166_2,XX-A;XX-B,because\n")


def test_rows_of_one_region_add_up(outlines_of):
    rows = "gazette:both,Both,,basemap,XX,one\ngazette:both,Both,XX,iso_3166_2,XX-A,and the other\n"
    outline = outlines_of(division(1, "A", box(3, 0, 4, 3)), regions=rows)["gazette:both"]
    assert outline.code is None
    assert outline.geometry.equals(box(0, 0, 4, 3))


def test_a_region_may_be_a_union_of_waters(outlines_of):
    waters = {"a:1": water("North Sea", box(0, 0, 1, 1)), "a:2": water("South Sea", box(1, 0, 2, 1))}
    row = "gazette:sea,Both,,water,North Sea;South Sea,because\n"
    outline = outlines_of(regions=row, waters=waters)["gazette:sea"]
    assert outline.geometry.equals(box(0, 0, 2, 1))
    assert outline.at_sea


@pytest.mark.parametrize(
    "row",
    [
        "gazette:x,Odd,,basemap,XX;QQ,because\n",
        "gazette:x,Odd,,basemap,QQ,because\n",
        "gazette:x,Odd,,water,Sea,because\n",
    ],
    ids=["an unknown country", "only that", "an unknown sea"],
)
def test_a_region_of_what_is_not_there_stops_the_build(outlines_of, row):
    with pytest.raises(BuildError, match="Odd"):
        outlines_of(regions=row)


@pytest.mark.parametrize(("kind", "at_sea"), [("sea", True), ("strait", True), ("lake", False), ("river", False)])
def test_seas_are_drawn_below_the_land(outlines_of, kind, at_sea):
    assert outlines_of(waters={"a:1": water("Water", box(0, 0, 1, 1), kind)})["a:1"].at_sea is at_sea


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param([(0, 0, 10, 10)], (0, 0, 10, 10), id="one part"),
        pytest.param([(0, 0, 10, 10), (12, 0, 13, 1)], (0, 0, 10, 13), id="an island near"),
        pytest.param([(0, 0, 10, 10), (40, 0, 45, 5)], (0, 0, 10, 10), id="a part far away"),
        pytest.param([(0, 0, 10, 10), (14.5, 0, 15, 1), (12, 0, 13, 1)], (0, 0, 10, 15), id="a chain of islands"),
        pytest.param([(170, 0, 180, 10), (-180, 0, -178, 5)], (0, 170, 10, 180), id="across the antimeridian"),
    ],
)
def test_a_frame_holds_the_largest_part_and_what_is_near(parts, expected):
    assert frame_of(MultiPolygon([box(*part) for part in parts])) == expected


@pytest.mark.parametrize(
    ("point", "expected"),
    [(Point(42, 2), (0, 40, 5, 45)), (Point(5, 5), (0, 0, 10, 10)), (Point(90, 0), (0, 0, 10, 10))],
    ids=["the smaller part", "the largest", "neither"],
)
def test_a_frame_is_of_the_part_that_holds_the_point(point, expected):
    assert frame_of(MultiPolygon([box(0, 0, 10, 10), box(40, 0, 45, 5)]), point) == expected


def test_a_frame_of_a_river_holds_its_lines():
    assert frame_of(MultiLineString([[(0, 0), (5, 5)], [(6, 5), (8, 9)]])) == (0, 0, 9, 8)


@pytest.mark.parametrize(
    ("frame", "km"),
    [((0, 0, 1, 0), 111.2), ((0, 0, 0, 1), 111.2), ((59.5, 0, 60.5, 2), 157.2)],
    ids=["a degree north", "a degree east", "degrees east shrink northwards"],
)
def test_an_extent_is_the_diagonal_in_kilometres(frame, km):
    assert extent_km(frame) == pytest.approx(km, rel=0.01)


def test_what_is_stored_reads_back_the_same():
    assert _points(steps(RING, 100), 100) == RING


def test_simplifying_drops_specks_and_pinholes_and_keeps_the_area():
    land = box(0, 0, 10, 10).difference(box(5, 5, 5.01, 5.01)).union(box(20, 20, 20.1, 20.1))
    simple = simplified(Outline("a:1", land))
    assert len(simple.geoms) == 1
    assert simple.geoms[0].equals(Polygon(box(0, 0, 10, 10).exterior))


def test_a_sea_reaches_over_its_coast_but_not_over_the_antimeridian():
    simple = simplified(Outline("a:1", box(170, 0, 180, 10), detailed=True, at_sea=True))
    west, south, east, north = simple.bounds
    assert (west < 170, south < 0, north > 10, east) == (True, True, True, 180)


@pytest.fixture
def written(monkeypatch, tmp_path):
    """The records of the file written for these outlines."""

    def build(*outlines, entries=None):
        monkeypatch.setattr(shapes, "read_outlines", lambda *_: list(outlines))
        unplaced = {o.place_id: Entry(o.place_id, "", "region", 90.0, 180.0, "test") for o in outlines}
        shapes.build_shapes({}, tmp_path, unplaced if entries is None else entries, {})
        lines = (tmp_path / "shapes" / "shapes.jsonl").read_bytes().splitlines()
        return {record["id"]: record for record in map(json.loads, lines)}

    return build


def test_the_file_has_one_line_a_place_in_order_and_the_same_bytes_each_time(written, tmp_path):
    outlines = [Outline("geonames:42", box(0, 0, 1, 1)), Outline("geonames:41", box(0, -1, 1, 0))]
    assert list(written(*outlines)) == ["geonames:41", "geonames:42"]
    first = (tmp_path / "shapes" / "shapes.jsonl").read_bytes()
    written(*outlines)
    assert (tmp_path / "shapes" / "shapes.jsonl").read_bytes() == first


def test_a_place_gets_the_extent_of_its_shape(written):
    entries = {"geonames:42": Entry("geonames:42", "North", "admin1", 0.5, 0.5, "test")}
    written(Outline("geonames:42", box(0, 0, 1, 1)), entries=entries)
    assert entries["geonames:42"].extent_km == pytest.approx(157, abs=1)


def test_a_shape_of_no_place_is_not_written(written):
    assert written(Outline("geonames:42", box(0, 0, 1, 1)), entries={}) == {}


def test_a_river_is_written_as_lines_joined(written):
    river = MultiLineString([[(0, 0), (1, 1)], [(1, 1), (2, 2)], [(3, 0), (3, 1)]])
    record = written(Outline("a:1", river))["a:1"]
    assert [_points(line, record["scale"]) for line in record["lines"]] == [[[0, 0], [2, 2]], [[3, 0], [3, 1]]]
    assert record["points"][0] == pytest.approx([0.92, 0.92])
    assert "rings" not in record


def test_the_part_that_holds_the_place_comes_first(written):
    entries = {"a:1": Entry("a:1", "Bering Sea", "sea", 2.0, 42.0, "test")}
    record = written(Outline("a:1", MultiPolygon([box(0, 0, 10, 10), box(40, 0, 45, 5)])), entries=entries)["a:1"]
    lat, lon = record["points"][0]
    assert box(40, 0, 45, 5).contains(Point(lon, lat))
    assert record["bounds"] == [0, 40, 5, 45]
