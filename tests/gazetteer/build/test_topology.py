import io
import json
import tarfile

import pytest
from shapely.geometry import LineString, Polygon, box

from dashboard.errors import BuildError
from dashboard.gazetteer.build.topology import (
    coordinates,
    cut_at_antimeridian,
    decimals_for,
    polygon,
    polygons_of,
    read_members,
    read_topology,
    ring,
    rounded,
    unwrapped,
)

# Two squares side by side; arc 0 is the border between them.
SQUARES = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"a3": "WST"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"a3": "EST"}},
            ]
        }
    },
}


def package_of(folder, **members):
    path = folder / "package.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in members.items():
            data = json.dumps(content).encode()
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def test_shapes_are_made_of_shared_arcs(tmp_path):
    topology = read_topology(package_of(tmp_path, world=SQUARES), "world")
    west, east = (polygon(topology.arcs, shape.polygons[0]) for shape in topology.shapes)
    assert [shape.code for shape in topology.shapes] == ["WST", "EST"]
    assert west.equals(box(0, 0, 1, 1))
    assert east.equals(box(1, 0, 2, 1))


def test_a_package_without_the_file_is_refused(tmp_path):
    with pytest.raises(BuildError, match="has no other"):
        read_members(package_of(tmp_path, world=SQUARES), ["world", "other"])


@pytest.mark.parametrize("data", [b"", b"no archive"], ids=["empty", "text"])
def test_what_is_no_package_is_refused(tmp_path, data):
    path = tmp_path / "broken.tgz"
    path.write_bytes(data)
    with pytest.raises(BuildError, match="cannot be read"):
        read_members(path, ["world"])


def test_an_arc_is_walked_backwards_when_its_number_says_so():
    assert ring([[(0, 0), (1, 0)], [(0, 0), (0, 1), (1, 0)]], [0, ~1]) == [(0, 0), (1, 0), (0, 1), (0, 0)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param([(179, 0), (-179, 0)], [179, 181], id="eastwards"),
        pytest.param([(-179, 0), (179, 0), (178, 0)], [-179, -181, -182], id="westwards"),
        pytest.param([(179, 0), (-179, 0), (179, 0)], [179, 181, 179], id="there and back"),
        pytest.param([(0, 0), (100, 0)], [0, 100], id="no jump"),
    ],
)
def test_longitudes_run_on(line, expected):
    assert [x for x, _ in unwrapped(line)] == expected


def test_a_shape_across_the_antimeridian_is_cut_in_two():
    parts = polygons_of(cut_at_antimeridian(box(170, 0, 185, 10)))
    assert [part.bounds for part in parts] == [(170, 0, 180, 10), (-180, 0, -175, 10)]


def test_a_shape_on_one_side_stays_as_it_is():
    shape = box(170, 0, 180, 10)
    assert cut_at_antimeridian(shape) is shape


def test_a_ring_round_the_pole_is_closed_over_it():
    line = [(x, -70.0) for x in range(-180, 181, 30)]
    land = polygon([line], [[0]])
    assert land.bounds == (-180, -90, 180, -70)
    assert land.area == pytest.approx(360 * 20)


def test_a_point_is_no_polygon():
    assert polygon([[(1, 1), (1, 1)]], [[0]]) is None


def test_parts_come_largest_first_without_lines():
    small, large = box(0, 0, 1, 1), box(5, 5, 8, 8)
    mixed = small.union(large).union(LineString([(20, 20), (30, 30)]))
    assert polygons_of(mixed) == [large, small]


def test_rounding_leaves_no_point_twice_and_no_negative_zero():
    assert str(rounded([(0.001, 1), (0.002, 1), (-0.001, 2)], 2)) == "[[0.0, 1.0], [0.0, 2.0]]"


def test_a_tiny_state_keeps_its_form():
    tiny = Polygon([(12.4451, 41.9001), (12.4578, 41.9001), (12.4578, 41.9079)])
    drawn = Polygon(coordinates(tiny, decimals_for(tiny))[0][0])
    assert drawn.area == pytest.approx(tiny.area, rel=0.05)
