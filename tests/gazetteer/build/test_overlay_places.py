"""Each place of the shipped overlay lies in the country and the first-order division it states."""

import csv
from functools import cache

import pytest
from shapely.geometry import Point, shape
from shapely.ops import nearest_points, unary_union

from dashboard.gazetteer.distance import km_between
from dashboard.gazetteer.index import open_index
from dashboard.gazetteer.shapes import shape_of
from dashboard.settings import shipped

# How far outside the outline a point may lie, km. The outlines are simplified by up to 0.05°, about 5 km, twice where
# two of them meet, and leave out small islands; waters and crossings lie on the border.
ON_LAND_KM = 15
OFFSHORE_KM = {"sea": 50, "strait": 50, "river": 50, "lake": 50, "island": 50, "crossing": 25}
# Islands farther from the nearest coast that is drawn, capes and airports on land that is not; km.
NOT_DRAWN_KM = {
    "gazette:aleutians": 640,
    "gazette:anak-krakatau": 45,
    "gazette:baengnyeong": 155,
    "gazette:bikini-atoll": 600,
    "gazette:cape-hatteras": 45,
    "gazette:dokdo": 90,
    "gazette:fernando-de-noronha": 370,
    "gazette:incheon-airport": 20,
    "gazette:iwo-jima": 225,
    "gazette:kastellorizo": 130,
    "gazette:lord-howe-island": 590,
    "gazette:whakaari": 55,
    "gazette:yeonpyeong": 65,
}
# Areas that the map draws apart from the country the overlay counts them to.
DRAWN_APART = {"CY": "gazette:northern-cyprus", "SO": "gazette:somaliland", "SY": "geonames:173708"}
RIVER_MOUTHS = {
    "gazette:cauvery": (11.14, 79.86),
    "gazette:euphrates": (31.0, 47.44),
    "gazette:mississippi-river": (29.15, -89.25),
    "gazette:nile": (31.46, 30.37),
    "gazette:missouri-river": (38.81, -90.12),
    "gazette:amazon": (0.71, -50.09),
    "gazette:neches": (29.975, -93.86),
}


def shipped_places(name="places"):
    with (shipped("data") / "overlay" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["place_id"]: row for row in csv.DictReader(file)}


@cache
def ids_by_code():
    """The place_id of each country and first-order division by its code."""
    index = open_index()
    divided = (row for row in range(len(index)) if index.kind(row) in ("country", "territory", "admin1"))
    places = [index.place(row) for row in divided]
    return {(p.admin1 if p.kind == "admin1" else p.country) or "": p.place_id for p in places}


@cache
def outline(code):
    """The area of a country or division; None where none is drawn."""
    drawn = [shape_of(place_id) for place_id in (ids_by_code()[code], DRAWN_APART.get(code)) if place_id]
    areas = [shape(geometry).buffer(0) for geometry in drawn if geometry]
    return unary_union(areas) if areas else None


def km_outside(lat, lon, code):
    """How far the point lies outside the outline, 0 inside it and where none is drawn."""
    area, point = outline(code), Point(lon, lat)
    if area is None or area.contains(point):
        return 0.0
    nearest, _ = nearest_points(area, point)
    return km_between(lat, lon, nearest.y, nearest.x)


def misplaced(rows):
    """What lies too far outside a parent it states: (place_id, code, km)."""
    for row in rows:
        allowed = NOT_DRAWN_KM.get(row["place_id"], OFFSHORE_KM.get(row["kind"], ON_LAND_KM))
        for code in filter(None, (row["country"], row["admin1"])):
            km = km_outside(float(row["lat"]), float(row["lon"]), code) if row["lat"] else 0.0
            if km > allowed:
                yield row["place_id"], code, round(km)


@pytest.mark.parametrize("name", ["places", "local"])
def test_every_place_lies_in_the_country_and_division_it_states(name):
    assert list(misplaced(shipped_places(name).values())) == []


WRONG = {
    "another country": ({"kind": "landmark", "lat": "48.86", "lon": "2.35", "country": "DE", "admin1": ""}, "DE"),
    "another division": ({"kind": "city", "lat": "32.0", "lon": "44.3", "country": "IQ", "admin1": "IQ.13"}, "IQ.13"),
    "lat and lon changed": ({"kind": "base", "lat": "44.4", "lon": "33.8", "country": "IQ", "admin1": ""}, "IQ"),
    "sea far from its coast": ({"kind": "sea", "lat": "60", "lon": "-85", "country": "CA", "admin1": ""}, "CA"),
}


@pytest.mark.parametrize(("row", "code"), WRONG.values(), ids=WRONG)
def test_place_outside_its_parent_is_found(row, code):
    assert [found[1] for found in misplaced([{"place_id": "gazette:x", **row}])] == [code]


def test_every_division_belongs_to_the_country_beside_it():
    stated = [row for row in shipped_places().values() if row["admin1"]]
    assert stated
    assert [row["place_id"] for row in stated if row["admin1"].partition(".")[0] != row["country"]] == []


@pytest.mark.parametrize("place_id", NOT_DRAWN_KM)
def test_every_exception_is_needed(place_id):
    assert list(misplaced([{**shipped_places()[place_id], "place_id": "gazette:x"}]))


@pytest.mark.parametrize(("place_id", "mouth"), RIVER_MOUTHS.items(), ids=RIVER_MOUTHS)
def test_river_stands_at_its_mouth(place_id, mouth):
    row = shipped_places()[place_id]
    assert km_between(float(row["lat"]), float(row["lon"]), *mouth) < 10


def test_every_river_of_the_overlay_has_an_extent():
    assert [i for i, row in shipped_places().items() if row["kind"] == "river" and not row["extent_km"]] == []
