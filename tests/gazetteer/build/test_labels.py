import pytest
from shapely.geometry import LineString, MultiLineString, Point, box

from dashboard.gazetteer.build.labels import label_points


def test_the_first_label_point_is_the_middle_of_a_square():
    assert label_points(box(10, -1, 12, 1), 1, decimals=2) == [[0.0, 11.0]]


def test_label_points_of_a_crescent_lie_inside_it():
    crescent = Point(10, 40).buffer(5).difference(Point(11.5, 40).buffer(4.5))
    points = label_points(crescent, 12, decimals=2)
    assert len(points) > 3
    assert all(crescent.contains(Point(lon, lat)) for lat, lon in points)


def test_label_points_are_no_more_than_asked_for():
    assert len(label_points(box(0, 0, 10, 10), 3, decimals=2)) == 3


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, [[0.0, 5.0]]), (3, [[0.0, 5.0], [0.0, 1.67], [0.0, 8.33]])],
    ids=["the middle", "from the middle outwards"],
)
def test_label_points_of_a_river_lie_along_its_longest_line(count, expected):
    river = MultiLineString([[(20, 5), (21, 5)], [(0, 0), (10, 0)]])
    assert label_points(river, count, decimals=2) == expected


def test_a_single_line_has_label_points_too():
    assert label_points(LineString([(0, 0), (0, 4)]), 1, decimals=1) == [[2.0, 0.0]]
