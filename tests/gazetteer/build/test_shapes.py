import json

import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, box, mapping

from dashboard.errors import BuildError
from dashboard.gazetteer.build import shapes
from dashboard.gazetteer.build.basemap import Basemap
from dashboard.gazetteer.build.shapes import extent_km, frame_of, label_points, read_outlines, simplified, steps
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


@pytest.fixture
def outlines_of(monkeypatch, tmp_path):
    def read(*features, regions=""):
        folder = tmp_path / "gazetteer" / "shapes"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "regions.csv").write_text(REGIONS + regions, encoding="utf-8")
        monkeypatch.setenv("GAZETTE_DATA", str(tmp_path))
        monkeypatch.setattr(shapes, "read_members", lambda *_: {"data/states/admin1.json": {"features": features}})
        countries = {"XX": box(0, 0, 3, 3), "AREA": box(2, 2, 3, 3)}
        monkeypatch.setattr(shapes, "read_basemap", lambda _: Basemap(countries, [], [], []))
        monkeypatch.setattr(shapes, "country_names", lambda _: {"XX": {"geonameid": 7}})
        sources = dict.fromkeys((shapes.PLACES, shapes.NAMES), tmp_path)
        return {outline.place_id: outline for outline in read_outlines(sources)}

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
    ("frame", "km"),
    [((0, 0, 1, 0), 111.2), ((0, 0, 0, 1), 111.2), ((59.5, 0, 60.5, 2), 157.2)],
    ids=["a degree north", "a degree east", "degrees east shrink northwards"],
)
def test_an_extent_is_the_diagonal_in_kilometres(frame, km):
    assert extent_km(frame) == pytest.approx(km, rel=0.01)


def test_what_is_stored_reads_back_the_same():
    assert _points(steps(RING, 100), 100) == RING


def test_the_first_label_point_is_the_middle_of_a_square():
    assert label_points(box(10, -1, 12, 1), 1, decimals=2) == [[0.0, 11.0]]


def test_label_points_of_a_crescent_lie_inside_it():
    crescent = Point(10, 40).buffer(5).difference(Point(11.5, 40).buffer(4.5))
    points = label_points(crescent, 12, decimals=2)
    assert len(points) > 3
    assert all(crescent.contains(Point(lon, lat)) for lat, lon in points)


def test_label_points_are_no_more_than_asked_for():
    assert len(label_points(box(0, 0, 10, 10), 3, decimals=2)) == 3


def test_simplifying_drops_specks_and_pinholes_and_keeps_the_area():
    land = box(0, 0, 10, 10).difference(box(5, 5, 5.01, 5.01)).union(box(20, 20, 20.1, 20.1))
    simple = simplified(land, detailed=False)
    assert len(simple.geoms) == 1
    assert simple.geoms[0].equals(Polygon(box(0, 0, 10, 10).exterior))


def test_the_file_has_one_line_a_place_and_the_same_bytes_each_time(outlines_of, monkeypatch, tmp_path):
    outlines = list(outlines_of(division(42), division(41, "South", box(0, -1, 1, 0))).values())
    monkeypatch.setattr(shapes, "read_outlines", lambda _: outlines)
    extents = shapes.build_shapes({}, tmp_path)
    first = (tmp_path / "shapes" / "shapes.jsonl").read_bytes()
    shapes.build_shapes({}, tmp_path)
    assert (tmp_path / "shapes" / "shapes.jsonl").read_bytes() == first
    assert [json.loads(line)["id"] for line in first.splitlines()] == sorted(extents)
    assert extents["geonames:42"] == pytest.approx(157, abs=1)
