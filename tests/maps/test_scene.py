from collections import Counter

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
