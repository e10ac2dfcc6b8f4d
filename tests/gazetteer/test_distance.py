import pytest

from dashboard.gazetteer.distance import km_between

BAGHDAD, NAJAF = (33.34058, 44.40088), (32.02594, 44.34625)
DISTANCES = [
    ("itself", BAGHDAD, BAGHDAD, 0),
    ("Baghdad to Najaf", BAGHDAD, NAJAF, 146.3),
    ("across the antimeridian", (0, 179.5), (0, -179.5), 111.2),
    ("pole to pole", (90, 0), (-90, 0), 20_015),
    ("antipodes", (10, 20), (-10, -160), 20_015),
]


@pytest.mark.parametrize(("_", "one", "other", "km"), DISTANCES, ids=[row[0] for row in DISTANCES])
def test_distance_is_known_either_way(_, one, other, km):
    assert km_between(*one, *other) == pytest.approx(km, abs=1)
    assert km_between(*other, *one) == pytest.approx(km, abs=1)
