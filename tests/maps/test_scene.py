from collections import Counter

import pytest

from dashboard.maps import scene as module
from dashboard.maps.scene import first_frame, scene, show
from dashboard.records import Place
from tests.conftest import BASRA, SYDNEY

IRAQ = Place("geonames:99237", "Iraq", "country", 33.0, 44.0, country="IQ", country_name="Iraq")
KURDISTAN = Place("geonames:126585", "Kurdistan Region", "region", 36.2, 44.2, country="IQ", country_name="Iraq")
PLACES = [IRAQ, BASRA, KURDISTAN, SYDNEY]


def test_a_country_is_drawn_by_its_code_a_region_by_its_shape_a_city_as_a_point() -> None:
    iraq, basra, kurdistan, _ = scene(PLACES, {})["places"]
    assert (iraq["code"], iraq["shape"], iraq["area"]) == ("IQ", None, True)
    assert (basra["code"], basra["shape"], basra["area"]) == (None, None, False)
    assert kurdistan["shape"]["type"] == "MultiPolygon"
    assert kurdistan["spots"]
    assert (iraq["plain"], kurdistan["plain"]) == (True, False)
    assert kurdistan["box"][0] < 36.2 < kurdistan["box"][2]


def test_the_first_frame_is_the_focus_and_not_the_outlier() -> None:
    south, _, north, east = first_frame(PLACES, {IRAQ.place_id: 9, BASRA.place_id: 4, SYDNEY.place_id: 1})
    assert east < 60
    assert south < 30
    assert north > 37


def test_a_command_numbers_places_and_counts_types() -> None:
    tallies = {BASRA.place_id: Counter(talks_visits=1, attacks_fighting=3)}
    order = show(PLACES, tallies, selected=SYDNEY.place_id, rival=IRAQ, go=True, theme="dark")
    assert order["tallies"] == [[1, [["attacks_fighting", 3], ["talks_visits", 1]]]]
    assert (order["selected"], order["rival"], order["go"], order["theme"]) == (3, [33.0, 44.0], True, "dark")


def test_an_unknown_selection_is_none() -> None:
    assert show(PLACES, {}, selected="geonames:0")["selected"] is None


TIGRIS = Place("gazette:tigris", "Tigris", "river", 31.0, 47.4)
GULF = Place("gazette:persian-gulf", "Persian Gulf", "sea", 26.9, 51.6)
SPOTS = {TIGRIS.place_id: [[34.0, 44.0], [31.0, 47.4], [37.0, 42.0]], GULF.place_id: [[26.0, 53.0], [29.0, 49.5]]}


@pytest.fixture
def spots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "label_points", lambda place_id: SPOTS.get(place_id, []))
    monkeypatch.setattr(module, "bounds_of", lambda _: None)


def within(box: tuple[float, float, float, float], point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


@pytest.mark.usefixtures("spots")
@pytest.mark.parametrize(
    ("water", "other", "shown", "left_out"),
    [
        pytest.param(TIGRIS, (36.5, 43.0), (37.0, 42.0), (31.0, 47.4), id="a river, not its mouth far away"),
        pytest.param(GULF, (30.5, 47.8), (29.0, 49.5), (26.0, 53.0), id="a sea, not its other end"),
    ],
)
def test_a_water_is_framed_where_it_is_nearest_to_the_others(
    water: Place, other: tuple[float, float], shown: tuple[float, float], left_out: tuple[float, float]
) -> None:
    city = Place("geonames:1", "City", "city", *other)
    box = first_frame([water, city], {water.place_id: 1, city.place_id: 1})
    assert box is not None
    assert (within(box, other), within(box, shown), within(box, left_out)) == (True, True, False)


@pytest.mark.usefixtures("spots")
def test_a_water_alone_frames_its_point() -> None:
    south, west, north, east = first_frame([GULF], {GULF.place_id: 1}) or (0, 0, 0, 0)
    assert ((south + north) / 2, (west + east) / 2) == (26.9, 51.6)


def test_seas_are_drawn_below_the_land_lakes_and_rivers_above_it() -> None:
    kinds = ("sea", "strait", "lake", "river", "city")
    places = [Place(f"test:{kind}", kind, kind, 0.0, 0.0) for kind in kinds]
    assert [drawn["sea"] for drawn in scene(places, {})["places"]] == [True, True, False, False, False]
